import { describe, expect, test } from 'vitest';
import { replaceIn } from '../readers/package-parts.js';
import { type Filling, filledIn, madePlan } from './made-plan.js';
import { laidCells, type Look } from './shown.js';

const show = (filling: Filling): Look => laidCells(filledIn(filling));
/** What a monitoring row shows once its actual is entered. */
const reported = (row: string, actual: number, column: string, more: Filling = {}): unknown =>
  show({ ...more, [`mon/${row}/actual`]: actual })('mon', row, column);

describe('met is met: where no pace can be computed, a target that is reached is reached', () => {
  // Design 6 excepts only ranks and targets within rounding of the baseline.
  test.each<[what: string, row: string, actual: number, more?: Filling]>([
    ['from a baseline of zero', 'zero-baseline||2025@2025', 5],
    ['from a loss', 'profit||2025@2025', 12, { 'ind/profit||2025/revised': -5 }],
    ['without a baseline', 'no-baseline||2025@2025', 30],
    ['without the baseline’s year', 'no-baseline-year||2025@2025', 50],
    ['without the target’s year', 'no-target-year||target@2025', 40],
    ['none left of what should become fewer', 'fewer||2025@2023', 0],
    ['none left where none is the target', 'fewer-to-none||2025@2025', 0],
  ])('%s', (_, row, actual, more) => {
    expect(reported(row, actual, 'progress', more)).toBe('已完成');
  });
});

test('an actual of zero under a level to be raised is a change for the worse', () => {
  // Actual growth (0/100)^(1/4) − 1 = −100 % a year, required 20 %: the ratio is below 0.
  expect(reported('level||2025@2024', 0, 'progress')).toBe('逆向变动');
});

test('超过500家 is not met by 500', () => {
  // Required (500/400)^(1/5) − 1 = 4.56 %, actual (500/400)^(1/4) − 1 = 5.74 % a year: on track.
  expect(reported('more-than||2025@2024', 500, 'progress')).toBe('达到序时进度');
});

test('超过2次 in each year is not met by 2', () => {
  const plan = madePlan((record) => replaceIn(record, '2次以上', '超过2次'));
  const row = 'maintain||2025@2021';
  expect(laidCells(filledIn({ [`mon/${row}/actual`]: 2 }, plan))('mon', row, 'attainment')).toBe(0);
});

describe('an accumulation with a year not reported', () => {
  // Blank is not 0 (design 6): what was added up in 2021 is unknown, and so is the total.
  test.each(['attainment', 'lead', 'still', 'progress'])('%s is blank', (column) => {
    expect(reported('cumulative||2021-2025@2022', 24, column)).toBe('');
  });
});

test('an interim target in another unit is told in the row’s own', () => {
  // 10500万元 in 2023 is 1.05亿元: 0.9 × (1.05/0.9)^(k/3), then √(1.05 × 1.2).
  const look = show({});
  const path = [2021, 2022, 2023, 2024, 2025].map((year) => look('pth', 'units-interim||2025', `y${year}`));
  expect(path).toEqual([0.94745394, 0.997409964, 1.05, 1.122497216, 1.2]);
});

test('a target of zero is not blamed on the baseline', () => {
  expect(show({})('ind', 'fewer-to-none||2025', 'reason')).toBe('目标值不为正，不能按几何增速计算');
});

describe('a growth target of 2020 to 2025 over a baseline of 2019', () => {
  const plan = madePlan((record) => replaceIn(record, 'growth-with-baseline, year: 2020,', 'growth-with-baseline, year: 2019, role: baseline,'));
  const look = laidCells(filledIn({}, plan));
  const row = 'growth-with-baseline||growth-2025';

  test('counts the years it states', () => {
    expect([look('ind', row, 'years'), look('ind', row, 'multiple')]).toEqual([5, 1.61051]); // 1.1⁵
  });
  test('has no path, or one that its index agrees with', () => {
    const [index, path, base] = [look('idx', row, 'y2025'), look('pth', row, 'y2025'), look('pth', row, 'base')];
    expect(path === '' ? '' : (Number(path) / Number(base)) * 100).toBeOneOf(['', expect.closeTo(Number(index), 6)]);
  });
});
