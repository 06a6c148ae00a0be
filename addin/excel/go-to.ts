import { parseCellAddress } from './cell-address.js';
import { Failure } from './failure.js';

/** Shows a cell: its sheet comes to the front and the cell is selected. */
export async function goTo(address: string): Promise<void> {
  const at = parseCellAddress(address);
  if (!at) throw new Failure('failure.gone', { told: address });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(at.sheet);
    sheet.load('visibility');
    await context.sync();
    if (sheet.isNullObject) throw new Failure('failure.sheet-gone', { sheet: at.sheet });
    if (sheet.visibility !== 'Visible') throw new Failure('failure.sheet-hidden', { sheet: at.sheet });
    sheet.activate();
    sheet.getRange(at.cell).select();
    await context.sync();
  });
}

/** The cell that is selected: 'Sheet'!G7. */
export async function selectedCell(): Promise<string> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load('address');
    await context.sync();
    return cell.address;
  });
}
