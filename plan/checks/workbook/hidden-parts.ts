import { sheetOfContract } from '../../contract/read-contract.js';
import { message } from '../../messages/message.js';
import { columnLetters, columnNumber, quoteSheet } from '../../workbook/address.js';
import type { ReadSheet } from '../../xlsx/read-workbook.js';
import { pass, type WorkbookFinding, type WorkbookRule } from './workbook-rule.js';

/** What is hidden still counts in every formula, and a reader does not see it. The contract's own sheet aside; hidden rows and columns that hold nothing hide nothing. */
export const hiddenParts: WorkbookRule = {
  code: 'HIDDEN_PARTS',
  level: 'info',
  find: ({ workbook, language }) => {
    const contract = sheetOfContract(workbook);
    const findings = workbook.sheets
      .filter((sheet) => sheet !== contract)
      .flatMap((sheet): WorkbookFinding[] => {
        const { name } = sheet;
        const found = (text: string, cells: string[]): WorkbookFinding => ({ outcome: 'fail', message: text, cells, changes: [] });
        if (sheet.state !== 'visible') return [found(message(language, 'hidden.sheet', { sheet: name }), [])];
        const { rows, columns } = filledHidden(sheet);
        return [
          ...(rows.length > 0
            ? [
                found(
                  message(language, 'hidden.rows', { sheet: name, count: rows.length, rows: runs(rows).join(', ') }),
                  rows.map((row) => `${quoteSheet(name)}!A${row}`),
                ),
              ]
            : []),
          ...(columns.length > 0
            ? [
                found(
                  message(language, 'hidden.columns', { sheet: name, count: columns.length, columns: columns.map(columnLetters).join(', ') }),
                  columns.map((column) => `${quoteSheet(name)}!${columnLetters(column)}1`),
                ),
              ]
            : []),
        ];
      });
    return findings.length > 0 ? findings : [pass(message(language, 'workbook.none'))];
  },
};

/** Hidden rows and columns that hold something. */
function filledHidden({ cells, hidden }: ReadSheet): { rows: number[]; columns: number[] } {
  if (!hidden || (hidden.rows.length === 0 && hidden.columns.length === 0)) return { rows: [], columns: [] };
  const [filledRows, filledColumns] = [new Set<number>(), new Set<number>()];
  for (const address of cells.keys()) {
    filledRows.add(Number(/\d+$/u.exec(address)?.[0]));
    filledColumns.add(columnNumber(/^[A-Z]+/u.exec(address)?.[0] ?? ''));
  }
  return {
    rows: hidden.rows.filter((row) => filledRows.has(row)),
    columns: [...filledColumns].filter((column) => hidden.columns.some(([first, last]) => column >= first && column <= last)).sort((a, b) => a - b),
  };
}

/** 7, 8, 9, 12 → 7–9, 12. */
function runs(numbers: readonly number[]): string[] {
  const found: [first: number, last: number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
}
