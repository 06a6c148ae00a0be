import type { Expr, Operator } from './expression.js';

/** Operator precedence in Excel, tightest first; unary minus binds tighter than ^ there, so it is always bracketed. */
const PRECEDENCE: Record<Operator, number> = { '^': 5, '*': 4, '/': 4, '+': 3, '-': 3, '&': 2, '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1 };

/** A formula's text with gaps for the cells of its own row: a text, a cell, a text, a cell, …, a text. Rows that share an expression share it. */
export interface FormulaText {
  texts: readonly string[];
  gaps: readonly CellExpr[];
}

export type CellExpr = Extract<Expr, { op: 'cell' }>;

/** The Excel text of an expression, without its leading "="; `addressOf` tells a column's cell in the formula's row, or in the row above. */
export const toExcel = (expression: Expr, addressOf: (column: string, above: boolean) => string): string =>
  fillGaps(formulaText(expression), ({ column, above = false }) => addressOf(column, above));

/** An expression's text, to be filled row by row. */
export function formulaText(expression: Expr): FormulaText {
  const draft = new Draft();
  write(expression, draft);
  draft.texts.push(draft.text);
  return draft;
}

export function fillGaps({ texts, gaps }: FormulaText, tell: (gap: CellExpr, index: number) => string): string {
  let text = texts[0] ?? '';
  for (let index = 0; index < gaps.length; index += 1) {
    const gap = gaps[index];
    if (gap) text += tell(gap, index) + (texts[index + 1] ?? '');
  }
  return text;
}

/** A formula's text while it is written. */
class Draft {
  readonly texts: string[] = [];
  readonly gaps: CellExpr[] = [];
  text = '';

  leave(gap: CellExpr): void {
    this.texts.push(this.text);
    this.gaps.push(gap);
    this.text = '';
  }
}

function write(node: Expr, out: Draft): void {
  switch (node.op) {
    case 'value':
      out.text += literal(node.value);
      return;
    case 'cell':
      out.leave(node);
      return;
    case 'name':
      out.text += node.name;
      return;
    case 'negate':
      out.text += '(-';
      writeOperand(node.operand, 6, out);
      out.text += ')';
      return;
    case 'call':
      out.text += `${node.name}(`;
      for (let index = 0; index < node.arguments.length; index += 1) {
        const argument = node.arguments[index];
        if (index > 0) out.text += ',';
        if (argument) write(argument, out);
      }
      out.text += ')';
      return;
    case 'binary': {
      const precedence = PRECEDENCE[node.operator];
      writeOperand(node.left, precedence, out);
      out.text += node.operator;
      writeOperand(node.right, precedence + 1, out);
    }
  }
}

function writeOperand(node: Expr, atLeast: number, out: Draft): void {
  const isLooser = node.op === 'binary' && PRECEDENCE[node.operator] < atLeast;
  if (isLooser) out.text += '(';
  write(node, out);
  if (isLooser) out.text += ')';
}

function literal(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return `"${value.includes('"') ? value.replaceAll('"', '""') : value}"`;
  return value < 0 ? `(${numeral(value)})` : numeral(value);
}

/** Excel keeps 15 significant digits of a literal. */
const numeral = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(15))).replace('e', 'E');
