import type { sheets as zh } from '../zh/sheets.js';

/** Names of the sheets of a plan, what stands at their heads, and their pages. */
export const sheets: Record<keyof typeof zh, string> = {
  'sheet.cover': 'Cover',
  'sheet.indicators': 'Indicators',
  'sheet.figures': 'Figures',
  'sheet.sources': 'Sources',
  'sheet.pathway': 'Pathway',
  'sheet.monitoring': 'Monitoring',
  'sheet.definitions': 'Definitions',
  'sheet.checks': 'Checks',

  page: 'Page &P of &N',

  'indicators.intro':
    'One row for each indicator, scope and target year. Values on white come from Figures and follow it. Yellow cells are yours: where a baseline has been revised, enter it under Revised baseline and the columns after it use it.',

  'figures.intro':
    'One row for each number the document prints, in its order. Value and Decimals may be corrected; the other sheets follow. The edges are the interval that the printed precision stands for.',

  'sources.intro':
    'The document the figures come from, annexes it lacks, its relative statements, and the numbers that were not taken, with reasons. A locator is heading and sentence number; no sentence is quoted.',
  'sources.facts': 'Source document',
  'sources.missing': 'Annexes the document names but lacks',
  'sources.claims': 'Relative statements (growth, multiples, doublings, ranks, sums)',
  'sources.left-out': 'Numbers that are no indicators',
  'sources.none': 'none',

  'pathway.intro':
    'What each year would have to reach on the way from baseline to target: computed values, not yearly targets of the plan. Levels follow a constant growth rate, ratios a straight line; a printed interim target takes precedence. The index table sets the baseline to 100, so that different units share one chart.',
  'pathway.index': 'Index (baseline = 100, computed)',
  'pathway.index-unit': 'index',
  'pathway.values': 'Value expected each year (computed, not yearly targets of the plan)',
  'pathway.chart': 'Pathways to the targets (index, baseline = 100)',
  'pathway.chart-alt': 'Line chart: computed index of {count} indicators from baseline to target year, baseline 100. The values are in the index table above.',
  'pathway.none': 'No indicator has both a baseline and a target, so there is no pathway to draw.',

  'monitoring.intro':
    'One row a year for each indicator with a target. Yellow cells are yours: actual value, data status, date, remark; the other columns follow. The thresholds of the progress status are parameters on Definitions.',

  'property.subject': 'Science and technology plan indicators',
  'property.keywords': 'science and technology plan; targets; baselines; indicators',
};
