import { describe, expect, test } from 'vitest';
import { writeSheet } from '../../addin/excel/write-sheet.js';
import { packBook } from '../../addin/engine/kept-book.js';
import type { SheetToWrite } from '../../addin/engine/sheet/sheet-to-write.js';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { compare } from '../../plan/compare/compare.js';
import type { Plan } from '../../plan/plan.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { madePlans } from '../bench/made-plans.js';
import type { ExcelHost } from '../host/host.js';
import { openHost } from '../host/open-host.js';
import { plans } from '../seeds.js';
import { engineOn } from './read-in-node.js';

const bytesOf = (plan: Plan): Promise<Uint8Array> => writeWorkbook(planWorkbook(plan, 'zh', '0'));

/** One indicator's sheet, written by a pane in the first plan's workbook that has added the others. */
async function written(
  compared: readonly Plan[],
  indicators: readonly string[],
): Promise<{ host: ExcelHost; sheets: Map<string, { name: string; sheet: SheetToWrite }> }> {
  const [first, ...others] = compared;
  if (!first) throw new Error('nothing to compare');
  const client = await openHost({}, await bytesOf(first));
  const { engine } = await engineOn(client);
  for (const plan of others) engine.takeKept(plan.record.id, packBook(readWorkbook(await bytesOf(plan))), 'zh');
  const sheets = new Map<string, { name: string; sheet: SheetToWrite }>();
  for (const indicator of indicators) {
    const sheet = engine.sheet(indicator, { indicator, without: [] }, 'zh');
    sheets.set(indicator, { name: await writeSheet(sheet), sheet });
  }
  return { host: client.host, sheets };
}

/** Places of several levels and years: measured values that tie, targets, paces. */
const CASES: [string, readonly Plan[]][] = [
  ['the five plans', plans()],
  ['forty made-up places', [...madePlans(40)]],
];

describe('what is written to a sheet ranks as planbook compare does', () => {
  test.each(CASES)(
    '%s: every group of every indicator that is ranked',
    async (_, compared) => {
      const comparison = compare([...compared]);
      const entries = new Map(comparison.entries.map((entry) => [entry.key, entry]));
      const indicators = [...new Set(comparison.groups.map(({ indicator }) => indicator))].slice(0, 6);
      const { host, sheets } = await written(compared, indicators);
      for (const indicator of indicators) {
        const { name = '', sheet } = sheets.get(indicator) ?? {};
        const groups = comparison.groups.filter((group) => group.indicator === indicator);
        const shown = groups.map((group, index) => {
          const first = (sheet?.tables[index]?.header ?? 0) + 2;
          const at = (column: string, row: number): unknown => host.cell(`'${name}'!${column}${first + row}`).value;
          return group.members.map((_key, row) => [at('A', row), at('B', row), at('F', row), at('G', row)]);
        });
        const near = (value: number | null | undefined): unknown => (value == null ? expect.anything() : expect.closeTo(value, 8));
        expect(shown, indicator).toEqual(
          groups.map(({ members }) =>
            members.map((key) => {
              const entry = entries.get(key);
              return [entry?.place.zh, entry?.rank, near(entry?.low), near(entry?.high)];
            }),
          ),
        );
      }
      expect(host.book.unknownFormulas.size).toBe(0);
      expect(indicators.length).toBeGreaterThan(3);
    },
    60_000,
  );
});
