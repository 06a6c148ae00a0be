import path from 'node:path';
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import type { Browser, Frame } from 'playwright-core';
import { packBook } from '../../addin/engine/kept-book.js';
import { VERSION } from '../../generator/version.js';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { comparisonWorkbook } from '../../plan/comparison-workbook.js';
import type { CheckedPlan } from '../../plan/compare/checked-plan.js';
import { compare } from '../../plan/compare/compare.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import type { PaneCost } from '../bench/pane.js';
import { largePlan } from '../bench/large-plan.js';
import { madePlans } from '../bench/made-plans.js';
import { openBrowser, openPane } from '../host/client/web-page.js';
import { ExcelHost } from '../host/host.js';
import { pagePeak } from './page-memory.js';
import { type Pause, watchPauses } from './pauses.js';

interface Shown {
  frame: Frame;
  host: ExcelHost;
  browser: Browser;
  watched: { stop(): Promise<Pause> };
  /** Since the page was asked for. */
  time: () => number;
}

async function inMeasuredPane<T>(bytes: Uint8Array, run: (shown: Shown) => Promise<T>, prepare: (host: ExcelHost) => void = () => undefined): Promise<T> {
  const host = new ExcelHost(bytes, { language: 'zh-CN' });
  prepare(host);
  const browser = await openBrowser();
  const watched = await watchPauses(browser);
  const start = performance.now();
  const pane = await openPane(browser, host, { folder: path.resolve('dist/pane') });
  const costs = await run({ frame: pane.frame, host, browser, watched, time: () => performance.now() - start });
  await pane.close();
  await browser.close();
  if (pane.problems.length > 0) throw new Error(pane.problems.join('\n'));
  return costs;
}

async function cost(what: string, figures: number, { host, watched, time }: Shown): Promise<PaneCost> {
  const { syncs, largestRequest, largestAnswer } = host.counts;
  return { what, figures, syncs, largestRequest, largestAnswer, time: Math.round(time()), pause: await watched.stop(), memory: pagePeak() };
}

const PATIENCE = 1_800_000;

/** A plan's workbook of so many figures: opened and checked; then all findings are listed and searched. */
async function checked(figures: number): Promise<PaneCost[]> {
  const bytes = await writeWorkbook(planWorkbook(largePlan(figures), 'zh', VERSION));
  return inMeasuredPane(bytes, async (shown) => {
    const { frame } = shown;
    await frame.waitForSelector('.counts', { timeout: PATIENCE });
    const opened = await cost('checked', figures, shown);
    return [
      opened,
      await then(shown, 'listed', figures, async () => {
        await frame.click('[data-key=filter-pass]');
        await frame.fill('[data-key=search]', '2003');
        await frame.waitForTimeout(SETTLE);
      }),
    ];
  });
}

/** What the reader does next, by itself. */
async function then(shown: Shown, what: string, figures: number, act: () => Promise<void>): Promise<PaneCost> {
  shown.host.resetCounts();
  const watched = await watchPauses(shown.browser);
  const start = performance.now();
  await act();
  return cost(what, figures, { ...shown, watched, time: () => performance.now() - start });
}

/** Until what was typed is shown. */
const SETTLE = 500;

/** The comparison workbook of so many plans, opened and its figures checked. */
async function comparisonChecked(count: number): Promise<PaneCost[]> {
  const plans = [...madePlans(count)];
  // What the plans' own checks say stands on a sheet that the pane does not read.
  const unchecked = plans.map((plan): CheckedPlan => ({ plan, findings: [], fail: 0, error: 0, undecided: 0, pass: 0 }));
  const bytes = await writeWorkbook(comparisonWorkbook(compare(plans), plans, unchecked, 'zh', VERSION));
  return inMeasuredPane(bytes, async (shown) => {
    await shown.frame.waitForSelector('.counts', { timeout: PATIENCE });
    return [await cost('in a comparison checked', count * FIGURES, shown)];
  });
}

const FIGURES = 30;

/** A plan's workbook that keeps so many more for comparison: opened, compared, one left out. */
async function compared(count: number): Promise<PaneCost[]> {
  const [plan] = madePlans(1);
  if (!plan) throw new Error('no plan is made up');
  const bytes = await writeWorkbook(planWorkbook(plan, 'zh', VERSION));
  const prepare = ({ book }: ExcelHost): void => {
    for (const xml of keptCopies(bytes, count - 1)) book.xmlParts.push({ id: book.newId(), xml, part: null, changed: false });
  };
  return inMeasuredPane(
    bytes,
    async (shown) => {
      const { frame } = shown;
      await frame.click('#tab-compare');
      await frame.waitForSelector('.ranks', { timeout: PATIENCE });
      return [
        await cost('compared', count * FIGURES, shown),
        await then(shown, 'one left out', count * FIGURES, async () => {
          await frame.fill('[data-key=search-places]', String(count - 1).padStart(5, '0'));
          await frame.locator('.plans input').first().uncheck();
          await frame.waitForFunction((taking) => document.querySelector('.plans-head')?.textContent.includes(taking), `（${count - 1}/${count}）`);
          await frame.waitForTimeout(SETTLE);
        }),
      ];
    },
    prepare,
  );
}

/** One kept plan many times over: under names of their own, with every value scaled. */
function* keptCopies(bytes: Uint8Array, count: number): Generator<string> {
  const kept = strFromU8(gunzipSync(Buffer.from(packBook(readWorkbook(bytes)), 'base64')));
  for (let index = 1; index <= count; index += 1) {
    const number = String(index + 1).padStart(5, '0');
    const factor = 1 + ((index * 7919) % 1000) / 500;
    const copy = kept
      .replaceAll('00001', number)
      .replaceAll(/\["G(\d+)",([\d.]+)\]/gu, (_, row: string, value: string) => `["G${row}",${Number((Number(value) * factor).toFixed(2))}]`);
    const packed = Buffer.from(gzipSync(strToU8(copy))).toString('base64');
    yield `<plan xmlns="urn:planbook:compared-plan:1" id="test-${number}-2021-2025" file="${number}.xlsx">${packed}</plan>`;
  }
}

const [what, number] = process.argv.slice(2);
const measure = { checked, compared, comparison: comparisonChecked }[what ?? ''];
if (!measure) throw new Error(`${String(what)}: nothing to measure`);
void measure(Number(number)).then((costs) => console.log(JSON.stringify(costs)));
