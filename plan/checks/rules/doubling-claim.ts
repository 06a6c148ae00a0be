import type { Rule } from '../check.js';
import { quantity, ratio } from '../quantity.js';
import { claimChecks } from './claim-checks.js';
import { levelUnit } from './subject.js';

/** 翻番 promises at least twice, 翻两番 four times: at an open target's floor a miss is a warning, at a closed target an error. */
export const doublingClaim: Rule = {
  code: 'DOUBLING_CLAIM',
  find: (plan) =>
    claimChecks(plan, {
      code: 'DOUBLING_CLAIM',
      kind: 'doubling',
      unit: () => '倍',
      digits: 9,
      compute: (from, to) => ratio(quantity(to, levelUnit(from)), quantity(from)),
    }),
};
