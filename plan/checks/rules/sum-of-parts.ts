import type { Plan } from '../../plan.js';
import { figureByKey } from '../../series.js';
import type { Check, Rule } from '../check.js';
import { quantity, total } from '../quantity.js';
import { levelUnit } from './subject.js';

/** Parts said to make up a whole must add up to it; where the whole is a floor (100个以上), at least to that floor. */
export const sumOfParts: Rule = {
  code: 'SUM_OF_PARTS',
  find: (plan) =>
    plan.claims
      .filter(({ kind, complete }) => kind === 'sum' && complete)
      .flatMap((claim): Check[] => {
        const whole = figureByKey(plan, claim.whole);
        const parts = claim.parts.map((key) => figureByKey(plan, key)).filter((part) => part !== null);
        const [first, ...others] = parts;
        if (!whole || !first) return [];
        const unit = levelUnit(whole);
        const computed = others.reduce((sum, part) => total(sum, quantity(part, unit)), quantity(first, unit));
        const required = quantity(whole, unit);
        const isOpen = ({ printings: [{ bound }] }: Plan['figures'][number]): boolean => bound === 'ge' || bound === 'gt';
        const open = isOpen(whole);
        return [
          {
            code: 'SUM_OF_PARTS',
            key: `SUM_OF_PARTS|${claim.key}`,
            // Parts that may be more than their floors can still make up the whole: worth knowing, no contradiction.
            level: 'error',
            levelIfOpen: 'info',
            indicator: claim.indicator.id,
            scope: claim.scope,
            year: claim.toYear,
            operands: [...computed.operands, ...required.operands],
            computed,
            required: { low: required.low, high: open ? null : required.high },
            face: computed.face,
            digits: 9,
            unit,
            printed: claim.printed,
            missing: [],
          },
        ];
      }),
};
