import { isSameResult } from '../../contract/standing-values.js';
import { sheetOfContract } from '../../contract/read-contract.js';
import { CellError, type Result } from '../../expression/evaluate.js';
import { type Language, message } from '../../messages/message.js';
import { quoteSheet } from '../../workbook/address.js';
import type { ReadCell } from '../../xlsx/read-sheet.js';
import { shownValue } from './change-text.js';
import { pass, type WorkbookFinding, type WorkbookRule } from './workbook-rule.js';

/** A formula whose stored result is not what its values give. */
interface Stale {
  sheet: string;
  cell: string;
  stored: ReadCell;
  computed: Result;
}

/** Programs that do not compute (previews, openpyxl) show or leave behind the results of an earlier day. */
export const staleResult: WorkbookRule = {
  code: 'STALE_RESULT',
  level: 'warning',
  find: ({ workbook, values, language }) => {
    const contract = sheetOfContract(workbook);
    const stale: Stale[] = [];
    let count = 0;
    for (const sheet of workbook.sheets) {
      if (sheet === contract) continue;
      for (const [address, stored] of sheet.cells) {
        if (stored.formula === undefined) continue;
        count += 1;
        const computed = values.recomputed(sheet, address);
        if (computed && !isSameResult(stored, computed.result))
          stale.push({ sheet: sheet.name, cell: `${quoteSheet(sheet.name)}!${address}`, stored, computed: computed.result });
      }
    }
    const without = stale.filter(({ stored }) => isMissing(stored));
    const unknown: WorkbookFinding[] =
      values.refused > 0 ? [{ outcome: 'undecided', message: message(language, 'stale.unknown', { count: values.refused }), cells: [], changes: [] }] : [];
    if (
      without.length > 0 &&
      without.length === stale.length &&
      workbook.sheets.every((sheet) => sheet === contract || [...sheet.cells.values()].every(hasNoResult))
    )
      return [...unknown, finding(message(language, 'stale.all', { count }), [])];
    const findings = [
      ...unknown,
      ...bySheet(language, 'stale.missing', without),
      ...bySheet(
        language,
        'stale.cells',
        stale.filter(({ stored }) => !isMissing(stored)),
      ),
    ];
    return findings.length > 0 ? findings : [pass(message(language, 'workbook.fine', { count }))];
  },
};

const isMissing = ({ value, error }: ReadCell): boolean => value === null && !error;
const hasNoResult = (cell: ReadCell): boolean => cell.formula === undefined || isMissing(cell);

const finding = (text: string, cells: string[]): WorkbookFinding => ({ outcome: 'fail', message: text, cells, changes: [] });

/** One finding a sheet, with all its cells and the first of them spelt out. */
function bySheet(language: Language, code: 'stale.cells' | 'stale.missing', all: readonly Stale[]): WorkbookFinding[] {
  return [...new Set(all.map(({ sheet }) => sheet))].flatMap((sheet) => {
    const own = all.filter((each) => each.sheet === sheet);
    const [first] = own;
    if (!first) return [];
    const { cell, stored, computed } = first;
    const args = { sheet, count: own.length, cell, stored: shownValue(language, stored.value), computed: shownResult(language, computed) };
    return [
      finding(
        message(language, code, args),
        own.map((each) => each.cell),
      ),
    ];
  });
}

const shownResult = (language: Language, result: Result): string =>
  result instanceof CellError ? result.code : shownValue(language, result === '' ? null : result);
