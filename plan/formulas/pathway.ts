import {
  call,
  divide,
  type Expr,
  greater,
  greaterOrEqual,
  lessOrEqual,
  multiply,
  type Operand,
  power,
  present,
  subtract,
  add,
  when,
} from '../expression/expression.js';

/** A value a path must go through: the baseline, a printed interim target, the target. */
export interface Anchor {
  year: Operand;
  value: Operand;
}

/**
 * The value expected in a year on the way from one anchor to the next: geometric for levels (constant growth), linear for
 * ratios. Blank outside the two years, or where something is missing. A computed path, not the plan's own yearly targets.
 */
export function expectedBetween(from: Anchor, to: Anchor, year: number, method: 'geometric' | 'linear'): Expr {
  const elapsed = divide(subtract(year, from.year), subtract(to.year, from.year));
  const linear = add(from.value, multiply(subtract(to.value, from.value), elapsed));
  const geometric = when(call('AND', greater(from.value, 0), greater(to.value, 0)), multiply(from.value, power(divide(to.value, from.value), elapsed)), '');
  return when(
    present(from.year, from.value, to.year, to.value),
    when(call('AND', greaterOrEqual(year, from.year), lessOrEqual(year, to.year), greater(to.year, from.year)), method === 'linear' ? linear : geometric, ''),
    '',
  );
}

/** An accumulation's expected total at a year's end: the years so far over all years, from its first year on. */
export const expectedTotal = (total: Operand, firstYear: Operand, lastYear: Operand, year: number): Expr =>
  when(
    present(total, firstYear, lastYear),
    when(
      call('AND', greaterOrEqual(year, firstYear), lessOrEqual(year, lastYear)),
      divide(multiply(total, add(subtract(year, firstYear), 1)), add(subtract(lastYear, firstYear), 1)),
      '',
    ),
    '',
  );
