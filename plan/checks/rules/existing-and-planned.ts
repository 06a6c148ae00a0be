import { figuresOf } from '../../series.js';
import type { Check, Rule } from '../check.js';
import { quantity, total } from '../quantity.js';
import { levelUnit } from './subject.js';

/** What exists and what is to be added should reach the target; additions are often gross, so that more than the target is no fault and less is worth knowing. */
export const existingAndPlanned: Rule = {
  code: 'EXISTING_AND_PLANNED',
  find: (plan) =>
    plan.figures.flatMap((added): Check[] => {
      const { addsTo } = added.indicator;
      if (addsTo === undefined || added.role !== 'target') return [];
      const sameStock = figuresOf(plan, { indicator: { id: addsTo }, scope: added.scope }).filter(({ fromYear }) => fromYear === null);
      const stock = sameStock.find(({ role }) => role === 'baseline');
      const target = sameStock.find(({ role, year }) => role === 'target' && (added.year === null || year === added.year));
      if (!stock || !target) return [];
      const unit = levelUnit(target);
      const sum = total(quantity(stock, unit), quantity(added, unit));
      const goal = quantity(target, unit);
      return [
        {
          code: 'EXISTING_AND_PLANNED',
          key: `EXISTING_AND_PLANNED|${added.key}`,
          level: 'info',
          levelIfOpen: 'info',
          indicator: added.indicator.id,
          scope: added.scope,
          year: target.year,
          operands: [...sum.operands, ...goal.operands],
          computed: sum,
          required: { low: goal.low, high: null },
          face: sum.face,
          digits: 9,
          unit,
          printed: added.printings[0].printed,
          missing: [],
        },
      ];
    }),
};
