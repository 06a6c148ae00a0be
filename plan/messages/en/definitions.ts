import type { definitions as zh } from '../zh/definitions.js';

/** The sheet of definitions: parameters and methods. */
export const definitions: Record<keyof typeof zh, string> = {
  'definitions.intro':
    'What each indicator means, what it must not be confused with, and the parameters that formulas use. Yellow parameters may be changed; the sheets follow.',
  'definitions.parameters': 'Parameters',
  'definitions.terms': 'How it is computed',
  'definitions.indicators': 'Indicators',

  'par.on-track': 'On track from this ratio of actual to due progress',
  'par.behind': 'Slightly behind from this ratio; below it far behind',
  'par.about': 'Share that about, around and near stand for',
  'par.on-track-source': "Eurostat's method for SDG indicators with a quantified target",
  'par.about-source': "Planbook's convention; no error rests on it",
  'par.whole-low': 'Least growth of an implied whole, % a year',
  'par.whole-high': 'Most growth of an implied whole, % a year',
  'par.deflator': 'Yearly rise in prices allowed between growth at constant and amounts at current prices',
  'par.pace-band': 'Points by which required pace may differ from earlier pace',

  'term.change': 'Target less baseline; percentage points for ratios; places for ranks, up is positive',
  'term.pace':
    'Levels: (target/baseline)^(1/years) − 1. Ratios: (target − baseline)/years. Accumulations: target/years. Ranks: places a year. Growth targets: as stated',
  'term.history': 'The same formula from the earlier value to the baseline; the earliest year the document prints',
  'term.stated': 'The average growth the document states',
  'term.ambition': 'Required pace less earlier pace',
  'term.pathway': 'From baseline to target year, geometric for levels, linear for ratios; printed interim targets take precedence',
  'term.attainment': '(actual − baseline)/(target − baseline). Accumulations: sum of actuals/target. Each year: years met/years reported',
  'term.lead': '(actual − expected by now)/(target − baseline)',
  'term.still': 'Levels: (target/actual)^(1/years left) − 1. Ratios: (target − actual)/years left',
  'term.progress':
    'Levels: actual over required growth. Ratios: attainment over share of time elapsed. Met is met. None for ranks, nor where target less baseline is within rounding',
  'term.source.yearbook': 'compound rate of the statistical yearbooks',
  'term.source.escap': "ESCAP's linear attainment",
  'term.source.eurostat': 'Eurostat; United Nations Statistics Division',
  'term.source.planbook': 'Planbook',
};
