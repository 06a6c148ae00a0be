import type { outcomes as zh } from '../zh/outcomes.js';

/** Rules, and what a check finds. */
export const outcomes: Record<keyof typeof zh, string> = {
  'checks.intro':
    'Does the plan agree with itself: one row a check; outcomes follow corrections in Figures at once. The ends are the interval that printed precision stands for; a fail cannot hold even within it. Disposition and reason are yours and are kept.',

  'rule.GROWTH_CLAIM': 'growth agrees with the figures',
  'rule.AVERAGE_GROWTH_CLAIM': 'average growth agrees with the figures',
  'rule.MULTIPLE_CLAIM': 'multiple agrees with the figures',
  'rule.DOUBLING_CLAIM': 'doubling agrees with the figures',
  'rule.INCREMENT_CLAIM': 'increment agrees with the totals',
  'rule.SHARE_CHANGE_CLAIM': 'change in points agrees with the figures',
  'rule.SHARE_GROWTH_READING': 'growth of a share, in per cent or in points',
  'rule.SUM_OF_PARTS': 'parts add up to the whole',
  'rule.PART_WITHIN_WHOLE': 'part within its whole',
  'rule.SHARE_WITHIN_BOUNDS': 'share between 0 and 100',
  'rule.SHARES_IMPLY_ONE_WHOLE': 'two shares imply one whole',
  'rule.IMPLIED_WHOLE_GROWS': 'the implied whole grows plausibly',
  'rule.EXISTING_AND_PLANNED': 'existing and planned reach the target',
  'rule.TARGET_RIGHT_WAY': 'target better than baseline',
  'rule.PRINTINGS_AGREE': 'printings agree',
  'rule.BASELINE_GIVEN': 'target has a baseline',
  'rule.BASELINE_DATED': 'baseline has a year',
  'rule.TARGET_DATED': 'target has a year',
  'rule.UNIT_PRINTED': 'unit printed whole',
  'rule.ANNEXES_THERE': 'annexes are there',
  'rule.PACE_AGAINST_HISTORY': 'required pace like the earlier pace',

  'finding.missing-figure': 'missing: {indicator} {year}',
  'finding.missing-year': 'the document gives no year',
  'finding.not-computable': 'a value is missing, or a divisor is zero: nothing to compute with',
  'finding.open': 'the target is open: it holds only beyond the printed number',
  'finding.guessed': 'with a guessed year',
  'finding.as-points': 'holds if read in percentage points',
  'finding.as-percent': 'holds if read in per cent',
  'finding.not-otherwise': 'holds neither in per cent nor in points',

  'outcome.pass': 'pass',
  'outcome.fail': 'fail',
  'outcome.undecided': 'undecided',

  'disposition.true': 'true as printed',
  'disposition.definition': 'definitions differ (see reason)',
  'disposition.corrected': 'corrected',
  'disposition.pending': 'to be verified',

  'level.error': 'error',
  'level.warning': 'to verify',
  'level.info': 'note',
};
