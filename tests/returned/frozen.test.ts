import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkWorkbook } from '../../plan/check-workbook.js';
import { CONTRACT_VERSION } from '../../plan/contract/contract-sheet.js';
import { returnedPlan } from '../../plan/contract/returned-plan.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { TEST_VERSION } from './made-workbook.js';

/**
 * A workbook as Planbook 0.1 wrote it, with a figure corrected (15 to 16), an actual and a disposition entered: it must stay
 * readable for good. Never made anew: a new contract gets a workbook of its own beside it.
 */
test.each(Array.from({ length: CONTRACT_VERSION }, (_, index) => index + 1))('a workbook of contract %d stays readable', (version) => {
  const workbook = readWorkbook(readFileSync(`tests/fixtures/contracts/${version}.xlsx`));
  const returned = returnedPlan(workbook);
  expect(returned?.contract.contract).toBe(version);
  expect(returned?.plan.figures.find(({ key }) => key === 'amount||2020')?.printings[0].value).toBe(16);
  expect(returned?.generated.figures.find(({ key }) => key === 'amount||2020')?.printings[0].value).toBe(15);
  expect(Object.fromEntries(returned?.entries.cells ?? [])).toEqual({
    'mon/amount||2025@2021/actual': 17,
    'chk/GROWTH_CLAIM|growth|amount||2015-2020/disposition': '属实无误',
  });
  expect(returned?.changes.map(({ kind, key }) => `${kind} ${key}`).sort()).toEqual([
    'edited fig/amount||2020/value',
    'entered chk/GROWTH_CLAIM|growth|amount||2015-2020/disposition',
    'entered mon/amount||2025@2021/actual',
  ]);
  const growth = checkWorkbook(workbook, 'zh', TEST_VERSION)?.findings.find(({ code }) => code === 'GROWTH_CLAIM');
  expect(growth).toMatchObject({ outcome: 'fail', disposition: { choice: 'true' } });
});
