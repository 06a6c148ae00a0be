import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { checkWorkbook, type WorkbookReport } from '../../plan/check-workbook.js';
import { WORKBOOK_RULES } from '../../plan/checks/workbook/workbook-rules.js';
import { findBlock } from '../../plan/contract/read-block.js';
import { printingKey } from '../../plan/figure-key.js';
import { message } from '../../plan/messages/message.js';
import type { Plan } from '../../plan/plan.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { findingsOf } from '../../plan/report/findings.js';
import { checksOf } from '../../plan/report/checks-of.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { describeWith } from '../readers/available.js';
import { plans } from '../seeds.js';
import { type Typed, typedInLibreOffice } from '../user-cells/type-in.js';
import { GENERATED, TEST_VERSION } from './made-workbook.js';

const CODES = new Set(WORKBOOK_RULES.map(({ code }) => code));

function report(bytes: Uint8Array): WorkbookReport {
  const found = checkWorkbook(readWorkbook(bytes), 'zh', TEST_VERSION);
  if (!found) throw new Error('not a workbook of Planbook’s');
  return found;
}

/** What the workbook rules say that is no pass: code and message. */
const broken = (bytes: Uint8Array): string[] =>
  report(bytes)
    .findings.filter(({ code, outcome }) => CODES.has(code) && outcome !== 'pass')
    .map(({ code, message: text }) => `${code} ${text.replace(/^.*?：/u, '')}`);

const SORT = `
unprotect()
def table(prefix):
    keys = rows(prefix + "_key").RangeAddress
    return doc.Sheets.getByIndex(keys.Sheet).getCellRangeByPosition(0, keys.StartRow, keys.EndColumn, keys.EndRow)
sort(table("fig"), rows("fig_value").RangeAddress.StartColumn, descending=True)
sort(table("mon"), rows("mon_year").RangeAddress.StartColumn, descending=True)
doc.calculateAll()
`;
const INSERT = `
unprotect()
for prefix in ("fig", "mon", "ind"):
    keys = rows(prefix + "_key").RangeAddress
    sheet = doc.Sheets.getByIndex(keys.Sheet)
    sheet.Columns.insertByIndex(2, 2)
    sheet.Rows.insertByIndex(keys.StartRow + 2, 1)
    sheet.Rows.insertByIndex(0, 3)
`;
const RENAME = `
unprotect()
for index, sheet in enumerate(doc.Sheets):
    if sheet.Name != "_planbook":
        sheet.Name = f"It's sheet {index}"
`;
const row = (key: string): string => `unprotect()\ncell = cell_at("fig", "${key}", "value")\nrows_of = cell.Spreadsheet.Rows\nat = cell.CellAddress.Row\n`;

describeWith('LibreOffice for Python', 'handled in LibreOffice', () => {
  test.each([
    ['saved there', ''],
    ['sorted', SORT],
    ['columns and rows inserted', INSERT],
    ['sheets renamed', RENAME],
    ['all of these', [SORT, INSERT, RENAME].join('\n')],
  ])('%s: nothing has changed', (_, then) => {
    const bytes = typedInLibreOffice(GENERATED, {}, then);
    expect(report(bytes).changes).toEqual([]);
    expect(broken(bytes)).toEqual([]);
  });

  test.each<[string, Typed, string, RegExp[]]>([
    ['a figure corrected, then sorted', { 'fig/amount||2020/value': 16 }, SORT, [/^FIGURE_EDITED '原文数据'!G\d+ .*2020 15\.0亿元 · 数值：15 → 16$/u]],
    ['a row deleted', {}, `${row('top||2020')}rows_of.removeByIndex(at, 1)`, [/^ROW_REMOVED 已删除行：.*2020 20多家$/u]],
    ['a row hidden', {}, `${row('top||2020')}rows_of.getByIndex(at).IsVisible = False`, [/^HIDDEN_PARTS “原文数据”隐藏或筛选掉 1 行/u]],
    ['a sheet hidden', {}, 'doc.Sheets.getByName("资料来源").IsVisible = False', [/^HIDDEN_PARTS 工作表“资料来源”被隐藏$/u]],
    ['the contract shown', {}, 'doc.Sheets.getByName("_planbook").IsVisible = True', []],
    [
      'an outcome typed over',
      {},
      'unprotect()\nrows("chk_outcome").getCellByPosition(0, 0).setString("通过")',
      [/^FORMULA_OVERWRITTEN '数据审核'!.*→ “通过”$/u],
    ],
    ['a number typed as text', {}, `${row('amount||2020')}cell.NumberFormat = 0\ncell.setString("15.0")`, [/^NUMBER_AS_TEXT '原文数据'!.*15 → “15\.0”$/u]],
    [
      'a column deleted',
      {},
      'unprotect()\narea = rows("fig_low").RangeAddress\ndoc.Sheets.getByIndex(area.Sheet).Columns.removeByIndex(area.StartColumn, 1)',
      [/^ROW_REMOVED 已删除列：fig_low$/u],
    ],
  ])('%s', (_, typed, then, says) => {
    const found = broken(typedInLibreOffice(GENERATED, typed, then));
    // Where a column is gone, the formulas that looked there are others too.
    expect(
      found
        .filter((each) => !(each.startsWith('IRREGULAR_FORMULA') && each.includes('#REF!')))
        .map((each, index) => (says[index]?.test(each) ? 'as expected' : each)),
    ).toEqual(says.map(() => 'as expected'));
  });
});

