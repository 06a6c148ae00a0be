import type { Rule } from '../check.js';
import { quantity, ratio } from '../quantity.js';
import { claimChecks } from './claim-checks.js';
import { levelUnit } from './subject.js';

/** 是2015年的2.5倍: the later figure must be that multiple of the earlier. */
export const multipleClaim: Rule = {
  code: 'MULTIPLE_CLAIM',
  find: (plan) =>
    claimChecks(plan, {
      code: 'MULTIPLE_CLAIM',
      kind: 'multiple',
      unit: () => '倍',
      digits: 9,
      compute: (from, to) => ratio(quantity(to, levelUnit(from)), quantity(from)),
    }),
};
