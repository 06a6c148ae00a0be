import type { SheetToWrite, TableToWrite } from '../engine/sheet/sheet-to-write.js';
import { ACCENT, FAINT, FONT, HAIRLINE } from './looks.js';

/** Rows whose formats go in one request: of a few hundred bytes each. */
const ROWS_AT_ONCE = 4_000;

/** Gives a written sheet fonts, widths, heights, lines and number formats as the generator's sheets have them, and keeps its headings in view. */
export async function dressSheet(context: Excel.RequestContext, sheet: Excel.Worksheet, wanted: SheetToWrite, canIndent: boolean): Promise<void> {
  const { rows, heights, widths, lines, tables, frozen } = wanted;
  const all = sheet.getRangeByIndexes(0, 0, rows.length, widths.length || 1);
  all.format.font.name = FONT;
  all.format.font.size = 10;
  all.format.verticalAlignment = 'Center';
  widths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  });
  for (const { from, count, value } of runs(heights)) sheet.getRangeByIndexes(from, 0, count, 1).format.rowHeight = value;
  for (const { row, look } of lines) dressLine(sheet.getRangeByIndexes(row, 0, 1, 1).format.font, look);
  for (const table of tables) await dressTable(context, sheet, table, canIndent);
  if (rows.length > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, frozen.rows, frozen.columns));
}

function dressLine(font: Excel.RangeFont, look: SheetToWrite['lines'][number]['look']): void {
  font.color = look === 'intro' ? FAINT : ACCENT;
  font.size = { title: 16, section: 11, intro: 9 }[look];
  font.bold = look !== 'intro';
}

async function dressTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { header, rows, columns, own }: TableToWrite,
  canIndent: boolean,
): Promise<void> {
  const head = sheet.getRangeByIndexes(header, 0, 1, columns.length).format;
  head.fill.color = ACCENT;
  head.font.color = '#FFFFFF';
  head.font.bold = true;
  head.horizontalAlignment = 'Center';
  head.wrapText = true;
  if (rows === 0) return;
  const first = header + 1;
  underline(sheet.getRangeByIndexes(first, 0, rows, columns.length).format.borders, rows > 1);
  for (const row of own) sheet.getRangeByIndexes(row, 0, 1, columns.length).format.font.bold = true;
  for (const [column, { align, wrap, formats }] of columns.entries()) {
    const { format } = sheet.getRangeByIndexes(first, column, rows, 1);
    format.horizontalAlignment = align;
    if (align === 'Right' && canIndent) format.indentLevel = 1;
    if (wrap) format.wrapText = true;
    for (let from = 0; formats && from < rows; from += ROWS_AT_ONCE) {
      const some = formats.slice(from, from + ROWS_AT_ONCE);
      sheet.getRangeByIndexes(first + from, column, some.length, 1).numberFormat = some.map((each) => [each]);
      if (some.length === ROWS_AT_ONCE) await context.sync();
    }
  }
}

function underline(borders: Excel.RangeBorderCollection, isSeveral: boolean): void {
  for (const edge of isSeveral ? (['EdgeBottom', 'InsideHorizontal'] as const) : (['EdgeBottom'] as const)) {
    const line = borders.getItem(edge);
    line.style = 'Continuous';
    line.weight = 'Hairline';
    line.color = HAIRLINE;
  }
}

/** Neighbours that are equal, together. */
function runs(values: readonly number[]): { from: number; count: number; value: number }[] {
  const found: { from: number; count: number; value: number }[] = [];
  values.forEach((value, index) => {
    const last = found.at(-1);
    if (last?.value === value) last.count += 1;
    else found.push({ from: index, count: 1, value });
  });
  return found;
}
