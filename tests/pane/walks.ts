import ExcelJS from 'exceljs';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { checkedPlan } from '../../plan/compare/checked-plan.js';
import { compare } from '../../plan/compare/compare.js';
import { comparisonWorkbook } from '../../plan/comparison-workbook.js';
import type { Language } from '../../plan/messages/message.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { largePlan } from '../bench/large-plan.js';
import { madePlans } from '../bench/made-plans.js';
import type { ExcelHost, HostOptions } from '../host/host.js';
import { plan, plans } from '../seeds.js';
import type { OpenPane } from './open-pane.js';

/** What a walk is given: the pane, and `at`, which looks at a state once it is reached. */
interface Walker extends OpenPane {
  at: (state: string) => Promise<void>;
}

/** States of the pane that can be reached one after the other in one workbook. */
export interface Walk {
  name: string;
  options?: HostOptions;
  book(language: Language): Promise<Uint8Array>;
  walk(walker: Walker, language: Language): Promise<void>;
}

const planBook =
  (id: string) =>
  (language: Language): Promise<Uint8Array> =>
    writeWorkbook(planWorkbook(plan(id), language, '0.0.0-test'));
const yiyang = planBook('yiyang-2021-2025');

async function foreignBook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Budget').addRow(['R&D', 12]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function comparisonBook(language: Language): Promise<Uint8Array> {
  const compared = plans();
  const checked = compared.map((each) => checkedPlan(each, language, '0.0.0-test'));
  return writeWorkbook(comparisonWorkbook(compare(compared), compared, checked, language, '0.0.0-test'));
}

const figures = (language: Language): string => (language === 'zh' ? "'原文数据'!" : "'Figures'!");
const indicators = (language: Language): string => (language === 'zh' ? "'主要指标'!" : "'Indicators'!");

/** Has the pane select a cell and tell of it. */
async function source({ frame, host }: OpenPane, cell: string, shown: string): Promise<void> {
  host.select(cell);
  await frame.waitForSelector(shown, { timeout: 15_000 });
}

async function add({ frame }: OpenPane, files: { name: string; bytes: Uint8Array }[]): Promise<void> {
  await frame.setInputFiles(
    'input[type=file]',
    files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })),
  );
}

