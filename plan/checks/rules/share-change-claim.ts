import type { Rule } from '../check.js';
import { difference, growthOf, quantity, ratio } from '../quantity.js';
import { claimChecks } from './claim-checks.js';
import { levelUnit } from './subject.js';

/** 提高3个百分点: the difference of the two shares in points; if only growth in per cent fits, it is said. */
export const shareChangeClaim: Rule = {
  code: 'SHARE_CHANGE_CLAIM',
  find: (plan) =>
    claimChecks(plan, {
      code: 'SHARE_CHANGE_CLAIM',
      kind: 'share-change',
      unit: () => '个百分点',
      digits: 9,
      compute: (from, to) => difference(quantity(to, levelUnit(from)), quantity(from)),
      otherwise: (from, to) => ({ computed: growthOf(ratio(quantity(to, levelUnit(from)), quantity(from))), reading: 'percent' }),
    }),
};
