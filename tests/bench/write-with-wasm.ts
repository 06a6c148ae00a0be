import { CellError } from '../../plan/expression/evaluate.js';
import type { LaidCell, LaidWorkbook } from '../../plan/workbook/laid-workbook.js';

/** Values, formulas with their results and widths through rust_xlsxwriter compiled to WebAssembly. Its objects are outside of JavaScript's memory and freed by hand. */
export async function writeWithWasm(laid: LaidWorkbook): Promise<Uint8Array> {
  const { Formula, Workbook } = await import('wasm-xlsxwriter');
  const workbook = new Workbook();
  for (const { name, rows, widths } of laid.sheets) {
    const worksheet = workbook.addWorksheet();
    worksheet.setName(name);
    widths.forEach((width, column) => worksheet.setColumnWidth(column, width));
    for (const { number, cells } of rows) for (const cell of cells) write(number - 1, cell);
    worksheet.free();

    function write(row: number, { column, value, formula }: LaidCell): void {
      const plain = value instanceof CellError ? value.code : value;
      if (formula) {
        const written = new Formula(formula.text).setResult(String(plain ?? ''));
        worksheet.writeFormula(row, column - 1, written);
        written.free();
      } else if (typeof plain === 'number') worksheet.writeNumber(row, column - 1, plain);
      else if (typeof plain === 'boolean') worksheet.writeBoolean(row, column - 1, plain);
      else if (plain !== null) worksheet.writeString(row, column - 1, plain);
    }
  }
  const bytes = workbook.saveToBufferSync();
  workbook.free();
  return bytes;
}
