import type { Language } from '../messages/message.js';
import { columnRange, quoteSheet } from './address.js';
import type { Sheet } from './block.js';
import { CellValues, type UserCells } from './cell-values.js';
import { laySheet } from './lay-sheet.js';
import { type LaidWorkbook, linkName, type Properties } from './laid-workbook.js';
import { assertDistinct, columnIndex, type Placed, placeBlocks } from './place-blocks.js';

/**
 * Gives every cell of every block its place, its formula's text and its value. Formulas find other blocks by defined
 * names, so where a block stands does not matter to them.
 */
export function layOut<Doc>(
  doc: Doc,
  sheets: readonly Sheet<Doc>[],
  language: Language,
  properties: Properties,
  userCells: UserCells = new Map(),
): LaidWorkbook {
  const placedSheets = sheets.map((sheet) => ({ sheet, placed: placeBlocks(sheet, doc, language) }));
  const all = placedSheets.flatMap(({ placed }) => placed);
  assertDistinct(all);
  const values = new CellValues(all, userCells);
  const laid = placedSheets.map(({ sheet, placed }) => laySheet(sheet, placed, sheet.charts?.(doc) ?? [], values, language));
  // Of long blocks rows are still to be laid: what looked over them as a whole is done.
  values.forgetAreas();
  const names = definedNames(all);
  for (const { id, name, hidden } of laid) if (!hidden) names.set(linkName(id), `${quoteSheet(name)}!$A$1`);
  return { language, sheets: laid, names, properties };
}

/** One name a column of data, and one a parameter. */
function definedNames(placed: readonly Placed[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { block, sheetName, first, last } of placed) {
    if (block.table) block.columns.forEach(({ key }, index) => names.set(`${block.id}_${key}`, columnRange(sheetName, index + 1, first, last)));
    const { cellNames } = block;
    if (!cellNames) continue;
    const column = columnIndex(block, cellNames.column) + 1;
    (block.rows as unknown[]).forEach((row, index) => names.set(cellNames.nameOf(row), columnRange(sheetName, column, first + index, first + index)));
  }
  return names;
}
