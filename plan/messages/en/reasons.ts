import type { reasons as zh } from '../zh/reasons.js';

/** Why something is not computed, noted, lost or left out, and where it stands. */
export const reasons: Record<keyof typeof zh, string> = {
  'reason.no-baseline': 'no baseline printed',
  'reason.no-baseline-year': 'baseline year not told',
  'reason.guess-baseline-year': 'baseline year not told (guessed: {year}; may be entered)',
  'reason.elsewhere': 'its target is in another row',
  'reason.no-target': 'no target printed',
  'reason.no-target-year': 'target year not told',
  'reason.not-positive': 'baseline not positive: no compound pace',
  'reason.target-not-positive': 'target not positive: no compound pace',
  'reason.years': 'target year not after baseline year',
  'reason.flow-start': 'first year of the accumulation not told',
  'reason.rank': 'ranks get no status',
  'reason.gap': 'earlier years not all reported',
  'reason.within-rounding': 'target within the rounding of the baseline',
  'reason.wrong-way': 'target lies the wrong way',
  'reason.maintain': 'judged year by year; no pace',

  'note.year': 'year not told in the document',
  'note.year-guess': 'year not told in the document (guessed: {year})',
  'note.estimated': 'estimated',
  'note.printing': 'another printing of',
  'note.unit': 'unit cut short in print; taken as {unit}',
  'note.every': 'each year',

  'lost.scrape': 'lost when the page was copied; the plan has it',
  'lost.plan': 'not given by the plan',

  'why.budget': 'project money',
  'why.document': 'document number or count',
  'why.date': 'date or duration',
  'why.area': 'area',
  'why.name': 'number in a name',
  'why.policy': 'policy or slogan',
  'why.phone': 'telephone',
  'why.clause': 'clause',
  'why.count': 'count that is no indicator',
  'why.research': 'research task',
  'why.other': 'other',

  'locator.sentence': '{path} sentence {n}',
  'locator.start': 'Opening,',
  'locator.heading': '{path} heading',
};
