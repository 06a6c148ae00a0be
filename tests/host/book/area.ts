import { columnLetters, columnNumber, quoteSheet } from '../../../plan/workbook/address.js';

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** A rectangle of cells, counted from 0. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu;
const COLUMN = /^\$?([A-Z]{1,3})$/iu;
const ROW = /^\$?(\d{1,7})$/u;

/** A1, $B$2:C9, A:C, 1:5 as an area; null where it is none of these or lies beyond the sheet. */
export function parseArea(text: string): Area | null {
  const [from = '', to = from, ...more] = text.split(':');
  if (more.length > 0) return null;
  const first = corner(from, text.includes(':'));
  const last = corner(to, text.includes(':'));
  if (!first || !last || (first.row === null) !== (last.row === null) || (first.column === null) !== (last.column === null)) return null;
  const [top, bottom] = ordered(first.row ?? 0, last.row ?? LAST_ROW - 1);
  const [left, right] = ordered(first.column ?? 0, last.column ?? LAST_COLUMN - 1);
  if (top < 0 || left < 0 || bottom >= LAST_ROW || right >= LAST_COLUMN) return null;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function corner(text: string, whole: boolean): { row: number | null; column: number | null } | null {
  const cell = CELL.exec(text);
  if (cell) return { row: Number(cell[2]) - 1, column: columnNumber(cell[1] ?? '') - 1 };
  const column = whole ? COLUMN.exec(text) : null;
  if (column) return { row: null, column: columnNumber(column[1] ?? '') - 1 };
  const row = whole ? ROW.exec(text) : null;
  return row ? { row: Number(row[1]) - 1, column: null } : null;
}

const ordered = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);

export const cellAddress = (row: number, column: number): string => `${columnLetters(column + 1)}${row + 1}`;

/** As Excel tells it: A1, B2:C9, A:C, 1:5. */
export function areaAddress({ row, column, rows, columns }: Area): string {
  if (columns === LAST_COLUMN) return `${row + 1}:${row + rows}`;
  if (rows === LAST_ROW) return `${columnLetters(column + 1)}:${columnLetters(column + columns)}`;
  const first = cellAddress(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** $B$2:$C$9 */
export const absoluteAddress = (area: Area): string => areaAddress(area).replace(/[A-Z]+|\d+/gu, '$$$&');

/** With its sheet, quoted only where Excel quotes: 原文数据!G7, 'my sheet'!A1. */
export const addressOnSheet = (sheet: string, area: Area): string =>
  `${/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : quoteSheet(sheet)}!${areaAddress(area)}`;

/** 'my sheet'!A1:B2 → the sheet's name and the rest; the name is null where there is none. */
export function splitAddress(text: string): { sheet: string | null; rest: string } {
  const cut = text.lastIndexOf('!');
  if (cut === -1) return { sheet: null, rest: text };
  const sheet = text.slice(0, cut);
  return { sheet: sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, rest: text.slice(cut + 1) };
}

export const contains = (outer: Area, inner: Area): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

/** What two areas share; null where nothing. */
export function intersect(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest area around both. */
export function around(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}
