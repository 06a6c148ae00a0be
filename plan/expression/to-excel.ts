import type { Expr, Operator } from './expression.js';

/** Operator precedence in Excel, tightest first; unary minus binds tighter than ^ there, so it is always bracketed. */
const PRECEDENCE: Record<Operator, number> = { '^': 5, '*': 4, '/': 4, '+': 3, '-': 3, '&': 2, '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1 };

/** Formula text with gaps for the addresses of cells in its own row: a text, a cell, a text, a cell, …, a text. */
interface Template {
  texts: string[];
  cells: { column: string; above: boolean }[];
}

const templates = new WeakMap<Expr, Template>();

/**
 * The Excel text of an expression, without its leading "=". `addressOf` gives the address of a column's cell in the
 * formula's row. Rows that share an expression share its text but for these addresses.
 */
export function toExcel(expression: Expr, addressOf: (column: string, above: boolean) => string): string {
  let template = templates.get(expression);
  if (!template) {
    const draft = new Draft();
    write(expression, draft);
    template = draft.template();
    templates.set(expression, template);
  }
  const { texts, cells } = template;
  let text = texts[0] ?? '';
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell) text += addressOf(cell.column, cell.above) + (texts[index + 1] ?? '');
  }
  return text;
}

/** A template while it is written: the pieces of a text are joined where a cell ends it. */
class Draft {
  private readonly texts: string[] = [];
  private readonly cells: Template['cells'] = [];
  private pieces: string[] = [];

  add(piece: string): void {
    this.pieces.push(piece);
  }

  addCell(column: string, above: boolean): void {
    this.endText();
    this.cells.push({ column, above });
  }

  template(): Template {
    this.endText();
    return { texts: this.texts, cells: this.cells };
  }

  private endText(): void {
    this.texts.push(this.pieces.join(''));
    this.pieces = [];
  }
}

function write(node: Expr, out: Draft): void {
  switch (node.op) {
    case 'value':
      out.add(literal(node.value));
      return;
    case 'cell':
      out.addCell(node.column, node.above ?? false);
      return;
    case 'name':
      out.add(node.name);
      return;
    case 'negate':
      out.add('(-');
      writeOperand(node.operand, 6, out);
      out.add(')');
      return;
    case 'call':
      out.add(`${node.name}(`);
      for (let index = 0; index < node.arguments.length; index += 1) {
        const argument = node.arguments[index];
        if (index > 0) out.add(',');
        if (argument) write(argument, out);
      }
      out.add(')');
      return;
    case 'binary': {
      const precedence = PRECEDENCE[node.operator];
      writeOperand(node.left, precedence, out);
      out.add(node.operator);
      writeOperand(node.right, precedence + 1, out);
    }
  }
}

function writeOperand(node: Expr, atLeast: number, out: Draft): void {
  const isLooser = node.op === 'binary' && PRECEDENCE[node.operator] < atLeast;
  if (isLooser) out.add('(');
  write(node, out);
  if (isLooser) out.add(')');
}

function literal(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return `"${value.includes('"') ? value.replaceAll('"', '""') : value}"`;
  return value < 0 ? `(${numeral(value)})` : numeral(value);
}

/** Excel keeps 15 significant digits of a literal. */
const numeral = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(15))).replace('e', 'E');
