import { add, call, divide, type Expr, greater, multiply, type Operand, power, present, subtract, when } from '../expression/expression.js';

/** The constant yearly growth that takes `start` to `goal` in `years`, as a share: (goal/start)^(1/years) − 1. Unguarded: for use where all three are known to be positive. */
export const compoundRate = (start: Operand, goal: Operand, years: Operand): Expr => subtract(power(divide(goal, start), divide(1, years)), 1);

/**
 * Compound pace in % a year that takes `start` to `goal` in `years`: ((goal/start)^(1/years) − 1) × 100; blank where
 * something is missing or not positive. The statistical yearbooks' 水平法.
 */
export const compoundPace = (start: Operand, goal: Operand, years: Operand): Expr =>
  when(
    present(start, goal, years),
    when(call('AND', greater(start, 0), greater(goal, 0), greater(years, 0)), multiply(compoundRate(start, goal, years), 100), ''),
    '',
  );

/** Straight pace in the unit of the values a year: (goal − start)/years; for ratios (points) and, the other way round, for ranks (places). */
export const straightPace = (start: Operand, goal: Operand, years: Operand): Expr =>
  when(present(start, goal, years), when(greater(years, 0), divide(subtract(goal, start), years), ''), '');

/** One year's part of an accumulation: total/years. */
export const yearlyShare = (total: Operand, years: Operand): Expr => when(present(total, years), when(greater(years, 0), divide(total, years), ''), '');

/** What a growth of `percent` a year makes of 1 in `years`: (1 + percent/100)^years. */
export const growthFactor = (percent: Operand, years: Operand): Expr => power(add(1, divide(percent, 100)), years);
