import { formulaTokens, type Token } from '../expression/formula-tokens.js';
import { columnLetters, columnNumber } from '../workbook/address.js';

/** Stands for a place beyond the sheet; no formula can hold it. */
const OFF = '\u0000';
const CELL = /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?=:|$)/gu;

/**
 * The text of a shared formula in a cell so many rows and columns away from the one that holds it: relative references move
 * along, those with $ stay. Null where the text is not one Planbook could have written, or a reference leaves the sheet.
 */
export const shiftFormula = (text: string, rows: number, columns: number): string | null => shiftTokens(formulaTokens(text), rows, columns);

/** The same of a formula that has been read into its tokens once for all that follow it. */
export function shiftTokens(tokens: readonly Token[] | null, rows: number, columns: number): string | null {
  if (!tokens) return null;
  const shifted = tokens.map((token) => {
    if (token.kind !== 'reference') return token.text;
    const sheet = token.text.lastIndexOf('!') + 1;
    const cells = token.text.slice(sheet).replace(CELL, (_, fixedColumn: string, letters: string, fixedRow: string, row: string) => {
      const column = fixedColumn ? columnNumber(letters) : columnNumber(letters) + columns;
      const number = fixedRow ? Number(row) : Number(row) + rows;
      return column < 1 || number < 1 ? OFF : `${fixedColumn}${columnLetters(column)}${fixedRow}${number}`;
    });
    return token.text.slice(0, sheet) + cells;
  });
  return shifted.some((piece) => piece.includes(OFF)) ? null : shifted.join('');
}
