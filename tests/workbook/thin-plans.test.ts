import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { formatFault } from '../../plan/record/fault.js';
import { parsePlan } from '../../plan/record/parse-plan.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { RECORD } from '../cli/record-folder.js';
import { describeWith } from '../readers/available.js';
import { recalculate } from '../readers/libre-office.js';
import { lintWorkbook } from '../readers/lint-workbook.js';
import { validationErrors } from '../readers/ooxml-validator.js';
import { replaceIn } from '../readers/package-parts.js';
import { sameResult } from '../readers/same-result.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { catalogue } from '../seeds.js';

const figures = (lines: string): string => replaceIn(RECORD, /figures:[^]*/u, `figures:${lines}\n`);

/** Plans with little in them: their workbooks must be as sound as those of rich ones. */
const THIN: readonly [what: string, record: string][] = [
  ['one indicator', RECORD],
  ['no figure at all', figures(' []')],
  ['a baseline without a target', figures('\n  - {indicator: rd-expenditure, year: 2020, printed: 12亿元, at: 一/s1}')],
  ['a target without a baseline', figures('\n  - {indicator: rd-expenditure, year: 2025, printed: 24亿元以上, at: 一/s1}')],
  ['a baseline of nought', replaceIn(RECORD, '12亿元', '0亿元')],
  ['no base year', replaceIn(RECORD, 'baseYear: 2020', 'baseYear: null').replace('year: 2020,', 'year: null, role: baseline,')],
  ['a claim alone', `${figures(' []')}claims:\n  - {kind: average-growth, indicator: rd-expenditure, to: 2025, printed: 年均增长12%, at: 一/s1}\n`],
  ['a plan of one year', replaceIn(RECORD, 'firstYear: 2021', 'firstYear: 2025')],
  ['a title that begins with = and holds what XML escapes', replaceIn(RECORD, 'zh: 小规划', `zh: "=1+1 <小> & '规划'"`)],
  ['a title of 42 characters', replaceIn(RECORD, '小规划', '很长的规划名'.repeat(7))],
];

const made = await Promise.all(
  THIN.map(async ([what, record]) => {
    const { plan, faults } = parsePlan('thin.yaml', record, catalogue());
    if (!plan) throw new Error(faults.map(formatFault).join('\n'));
    return { what, bytes: await writeWorkbook(planWorkbook(plan, 'zh', '0.0.0-test')) };
  }),
);

test.each(made)('$what: lint is clean', ({ bytes }) => {
  expect(lintWorkbook(bytes)).toEqual([]);
});

test.each(made)('$what: the Open XML SDK finds no error', async ({ bytes }) => {
  await inTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'book.xlsx');
    writeFileSync(file, bytes);
    expect(await validationErrors(file)).toEqual([]);
  });
});

describeWith('LibreOffice', 'LibreOffice', () => {
  test('every formula of all of them computed anew gives its cached result', () => {
    const recalculated = recalculate(made.map(({ bytes }) => bytes));
    const differing = made.flatMap(({ what, bytes }, index) =>
      readWorkbook(bytes).sheets.flatMap(({ name, cells }) => {
        const theirs = recalculated[index]?.sheets.find((sheet) => sheet.name === name)?.cells;
        return [...cells].flatMap(([address, { formula, value }]) => {
          const found = theirs?.get(address)?.value ?? null;
          return formula === undefined || sameResult(value, found) ? [] : [`${what}, ${name}!${address}: ${String(value)}, computed ${String(found)}`];
        });
      }),
    );
    expect(differing).toEqual([]);
  });
});
