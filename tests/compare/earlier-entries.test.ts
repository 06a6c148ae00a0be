import { expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { checkedPlan } from '../../plan/compare/checked-plan.js';
import { compare } from '../../plan/compare/compare.js';
import { earlierEntries } from '../../plan/compare/earlier-entries.js';
import { comparisonWorkbook } from '../../plan/comparison-workbook.js';
import { namedCell } from '../../plan/contract/read-block.js';
import type { Language } from '../../plan/messages/message.js';
import type { Plan } from '../../plan/plan.js';
import type { CellKey } from '../../plan/workbook/block.js';
import type { UserCells } from '../../plan/workbook/cell-values.js';
import { type ReadWorkbook, readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { madePlan } from './made-plans.js';

const A = 'a: share 2020 1.5% | share 2025 3% | energy 2020 10.0% | energy 2025 9.0%';
const B = 'b: share 2020 2.0% | share 2025 4% | energy 2020 12.0% | energy 2025 9.5%';
const C = 'c: share 2020 2.5% | share 2025 5% | share 2023 4%';

async function written(plans: readonly Plan[], language: Language, entries?: UserCells): Promise<ReadWorkbook> {
  const checked = plans.map((plan) => checkedPlan(plan, language, 'test'));
  return readWorkbook(await writeWorkbook(comparisonWorkbook(compare(plans), plans, checked, language, 'test', entries)));
}

const choice = (group: string): UserCells => new Map<CellKey, string>([['pick/choice/value', group]]);
const chosenIn = (workbook: ReadWorkbook): unknown => namedCell(workbook, 'sel_choice')?.value;
/** The place shown first of the chosen group. */
const firstIn = (workbook: ReadWorkbook): unknown => {
  const [, sheet, column, row] = /^'([^']+)'!\$([A-Z]+)\$(\d+)/u.exec(workbook.names.get('sel_place') ?? '') ?? [];
  return workbook.sheets.find(({ name }) => name === sheet)?.cells.get(`${column ?? ''}${row ?? ''}`)?.value;
};

test.each<[what: string, chosen: string, later: string[], language: Language, carried: string, first: string]>([
  ['the same plans', '能耗 · 现状值 2020 · 地市级', [A, B], 'zh', '能耗 · 现状值 2020 · 地市级', 'a'],
  ['another plan beside them', '能耗 · 目标值 2025 · 地市级', [A, B, C], 'zh', '能耗 · 目标值 2025 · 地市级', 'a'],
  ['the other language', '比重 · 现状值 2020 · 地市级', [A, B], 'en', 'Share · Present value 2020 · prefecture-level city', 'b'],
  // Energy of one plan alone is no group: the targets that most places share are shown.
  ['the group gone', '能耗 · 现状值 2020 · 地市级', [A, C], 'zh', '比重 · 目标值 2025 · 地市级', 'c'],
  ['what is no group', '随便写的', [A, B], 'zh', '比重 · 目标值 2025 · 地市级', 'b'],
])('a comparison made anew shows the chosen group: %s', async (_, chosen, later, language, carried, first) => {
  const earlier = await written(
    [A, B].map((text) => madePlan(text)),
    'zh',
    choice(chosen),
  );
  expect(chosenIn(earlier)).toBe(chosen);
  const plans = later.map((text) => madePlan(text));
  const anew = await written(plans, language, earlierEntries(earlier, compare(plans), language));
  expect([chosenIn(anew), firstIn(anew)]).toEqual([carried, first]);
});
