import type { Rule } from '../check.js';
import { averageGrowthOf, inPricesOf, quantity, ratio } from '../quantity.js';
import { claimChecks } from './claim-checks.js';
import { levelUnit } from './subject.js';

/** 年均增长12%: from the first figure to the last at that pace; of value added and GDP at constant prices, so that a miss is never an error. */
export const averageGrowthClaim: Rule = {
  code: 'AVERAGE_GROWTH_CLAIM',
  find: (plan) =>
    claimChecks(plan, {
      code: 'AVERAGE_GROWTH_CLAIM',
      kind: 'average-growth',
      unit: () => '%',
      digits: 9,
      compute: (from, to, claim) => {
        const multiple = ratio(inPricesOf(quantity(to, levelUnit(from)), claim), quantity(from));
        return averageGrowthOf(multiple, Math.max(1, (claim.toYear ?? 0) - (claim.fromYear ?? from.year ?? from.guess ?? 0)));
      },
    }),
};
