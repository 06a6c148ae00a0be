import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { Engine } from '../../addin/engine/engine.js';
import { packBook, unpackBook } from '../../addin/engine/kept-book.js';
import { readBook } from '../../addin/excel/read-book.js';
import { mark, unmark } from '../../addin/excel/marks.js';
import { restoreCell } from '../../addin/excel/restore-cell.js';
import { writeReport } from '../../addin/excel/write-report.js';
import { writeSheet } from '../../addin/excel/write-sheet.js';
import { marksOf } from '../../addin/models/marks-of.js';
import { checkComparison } from '../../plan/check-comparison.js';
import { checkWorkbook, type LocatedFinding } from '../../plan/check-workbook.js';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { checkedPlan } from '../../plan/compare/checked-plan.js';
import { compare } from '../../plan/compare/compare.js';
import { readComparisonContract } from '../../plan/compare/contract.js';
import { comparisonWorkbook } from '../../plan/comparison-workbook.js';
import { findBlock } from '../../plan/contract/read-block.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { returnedPlan } from '../../plan/contract/returned-plan.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { largePlan } from '../bench/large-plan.js';
import { ExcelHost } from '../host/host.js';
import { generated, openHost } from '../host/open-host.js';
import { plan, plans } from '../seeds.js';
import { makeWorkbook } from '../workbook/made-workbooks.js';
import { plainSheet } from './plain-sheet.js';
import { engineOn, usingClient } from './read-in-node.js';

/** What a finding says, whoever tells it. */
const told = ({ code, outcome, level, message, cells }: Pick<LocatedFinding, 'code' | 'outcome' | 'level' | 'message' | 'cells'>): string =>
  [code, outcome, level, message, [...new Set(cells)].join(' ')].join(' | ');

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

describe('what the pane finds is what planbook check finds in the saved file', () => {
  const figures = "'原文数据'!";
  test.each<[string, (host: ExcelHost) => void]>([
    ['as generated', () => undefined],
    ['a value edited', (host) => host.type(`${figures}G6`, 999)],
    ['a value by a co-author', (host) => host.type(`${figures}G7`, 30, 'Remote')],
    ['a value cleared', (host) => host.type(`${figures}G9`, '')],
    ['a number typed as text', (host) => host.type(`${figures}G6`, "'12.78")],
    ['a formula overwritten', (host) => host.type("'主要指标'!Q8", 12)],
    ['a formula changed', (host) => host.type("'主要指标'!Q8", '=1+1')],
    ['a formula in a value’s place', (host) => host.type(`${figures}G6`, '=10+2.78')],
    ['decimals edited', (host) => host.type(`${figures}J6`, 0)],
    ['a link to another file', (host) => host.type("'封面'!D40", "='[other.xlsx]Sheet1'!A1")],
    ['a sheet deleted', (host) => host.deleteSheet('年度进度测算')],
  ])('%s', async (_, edit) => {
    const client = await openHost();
    edit(client.host);
    const { findings } = await engineOn(client);
    const expected = checkWorkbook(readWorkbook(client.host.save()), 'zh', '0.0.0-test')?.findings ?? [];
    expect(findings.map(told).sort(byText)).toEqual(expected.map(told).sort(byText));
    expect(findings.length).toBeGreaterThan(100);
    expect(client.host.counts.errors).toEqual([]);
    expect(client.host.referencesLeft).toBe(0);
  });
});

test('what the pane finds in a comparison is what planbook check finds', async () => {
  const checked = plans().map((each) => checkedPlan(each, 'zh', '0.0.0-test'));
  const client = await openHost({}, await writeWorkbook(comparisonWorkbook(compare(plans()), plans(), checked, 'zh', '0.0.0-test')));
  const asGenerated = await engineOn(client);
  expect([asGenerated.kind, asGenerated.findings.map(({ outcome }) => outcome)]).toEqual(['comparison', ['pass']]);
  client.host.type("'原文数据'!H8", 999);
  const { findings } = await engineOn(client);
  const workbook = readWorkbook(client.host.save());
  const contract = readComparisonContract(workbook);
  expect(findings.map(told)).toEqual(contract && checkComparison(workbook, contract, 'zh').map(told));
  expect(findings.map(({ outcome, cells }) => [outcome, cells])).toEqual([['fail', ["'原文数据'!H8"]]]);
});

