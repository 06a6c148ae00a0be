import type { cover as zh } from '../zh/cover.js';

/** The cover: the plan, what the workbook holds, how to use it. */
export const cover: Record<keyof typeof zh, string> = {
  'cover.place': 'Place',
  'cover.issuer': 'Issuer',
  'cover.issued': 'Issued',
  'cover.period': 'Plan period',
  'cover.base': 'Base year',
  'cover.document': 'Source document',
  'cover.grade': 'Source grade',
  'cover.sha256': 'SHA-256',
  'cover.posted': 'Page dated',
  'cover.source-note': 'About the source',
  'cover.unknown': 'not told in the document',
  'cover.base-guess': 'not told in the document (guessed: {year})',
  'cover.years': '{first}–{last}',
  'cover.facts': 'The plan',
  'cover.counts': 'The data',
  'cover.contents': 'Sheets',
  'cover.legend': 'Legend',
  'cover.use': 'How to use',
  'cover.subtitle': 'Targets, baselines and what they demand',

  'count.targets': 'Indicator rows with a target',
  'count.baselines': 'of these with a change computed',
  'count.figures': 'Printed figures',
  'count.claims': 'Relative statements',
  'count.missing': 'Annexes named but missing',
  'count.left-out': 'Numbers listed but not taken',
  'count.recorded': 'Actual values entered',
  'count.met': 'of these met',
  'count.checks': 'Checks made',
  'count.failed': 'of these failed',
  'count.undecided': 'of these undecided',

  'contents.indicators': 'Baselines, targets, change and required pace',
  'contents.figures': 'Every printed number, its locator and precision',
  'contents.sources': 'Document, missing annexes, relative statements, numbers not taken',
  'contents.pathway': 'Value expected each year, and an index chart (computed)',
  'contents.monitoring': 'Enter actual values; attainment and progress follow',
  'contents.definitions': 'What indicators mean, how columns are computed, parameters',
  'contents.checks': 'Claims, sums, shares, completeness, one by one; your disposition',

  'legend.input': 'Cells for you to fill in; formulas follow',
  'legend.formula': 'Formulas on Figures; each can be traced',
  'legend.fact': 'Numbers and words the document prints',
  'legend.blank': 'Blank: cannot be computed; the row says why',

  'use.sort':
    'Filter, sort and insert columns in Figures and Sources as you like; the other sheets are protected (no password), and may be sorted once unprotected. Formulas find their operands by key.',
  'use.contract':
    'The hidden sheet _planbook holds the record and what each cell was when generated, so that changes can be told and entries carried over. Please keep it. No macros, no network.',
  'use.decimals': 'Percentages are stored as printed (2.5 means 2.5%); see the Unit column.',
  'use.version': 'Made by Planbook {version}',
};
