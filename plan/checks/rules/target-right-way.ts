import { value } from '../../expression/expression.js';
import { indicatorRows } from '../../indicators/indicator-rows.js';
import type { Check, Rule } from '../check.js';
import { difference, quantity } from '../quantity.js';
import { levelUnit } from './subject.js';

/** A target lies on the better side of its baseline: more patents, a higher place. */
export const targetRightWay: Rule = {
  code: 'TARGET_RIGHT_WAY',
  find: (plan) =>
    indicatorRows(plan).flatMap(({ key, indicator, scope, baseline, target, type }): Check[] => {
      if (!baseline || !target || (type !== 'level' && type !== 'ratio' && type !== 'rank')) return [];
      const unit = levelUnit(baseline);
      const [before, after] = [quantity(baseline, unit), quantity(target, unit)];
      const gain = indicator.better === 'higher' ? difference(after, before) : difference(before, after);
      return [
        {
          code: 'TARGET_RIGHT_WAY',
          key: `TARGET_RIGHT_WAY|${key}`,
          level: 'warning',
          levelIfOpen: 'info',
          indicator: indicator.id,
          scope,
          year: target.year,
          operands: gain.operands,
          computed: gain,
          required: { low: value(0), high: null },
          face: gain.face,
          digits: 9,
          unit,
          printed: target.printings[0].printed,
          missing: [],
        },
      ];
    }),
};
