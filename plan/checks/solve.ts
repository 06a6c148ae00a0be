import { add, call, divide, type Expr, multiply, power, subtract } from '../expression/expression.js';

/** Where an operand's value leads an expression: up, down, nowhere, or not told because it stands there more than once. */
export type Direction = 1 | -1 | 0 | null;

/** What one operand would have to be for an expression to reach a goal. */
export interface Solution {
  at: Expr;
  /** Which column of the operand's row was solved for: value, low or high; a print's edges move with its value. */
  column: string;
  direction: 1 | -1;
}

/**
 * Solves `expression = goal` for the one look-up of an operand by its key, step by step from the outside in. Null where the
 * operand does not stand there, or more than once. Factors, divisors and bases of powers are taken as positive: amounts,
 * counts, shares and growth factors are.
 */
export function solveFor(key: string, expression: Expr, goal: Expr): Solution | null {
  return count(key, expression) === 1 ? invert(key, expression, goal, 1) : null;
}

/** Which way an expression moves when an operand's value rises. */
export function directionOf(key: string, expression: Expr | null): Direction {
  if (!expression || count(key, expression) === 0) return 0;
  return solveFor(key, expression, expression)?.direction ?? null;
}

function invert(key: string, guarded: Expr, goal: Expr, direction: 1 | -1): Solution | null {
  const node = unguarded(guarded);
  const column = columnOf(key, node);
  if (column !== null) return { at: goal, column, direction };
  if (node.op !== 'binary') return null;
  const { operator, left, right } = node;
  const turned = direction === 1 ? -1 : 1;
  if (count(key, left) > 0) {
    switch (operator) {
      case '+':
        return invert(key, left, subtract(goal, right), direction);
      case '-':
        return invert(key, left, add(goal, right), direction);
      case '*':
        return invert(key, left, divide(goal, right), direction);
      case '/':
        return invert(key, left, multiply(goal, right), direction);
      case '^':
        return invert(key, left, power(goal, divide(1, right)), direction);
      default:
        return null;
    }
  }
  switch (operator) {
    case '+':
      return invert(key, right, subtract(goal, left), direction);
    case '-':
      return invert(key, right, subtract(left, goal), turned);
    case '*':
      return invert(key, right, divide(goal, left), direction);
    case '/':
      return invert(key, right, divide(left, goal), turned);
    default:
      return null;
  }
}

/** The column read, where a node is the look-up INDEX(fig_low, MATCH("key", fig_key, 0)) of an operand. */
function columnOf(key: string, node: Expr): string | null {
  if (node.op !== 'call' || node.name !== 'INDEX') return null;
  const [area, match] = node.arguments;
  if (area?.op !== 'name' || match?.op !== 'call' || match.name !== 'MATCH') return null;
  const [wanted] = match.arguments;
  return wanted?.op === 'value' && wanted.value === key ? area.name.replace(/^[a-z]+_/u, '') : null;
}

/** How often an operand stands in an expression, conditions aside. */
function count(key: string, expression: Expr): number {
  const node = unguarded(expression);
  if (columnOf(key, node) !== null) return 1;
  switch (node.op) {
    case 'binary':
      return count(key, node.left) + count(key, node.right);
    case 'negate':
      return count(key, node.operand);
    case 'call':
      return node.arguments.reduce((sum, each) => sum + count(key, each), 0);
    default:
      return 0;
  }
}

/** What a guard lets through: IF(COUNT(x)=1, x, "") and IFERROR(x, "") are x. The guards of the other operands stay: what is not there is never 0. */
function unguarded(node: Expr): Expr {
  if (node.op !== 'call') return node;
  const [first, second, third] = node.arguments;
  if (node.name === 'IFERROR' && first) return unguarded(first);
  if (node.name === 'IF' && second && third?.op === 'value' && third.value === '') return unguarded(second);
  return node;
}

/** A number rounded up to so many digits: the least of that print that is no less. Strictly more where a statement excludes its own threshold. */
export const roundedUp = (value: Expr, digits: Expr, strict: boolean): Expr =>
  strict
    ? divide(add(call('INT', steps(value, digits)), 1), scale(digits))
    : divide(multiply(-1, call('INT', multiply(-1, steps(value, digits)))), scale(digits));

/** A number rounded down to so many digits; strictly less where a statement excludes its own threshold. */
export const roundedDown = (value: Expr, digits: Expr, strict: boolean): Expr =>
  strict
    ? divide(subtract(multiply(-1, call('INT', multiply(-1, steps(value, digits)))), 1), scale(digits))
    : divide(call('INT', steps(value, digits)), scale(digits));

const scale = (digits: Expr): Expr => power(10, digits);
/** Rounded to a millionth of a step first, so that what a float leaves over makes no step of its own. */
const steps = (value: Expr, digits: Expr): Expr => call('ROUND', multiply(value, scale(digits)), 6);
