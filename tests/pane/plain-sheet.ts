import type { CellToWrite, SheetToWrite } from '../../addin/engine/sheet/sheet-to-write.js';

/** A sheet of rows alone. */
export const plainSheet = (name: string, rows: CellToWrite[][]): SheetToWrite => ({
  name,
  rows,
  heights: [],
  widths: [],
  lines: [],
  tables: [],
  charts: [],
  frozen: { rows: 1, columns: 1 },
  print: { repeated: 0, breaks: [], header: '', footer: '' },
});