/** A password on a sheet, as someone in Excel would set it. */
function lock(host: ExcelHost, sheet: string): void {
  const found = host.book.sheet(sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  found.protection = { attributes: { ...found.protection?.attributes, sheet: '1', password: 'CAFE' } };
}

export const WALKS: readonly Walk[] = [
  {
    name: 'check',
    book: yiyang,
    walk: async (pane, language) => {
      const { frame, host, press, told, at } = pane;
      await at('findings');
      await frame.locator('.disclose').first().click();
      await at('finding open');
      for (const kind of ['error', 'warning', 'info', 'undecided']) await press(`filter-${kind}`);
      await frame.waitForSelector('[data-key=clear-filter]');
      await at('nothing passes the filter');
      await press('clear-filter');
      await press('check-mark');
      await told();
      await at('marked');
      await press('check-unmark');
      await frame.waitForFunction(
        (text) => document.querySelector('.notice span')?.textContent === text,
        language === 'zh' ? '已清除全部标注。' : 'All marks are gone.',
      );
      await at('unmarked');
      await press('check-report');
      await frame.waitForFunction(() => /审核表已更新|up to date/u.test(document.querySelector('.notice span')?.textContent ?? ''));
      await at('report written');
      host.startEditing();
      await press('check-mark');
      await frame.waitForSelector('.notice.error');
      await at('refused while a cell is edited');
      await press('check-again');
      await frame.waitForSelector('[data-key=cancel]');
      await at('busy');
      await press('cancel');
      host.stopEditing();
      await frame.waitForSelector('.busy', { state: 'detached' });
      await at('cancelled');
      host.type(`${figures(language)}G6`, 13);
      await frame.waitForSelector('.stale');
      await at('edited since');
    },
  },
  {
    name: 'locked',
    book: yiyang,
    walk: async ({ frame, host, press, told, at }, language) => {
      lock(host, language === 'zh' ? '数据审核' : 'Checks');
      lock(host, language === 'zh' ? '原文数据' : 'Figures');
      await press('check-mark');
      await told();
      await at('marked but for locked sheets');
      await press('check-report');
      await frame.waitForSelector('.notice.error', { timeout: 20_000 });
      await at('report refused');
      host.type(`${figures(language)}G7`, 35.94);
      host.select(`${figures(language)}G7`);
      await frame.click('#tab-source');
      await frame.waitForSelector('.changed-cell', { timeout: 15_000 });
      await press('restore');
      await frame.waitForSelector('.notice.error', { timeout: 15_000 });
      await at('restore refused');
      host.deleteSheet(language === 'zh' ? '数据审核' : 'Checks');
      await frame.click('#tab-check');
      await press('check-report');
      await frame.waitForFunction(() => /已被删除|is gone/u.test(document.querySelector('.notice.error span')?.textContent ?? ''), undefined, {
        timeout: 20_000,
      });
      await at('no sheet to report to');
    },
  },
  {
    name: 'source',
    book: yiyang,
    walk: async (pane, language) => {
      const { frame, host, press, told, at } = pane;
      host.select(`${figures(language)}G7`);
      await frame.click('#tab-source');
      await frame.waitForSelector('.where');
      await at('a figure');
      await source(pane, `${indicators(language)}Q8`, '.formula');
      await at('a formula');
      await source(pane, `${figures(language)}A2`, '.empty');
      await at('no cell of a table');
      host.type(`${figures(language)}G7`, 35.94);
      await source(pane, `${figures(language)}G7`, '.changed-cell');
      await at('an edited figure');
      await press('restore');
      await told();
      await at('restored');
    },
  },
  {
    name: 'compare',
    book: yiyang,
    walk: async (pane, language) => {
      const { frame, press, told, at } = pane;
      await frame.click('#tab-compare');
      await frame.waitForSelector('.empty');
      await at('nothing to compare');
      const others = await Promise.all(
        ['qingyuan-2021-2025', 'yichang-2021-2025', 'xianju-2021-2025'].map(async (id) => ({ name: `${id}.xlsx`, bytes: await planBook(id)(language) })),
      );
      await add(pane, [
        ...others,
        { name: 'notes.xlsx', bytes: new TextEncoder().encode('no workbook') },
        { name: 'comparison.xlsx', bytes: await comparisonBook(language) },
      ]);
      await frame.waitForSelector('.notice.error', { timeout: 30_000 });
      await at('added and refused');
      await press('close-notice');
      await press('open-rest');
      await at('compared');
      await frame.selectOption('#indicator', 'rd-expenditure');
      await frame.waitForFunction(() => document.querySelectorAll('.ranks thead th').length === 5);
      await at('paces compared');
      await press('write');
      await told();
      await at('written');
      await frame.selectOption('#indicator', 'high-tech-enterprises');
      await frame.waitForFunction(() => document.querySelector('.ranks') === null);
      await at('nothing ranked');
      await press('cmp.nobody');
      await frame.waitForFunction(() => document.querySelector('#indicator') === null);
      await at('nobody ticked');
    },
  },
  {
    name: 'many',
    book: () => writeWorkbook(planWorkbook(largePlan(600), 'zh', '0.0.0-test')),
    walk: async (pane) => {
      const { frame, press, at } = pane;
      await press('filter-pass');
      await frame.waitForSelector('[data-key=more]');
      await at('many findings');
      await frame.click('#tab-compare');
      const others = await Promise.all(
        [...madePlans(12)].map(async (each) => ({ name: `${each.record.id}.xlsx`, bytes: await writeWorkbook(planWorkbook(each, 'zh', '0.0.0-test')) })),
      );
      await add(pane, others);
      await frame.waitForSelector('.ranks', { timeout: 60_000 });
      await at('many places');
      await frame.fill('[data-key=search-places]', '00007');
      await frame.waitForFunction(() => document.querySelectorAll('.plans li').length === 1);
      await at('a place searched');
    },
  },
  { name: 'foreign', book: foreignBook, walk: ({ at }) => at('no workbook of Planbook') },
  {
    name: 'comparison',
    book: comparisonBook,
    walk: async ({ frame, at }) => {
      await at('a comparison workbook');
      await frame.click('#tab-compare');
      await at('compare in a comparison workbook');
    },
  },
  {
    name: 'unreadable',
    book: yiyang,
    walk: async ({ frame, host, press, at }) => {
      host.type("'_planbook'!C1", 99);
      await press('check-again');
      await frame.waitForSelector('.page');
      await at('a newer workbook');
      host.type("'_planbook'!XFD1048576", 1);
      await press('try-again');
      await frame.waitForSelector('.notice.error', { timeout: 20_000 });
      await at('too large to read');
    },
  },
  {
    name: 'Excel 2019',
    options: { excelApi: '1.7' },
    book: yiyang,
    walk: async ({ frame, at }) => {
      await frame.locator('.lacks').scrollIntoViewIfNeeded();
      await at('what Excel 2019 lacks');
    },
  },
  { name: 'Excel 2016', options: { excelApi: '1.6' }, book: yiyang, walk: ({ at }) => at('an Excel that is too old') },
  {
    name: 'little passes',
    options: { payloadLimit: 20_000 },
    book: yiyang,
    walk: async ({ frame, at }) => {
      await frame.waitForSelector('.notice.error', { timeout: 20_000 });
      await at('more than Excel passes on at once');
    },
  },
];
