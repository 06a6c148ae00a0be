import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { comparisonSheet } from '../../addin/engine/sheet/comparison-sheet.js';
import { pageBreaks } from '../../addin/engine/sheet/fit-sheet.js';
import { textOf } from '../../addin/engine/sheet/sheet-to-write.js';
import { writeSheet } from '../../addin/excel/write-sheet.js';
import { compare } from '../../plan/compare/compare.js';
import { openHost } from '../host/open-host.js';
import { plans } from '../seeds.js';
import { plainSheet } from './plain-sheet.js';
import { usingClient } from './read-in-node.js';

const five = plans();
const sheetOf = (indicator: string): ReturnType<typeof comparisonSheet> => comparisonSheet(compare(five), five, indicator, 'yiyang-2021-2025', 'zh');

/** A sheet's parts as they would be in the file. */
async function parts(excelApi: string): Promise<{ sheet: string; chart: string; drawing: string; names: string; errors: string[] }> {
  const client = await openHost({ excelApi });
  usingClient(client);
  await writeSheet(sheetOf('rd-intensity'));
  const files = unzipSync(client.host.save());
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const added = Object.keys(files).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(name) && text(name).includes('各地规划比较'));
  const chart = Object.keys(files).filter((name) => /^xl\/charts\/chart\d+\.xml$/u.test(name) && text(name).includes('目标值 2025 · 地市级'));
  const drawing = Object.keys(files).filter((name) => /^xl\/drawings\/drawing\d+\.xml$/u.test(name) && text(name).includes('目标值 2025 · 地市级'));
  return {
    sheet: text(added[0] ?? ''),
    chart: text(chart[0] ?? ''),
    drawing: text(drawing[0] ?? ''),
    names: text('xl/workbook.xml'),
    errors: client.host.counts.errors,
  };
}

describe('a written comparison', () => {
  test('is printed on A4 landscape, as wide as the page, under its title, pages numbered', async () => {
    const { sheet, names, errors } = await parts('1.17');
    expect(errors).toEqual([]);
    for (const expected of [
      /<pageSetUpPr fitToPage="1"\/>/u,
      /<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"\/>/u,
      /<printOptions horizontalCentered="1"\/>/u,
      /<oddFooter>&amp;C&amp;"Microsoft YaHei"&amp;9 第 &amp;P 页，共 &amp;N 页<\/oddFooter>/u,
      /showGridLines="0"/u,
      /<pane xSplit="1" ySplit="1" /u,
    ])
      expect(sheet).toMatch(expected);
    expect(names).toMatch(/<definedName name="_xlnm.Print_Titles" localSheetId="\d+">'比较 研发经费支出占GDP比重'!\$1:\$1<\/definedName>/u);
  });

  test('is written all the same where Excel lets no add-in set up print (ExcelApi 1.7)', async () => {
    const { sheet, chart, errors } = await parts('1.7');
    expect(errors).toEqual([]);
    expect(sheet).toContain('名次');
    expect(sheet).not.toMatch(/pageSetup|showGridLines/u);
    expect(chart).toContain('<c:min val="0"/>');
  });

  test('has a chart from 0 with its unit, named by its title, over empty rows of its own', async () => {
    const { chart, drawing } = await parts('1.17');
    expect(chart).toContain('<c:min val="0"/>');
    expect(chart).toMatch(/<c:valAx>.*<a:t>%<\/a:t>.*<c:crosses val="max"\/>/u);
    expect(drawing).toMatch(/name="研发经费支出占GDP比重 · 目标值 2025 · 地市级 \(%\)"/u);
    const { charts, rows } = sheetOf('rd-intensity');
    for (const { over } of charts) expect(rows.slice(over.firstRow, over.lastRow + 1).flat()).toEqual([]);
    expect(charts.length).toBeGreaterThan(0);
  });

  test('draws a pace beside the pace before, and below 0 where a value is', () => {
    const { charts } = sheetOf('rd-expenditure');
    expect(charts.map(({ series }) => series.map(({ name }) => name))).toEqual([['所需年均增速 (%/年)', '前期年均增速 (%/年)']]);
    const falling = five.map((plan) => ({
      ...plan,
      claims: plan.claims.map((claim) => ({ ...claim, value: claim.value === null ? null : -Math.abs(claim.value) })),
    }));
    expect(comparisonSheet(compare(falling), falling, 'rd-expenditure', null, 'zh').charts.map(({ fromZero }) => fromZero)).toEqual([false]);
  });

  test('shows numbers with the decimals their plans print, ends with one more', () => {
    const { tables } = sheetOf('rd-intensity');
    const formats = (column: number): string[] => [...new Set(tables.flatMap(({ columns }) => columns[column]?.formats ?? []))].sort();
    expect(formats(2)).toEqual(['#,##0.0', '#,##0.00', '#,##0.000']);
    expect(tables[0]?.columns[5]?.formats).toEqual(tables[0]?.columns[2]?.formats);
  });

  test.each<[string, string, number, unknown[]]>([
    ['a target is ranked anew', '目标值 2025', 9, [2, 3, 1]],
    ['a value that breaks the order of ties is told', '所需年均增速', 30, [1, '次序已变']],
  ])('corrected: %s', async (_, title, value, ranks) => {
    const client = await openHost();
    usingClient(client);
    const sheet = sheetOf(title === '所需年均增速' ? 'rd-expenditure' : 'rd-intensity');
    const name = await writeSheet(sheet);
    const [table] = sheet.tables.filter(({ header }) => textOf(sheet.rows[header - 1]?.[0]).includes(title));
    const first = (table?.header ?? 0) + 2;
    const count = ranks.length;
    // Of a pace, what it is reckoned from is corrected.
    client.host.type(`'${name}'!${title === '所需年均增速' ? 'M' : 'C'}${first + count - 1}`, value);
    expect(Array.from({ length: count }, (_each, row) => client.host.cell(`'${name}'!B${first + row}`).value)).toEqual(ranks);
  });

  test('a corrected value takes its ends along', async () => {
    const client = await openHost();
    usingClient(client);
    const sheet = sheetOf('rd-intensity');
    const name = await writeSheet({ ...sheet, tables: [], charts: [] });
    const low = client.host.cell(`'${name}'!F7`);
    client.host.type(`'${name}'!C7`, 4);
    expect([low.value, client.host.cell(`'${name}'!F7`).value]).toEqual([3.2, 4]);
  });
});

describe('pages begin where nothing that fits one is cut', () => {
  const rows = (count: number): number[] => Array.from({ length: count }, () => 10);
  // A page holds 475 points at full size: 47 rows of 10.
  test.each<[string, [number, number][], number[]]>([
    [
      'all on one page',
      [
        [0, 20],
        [21, 40],
      ],
      [],
    ],
    [
      'the second on the next',
      [
        [0, 30],
        [31, 60],
      ],
      [31],
    ],
    [
      'a long one where it stands, if there is room',
      [
        [0, 10],
        [11, 100],
      ],
      [],
    ],
    [
      'a long one on the next, if there is little room',
      [
        [0, 30],
        [31, 100],
      ],
      [31],
    ],
    ['nothing before the first', [[0, 100]], []],
  ])('%s', (_, pieces, breaks) => {
    const found = pageBreaks(
      pieces.map(([firstRow, lastRow]) => ({ firstRow, lastRow })),
      rows(101),
      [20],
      10,
    );
    expect(found).toEqual(breaks);
  });
});

test('a sheet without tables is written, too', async () => {
  const client = await openHost();
  usingClient(client);
  expect(await writeSheet(plainSheet('空', [['没有']]))).toBe('空');
});