describe('reading', () => {
  const reader = { outline: () => undefined, piece: () => undefined, progress: () => undefined };
  const never = new AbortController().signal;

  test('takes as many round trips for the shortest plan as for the longest, none near the limit', async () => {
    const trips = await Promise.all(
      plans().map(async ({ record }) => {
        const client = await openHost({}, await generated(record.id));
        usingClient(client);
        await readBook(reader, never);
        expect(client.host.counts.largestAnswer).toBeLessThan(4_500_000);
        return client.host.counts.syncs;
      }),
    );
    // One more where a sheet has hidden columns, which are looked for among the shown ones.
    expect(Math.max(...trips) - Math.min(...trips), trips.join(', ')).toBeLessThanOrEqual(1);
  });

  test.each([
    { figures: 30, trips: 4 },
    { figures: 100, trips: 4 },
    { figures: 400, trips: 4 },
    { figures: 1_000, trips: 5 },
  ])('$figures figures take $trips round trips, one more for each answer that is full', { timeout: 60_000 }, async ({ figures, trips }) => {
    const client = await openHost({}, await writeWorkbook(planWorkbook(largePlan(figures), 'zh', '0.0.0-test')));
    usingClient(client);
    await readBook(reader, never);
    const { syncs, largestRequest, largestAnswer, errors } = client.host.counts;
    expect({ syncs, errors }).toEqual({ syncs: trips, errors: [] });
    expect(largestRequest).toBeLessThan(100_000);
    expect(largestAnswer).toBeLessThan(4_500_000);
  });

  test('cells of 30,000 characters do not stop it', async () => {
    const client = await openHost();
    for (let row = 6; row < 40; row += 1) for (const column of 'BCDEFGH') client.host.type(`'封面'!${column}${row}`, '长'.repeat(30_000));
    const { findings } = await engineOn(client);
    expect(client.host.counts.errors.every((error) => error.startsWith('ResponsePayloadSizeLimitExceeded'))).toBe(true);
    expect(findings.length).toBeGreaterThan(100);
  });

  test('goes on in smaller pieces where Excel refuses one as too large', async () => {
    const client = await openHost({ payloadLimit: 150_000 });
    const { findings } = await engineOn(client);
    expect(client.host.counts.errors.every((error) => error.startsWith('ResponsePayloadSizeLimitExceeded'))).toBe(true);
    expect(findings.length).toBeGreaterThan(100);
  });

  test('stops where it is cancelled', async () => {
    usingClient(await openHost());
    const control = new AbortController();
    await expect(readBook({ ...reader, outline: () => control.abort() }, control.signal)).rejects.toThrow('');
  });

  test('waits while a cell is being edited', async () => {
    const client = await openHost();
    usingClient(client);
    client.host.startEditing();
    const read = readBook(reader, never);
    client.host.stopEditing();
    expect(await read).toBeGreaterThan(1000);
  });

  test.each<[string, (host: ExcelHost) => void, string]>([
    ['a workbook without a contract', (host) => host.deleteSheet('_planbook'), 'foreign'],
    ['a contract with its record cut', (host) => host.type("'_planbook'!C5", '{"id":'), 'unreadable'],
    ['a contract of a newer Planbook', (host) => host.type("'_planbook'!C1", 99), 'unreadable'],
    ['a cell at the edge of the sheet', (host) => host.type("'封面'!XFD1048576", 1), 'refused'],
  ])('%s: %s', async (_, edit, kind) => {
    const client = await openHost();
    edit(client.host);
    const found = await engineOn(client).catch(() => ({ kind: 'refused' }));
    expect(found.kind).toBe(kind);
  });
});

