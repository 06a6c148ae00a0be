import { columnLetters } from '../../../plan/workbook/address.js';
import { columnNumber } from './area.js';

const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')+'!|(?<![\p{L}\p{N}_.$])(?<columnLock>\$?)(?<column>[A-Z]{1,3})(?<rowLock>\$?)(?<row>\d{1,7})(?![\p{L}\p{N}_.(!])/gu;

/** A formula as it reads in a cell so many rows and columns further on: what a shared formula's followers hold. */
export const shiftFormula = (formula: string, rows: number, columns: number): string =>
  formula.replace(PIECE, (piece, ...rest) => {
    const groups = rest.at(-1) as Record<'columnLock' | 'column' | 'rowLock' | 'row', string | undefined>;
    if (groups.column === undefined || groups.row === undefined) return piece;
    const column = groups.columnLock ? groups.column : columnLetters(columnNumber(groups.column) + 1 + columns);
    const row = groups.rowLock ? groups.row : String(Number(groups.row) + rows);
    return `${groups.columnLock ?? ''}${column}${groups.rowLock ?? ''}${row}`;
  });
