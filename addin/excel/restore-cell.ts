import { parseCellAddress } from './cell-address.js';
import { Failure } from './failure.js';
import { onOpenSheets } from './protection.js';

/** Writes one cell as it was generated: a formula, a constant, or nothing. Text that begins with "=" stays text. */
export async function restoreCell(address: string, write: string | number | boolean): Promise<void> {
  const at = parseCellAddress(address);
  if (!at) throw new Failure('failure.gone', { told: address });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(at.sheet);
    await context.sync();
    if (sheet.isNullObject) throw new Failure('failure.sheet-gone', { sheet: at.sheet });
    const locked = await onOpenSheets(context, [sheet], (open) => [() => void (open.getRange(at.cell).formulas = [[write]])]);
    if (locked.length > 0) throw new Failure('failure.protected-sheet', { sheet: at.sheet });
  });
}
