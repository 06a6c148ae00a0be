import type { Expr, Operator } from './expression.js';

/** Operator precedence in Excel, tightest first; unary minus binds tighter than ^ there, so it is always bracketed. */
const PRECEDENCE: Record<Operator, number> = { '^': 5, '*': 4, '/': 4, '+': 3, '-': 3, '&': 2, '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1 };

/** Formula text with gaps for the addresses of cells in its own row: text, column, text, column, …, text. */
type Template = readonly string[];

const templates = new WeakMap<Expr, Template>();

/**
 * The Excel text of an expression, without its leading "=". `addressOf` gives the address of a column's cell in the
 * formula's row. Rows that share an expression share its text but for these addresses.
 */
export function toExcel(expression: Expr, addressOf: (column: string, above: boolean) => string): string {
  let template = templates.get(expression);
  if (!template) {
    template = write(expression).split('\u0000');
    templates.set(expression, template);
  }
  let text = template[0] ?? '';
  for (let index = 1; index < template.length; index += 2) text += addressIn(template[index] ?? '', addressOf) + (template[index + 1] ?? '');
  return text;
}

/** A gap is marked by the one character no formula can hold; a cell of the row above by a caret, which no column's key has. */
const gap = (column: string, above = false): string => `\u0000${above ? '^' : ''}${column}\u0000`;

const addressIn = (marked: string, addressOf: (column: string, above: boolean) => string): string =>
  marked.startsWith('^') ? addressOf(marked.slice(1), true) : addressOf(marked, false);

function write(node: Expr): string {
  switch (node.op) {
    case 'value':
      return literal(node.value);
    case 'cell':
      return gap(node.column, node.above);
    case 'name':
      return node.name;
    case 'negate':
      return `(-${operand(node.operand, 6)})`;
    case 'call':
      return `${node.name}(${node.arguments.map(write).join(',')})`;
    case 'binary': {
      const precedence = PRECEDENCE[node.operator];
      return `${operand(node.left, precedence)}${node.operator}${operand(node.right, precedence + 1)}`;
    }
  }
}

function operand(node: Expr, atLeast: number): string {
  const text = write(node);
  return node.op === 'binary' && PRECEDENCE[node.operator] < atLeast ? `(${text})` : text;
}

function literal(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return `"${value.replaceAll('"', '""').replaceAll('\u0000', '')}"`;
  return value < 0 ? `(${numeral(value)})` : numeral(value);
}

/** Excel keeps 15 significant digits of a literal. */
const numeral = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(15))).replace('e', 'E');
