import type { ChecksReport } from '../engine/shown.js';
import { parseCellAddress } from './cell-address.js';
import { Failure } from './failure.js';
import { onOpenSheets } from './protection.js';

const ACCENT = '#1B4F72';
const INPUT = '#FFF6D6';

/** Brings the Checks sheet up to date, in one request: it is as before or whole. */
export async function writeReport(report: ChecksReport): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(report.sheet);
    const name = context.workbook.names.getItemOrNullObject(report.name);
    await context.sync();
    if (sheet.isNullObject) throw new Failure('failure.sheet-gone', { sheet: report.sheet });
    const locked = await onOpenSheets(context, [sheet], (open) => [() => write(context, open, report, name)]);
    if (locked.length > 0) throw new Failure('failure.protected-sheet', { sheet: report.sheet });
  });
}

function write(context: Excel.RequestContext, sheet: Excel.Worksheet, report: ChecksReport, earlier: Excel.NamedItem): void {
  if (report.clear) sheet.getRange(`${report.clear[0]}:${report.clear[1]}`).clear();
  for (const { cell, write: content } of report.restored) sheet.getRange(parseCellAddress(cell)?.cell ?? cell).formulas = [[content]];
  if (!earlier.isNullObject) earlier.delete();
  if (report.rows > 0) addRows(context, sheet, report);
}

function addRows(context: Excel.RequestContext, sheet: Excel.Worksheet, { name, firstRow, title, columns, rows }: ChecksReport): void {
  const heading = sheet.getRange(`A${firstRow}`);
  heading.values = [[title]];
  heading.format.font.bold = true;
  heading.format.font.color = ACCENT;
  const [first, last] = [firstRow + 2, firstRow + 1 + rows];
  for (const { letters, header, cells, input, key } of columns) {
    const head = sheet.getRange(`${letters}${firstRow + 1}`);
    head.values = [[header]];
    head.format.fill.color = ACCENT;
    head.format.font.color = '#FFFFFF';
    head.format.font.bold = true;
    const range = sheet.getRange(`${letters}${first}:${letters}${last}`);
    // What was generated may begin with "=": it is told, not computed.
    range.numberFormat = cells.map(() => ['@']);
    range.values = cells.map((cell) => [cell]);
    range.format.wrapText = !key;
    range.format.verticalAlignment = 'Top';
    if (input) {
      range.format.fill.color = INPUT;
      range.format.protection.locked = false;
    }
    if (key) context.workbook.names.add(name, range);
  }
}
