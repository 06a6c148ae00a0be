import { type Expr, join, type Operator, value } from '../expression/expression.js';

const SIGN: Partial<Record<Operator, string>> = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ', '^': '^' };
const BINDS: Partial<Record<Operator, number>> = { '^': 3, '*': 2, '/': 2, '+': 1, '-': 1 };

/** A piece of text as it stands, or a cell's value. */
type Piece = string | Expr;

/**
 * An expression in words and with its numbers, live: 9 ÷ 5.45, (34.94 ÷ 12.78 − 1) × 100. A formula of text that reads
 * the same cells, so that what a reader is shown is what was reckoned.
 */
export function expressionText(expression: Expr): Expr {
  const [first = '', ...others] = merged(pieces(expression));
  const start = typeof first === 'string' ? value(first) : join(value(''), first);
  return others.reduce<Expr>((text, piece) => join(text, piece), start);
}

function pieces(node: Expr): Piece[] {
  switch (node.op) {
    case 'value':
      return [numberText(node.value)];
    case 'binary': {
      const binds = BINDS[node.operator] ?? 0;
      return [...bracketed(node.left, binds, node.operator === '^'), SIGN[node.operator] ?? node.operator, ...bracketed(node.right, binds, true)];
    }
    case 'call':
      if ((node.name === 'IF' || node.name === 'IFERROR') && node.arguments.length > 1) return pieces(node.arguments[node.name === 'IF' ? 1 : 0] ?? value(''));
      return [node];
    default:
      return [node];
  }
}

/** In brackets where the operator around it binds tighter, and to the right of one that is not associative. */
function bracketed(node: Expr, around: number, strictly: boolean): Piece[] {
  const own = operatorOf(node);
  const needs = own !== null && (own < around || (strictly && own === around));
  return needs ? ['(', ...pieces(node), ')'] : pieces(node);
}

function operatorOf(node: Expr): number | null {
  if (node.op === 'binary') return BINDS[node.operator] ?? 0;
  if (node.op === 'call' && node.name === 'IF' && node.arguments[1]) return operatorOf(node.arguments[1]);
  return null;
}

const numberText = (literal: string | number | boolean): string => (typeof literal === 'number' ? String(Number(literal.toPrecision(12))) : String(literal));

/** Neighbouring texts made one: a formula joins no more than it must. */
const merged = (all: Piece[]): Piece[] =>
  all.reduce<Piece[]>((done, piece) => {
    const last = done.at(-1);
    if (typeof last === 'string' && typeof piece === 'string') return [...done.slice(0, -1), last + piece];
    return [...done, piece];
  }, []);
