import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import type { Comparison } from '../../plan/compare/comparison.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { SEEDS } from '../seeds.js';
import { smallSheet, smallWorkbook } from '../workbook/small-workbook.js';
import { planbook, type Ran } from './planbook.js';

const run = (...options: string[]): Ran => inTemporaryFolder((folder) => planbook(folder, 'compare', SEEDS, ...options));

describe('the table', () => {
  test('ranks, and beside them what is not ranked and why', () => {
    const { stdout, status } = run('--indicator', 'rd-intensity', '--year', '2025');
    expect(status).toBe(0);
    expect(
      stdout
        .split('\n')
        .slice(0, 5)
        .map((line) => line.replace(/ {2,}/gu, ' | ').trim()),
    ).toEqual([
      '研发经费支出占GDP比重 · 目标值 2025 · 地市级 (%)',
      '| 1 | 宜昌市 | 不低于 3.2 (2025) | 3.2%以上',
      '| 2 | 益阳市 | 2.5 (2025) | 2.5%',
      '| 3 | 清远市 | 1.5 (2025) | 1.5%',
      '| 不可比(原因:层级) | 仙居县 | 不低于 2.6 (2025) | 本地区为县级，其他为地市级',
    ]);
  });

  test('an indicator by its Chinese name; in English', () => {
    expect(run('--indicator', '研发经费支出占GDP比重', '--lang', 'en').stdout).toContain('R&D expenditure as a share of GDP · Target 2025 · ');
  });

  test('columns stand under each other, Chinese characters being two wide', () => {
    const width = (text: string): number =>
      Array.from(text).reduce((sum, each) => sum + (/[\p{Script=Han}（）·，—]/u.test(each) && each !== '·' && each !== '—' ? 2 : 1), 0);
    const [, first = '', second = ''] = run('--indicator', 'rd-intensity', '--year', '2025').stdout.split('\n');
    expect(width(first.slice(0, first.indexOf('宜昌市')))).toBe(width(second.slice(0, second.indexOf('益阳市'))));
  });
});

test('JSON tells what the table tells', () => {
  const { stdout } = run('--json', '--indicator', 'rd-intensity');
  const { groups, entries } = JSON.parse(stdout) as Comparison;
  expect(groups.map(({ members }) => members)).toEqual([
    ['yichang-2021-2025', 'yiyang-2021-2025', 'qingyuan-2021-2025'].map((id) => `${id}|target|rd-intensity||2025`),
  ]);
  expect(entries.find(({ key }) => key === 'yichang-2021-2025|target|rd-intensity||2025')).toMatchObject({ value: 3.2, bound: 'ge', rank: 1, tied: false });
});

test.each([
  [
    ['--within', '湖南省'],
    ['changzhutan-2017-2019', 'yiyang-2021-2025'],
  ],
  [
    ['--within', '430000'],
    ['changzhutan-2017-2019', 'yiyang-2021-2025'],
  ],
  [['--within', 'Taizhou'], ['xianju-2021-2025']],
  [
    ['--level', 'prefecture'],
    ['qingyuan-2021-2025', 'yichang-2021-2025', 'yiyang-2021-2025'],
  ],
])('%j', (options, ids) => {
  expect((JSON.parse(run('--json', ...options).stdout) as Comparison).plans.map(({ id }) => id)).toEqual(ids);
});

describe('wrong use is one line and exit code 2', () => {
  test.each([
    [['--indicator', 'rd-intensitty'], /^rd-intensitty: none of these plans has an indicator of this id or name; planbook compare --all lists them$/u],
    [['--indicator', '研发经费支出'], /did you mean rd-expenditure \(全社会研发经费支出\), /u],
    [['--within', '北京市'], /^none of the 5 plans is --within 北京市; leave it out, or name another$/u],
    [['--year', '25'], /name a year, such as 2025/u],
    [['--level', 'city'], /Allowed choices are province, prefecture, county, zone, cluster/u],
  ])('%j', (options, complaint) => {
    const { status, complaints, stdout } = run(...options);
    expect([status, stdout]).toEqual([2, '']);
    expect(complaints[0]).toMatch(complaint);
  });

  test('records that cannot be read are named, the others compared', () => {
    inTemporaryFolder((folder) => {
      const { status, stdout, complaints } = planbook(
        folder,
        'compare',
        path.join(SEEDS, 'yiyang-2021-2025.yaml'),
        path.join(SEEDS, 'yichang-2021-2025.yaml'),
        'missing.yaml',
      );
      expect(status).toBe(2);
      expect(complaints).toHaveLength(1);
      expect(stdout).toContain('宜昌市');
    });
  });
});

test('help shows examples', () => {
  expect(run('--help').stdout).toContain('planbook compare plans/ --level prefecture --within 湖南省');
  expect(readFileSync('README.md', 'utf8')).toContain('compare [plans');
});

test('a comparison too large to be read is replaced while nobody has touched it, and then left alone', async () => {
  const tooManySheets = Array.from({ length: 501 }, (_, index) => smallSheet('cover', `S${index}`, false, () => []));
  const large = await writeWorkbook(smallWorkbook(tooManySheets), 'whatever it was made from');
  inTemporaryFolder((folder) => {
    const file = path.join(folder, 'comparison.xlsx');
    writeFileSync(file, large);
    expect(planbook(folder, 'compare', SEEDS, '--out', '.')).toMatchObject({ status: 0, complaints: [] });
    expect(readFileSync(file).equals(large)).toBe(false);
    const touched = Buffer.from(large);
    touched.writeUInt8(touched.readUInt8(200) ^ 1, 200);
    writeFileSync(file, touched);
    const { status, complaints } = planbook(folder, 'compare', SEEDS, '--out', '.');
    expect([status, complaints.length]).toEqual([2, 1]);
    expect(complaints[0]).toContain('with --force');
    expect(readFileSync(file).equals(touched)).toBe(true);
  });
});
