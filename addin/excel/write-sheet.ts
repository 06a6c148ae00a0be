import type { SheetToWrite } from '../engine/shown.js';

const ACCENT = '#1B4F72';
const FAINT = '#6B7785';
const FONT = 'Microsoft YaHei';
/** Cells written in one request, far below the limit on its size. */
const CELLS_AT_ONCE = 10_000;

/** Adds a sheet with formulas and native charts and shows it; where that fails half-way the sheet is taken away again. Gives its name. */
export async function writeSheet(wanted: SheetToWrite): Promise<string> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    const name = freeName(
      wanted.name,
      worksheets.items.map((sheet) => sheet.name),
    );
    const sheet = worksheets.add(name);
    await context.sync();
    try {
      await fill(context, sheet, wanted);
      dress(sheet, wanted);
      for (const chart of wanted.charts) addChart(sheet, chart);
      sheet.activate();
      sheet.getRange('A1').select();
      await context.sync();
    } catch (error) {
      sheet.delete();
      await context.sync();
      throw error;
    }
    return name;
  });
}

function freeName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!lower.has(name.toLowerCase())) return name;
  }
}

async function fill(context: Excel.RequestContext, sheet: Excel.Worksheet, { rows }: SheetToWrite): Promise<void> {
  const width = Math.max(...rows.map((row) => row.length));
  const step = Math.max(1, Math.floor(CELLS_AT_ONCE / width));
  for (let from = 0; from < rows.length; from += step) {
    const some = rows.slice(from, from + step);
    sheet.getRangeByIndexes(from, 0, some.length, width).formulas = some.map((row) => Array.from({ length: width }, (_, column) => asTyped(row[column] ?? '')));
    // Sent piece by piece: the client would otherwise gather all into one request.
    await context.sync();
  }
}

/** Text stays text: 2.5% as printed is no number here, and what begins with "=" in someone's workbook no formula. */
function asTyped(cell: SheetToWrite['rows'][number][number]): string | number {
  if (typeof cell === 'object') return cell.formula;
  return typeof cell === 'string' && /^[=+\-@'\d.,(（$¥￥%]/u.test(cell) ? `'${cell}` : cell;
}

function dress(sheet: Excel.Worksheet, { rows, headers, titles, widths, numberFormats }: SheetToWrite): void {
  const width = Math.max(...rows.map((row) => row.length));
  const all = sheet.getRangeByIndexes(0, 0, rows.length, width);
  all.format.font.name = FONT;
  all.format.font.size = 10;
  all.format.verticalAlignment = 'Center';
  for (const row of titles) {
    const title = sheet.getRangeByIndexes(row, 0, 1, 1).format.font;
    title.bold = true;
    title.color = ACCENT;
    title.size = row === 0 ? 16 : 11;
  }
  sheet.getRangeByIndexes(1, 0, 1, 1).format.font.color = FAINT;
  for (const row of headers) {
    const header = sheet.getRangeByIndexes(row, 0, 1, Math.max(1, rows[row]?.length ?? 1)).format;
    header.fill.color = ACCENT;
    header.font.color = '#FFFFFF';
    header.font.bold = true;
    header.horizontalAlignment = 'Center';
  }
  for (const { row, column, rows: count, format } of numberFormats) {
    sheet.getRangeByIndexes(row, column, count, 1).numberFormat = Array.from({ length: count }, () => [format]);
  }
  // About seven points a character of this font.
  widths.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = characters * 6;
  });
}

function addChart(sheet: Excel.Worksheet, { title, firstRow, lastRow, nameColumn, valueColumn, belowRow }: SheetToWrite['charts'][number]): void {
  const count = lastRow - firstRow + 1;
  const chart = sheet.charts.add('ColumnClustered', sheet.getRangeByIndexes(firstRow, valueColumn, count, 1), 'Columns');
  chart.title.text = title;
  chart.legend.visible = false;
  const series = chart.series.getItemAt(0);
  series.setXAxisValues(sheet.getRangeByIndexes(firstRow, nameColumn, count, 1));
  chart.setPosition(`A${belowRow + 1}`, `H${belowRow + 16}`);
}
