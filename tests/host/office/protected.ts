import type { Area } from '../book/area.js';
import type { Book } from '../book/book.js';
import type { Sheet } from '../book/sheet.js';
import { OfficeError } from './office-error.js';

const denied = (): OfficeError => new OfficeError('AccessDenied', 'You cannot perform the requested operation: the sheet is protected.');

/** Refuses to write to locked cells of a protected sheet. */
export function allowWrite(sheet: Sheet, book: Book, area: Area): void {
  if (!sheet.protection) return;
  for (let row = area.row; row < area.row + Math.min(area.rows, 100_000); row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (book.styles.look(sheet.cell(row, column)?.style ?? 0).locked) throw denied();
    }
  }
}

/** Refuses formats, conditional ones too, on a protected sheet, unless it allows them ("0" in the file means allowed). */
export function allowFormat(sheet: Sheet): void {
  if (sheet.protection && sheet.protection.attributes['formatCells'] !== '0') throw denied();
}

/** Refuses what no protected sheet allows: tables, charts. */
export function allowObjects(sheet: Sheet): void {
  if (sheet.protection) throw denied();
}
