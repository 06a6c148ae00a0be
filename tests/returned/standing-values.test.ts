import { describe, expect, test } from 'vitest';
import { isSameResult, StandingValues } from '../../plan/contract/standing-values.js';
import { CellError } from '../../plan/expression/evaluate.js';
import type { ReadCell } from '../../plan/xlsx/read-sheet.js';
import type { ReadSheet, ReadWorkbook } from '../../plan/xlsx/read-workbook.js';

const sheet = (cells: Record<string, ReadCell>): ReadSheet => ({ name: 'S', state: 'visible', cells: new Map(Object.entries(cells)) });
const book = (cells: Record<string, ReadCell>, names: Record<string, string> = {}): ReadWorkbook => ({
  sheets: [sheet(cells)],
  names: new Map(Object.entries(names)),
});
const formula = (text: string, stored: ReadCell['value'] = null): ReadCell => ({ value: stored, formula: text });

/** What a formula in A1 gives, with these other cells; undefined where it cannot be computed. */
function computed(text: string, cells: Record<string, ReadCell> = {}, names: Record<string, string> = {}): unknown {
  const workbook = book({ A1: formula(text), ...cells }, names);
  const [first] = workbook.sheets;
  const found = first && new StandingValues(workbook).recomputed(first, 'A1');
  return found ? (found.result instanceof CellError ? found.result.code : found.result) : undefined;
}

describe('computed anew', () => {
  test.each<[string, string, Record<string, ReadCell>, unknown]>([
    ['a cell of its row', 'B1*2', { B1: { value: 3 } }, 6],
    ['of another row', 'B2*2', { B2: { value: 3 } }, 6],
    ['a formula behind it, whatever it stores', 'B1*2', { B1: formula('1+1', 99) }, 4],
    ['a range', 'SUM(B1:C2)', { B1: { value: 1 }, C1: { value: 2 }, B2: { value: 3 }, C2: { value: '4' } }, 6],
    ['a name', 'COUNT(mine)', { B1: { value: 1 }, B2: { value: 'x' } }, 1],
    ['a name that points nowhere', 'IFERROR(COUNT(lost)&"",0)', {}, '0'],
    ['a blank', 'B1', {}, 0],
    ['an error', 'IFERROR(B1,"none")', { B1: { value: '#N/A', error: true } }, 'none'],
    ['a formula Planbook does not know, by its stored result', 'B1+1', { B1: formula('XLOOKUP(1,2,3)', 5) }, 6],
  ])('%s', (_, text, cells, result) => {
    expect(computed(text, cells, { mine: "'S'!$B$1:$B$2", lost: '#REF!' })).toBe(result);
  });
});

describe('refused, never a crash', () => {
  const refused = (workbook: ReadWorkbook): number => {
    const values = new StandingValues(workbook);
    const [first] = workbook.sheets;
    for (const address of first?.cells.keys() ?? []) if (first) values.recomputed(first, address);
    return values.refused;
  };
  const nested = (inner: string): string => `${'IF(1,'.repeat(110)}${inner}${')'.repeat(110)}`;
  test.each([
    ['a formula that refers to itself', book({ A1: formula('A1+1') })],
    ['two that refer to each other', book({ A1: formula('B1'), B1: formula('A1') })],
    ['a chain longer than any plan’s', book(Object.fromEntries(Array.from({ length: 400 }, (_, row) => [`A${row + 1}`, formula(`A${row + 2}`)])))],
    [
      'a chain of formulas nested to the limit',
      book(Object.fromEntries(Array.from({ length: 199 }, (_, row) => [`A${row + 1}`, formula(nested(`A${row + 2}`))]))),
    ],
    ['an area of ten million cells', book({ A1: formula('SUM(B1:K1048576)') })],
    ['many large areas', book(Object.fromEntries(Array.from({ length: 120 }, (_, row) => [`A${row + 1}`, formula(`SUM(B1:B${900_000 + row})`)])))],
  ])('%s', (_, workbook) => {
    expect(refused(workbook)).toBeGreaterThan(0);
  });
});

describe('a stored result is the computed one', () => {
  test.each<[ReadCell['value'], unknown, boolean]>([
    [0.1 + 0.2, 0.3, true],
    [1234567.891, 1234567.8911, true],
    [1234567.89, 1234567.9, false],
    [0, 1e-12, true],
    [1, 2, false],
    ['通过', '通过', true],
    ['通过', '不通过', false],
    [null, '', true],
    ['', 0, false],
    ['1', 1, false],
    [true, true, true],
  ])('%s and %s: %s', (stored, result, isSame) => {
    expect(isSameResult({ value: stored }, result as string)).toBe(isSame);
  });
  test('an error is an error, whichever', () => {
    expect(isSameResult({ value: '#VALUE!', error: true }, new CellError('#N/A'))).toBe(true);
    expect(isSameResult({ value: 1 }, new CellError('#N/A'))).toBe(false);
    expect(isSameResult({ value: '#N/A', error: true }, 1)).toBe(false);
  });
});
