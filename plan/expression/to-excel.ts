import type { Expr, Operator } from './expression.js';

/** Operator precedence in Excel, tightest first; unary minus binds tighter than ^ there, so it is always bracketed. */
const PRECEDENCE: Record<Operator, number> = { '^': 5, '*': 4, '/': 4, '+': 3, '-': 3, '&': 2, '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1 };

/** The Excel text of an expression, without its leading "=". `addressOf` gives the address of a column's cell in the formula's row. */
export function toExcel(expression: Expr, addressOf: (column: string) => string): string {
  const write = (node: Expr): string => {
    switch (node.op) {
      case 'value':
        return literal(node.value);
      case 'cell':
        return addressOf(node.column);
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
  };
  const operand = (node: Expr, atLeast: number): string => {
    const text = write(node);
    return node.op === 'binary' && PRECEDENCE[node.operator] < atLeast ? `(${text})` : text;
  };
  return write(expression);
}

function literal(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return value < 0 ? `(${numeral(value)})` : numeral(value);
}

/** Excel keeps 15 significant digits of a literal. */
const numeral = (value: number): string => String(Number(value.toPrecision(15))).replace('e', 'E');
