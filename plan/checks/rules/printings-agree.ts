import { byKey, multiply, present, type Expr, when } from '../../expression/expression.js';
import { conversion } from '../../number/unit.js';
import type { Check, Rule } from '../check.js';
import { levelUnit } from './subject.js';

/** A figure printed twice is one figure: its printings must agree, 600家以上 with 600家 as far as a floor goes. */
export const printingsAgree: Rule = {
  code: 'PRINTINGS_AGREE',
  find: (plan) =>
    plan.figures.flatMap((figure) =>
      figure.printings.slice(1).map((printing, index): Check => {
        const unit = levelUnit(figure);
        const key = `${figure.key}#${index + 2}`;
        const factor = conversion(printing.unit, unit) ?? 1;
        const valueOf = (of: string): Expr => byKey('fig_value', of, 'fig_key');
        const other = factor === 1 ? valueOf(key) : multiply(valueOf(key), factor);
        const second = when(present(valueOf(key)), other, '');
        const first = when(present(valueOf(figure.key)), valueOf(figure.key), '');
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
          computed: { low: second, high: second },
          required: { low: first, high: first },
          face: other,
          digits: 9,
          unit,
          printed: `${figure.printings[0].printed} / ${printing.printed}`,
          missing: [],
        };
      }),
    ),
};
