import { CellError, type Result } from '../expression/evaluate.js';
import type { AnyBlock } from './block.js';
import { toNumberText } from './number-text.js';
import type { LaidCell, LaidRow } from './laid-workbook.js';
import type { CellValues } from './cell-values.js';
import type { Placed } from './place-blocks.js';
import type { CellStyle, Look } from './style.js';
import { longestWord, textWidth, wrapText } from './text-width.js';

const PADDING = 2;
const NARROWEST = 5;
/** A title's 16 points against the default font's 10. */
const TITLE_SCALE = 1.62;
/** Points a line of text takes, and a title. */
const LINE = 14;
const TITLE = 30;

/** Column widths that fit what stands in them, header words included, up to each column's own limit. Lines of text run on to the right and count for nothing. */
export function fitWidths(placed: readonly Placed[], values: CellValues, headersOf: (placed: Placed) => string[]): number[] {
  const widths: number[] = [];
  for (const each of placed) {
    const headers = headersOf(each);
    const cells = values.of(each);
    each.block.columns.forEach((column, position) => {
      if (column.width === 0) {
        widths[position] ??= NARROWEST;
        return;
      }
      let widest = 0;
      for (let index = 0; index < each.block.rows.length && widest + PADDING < column.width; index += 1) {
        const value = cells.value(index, position);
        if (value === null || value === '') continue;
        const look = typeof column.style === 'function' ? column.style(each.block.rows[index]) : column.style;
        widest = Math.max(widest, textWidth(shown(value, look)));
      }
      const header = each.block.table ? headerRoom(headers[position] ?? '') : { whole: 0, word: 0 };
      const wanted = Math.max(NARROWEST, header.whole, column.least ?? (column.input ? column.width : 0), widest + PADDING);
      const fitted = Math.max(header.word, Math.min(column.width, wanted));
      widths[position] = Math.max(widths[position] ?? NARROWEST, fitted);
    });
  }
  return holdLines(
    Array.from(widths, (width) => width || NARROWEST),
    placed,
    values,
  );
}

/** A header takes two lines and leaves room for its filter button; whatever the column's limit, no word of it is broken. */
const headerRoom = (title: string): { whole: number; word: number } => ({ whole: Math.ceil(textWidth(title) / 2) + 4, word: longestWord(title) + 3 });

/** Lines of text run on over the columns to their right: the column they begin in takes up what these lack, so that nothing runs off the page. */
function holdLines(widths: number[], placed: readonly Placed[], values: CellValues): number[] {
  const printed = Math.max(1, ...placed.map(printedColumns));
  for (const each of placed) {
    const position = each.block.columns.length - 1;
    if (each.block.columns[position]?.width !== 0) continue;
    const lines = (each.block.rows as unknown[]).map((row, index) => lineWidth(each.block.columns[position]?.style, row, values.value(each, index, position)));
    const room = widths.slice(position, printed).reduce((sum, width) => sum + width, 0);
    const lacking = Math.max(0, ...lines) - room;
    if (lacking > 0) widths[position] = (widths[position] ?? NARROWEST) + Math.ceil(lacking);
  }
  return widths;
}

function lineWidth(look: AnyBlock['columns'][number]['style'] | undefined, row: unknown, value: Result): number {
  const style = typeof look === 'function' ? look(row) : look;
  return (typeof value === 'string' ? textWidth(value) : 0) * (style?.look === 'title' ? TITLE_SCALE : style?.look === 'intro' ? 0.95 : 1.05) + PADDING;
}

/** Columns up to the keys, which are for formulas and are not printed. */
export const printedColumns = ({ block }: Placed): number =>
  block.columns.filter(({ style: look, screenOnly }) => !screenOnly && (typeof look === 'function' || look.look !== 'key')).length;

/** Looks whose text wraps within its column. */
const WRAPPED: readonly Look[] = ['header', 'label', 'text', 'wrap', 'input-text'];

/** Gives wrapped text the height it needs, so that no program cuts it; Excel's own fitting is not to be relied on in a preview. */
export function fitHeight(row: LaidRow, widths: readonly number[]): LaidRow {
  const look = row.cells[0]?.style.look;
  if (look === 'title') return withHeight(row, TITLE);
  let lines = 1;
  for (const cell of row.cells) lines = Math.max(lines, linesOf(cell, widths[cell.column - 1] ?? NARROWEST));
  if (look === 'header') return withHeight(row, LINE * Math.max(2, lines) + 5);
  return lines > 1 ? withHeight(row, LINE * lines + 4) : row;
}

/** Rows are made and forgotten by the hundred thousand: a spread would cost each a hidden class of its own. */
const withHeight = ({ number, key, cells }: LaidRow, height: number): LaidRow =>
  key === undefined ? { number, height, cells } : { number, key, height, cells };

function linesOf({ style, value }: LaidCell, width: number): number {
  if (typeof value !== 'string' || !WRAPPED.includes(style.look)) return 1;
  // A header leaves room for its filter button; small print takes less room than the default font.
  const room = style.look === 'header' ? width - 2 : style.look === 'wrap' ? (width - 1) * 1.08 : width - 0.5;
  return value.length * 2 <= room || textWidth(value) <= room ? 1 : wrapText(value, room).length;
}

function shown(value: Exclude<Result, null>, { format }: CellStyle): string {
  if (value instanceof CellError) return value.code;
  return typeof value === 'number' ? toNumberText(value, format) : String(value);
}
