import { beforeAll, describe, expect, test } from 'vitest';
import { type ReadWorkbook, readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { describeWith } from '../readers/available.js';
import { type Typed, typedInLibreOffice } from '../user-cells/type-in.js';
import { filledInFile } from './made-plan.js';
import { type Look, readCells } from './shown.js';

const [MET, ON_TRACK, BEHIND, FAR_BEHIND, AWAY] = ['已完成', '达到序时进度', '略滞后', '明显滞后', '逆向变动'];

const empty = await filledInFile({});

/** The workbook after someone has typed these in LibreOffice, which computes the rest. */
const after = (typed: Typed): ReadWorkbook => readWorkbook(typedInLibreOffice(empty, typed));

/** A number on the cover, beside its label. */
function counted({ sheets }: ReadWorkbook, label: string): unknown {
  const cells = sheets.find(({ name }) => name === '封面')?.cells ?? new Map<string, never>();
  const row = [...cells].find(([address, { value }]) => address.startsWith('A') && value === label)?.[0].slice(1);
  if (row === undefined) throw new Error(`the cover has no ${label}`);
  return cells.get(`B${row}`)?.value;
}

/** A line a cell: where it stands and what it shows. */
type Line = readonly [block: string, row: string, column: string, shows: string | number];
const showing = (look: () => Look, lines: readonly Line[]): void => {
  test.each(lines)('%s %s %s is %s', (block, row, column, shows) => {
    expect(look()(block, row, column)).toBe(shows);
  });
};

const ACTUALS: Typed = {
  'mon/level||2025@2021/actual': 119,
  'mon/level||2025@2022/actual': 125.44,
  'mon/level||2025@2023/actual': 110,
  'mon/level||2025@2024/actual': 99,
  'mon/level||2025@2025/actual': 248.832,
  'mon/share||2025@2021/actual': 2.19,
  'mon/cumulative||2021-2025@2021/actual': 19,
  'mon/cumulative||2021-2025@2022/actual': 5,
  'mon/maintain||2025@2021/actual': 1,
  'mon/rank||2025@2021/actual': 15,
};

describeWith('LibreOffice for Python', 'typed in LibreOffice, with no add-in', () => {
  describe('nothing yet', () => {
    const book = readWorkbook(empty);
    test.each([
      ['设有目标的指标行', 33], // the fixture's 34 rows but the one without a target
      ['其中可计算增减量的', 28], // without cumulative, maintain, two growth targets, no-baseline
      ['已填写的实际值', 0],
      ['其中已完成', 0],
    ])('the cover counts %s %i', (label, count) => {
      expect(counted(book, label)).toBe(count);
    });
  });

  describe('actuals', () => {
    let book: ReadWorkbook;
    beforeAll(() => {
      book = after(ACTUALS);
    });
    showing(
      () => readCells(book),
      [
        ['mon', 'level||2025@2021', 'progress', ON_TRACK], // 19 % a year of the required 20 %: exactly 95 %
        ['mon', 'level||2025@2022', 'progress', BEHIND], // 12 %: exactly 60 %
        ['mon', 'level||2025@2023', 'progress', FAR_BEHIND],
        ['mon', 'level||2025@2024', 'progress', AWAY],
        ['mon', 'level||2025@2025', 'progress', MET],
        ['mon', 'share||2025@2021', 'progress', ON_TRACK],
        ['mon', 'cumulative||2021-2025@2021', 'progress', ON_TRACK],
        ['mon', 'cumulative||2021-2025@2022', 'progress', BEHIND], // 24 of 40
        ['mon', 'cumulative||2021-2025@2022', 'attainment', 24],
        ['mon', 'maintain||2025@2021', 'attainment', 0],
        ['mon', 'rank||2025@2021', 'progress', ''],
        ['mon', 'rank||2025@2021', 'attainment', 50],
        ['mon', 'share||2025@2022', 'progress', ''], // nothing entered
      ],
    );
    test.each([
      ['已填写的实际值', 10],
      ['其中已完成', 1],
    ])('the cover counts %s %i', (label, count) => {
      expect(counted(book, label)).toBe(count);
    });
  });

  describe('other thresholds', () => {
    let book: ReadWorkbook;
    beforeAll(() => {
      book = after({ ...ACTUALS, 'par/par_on_track/value': 0.96, 'par/par_behind/value': 0.1 });
    });
    showing(
      () => readCells(book),
      [
        ['mon', 'level||2025@2021', 'progress', BEHIND], // 95 % is less than 96
        ['mon', 'level||2025@2022', 'progress', BEHIND],
        ['mon', 'level||2025@2023', 'progress', BEHIND], // 16 % is more than 10
        ['mon', 'level||2025@2024', 'progress', AWAY],
        ['mon', 'level||2025@2025', 'progress', MET],
        ['mon', 'share||2025@2021', 'progress', BEHIND],
        ['mon', 'cumulative||2021-2025@2021', 'progress', BEHIND],
      ],
    );
  });

  test('a cleared threshold is not a threshold of 0', () => {
    const look = readCells(after({ ...ACTUALS, 'par/par_on_track/value': null }));
    expect(look('mon', 'level||2025@2023', 'progress')).not.toBe(ON_TRACK); // 16 % of the required pace
  });

  describe('revised baselines', () => {
    let book: ReadWorkbook;
    beforeAll(() => {
      book = after({ ...ACTUALS, 'ind/level||2025/revised': 7.776, 'ind/no-baseline||2025/revised': 15, 'ind/no-baseline-year||2025/baseline_year': 2020 });
    });
    showing(
      () => readCells(book),
      [
        ['ind', 'level||2025', 'pace', 100], // 248.832/7.776 = 32 = 2⁵
        ['ind', 'level||2025', 'baseline', 100], // the printed one stays
        ['pth', 'level||2025', 'y2021', 15.552],
        ['pth', 'level||2025', 'y2023', 62.208],
        ['idx', 'level||2025', 'y2025', 3200],
        ['mon', 'level||2025@2021', 'base', 7.776],
        ['mon', 'level||2025@2021', 'expected', 15.552],
        ['mon', 'level||2025@2021', 'attainment', 46.140315943], // (119 − 7.776)/241.056
        ['mon', 'level||2025@2024', 'progress', BEHIND], // (99/7.776)^(1/4) − 1 = 88.9 %
        ['ind', 'no-baseline||2025', 'pace', 14.8698355], // 30/15 = 2
        ['ind', 'no-baseline||2025', 'reason', ''],
        ['pth', 'no-baseline||2025', 'y2025', 30],
        ['mon', 'no-baseline||2025@2021', 'expected', 17.230475325], // 15 × 2^(1/5)
        ['ind', 'no-baseline-year||2025', 'pace', 14.8698355], // 50/25 = 2
        ['ind', 'no-baseline-year||2025', 'reason', ''],
        ['pth', 'no-baseline-year||2025', 'y2021', 28.717458875], // 25 × 2^(1/5)
      ],
    );
    test('the cover counts one row more with baseline and target', () => {
      expect(counted(book, '其中可计算增减量的')).toBe(29);
    });
  });

  describe('figures corrected', () => {
    let book: ReadWorkbook;
    beforeAll(() => {
      book = after({
        ...ACTUALS,
        'fig/level||2025/value': 161.051, // 100 × 1.1⁵
        'fig/units||2020/value': 6000, // 0.6亿元
        'fig/interim||2023/value': 160,
        'fig/share-within-rounding||2020/decimals': 2,
        'mon/share-within-rounding||2025@2021/actual': 2.52,
        'fig/per-capita||2025/value': '',
        'fig/no-baseline||2025/value': '',
      });
    });
    showing(
      () => readCells(book),
      [
        ['ind', 'level||2025', 'pace', 10],
        ['ind', 'level||2025', 'change', 61.051],
        ['pth', 'level||2025', 'y2021', 110],
        ['idx', 'level||2025', 'y2022', 121],
        ['mon', 'level||2025@2021', 'goal', 161.051],
        ['mon', 'level||2025@2022', 'progress', ON_TRACK], // 12 % a year of 10
        ['mon', 'level||2025@2025', 'progress', MET],
        ['ind', 'units||2025', 'multiple', 2],
        ['pth', 'interim||2025', 'y2023', 160],
        ['pth', 'interim||2035', 'y2023', 160],
        ['ind', 'share-within-rounding||2025', 'half', 0.005],
        ['mon', 'share-within-rounding||2025@2021', 'progress', ON_TRACK], // 2.50 is up to 2.505 only
        ['ind', 'per-capita||2025', 'pace', ''],
        ['pth', 'per-capita||2025', 'y2021', ''],
        ['ind', 'per-capita||2025', 'reason', '原文无目标值'],
      ],
    );
    test.each([
      ['设有目标的指标行', 31],
      ['其中可计算增减量的', 27],
      ['其中已完成', 1],
    ])('the cover counts %s %i', (label, count) => {
      expect(counted(book, label)).toBe(count);
    });
  });
});
