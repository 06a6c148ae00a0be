import { printingKey } from '../../figure-key.js';
import { byKey, multiply, present, type Expr, when } from '../../expression/expression.js';
import { conversion } from '../../number/unit.js';
import type { Check, Rule } from '../check.js';
import { levelUnit } from './subject.js';

/** A figure printed twice is one figure: its printings must agree within what their digits stand for, 600家以上 with 600家 as far as a floor goes. */
export const printingsAgree: Rule = {
  code: 'PRINTINGS_AGREE',
  find: (plan) =>
    plan.figures.flatMap((figure) =>
      figure.printings.slice(1).map((printing, index): Check => {
        const unit = levelUnit(figure);
        const key = printingKey(figure.key, index + 1);
        const factor = conversion(printing.unit, unit) ?? 1;
        const isSet = figure.role === 'target' || figure.role === 'vision';
        const end = (of: string, column: 'low' | 'high', times: number): Expr => {
          const found = byKey(isSet ? 'fig_value' : `fig_${column}`, of, 'fig_key');
          return when(present(found), times === 1 ? found : multiply(found, times), '');
        };
        const other = multiply(byKey('fig_value', key, 'fig_key'), factor);
        return {
          code: 'PRINTINGS_AGREE',
          key: `PRINTINGS_AGREE|${key}`,
          level: 'error',
          indicator: figure.indicator.id,
          scope: figure.scope,
          year: figure.year,
          operands: [
            { kind: 'figure', key },
            { kind: 'figure', key: figure.key },
          ],
          computed: { low: end(key, 'low', factor), high: end(key, 'high', factor) },
          required: { low: end(figure.key, 'low', 1), high: end(figure.key, 'high', 1) },
          face: other,
          digits: 9,
          unit,
          printed: `${figure.printings[0].printed} / ${printing.printed}`,
          missing: [],
        };
      }),
    ),
};
