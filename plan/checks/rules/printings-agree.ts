import { printingKey } from '../../figure-key.js';
import { conversion } from '../../number/unit.js';
import type { Figure } from '../../plan.js';
import type { Check, Rule } from '../check.js';
import { isSet, measured, operandCell, type Quantity } from '../quantity.js';
import { multiply } from '../../expression/expression.js';
import { levelUnit } from './subject.js';

/**
 * A figure printed twice is one figure: its printings must agree within what their digits stand for, 600家以上 with 600家 as
 * far as a floor goes; of two ranges both ends.
 */
export const printingsAgree: Rule = {
  code: 'PRINTINGS_AGREE',
  find: (plan) =>
    plan.figures.flatMap((figure) =>
      figure.printings.slice(1).flatMap((_, index) => {
        const [{ bound }, other] = [figure.printings[0], figure.printings[index + 1]];
        const ends = bound === 'range' && other?.bound === 'range' ? (['value', 'high_value'] as const) : (['value'] as const);
        return ends.map((end) => check(figure, index + 1, end));
      }),
    ),
};

function check(figure: Figure, index: number, end: 'value' | 'high_value'): Check {
  const unit = levelUnit(figure);
  const key = printingKey(figure.key, index);
  const { printed = '', unit: otherUnit = unit } = figure.printings[index] ?? {};
  const isRange = figure.printings[0].bound === 'range';
  const printing = (of: string, factor: number): Quantity => {
    const operand = { kind: 'figure', key: of } as const;
    if (!isSet(figure) && !isRange) return measured(operand, factor);
    const found = operandCell(operand, end);
    const at = factor === 1 ? found : multiply(found, factor);
    return { low: at, high: at, face: at, operands: [operand] };
  };
  const [computed, required] = [printing(key, conversion(otherUnit, unit) ?? 1), printing(figure.key, 1)];
  return {
    code: 'PRINTINGS_AGREE',
    key: `PRINTINGS_AGREE|${key}${end === 'value' ? '' : '|high'}`,
    level: 'error',
    indicator: figure.indicator.id,
    scope: figure.scope,
    year: figure.year,
    operands: [...computed.operands, ...required.operands],
    computed,
    required,
    face: computed.face,
    digits: 9,
    unit,
    printed: `${figure.printings[0].printed} / ${printed}`,
    missing: [],
  };
}
