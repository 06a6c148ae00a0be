import { OfficeFile } from '../file/office-file.js';
import { isAsRead } from './cell.js';
import { BOOK, type Opened, outlineOf, RELATION, shapeOf } from './load.js';
import { writeOutline, writeXmlParts } from './save-outline.js';
import { writeSheet } from './save-sheet.js';
import type { Sheet } from './sheet.js';
import { Styles } from './styles.js';

/** The workbook as a file. Parts about which nothing changed keep their bytes; of a changed sheet, so do the unchanged cells. */
export function saveBook(opened: Opened): Uint8Array {
  const { book, bytes, shapes } = opened;
  book.calculate();
  const file = new OfficeFile(bytes);
  const styles = file.relationships(BOOK).find(({ type }) => type === `${RELATION}/styles`)?.target ?? '';
  const differentials = book.sheets.flatMap(({ conditionalFormats }) => conditionalFormats.filter(({ rule }) => rule === null));
  const { xml, ids } = Styles.withDifferentials(
    book.styles.text(),
    differentials.map(({ look }) => look),
  );
  if (xml !== file.text(styles)) file.set(styles, xml);
  const differentialIds = new Map(differentials.map(({ id }, index) => [id, ids[index] ?? 0]));
  for (const sheet of shapes.keys()) if (!book.sheets.includes(sheet)) removeSheet(file, sheet);
  const relations = new Map<Sheet, string>();
  for (const sheet of book.sheets) {
    if (sheet.origin && !isChanged(sheet, shapes.get(sheet))) continue;
    relations.set(sheet, writeSheet(file, sheet, shapes.get(sheet), differentialIds));
  }
  if (outlineOf(book) !== opened.outline) writeOutline(file, book, relations);
  if (relations.size > 0) dropCalculationChain(file);
  writeXmlParts(file, book, bytes);
  return file.bytes();
}

function isChanged(sheet: Sheet, shape: string | undefined): boolean {
  if (sheet.touched || shapeOf(sheet) !== shape) return true;
  for (const { cells } of sheet.rows.values()) for (const cell of cells.values()) if (cell.formula !== null && cell.source && !isAsRead(cell)) return true;
  return false;
}

function removeSheet(file: OfficeFile, { origin }: Sheet): void {
  if (!origin) return;
  for (const { type, target } of file.relationships(origin.part)) if (type === `${RELATION}/table`) file.delete(target);
  file.unrelate(BOOK, origin.part);
  file.delete(origin.part);
  const folder = origin.part.lastIndexOf('/');
  file.delete(`${origin.part.slice(0, folder)}/_rels${origin.part.slice(folder)}.rels`);
}

/** The order of the last calculation names cells that may hold no formula any more; Excel makes it anew. */
function dropCalculationChain(file: OfficeFile): void {
  const chain = file.relationships(BOOK).find(({ type }) => type === `${RELATION}/calcChain`)?.target;
  if (chain === undefined) return;
  file.unrelate(BOOK, chain);
  file.delete(chain);
}
