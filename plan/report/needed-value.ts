import type { Check, Operand } from '../checks/check.js';
import { operandCell } from '../checks/quantity.js';
import { solveFor } from '../checks/solve.js';
import { add, byKey, call, cell, divide, type Expr, multiply, subtract, value, when } from '../expression/expression.js';
import type { ToldOperand } from './told-operand.js';

/** The values an operand may have for its check to pass, all others being right, unrounded; null where there is no such end. */
export interface Needed {
  low: Expr | null;
  high: Expr | null;
  /** The statement excludes its own threshold, and with it that end. */
  lowStrict: boolean;
  highStrict: boolean;
  /** Digits after the point to which the value is told. */
  digits: Expr;
}

/** A cell of the check that an operand's row belongs to. */
export const ofCheck = (column: string): Expr => byKey(`chk_${column}`, cell('check_key'), 'chk_key');

/**
 * Solves a check for one of its operands: what is computed must reach what is asked for, and not pass beyond it. A measured
 * number's edges move with it, so that the value told, printed to its own digits, makes the check pass.
 */
export function neededValue(check: Check, operand: Operand, told: ToldOperand): Needed {
  const { computed, required, strict } = check;
  const digits = told.digits === null ? operandCell(operand, 'decimals') : value(told.digits);
  const needed: Needed = { low: null, high: null, lowStrict: false, highStrict: false, digits };
  const conditions = [
    // computed.high ≥ required.low
    { of: computed.high, against: required.low, goal: 'required_low', sense: 1, strictly: strict === 'gt' },
    { of: required.low, against: computed.high, goal: 'high', sense: -1, strictly: strict === 'gt' },
    // computed.low ≤ required.high
    { of: computed.low, against: required.high, goal: 'required_high', sense: -1, strictly: strict === 'lt' },
    { of: required.high, against: computed.low, goal: 'low', sense: 1, strictly: strict === 'lt' },
  ];
  for (const { of, against, goal, sense, strictly } of conditions) {
    const solution = of && against ? solveFor(operand.key, of, ofCheck(goal)) : null;
    if (!solution) continue;
    const at = asValue(solution.at, solution.column, operand, told);
    if (solution.direction * sense > 0) [needed.low, needed.lowStrict] = [at, strictly];
    else [needed.high, needed.highStrict] = [at, strictly];
  }
  return needed;
}

/** From an edge to the printed value whose edge it is: half a digit away, or in proportion where it is told loosely. */
function asValue(edge: Expr, column: string, operand: Operand, { bound }: ToldOperand): Expr {
  if (column === 'value' || column === 'high_value') return edge;
  const [face, end] = [operandCell(operand, 'value'), operandCell(operand, column)];
  const moved = bound === 'approx' || bound === 'near' ? multiply(edge, divide(face, end)) : add(edge, subtract(face, end));
  return when(call('ISNUMBER', end), moved, '');
}
