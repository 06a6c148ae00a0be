import { value } from '../../expression/expression.js';
import type { Check, Rule } from '../check.js';
import { quantity } from '../quantity.js';

/** A share of a whole lies between 0 and 100 %. */
export const shareWithinBounds: Rule = {
  code: 'SHARE_WITHIN_BOUNDS',
  find: (plan) =>
    plan.figures
      .filter(({ indicator }) => indicator.kind === 'ratio' && indicator.unit === '%')
      .map((figure): Check => {
        const share = quantity(figure, '%');
        return {
          code: 'SHARE_WITHIN_BOUNDS',
          key: `SHARE_WITHIN_BOUNDS|${figure.key}`,
          level: 'error',
          indicator: figure.indicator.id,
          scope: figure.scope,
          year: figure.year,
          operands: share.operands,
          computed: share,
          required: { low: value(0), high: value(100) },
          face: share.face,
          digits: 9,
          unit: '%',
          printed: figure.printings[0].printed,
          missing: [],
        };
      }),
};