describe('writing', () => {
  let opened: Uint8Array;
  beforeAll(async () => {
    opened = await generated();
  });

  test('Mark and Unmark leave every part of the file as it was', async () => {
    const client = await openHost();
    const before = partsOf(client.host.save());
    const { findings } = await engineOn(client);
    const marks = marksOf({ findings });
    expect(await mark(marks)).toEqual({ cells: marks.length, locked: [] });
    expect(differing(partsOf(client.host.save()), before)).not.toEqual([]);
    expect((await mark(marks)).cells).toBe(marks.length);
    expect(await unmark()).toEqual({ locked: [] });
    const after = partsOf(client.host.save());
    // Looks that nothing uses any more may stay in the table of styles.
    for (const name of differing(after, before).filter((part) => part !== 'xl/styles.xml')) {
      expect(name).toMatch(/^xl\/worksheets\/sheet\d+\.xml$/u);
      expect(looksOf(after[name] ?? ''), name).toEqual(looksOf(before[name] ?? ''));
    }
    expect(await unmark()).toEqual({ locked: [] });
  });

  test('a formula is restored in its row, and the sheet is protected again', async () => {
    const client = await openHost();
    const { formula } = client.host.cell("'主要指标'!Q8");
    client.host.type("'主要指标'!Q8", 12);
    const { engine } = await engineOn(client);
    const story = engine.explain('主要指标', 'Q8', 'zh');
    expect(story?.generated?.write).toBe(`=${formula ?? ''}`);
    await restoreCell("'主要指标'!Q8", story?.generated?.write ?? '');
    expect(client.host.cell("'主要指标'!Q8").formula).toBe(formula);
    const isProtected = await client.Excel.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem('主要指标').load('protection/protected');
      await context.sync();
      return protection.protected;
    });
    expect(isProtected).toBe(true);
  });

  test('Write report lists what is about the workbook, keeps dispositions, and does so again', async () => {
    const client = await openHost();
    client.host.type("'原文数据'!G6", 999);
    for (const disposition of ['', '属实无误']) {
      const { engine } = await engineOn(client);
      const report = engine.report();
      if (!report) throw new Error('no report');
      expect(report.rows).toBe(1);
      const column = report.columns.find(({ input }) => input)?.letters ?? '';
      expect(report.columns.find(({ input }) => input)?.cells).toEqual([disposition]);
      await writeReport(report);
      client.host.type(`'${report.sheet}'!${column}${report.firstRow + 2}`, '属实无误');
    }
    // The report itself is no change to the plan's own tables.
    const { findings } = await engineOn(client);
    expect(findings.filter(({ row, outcome }) => row === null && outcome !== 'pass').map(({ code }) => code)).toEqual(['FIGURE_EDITED']);
  });

  test('Write report says how many checks someone has deleted', async () => {
    const client = await openHost();
    const { engine } = await engineOn(client);
    const block = findBlock(readWorkbook(client.host.save()), 'chk');
    expect(engine.report()?.missing).toBe(0);
    client.host.type(`'${block?.sheet.name ?? ''}'!${block?.columns.get('key') ?? ''}${block?.first ?? 0}`, '');
    expect((await engineOn(client)).engine.report()?.missing).toBe(1);
  });

  test('a comparison sheet that cannot be finished is taken away again', async () => {
    const client = await openHost({ payloadLimit: 20_000 });
    usingClient(client);
    const sheets = (): string[] => client.host.book.sheets.map(({ name }) => name);
    const before = sheets();
    const rows = Array.from({ length: 400 }, (_, index) => [`row ${index}`, 'x'.repeat(200)]);
    const sheet = plainSheet('比较', rows);
    await expect(writeSheet(sheet)).rejects.toThrow();
    expect(sheets()).toEqual(before);
  });

  test('a comparison sheet computes the ranks that planbook compare gives', async () => {
    const client = await openHost({}, opened);
    const { engine } = await engineOn(client);
    for (const id of ['qingyuan-2021-2025', 'yichang-2021-2025', 'xianju-2021-2025']) engine.add(`${id}.xlsx`, await generated(id), 'zh');
    const sheet = engine.sheet('rd-intensity', { indicator: null, without: [] }, 'zh');
    const name = await writeSheet(sheet);
    const { groups, entries } = compare(['yiyang-2021-2025', 'qingyuan-2021-2025', 'yichang-2021-2025', 'xianju-2021-2025'].map(plan));
    const [group] = groups.filter(({ indicator }) => indicator === 'rd-intensity');
    const first = (sheet.charts[0]?.firstRow ?? 0) + 1;
    const ranks = (group?.members ?? []).map((_, index) => client.host.cell(`'${name}'!B${first + index}`).value);
    expect(ranks).toEqual(group?.members.map((key) => entries.find((entry) => entry.key === key)?.rank));
    expect(ranks.length).toBeGreaterThan(1);
    expect(client.host.book.unknownFormulas.size).toBe(0);
  });
});

