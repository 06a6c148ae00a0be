import type { ReadCell } from '../../plan/xlsx/read-sheet.js';
import type { ReadSheet, ReadWorkbook } from '../../plan/xlsx/read-workbook.js';
import { columnLetters } from '../../plan/workbook/address.js';

/** What Excel tells of a workbook before its cells: sheets in the order of their tabs, and defined names without "=". */
export interface Outline {
  sheets: Required<Omit<ReadSheet, 'cells'>>[];
  names: [name: string, reference: string][];
}

export type Shown = string | number | boolean;

/** A rectangle of cells as Excel tells it: blank is "", and a constant's formula is the constant. */
export interface Piece {
  sheet: number;
  /** 0-based, of the upper left cell. */
  row: number;
  column: number;
  values: Shown[][];
  /** Null where only values were asked for. */
  formulas: Shown[][] | null;
}

/** A workbook without cells yet. */
export const emptyBook = ({ sheets, names }: Outline): ReadWorkbook => ({
  names: new Map(names),
  sheets: sheets.map((sheet) => ({ ...sheet, cells: new Map<string, ReadCell>() })),
});

/** Puts a piece's cells into their sheet. */
export function addPiece(book: ReadWorkbook, { sheet, row, column, values, formulas }: Piece): void {
  const cells = book.sheets[sheet]?.cells;
  if (!cells) return;
  values.forEach((line, down) => {
    line.forEach((value, right) => {
      const formula = formulas?.[down]?.[right] ?? '';
      const cell = readCell(value, formula);
      if (cell) cells.set(`${columnLetters(column + right + 1)}${row + down + 1}`, cell);
    });
  });
}

const ERROR = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/u;

/** Text that begins with "=" shows itself; a formula shows its result. */
function readCell(value: Shown, formula: Shown): ReadCell | null {
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  if (!isFormula) return value === '' ? null : { value };
  const cell: ReadCell = { value, formula: formula.slice(1) };
  return typeof value === 'string' && ERROR.test(value) ? { ...cell, error: true } : cell;
}
