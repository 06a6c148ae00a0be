import { multiply } from '../../expression/expression.js';
import { claimsOf } from '../../series.js';
import type { Check, Rule } from '../check.js';
import { difference, figureOf, growthFrom, quantity, ratio, rising, stated } from '../quantity.js';
import { wholesOf } from './implied-whole.js';
import { isShare } from './subject.js';

/**
 * Growth of a share whose earlier value is not printed (较2015年增长6%): the earlier share follows from the part's own growth
 * and the whole that another share implies; then the growth holds in per cent, or only in points, which is said.
 */
export const shareGrowthReading: Rule = {
  code: 'SHARE_GROWTH_READING',
  find: (plan) =>
    plan.claims
      .filter(({ kind, indicator }) => kind === 'growth' && isShare(indicator))
      .flatMap((claim): Check[] => {
        const later = figureOf(plan, claim, claim.toYear);
        const earlier = figureOf(plan, claim, claim.fromYear);
        const { of, over } = claim.indicator;
        const part = of === undefined ? undefined : plan.indicators.get(of);
        if (!later || earlier || !part) return [];
        const partLater = figureOf(plan, { indicator: part, scope: claim.scope }, claim.toYear);
        const partGrowth = claimsOf(plan, { indicator: part, scope: claim.scope }).find(
          ({ kind, fromYear, toYear }) => kind === 'growth' && fromYear === claim.fromYear && toYear === claim.toYear,
        );
        const whole = wholesOf(plan, { whole: over, scope: claim.scope }).find(({ year }) => year === claim.fromYear && year !== null);
        if (!partLater || !partGrowth || !whole) return [];
        const partEarlier = growthFrom(quantity(partLater, whole.unit), partGrowth);
        const shareEarlier = rising(ratio(partEarlier, whole.quantity), (each) => multiply(each, 100));
        const inPercent = rising(ratio(quantity(later, '%'), shareEarlier), (each) =>
          multiply({ op: 'binary', operator: '-', left: each, right: { op: 'value', value: 1 } }, 100),
        );
        const required = stated(claim, false);
        return [
          {
            code: 'SHARE_GROWTH_READING',
            key: `SHARE_GROWTH_READING|${claim.key}`,
            level: 'warning',
            indicator: claim.indicator.id,
            scope: claim.scope,
            year: claim.toYear,
            operands: [...inPercent.operands, ...required.operands],
            computed: inPercent,
            required,
            face: inPercent.face,
            digits: 9,
            unit: '%',
            printed: claim.printed,
            missing: [],
            otherwise: { computed: difference(quantity(later, '%'), shareEarlier), reading: 'points' },
          },
        ];
      }),
};