describe('what is kept of an added workbook', () => {
  test.each(plans().map(({ record }) => [record.id]))('%s: its plan reads back the same, corrections and all', async (id) => {
    const host = new ExcelHost(await generated(id));
    const value = [...(readWorkbook(await generated(id)).sheets.find(({ name }) => name === '原文数据')?.cells ?? [])].find(([address]) =>
      /^G\d+$/u.test(address),
    );
    host.type(`'原文数据'!${value?.[0] ?? ''}`, 123.4);
    const workbook = readWorkbook(host.save());
    const kept = packBook(workbook);
    expect(returnedPlan(unpackBook(kept))?.plan).toEqual(returnedPlan(workbook)?.plan);
    expect(kept.length).toBeLessThan(120_000);
  });

  test.each([
    ['no base64', '<script>'],
    ['no gzip', btoa('nothing of the kind')],
    ['cut short', ''],
  ])('%s is refused in words', (_, text) => {
    expect(() => unpackBook(text)).toThrow(/damaged|unpacks/u);
  });

  test('the comparison shown is planbook compare’s, indicator by indicator', async () => {
    const ids = plans().map(({ record }) => record.id);
    const engine = new Engine('0.0.0-test');
    for (const id of ids) engine.takeKept(`${id}.xlsx`, packBook(readWorkbook((await makeWorkbook(id, 'en')).bytes)), 'zh');
    const { entries, groups, indicators } = compare(ids.map(plan));
    const byKey = new Map(entries.map((entry) => [entry.key, entry]));
    const shown = indicators.map(({ id }) => engine.compared({ indicator: id, without: [] }, 1000, 'zh').compared);
    expect(
      shown.flatMap((each) => each?.groups ?? []).map(({ key, rows }) => [key, ...rows.first.map(({ plan: of, value, rank }) => [of, value, rank])]),
    ).toEqual(
      groups.map(({ key, members }) => [key, ...members.map((member) => [byKey.get(member)?.plan, byKey.get(member)?.value, byKey.get(member)?.rank])]),
    );
    const ranked = new Set(groups.flatMap(({ members, references }) => [...members, ...references]));
    expect(shown.reduce((sum, each) => sum + (each?.rest.count ?? 0), 0)).toBe(entries.filter(({ key }) => !ranked.has(key)).length);
  });

  test('of long lists the first rows are shown, and the open workbook’s own place wherever it ranks', async () => {
    const { engine } = await engineOn(await openHost());
    for (const id of ['qingyuan-2021-2025', 'yichang-2021-2025']) engine.add(`${id}.xlsx`, await generated(id), 'zh');
    const [group] = engine.compared({ indicator: 'rd-intensity', without: [] }, 1, 'zh').compared?.groups ?? [];
    expect(group?.rows.count).toBe(3);
    expect(group?.rows.first.map(({ place, rank }) => [place, rank])).toEqual([
      ['宜昌市', 1],
      ['益阳市', 2],
    ]);
  });
});

/** The parts of a file as text. */
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const differing = (after: Record<string, string>, before: Record<string, string>): string[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].filter((name) => after[name] !== before[name]);

/** Of a sheet's part: each cell with its style, and everything that stands outside the rows; the order of attributes says nothing. */
const looksOf = (xml: string): { cells: string[]; frame: string[] } => ({
  cells: [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*?s="(\d+)"/gu)].map(([, address = '', style = '']) => `${address} ${style}`),
  frame: xml
    .replace(/<sheetData>.*<\/sheetData>/su, '')
    .replaceAll('&quot;', "'")
    .split('<')
    .map(
      (tag) =>
        [...tag.matchAll(/[\w:]+="[^"]*"/gu)]
          .map(([each]) => each)
          .sort()
          .join(' ') + tag.replaceAll(/\s[\w:]+="[^"]*"/gu, '').replaceAll('"', "'"),
    ),
});
