import { expect, test } from 'vitest';
import { readContract } from '../../plan/contract/read-contract.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import type { CellKey } from '../../plan/workbook/block.js';
import type { UserCells } from '../../plan/workbook/cell-values.js';
import type { ReadCell } from '../../plan/xlsx/read-sheet.js';
import { plan } from '../seeds.js';

const COMMAND = { op: 'name', name: "cmd|'/C calc'!A0" };

/** A hidden sheet as someone might write it by hand. */
const contractOf = (cells: object): Map<string, ReadCell> => {
  const lines: [string, string, string | number][] = [
    ['contract', '', 1],
    ['plan', '', 'yiyang-2021-2025'],
    ['mon/rd-intensity||2025@2021', "'x'!8", JSON.stringify(cells)],
  ];
  return new Map(lines.flatMap((line, row) => line.map((value, column): [string, ReadCell] => [`${'ABC'[column] ?? ''}${row + 1}`, { value }])));
};

test.each([
  ['an expression as an input', { actual: { input: COMMAND } }],
  ['an expression as a default', { actual: { input: 1, default: COMMAND } }],
  ['an expression as a constant', { actual: COMMAND }],
  ['more keys than an input has', { actual: { input: 1, op: 'name' } }],
])('%s in a mailed workbook is not taken for a cell', (_, cells) => {
  const contract = readContract({ names: new Map(), sheets: [{ name: '_planbook', state: 'hidden', cells: contractOf(cells) }] });
  expect(contract?.rows.get('mon/rd-intensity||2025@2021')?.cells).toEqual({});
});

test('an entry that is an expression never becomes a formula', () => {
  const key: CellKey = 'mon/rd-intensity||2025@2021/actual';
  const laid = planWorkbook(plan('yiyang-2021-2025'), 'zh', '0', new Map([[key, COMMAND]]) as unknown as UserCells);
  const formulas = laid.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ formula }) => formula?.text ?? '')));
  expect(formulas.filter((text) => text.includes('cmd'))).toEqual([]);
});
