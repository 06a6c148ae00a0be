import { beforeAll, expect, test } from 'vitest';
import { VERSION } from '../../generator/version.js';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { findBlock } from '../../plan/contract/read-block.js';
import { returnedPlan } from '../../plan/contract/returned-plan.js';
import type { Plan } from '../../plan/plan.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { type ReadWorkbook, readWorkbook } from '../../plan/xlsx/read-workbook.js';
import type { UserCells } from '../../plan/workbook/cell-values.js';
import { largePlan } from '../bench/large-plan.js';

/** Enough for tables that are laid while they are written: figures, and checks. */
const FIGURES = 4_100;

let plan: Plan;
let workbook: ReadWorkbook;

const made = async (entries?: UserCells): Promise<{ read: ReadWorkbook; kept: readonly string[] }> => {
  const laid = planWorkbook(plan, 'zh', VERSION, entries);
  expect(laid.sheets.filter(({ streamed }) => streamed).map(({ id }) => id)).toEqual(['figures', 'checks']);
  return { read: readWorkbook(await writeWorkbook(laid)), kept: laid.kept };
};

beforeAll(async () => {
  plan = largePlan(FIGURES);
  workbook = (await made()).read;
}, 120_000);

const last = (id: string): string => [...(findBlock(workbook, id)?.rows.keys() ?? [])].at(-1) ?? '';

function put(id: string, row: string, column: string, value: string | number): void {
  const block = findBlock(workbook, id);
  const address = block?.address(row, column)?.split('!')[1] ?? '';
  block?.sheet.cells.set(address, { value });
}

test('the contract of a long plan tells of every row, an edit is found and a disposition carried over', { timeout: 120_000 }, async () => {
  expect(returnedPlan(workbook)?.changes).toEqual([]);
  const [figure, check] = [last('fig'), last('chk')];
  put('fig', figure, 'value', 1);
  put('chk', check, 'reason', '与统计局核对');
  const returned = returnedPlan(workbook);
  expect(returned?.changes.map(({ kind, key, to }) => [kind, key, to])).toEqual([
    ['edited', `fig/${figure}/value`, 1],
    ['entered', `chk/${check}/reason`, '与统计局核对'],
  ]);
  expect([...(returned?.entries.cells ?? [])]).toEqual([[`chk/${check}/reason`, '与统计局核对']]);
  const again = await made(returned?.entries.cells);
  expect(again.kept).toEqual([]);
  expect([...(returnedPlan(again.read)?.entries.cells ?? [])]).toEqual([[`chk/${check}/reason`, '与统计局核对']]);
});