const FACTORS = [1, 0.5, 1.75, 0.2, 3];
/** Numbers moved far enough to flip checks, by factors that differ from row to row, and the same numbers cleared. */
const moved = (plan: Plan): Typed =>
  Object.fromEntries(
    plan.figures.flatMap(({ key, printings }, position) =>
      printings.map(({ value }, index): [string, number] => [
        `fig/${printingKey(key, index)}/value`,
        Number(((value ?? 1) * (FACTORS[(position + index) % FACTORS.length] ?? 1)).toPrecision(6)),
      ]),
    ),
  );
const cleared = (plan: Plan): Typed =>
  Object.fromEntries(
    Object.keys(moved(plan))
      .filter((_, index) => index % 3 === 0)
      .map((key) => [key, null]),
  );

describeWith('LibreOffice for Python', 'the five plans: the command line says what the workbook’s own formulas say', () => {
  const flips = new Set<string>();
  describe.each(plans().map((plan): [string, Plan] => [plan.record.id, plan]))('%s', (_, plan) => {
    test.each<[string, Typed]>([
      ['as printed', {}],
      ['with other numbers', moved(plan)],
      ['with numbers cleared', cleared(plan)],
      ['with other numbers, some cleared', { ...moved(plan), ...cleared(plan) }],
    ])('%s', async (__, typed) => {
      const bytes = typedInLibreOffice(await writeWorkbook(planWorkbook(plan, 'zh', TEST_VERSION)), typed, 'doc.calculateAll()');
      const block = findBlock(readWorkbook(bytes), 'chk');
      const { findings } = report(bytes);
      const shown = checksOf(plan).map(({ key }) => `${key} ${String(block?.cell(key, 'outcome')?.value)}`);
      const said = checksOf(plan).map(({ key }, index) => `${key} ${message('zh', `outcome.${findings[index]?.outcome ?? 'undecided'}`)}`);
      expect(said).toEqual(shown);
      const printed = findingsOf(plan, 'zh', TEST_VERSION);
      printed.forEach(({ outcome }, index) => flips.add(`${outcome} → ${findings[index]?.outcome ?? ''}`));
      expect(findings.filter(({ code, outcome }) => code === 'STALE_RESULT' && outcome !== 'pass')).toEqual([]);
      expect(findings.filter(({ code }) => code === 'FIGURE_EDITED').flatMap(({ cells }) => cells)).toHaveLength(
        Object.entries(typed).filter(([key, value]) => value !== valueOf(plan, key)).length,
      );
    });
  });
  test('among these edits are flips of every kind', () => {
    expect([...flips]).toEqual(expect.arrayContaining(['pass → fail', 'fail → pass', 'pass → undecided', 'fail → undecided']));
  });
});

/** What the plan prints in that row. */
const valueOf = (plan: Plan, cell: string): number | null | undefined =>
  plan.figures.flatMap(({ key, printings }) => printings.filter((_, index) => `fig/${printingKey(key, index)}/value` === cell))[0]?.value;
