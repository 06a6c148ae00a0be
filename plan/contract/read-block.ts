import { columnLetters, columnNumber } from '../workbook/address.js';
import type { ReadCell } from '../xlsx/read-sheet.js';
import type { ReadSheet, ReadWorkbook } from '../xlsx/read-workbook.js';

/** A block found again in a workbook that people have worked on. */
export interface FoundBlock {
  sheet: ReadSheet;
  /** Row numbers by row key; the first where a key stands twice. */
  rows: Map<string, number>;
  /** Keys that stand more than once. */
  repeated: string[];
  /** Column letters by column key. */
  columns: Map<string, string>;
  cell(rowKey: string, column: string): ReadCell | undefined;
  /** Such as '原文数据'!G7, or null where the row or column is gone. */
  address(rowKey: string, column: string): string | null;
}

const RANGE = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/u;

/**
 * Finds a block by its columns' defined names, which follow sorting, inserted rows and columns, renamed headers and renamed
 * sheets in every program. Null where the key column's name is gone or points nowhere.
 */
export function findBlock(workbook: ReadWorkbook, block: string): FoundBlock | null {
  const columns = new Map<string, string>();
  let sheet: ReadSheet | undefined;
  let [first, last] = [Infinity, 0];
  for (const [name, reference] of workbook.names) {
    if (!name.startsWith(`${block}_`)) continue;
    const range = RANGE.exec(reference);
    if (!range) continue;
    const sheetName = range[1]?.replaceAll("''", "'") ?? range[2];
    sheet ??= workbook.sheets.find((each) => each.name === sheetName);
    if (sheet?.name !== sheetName) continue;
    columns.set(name.slice(block.length + 1), columnLetters(columnNumber(range[3] ?? 'A')));
    first = Math.min(first, Number(range[4]));
    last = Math.max(last, Number(range[6] ?? range[4]));
  }
  const keyColumn = columns.get('key');
  if (!sheet || keyColumn === undefined) return null;
  const { cells } = sheet;
  const rows = new Map<string, number>();
  const repeated: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const key = cells.get(`${keyColumn}${row}`)?.value;
    if (typeof key !== 'string') continue;
    if (rows.has(key)) repeated.push(key);
    else rows.set(key, row);
  }
  const at = (rowKey: string, column: string): string | null => {
    const [letters, row] = [columns.get(column), rows.get(rowKey)];
    return letters === undefined || row === undefined ? null : `${letters}${row}`;
  };
  return {
    sheet,
    rows,
    repeated,
    columns,
    cell: (rowKey, column) => cells.get(at(rowKey, column) ?? ''),
    address: (rowKey, column) => {
      const address = at(rowKey, column);
      return address === null ? null : `'${sheet.name.replaceAll("'", "''")}'!${address}`;
    },
  };
}
