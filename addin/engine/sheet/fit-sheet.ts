import { toNumberText } from '../../../plan/workbook/number-text.js';
import { longestWord, textWidth, wrapText } from '../../../plan/workbook/text-width.js';
import { type CellToWrite, type SheetToWrite, textOf } from './sheet-to-write.js';

export const ROW = 18;
const LINE = 14;
const PADDING = 2;
const NARROWEST = 8;
/** What a formula shows is not known here: a number of this width. */
const FORMULA = 9;

/** Points a character of the default font takes, and a column's own margins. */
export const columnPoints = (characters: number): number => characters * 5.25 + 3.75;

/** Widths that fit what stands in the tables, each up to its column's limit; headers take two lines, no word of them is broken. */
export function fitWidths({ rows, tables }: Pick<SheetToWrite, 'rows' | 'tables'>, limits: readonly (readonly number[])[]): number[] {
  const widths: number[] = [];
  tables.forEach(({ header, rows: count, columns }, table) => {
    columns.forEach(({ formats }, position) => {
      const title = textOf(rows[header]?.[position]);
      let widest = Math.max(headerWidth(title), NARROWEST - PADDING);
      for (let row = 0; row < count; row += 1) widest = Math.max(widest, textWidth(shown(rows[header + 1 + row]?.[position] ?? '', formats?.[row])));
      const fitted = Math.max(longestWord(title) + PADDING, Math.min(limits[table]?.[position] ?? NARROWEST, widest + PADDING));
      widths[position] = Math.max(widths[position] ?? NARROWEST, fitted);
    });
  });
  return widths;
}

/** A header takes two lines; where it has a unit, that is the second. */
function headerWidth(title: string): number {
  const lines = title.split('\n');
  return lines.length > 1 ? Math.max(...lines.map(textWidth)) : Math.ceil(textWidth(title) / 2) + PADDING;
}

function shown(cell: CellToWrite, format: string | undefined): string {
  if (typeof cell === 'object') return '0'.repeat(FORMULA);
  // What a format adds in quotes stands beside the number.
  return typeof cell === 'number' ? toNumberText(cell, format ?? '0') + (/"(.*)"/u.exec(format ?? '')?.[1] ?? '') : cell;
}

/** The height a table's row needs where text is wrapped, in points. */
export function rowHeight(cells: readonly CellToWrite[], columns: SheetToWrite['tables'][number]['columns'], widths: readonly number[]): number {
  const lines = cells.map((cell, position) => (columns[position]?.wrap && typeof cell === 'string' ? linesOf(cell, widths[position] ?? NARROWEST) : 1));
  const most = Math.max(1, ...lines);
  return most === 1 ? ROW : LINE * most + 4;
}

export const headerHeight = (cells: readonly CellToWrite[], widths: readonly number[]): number =>
  LINE * Math.max(2, ...cells.map((cell, position) => linesOf(textOf(cell), (widths[position] ?? NARROWEST) - 1))) + 5;

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((lines, each) => lines + (textWidth(each) <= width - 0.5 ? 1 : wrapText(each, width - 0.5).length), 0);

/** A4 landscape between the margins, in points. */
const PAGE = { width: 784, height: 500 };

/** What is kept together on a page: a table with its title, a chart. */
export interface Piece {
  firstRow: number;
  lastRow: number;
}

/** Where pages begin so that no chart and no table that fits a page is cut; each page begins with the repeated row. */
export function pageBreaks(pieces: readonly Piece[], heights: readonly number[], widths: readonly number[], repeated: number): number[] {
  const scale = Math.min(1, PAGE.width / widths.reduce((sum, width) => sum + columnPoints(width), 0));
  // Printers' own metrics differ by a few per cent.
  const page = (PAGE.height * 0.95) / scale;
  const high = (first: number, last: number): number => heights.slice(first, last + 1).reduce((sum, height) => sum + height, 0);
  const breaks: number[] = [];
  let used = 0;
  let from = 0;
  for (const { firstRow, lastRow } of pieces) {
    used += high(from, firstRow - 1);
    from = lastRow + 1;
    const needed = high(firstRow, lastRow);
    // What is longer than a page begins on a new one where little is left of this.
    const isBroken = used + needed > page && (needed <= page - repeated || used > page / 2);
    if (isBroken && used > repeated) {
      breaks.push(firstRow);
      used = repeated;
    }
    used += needed;
    while (used > page) used = used - page + repeated;
  }
  return breaks;
}
