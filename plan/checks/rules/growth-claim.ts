import type { Rule } from '../check.js';
import { difference, growthOf, inPricesOf, quantity, ratio } from '../quantity.js';
import { claimChecks } from './claim-checks.js';
import { isShare, levelUnit } from './subject.js';

/** 增长173%: the two figures must give that growth. Of a share, growth may be meant in per cent or in points; if one reading alone holds, it is said. */
export const growthClaim: Rule = {
  code: 'GROWTH_CLAIM',
  find: (plan) =>
    claimChecks(plan, {
      code: 'GROWTH_CLAIM',
      kind: 'growth',
      unit: () => '%',
      digits: 9,
      compute: (from, to, claim) => growthOf(ratio(inPricesOf(quantity(to, levelUnit(from)), claim), quantity(from))),
      otherwise: (from, to, { indicator }) =>
        isShare(indicator) ? { computed: difference(quantity(to, levelUnit(from)), quantity(from)), reading: 'points' } : null,
    }),
};
