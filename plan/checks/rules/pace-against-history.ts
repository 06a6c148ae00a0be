import { add, name, subtract } from '../../expression/expression.js';
import { indicatorRows } from '../../indicators/indicator-rows.js';
import type { Check, Rule } from '../check.js';
import { averageGrowthOf, quantity, ratio } from '../quantity.js';
import { levelUnit } from './subject.js';

/** The pace a level target demands, against the plan's own history: within so many points a year (parameter) it is plausible. */
export const paceAgainstHistory: Rule = {
  code: 'PACE_AGAINST_HISTORY',
  find: (plan) =>
    indicatorRows(plan).flatMap(({ key, indicator, scope, type, history, baseline, target }): Check[] => {
      if (type !== 'level' || !baseline || !target || !history) return [];
      if (history.year === null || baseline.year === null || target.year === null) return [];
      const unit = levelUnit(baseline);
      const needed = averageGrowthOf(ratio(quantity(target, unit), quantity(baseline, unit)), target.year - baseline.year);
      const past = averageGrowthOf(ratio(quantity(baseline, unit), quantity(history, unit)), baseline.year - history.year);
      const band = name('par_pace_band');
      return [
        {
          code: 'PACE_AGAINST_HISTORY',
          key: `PACE_AGAINST_HISTORY|${key}`,
          level: 'info',
          indicator: indicator.id,
          scope,
          year: target.year,
          operands: [...needed.operands, ...past.operands],
          computed: needed,
          required: { low: past.low && blankSafe(past.low, (end) => subtract(end, band)), high: past.high && blankSafe(past.high, (end) => add(end, band)) },
          face: needed.face,
          also: past.face,
          digits: 9,
          unit: '%',
          printed: target.printings[0].printed,
          missing: [],
        },
      ];
    }),
};

const blankSafe = (
  end: Parameters<typeof subtract>[0],
  then: (end: Parameters<typeof subtract>[0]) => ReturnType<typeof subtract>,
): ReturnType<typeof subtract> => ({
  op: 'call',
  name: 'IFERROR',
  arguments: [then(end), { op: 'value', value: '' }],
});
