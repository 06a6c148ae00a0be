import type { CellToWrite, SheetToWrite } from '../engine/sheet/sheet-to-write.js';
import { abilities } from './abilities.js';
import { addChart } from './add-chart.js';
import { dressSheet } from './dress-sheet.js';
import { setUpPrint } from './print-set-up.js';

/** Cells written in one request, far below the limit on its size. */
const CELLS_AT_ONCE = 10_000;

/**
 * Adds a sheet with formulas and native charts, ready to be printed where this Excel lets an add-in set that, and shows it; where that
 * fails half-way the sheet is taken away again. Gives its name.
 */
export async function writeSheet(wanted: SheetToWrite): Promise<string> {
  const { gridlines, printSetUp } = abilities();
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
      await dressSheet(context, sheet, wanted, printSetUp);
      if (gridlines) sheet.showGridlines = false;
      if (printSetUp) setUpPrint(sheet, wanted.print);
      for (const chart of wanted.charts) addChart(sheet, chart, gridlines);
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
function asTyped(cell: CellToWrite): string | number {
  if (typeof cell === 'object') return cell.formula;
  return typeof cell === 'string' && /^[=+\-@'\d.,(（$¥￥%]/u.test(cell) ? `'${cell}` : cell;
}
