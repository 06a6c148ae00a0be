import { type Area, addressOf, areaOf, holds } from './area.js';
import type { LintRule } from './lint-rule.js';
import type { OpenBook, OpenCell, OpenSheet } from './opened-book.js';

/** Han characters, their punctuation and full-width forms take two columns; curly quotes and dashes do in Chinese fonts. */
const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6“”‘’…—]/u;
const displayedWidth = (text: string): number => Array.from(text).reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);

/** A cell's text as its number format shows it; of formats, those a sheet of figures has. */
function shown({ value, style: { format } }: OpenCell): string {
  if (value === null) return '';
  if (typeof value !== 'number' || format === '@') return String(value);
  if (format.includes('yyyy')) return format;
  if (format === 'General') return String(Number(value.toPrecision(11)));
  const decimals = /\.(0+)/u.exec(format)?.[1]?.length ?? 0;
  const percent = format.includes('%');
  const text = (percent ? value * 100 : value).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: format.includes(','),
  });
  return `${text}${percent ? '%' : ''}`;
}

/** Text without wrapping runs on over empty cells to its right, as far as the printed area goes; numbers never do. */
function room(cell: OpenCell, sheet: OpenSheet, printed: Area): number {
  let width = sheet.width(cell.column);
  if (typeof cell.value !== 'string' || cell.style.wrap || cell.formula !== null) return width;
  for (let column = cell.column + 1; column <= printed.right; column += 1) {
    const next = sheet.cells.get(addressOf(column, cell.row));
    if (next && (next.value !== null || next.formula !== null)) break;
    width += sheet.width(column);
  }
  return width;
}

const LINE_HEIGHT = 1.3;

function tooWide(cell: OpenCell, sheet: OpenSheet, { baseFontSize }: OpenBook, printed: Area): string | null {
  const { fontSize, indent, wrap } = cell.style;
  const needed = displayedWidth(shown(cell)) * (fontSize / baseFontSize) + indent;
  const width = room(cell, sheet, printed);
  if (!wrap) return needed <= width ? null : `${needed} in ${width}`;
  const lines = Math.ceil(needed / width);
  const height = sheet.heights.get(cell.row) ?? sheet.defaultHeight;
  return lines === 1 || lines * fontSize * LINE_HEIGHT <= height ? null : `${lines} lines of ${fontSize} points in ${height}`;
}

export const WIDTH_RULES: readonly LintRule[] = [
  {
    code: 'column-width',
    find: (book) =>
      book.sheets.flatMap((sheet, index) => {
        const area = book.names.find(({ name, sheet: of }) => name === '_xlnm.Print_Area' && of === index)?.text;
        if (area === undefined) return [];
        const printed = areaOf(area.slice(area.lastIndexOf('!') + 1).replaceAll('$', ''));
        const first = new Map<number, { line: string; count: number }>();
        for (const cell of sheet.cells.values()) {
          const what = holds(printed, cell) ? tooWide(cell, sheet, book, printed) : null;
          if (what === null) continue;
          const known = first.get(cell.column);
          if (known) known.count += 1;
          else first.set(cell.column, { line: `${sheet.name}!${cell.address}: ${what}: ${shown(cell).slice(0, 40)}`, count: 1 });
        }
        return [...first.values()].map(({ line, count }) => (count > 1 ? `${line} (and ${count - 1} more below)` : line));
      }),
  },
];
