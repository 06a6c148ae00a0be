import { absoluteAddress, LAST_COLUMN, LAST_ROW, parseArea, splitAddress } from '../book/area.js';
import type { Book } from '../book/book.js';
import type { Sheet } from '../book/sheet.js';
import { quoteSheet } from '../../../plan/workbook/address.js';
import { invalid, type Place } from './office-type.js';

/** A sheet's area by its address: A1:B2, A:C, or a name that stands for an area of this sheet; null is the whole sheet. */
export function placeOn(book: Book, sheet: Sheet, address: string | null): Place {
  if (address === null || address === '') return { book, sheet, area: { row: 0, column: 0, rows: LAST_ROW, columns: LAST_COLUMN } };
  const { sheet: told, rest } = splitAddress(address);
  if (told !== null && told.toLowerCase() !== sheet.name.toLowerCase()) throw invalid(address);
  const area = parseArea(rest);
  if (area) return { book, sheet, area };
  const named = book.name(address, sheet);
  const place = named && placeOf(book, named.formula);
  if (place?.sheet !== sheet) throw invalid(address);
  return place;
}

/** The place that a formula text refers to; null where it is no single area of this workbook. */
export function placeOf(book: Book, reference: string): Place | null {
  const { sheet: name, rest } = splitAddress(reference.replace(/^=/u, ''));
  const sheet = name === null ? undefined : book.sheet(name);
  const area = parseArea(rest);
  return sheet && area ? { book, sheet, area } : null;
}

/** '对比'!$B$2:$B$9 */
export const referenceTo = ({ sheet, area }: Place): string => `${quoteSheet(sheet.name)}!${absoluteAddress(area)}`;
