import { quoteSheet } from '../workbook/address.js';
import { UnreadableWorkbook } from '../xlsx/limits.js';
import type { ReadCell } from '../xlsx/read-sheet.js';
import type { ReadSheet, ReadWorkbook } from '../xlsx/read-workbook.js';

/** A block found again in a workbook that people have worked on. */
export interface FoundBlock {
  sheet: ReadSheet;
  /** First and last row of the range its names stand for. */
  first: number;
  last: number;
  /** Row numbers by row key, from the top; more than one where a row has been copied. */
  rows: Map<string, number[]>;
  /** Column letters by column key. */
  columns: Map<string, string>;
  /** Column keys by column letters. */
  columnAt: Map<string, string>;
  /** Columns that run over all rows; a name of the block's that stands for one cell (a parameter's) is none. */
  wholeColumns: Set<string>;
  /** Columns whose name is there but points nowhere: someone has deleted them. */
  removedColumns: Set<string>;
  /** The cell in the topmost row of that key. */
  cell(rowKey: string, column: string): ReadCell | undefined;
  /** The cells in all rows of that key, from the top. */
  cellsOf(rowKey: string, column: string): (ReadCell | undefined)[];
  /** Such as '原文数据'!G7, or null where the row or column is gone. */
  address(rowKey: string, column: string): string | null;
  /** What stands above a column, as it stands. */
  header(column: string): string;
  /** The cell of a column in a row of the sheet; the first column of the sheet where that column is gone. */
  addressIn(row: number, column: string): string;
}

/** Rows by columns that names may claim for one block: forty times what a comparison of all of China's counties takes. */
const MOST_CLAIMED = 4e6;

const RANGE = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/u;

/**
 * Finds a block by its columns' defined names, which follow sorting, inserted rows and columns, renamed headers and renamed
 * sheets in every program. Null where the key column's name is gone or points nowhere. Throws {@link UnreadableWorkbook} where
 * they claim more cells than any of Planbook's blocks has.
 */
export function findBlock(workbook: ReadWorkbook, block: string): FoundBlock | null {
  const columns = new Map<string, string>();
  const removedColumns = new Set<string>();
  const runs = new Map<string, string>();
  let sheet: ReadSheet | undefined;
  let [first, last] = [Infinity, 0];
  for (const [name, reference] of workbook.names) {
    if (!name.startsWith(`${block}_`)) continue;
    if (reference.includes('#REF!')) removedColumns.add(name.slice(block.length + 1));
    const range = RANGE.exec(reference);
    const sheetName = range?.[1]?.replaceAll("''", "'") ?? range?.[2];
    sheet ??= workbook.sheets.find((each) => each.name === sheetName);
    if (!range || sheet?.name !== sheetName) continue;
    columns.set(name.slice(block.length + 1), range[3] ?? 'A');
    runs.set(name.slice(block.length + 1), `${range[4] ?? ''}:${range[6] ?? range[4] ?? ''}`);
    first = Math.min(first, Number(range[4]));
    last = Math.max(last, Number(range[6] ?? range[4]));
  }
  const keyColumn = columns.get('key');
  if (!sheet || keyColumn === undefined) return null;
  const { cells, name } = sheet;
  if (columns.size * (last - first + 1) > MOST_CLAIMED) last = Math.min(last, lastRowOf(sheet));
  if (columns.size * (last - first + 1) > MOST_CLAIMED) throw new UnreadableWorkbook('unreadable.block', { block, most: MOST_CLAIMED });
  const rows = new Map<string, number[]>();
  for (let row = first; row <= last; row += 1) {
    const key = cells.get(`${keyColumn}${row}`)?.value;
    if (typeof key !== 'string') continue;
    const same = rows.get(key);
    if (same) same.push(row);
    else rows.set(key, [row]);
  }
  const addresses = (rowKey: string, column: string): string[] => {
    const letters = columns.get(column);
    return letters === undefined ? [] : (rows.get(rowKey) ?? []).map((row) => `${letters}${row}`);
  };
  const onSheet = (address: string): string => `${quoteSheet(name)}!${address}`;
  const wholeColumns = new Set([...columns.keys()].filter((column) => runs.get(column) === runs.get('key')));
  return {
    sheet,
    first,
    last,
    rows,
    columns,
    wholeColumns,
    columnAt: new Map([...wholeColumns].map((column) => [columns.get(column) ?? '', column])),
    removedColumns,
    cell: (rowKey, column) => cells.get(addresses(rowKey, column)[0] ?? ''),
    cellsOf: (rowKey, column) => addresses(rowKey, column).map((address) => cells.get(address)),
    address: (rowKey, column) => {
      const [address] = addresses(rowKey, column);
      return address === undefined ? null : onSheet(address);
    },
    header: (column) => String(cells.get(`${columns.get(column) ?? ''}${first - 1}`)?.value ?? '').replace(/\s+/gu, ' '),
    addressIn: (row, column) => onSheet(`${columns.get(column) ?? 'A'}${row}`),
  };
}

/** The cell that a name of its own stands for; none where the name is gone or stands for more. */
export function namedCell(workbook: ReadWorkbook, name: string): ReadCell | undefined {
  const [, quoted, plain, column = '', row = '', lastColumn = column, lastRow = row] = RANGE.exec(workbook.names.get(name) ?? '') ?? [];
  const sheetName = quoted?.replaceAll("''", "'") ?? plain;
  return lastColumn === column && lastRow === row ? workbook.sheets.find((sheet) => sheet.name === sheetName)?.cells.get(`${column}${row}`) : undefined;
}

/** The last row of a sheet that holds something. */
function lastRowOf({ cells }: ReadSheet): number {
  let last = 0;
  for (const address of cells.keys()) last = Math.max(last, Number(/\d+$/u.exec(address)?.[0] ?? 0));
  return last;
}
