import { describe, expect, test } from 'vitest';
import type { Entry } from '../../plan/compare/comparison.js';
import { comparisonOf, ranksOf, saidOf } from './made-plans.js';

const entryOf = (text: string, basis: string, indicator: string): Entry => {
  const found = comparisonOf(text).entries.find((entry) => entry.basis === basis && entry.indicator === indicator);
  if (!found) throw new Error(`no ${basis} of ${indicator}`);
  return found;
};
const numbers = ({ value, low, high }: Entry): (number | null)[] => [value, low, high].map((each) => (each === null ? null : Number(each.toPrecision(8))));

describe('sizes per unit, by hand', () => {
  test.each([
    // 50 家 over 100 万人 = 0.5, population in [99.5, 100.5]: 50/100.5, 50/99.5
    ['a: count 2020 50家 | context resident-population 2020 100万人', 'per-population', 'count', '家/万人', [0.5, 0.49751244, 0.50251256]],
    // 20 亿元 over 1000 亿元 = 2 %; 19.5/1000.5, 20.5/999.5
    ['a: amount 2020 20亿元 | gdp 2020 1000亿元', 'per-gdp', 'amount', '%', [2, 1.9490255, 2.0510255]],
    // 20 亿元 over 100 万人 = 2000 元/人
    ['a: amount 2020 20.0亿元 | context resident-population 2020 100.0万人', 'per-population', 'amount', '元/人', [2000, 1994.003, 2006.003]],
    // population 1000 件 / 10.0 件 = 100 万人, in [1000/10.05, 1000/9.95]; 50/100.50251 … 50/99.502488
    ['a: count 2020 50家 | patents 2020 1000件 | patents-per-10k 2020 10.0件', 'per-population', 'count', '家/万人', [0.5, 0.4975, 0.5025]],
    // GDP implied by output: 30.0/3.0 % = 1000, in [981.96721, 1018.6441]; 19.95/1018.6441, 20.05/981.96721
    ['a: amount 2020 20.0亿元 | output 2020 30.0亿元 | output-share 2020 3.0%', 'per-gdp', 'amount', '%', [2, 1.9584859, 2.0418197]],
  ] as const)('%s', (text, basis, indicator, unit, expected) => {
    const entry = entryOf(text, basis, indicator);
    expect(entry.unit).toBe(unit);
    expect(numbers(entry)).toEqual(expected);
  });

  test('over the GDP that its own share implies it is circular, and refused', () => {
    const made = comparisonOf('a: amount 2020 20亿元 | amount-share 2020 2%');
    expect(saidOf(made, 'a', 'per-gdp', 'amount')).toEqual(['incomparable circular']);
  });

  test('another ratio’s GDP is taken in its place', () => {
    const entry = entryOf('a: amount 2020 20亿元 | amount-share 2020 2% | output 2020 30亿元 | output-share 2020 3%', 'per-gdp', 'amount');
    expect(entry.denominator).toMatchObject({ source: 'implied', value: 1000, operands: ['output||2020', 'output-share||2020'] });
  });

  test('a yearbook goes before the plan, the plan before what its ratios imply', () => {
    const source = (text: string): string | undefined => entryOf(`a: count 2020 5家 | amount 2020 1亿元 | ${text}`, 'per-gdp', 'amount').denominator?.source;
    expect(source('output 2020 30亿元 | output-share 2020 3%')).toBe('implied');
    expect(source('output 2020 30亿元 | output-share 2020 3% | gdp 2020 999亿元')).toBe('printed');
    expect(source('gdp 2020 999亿元 | context gdp 2020 1001亿元')).toBe('context');
  });

  test('a denominator of another year is none', () => {
    expect(saidOf(comparisonOf('a: count 2019 5家 | context resident-population 2020 100万人'), 'a', 'per-population', 'count')).toEqual([]);
  });

  test('sizes per unit are ranked, with ties', () => {
    const made = comparisonOf(
      'a: count 2020 50家 | context resident-population 2020 100万人',
      'b: count 2020 501家 | context resident-population 2020 1000.0万人', // 0.501, within a's [0.4975, 0.5025]
      'c: count 2020 10家 | context resident-population 2020 100万人',
    );
    expect(ranksOf(made, 'count|per-population|2020|prefecture')).toEqual(['1= b', '1= a', '3 c']);
  });
});

describe('paces', () => {
  test.each([
    // 100 家 to 200 家 in five years: 2^(1/5) − 1 = 14.8698 %
    ['a: count 2020 100家 | count 2025 200家', 'count', '%/年', 14.869835],
    // 2.0 % to 3.0 % in five years: 0.2 points
    ['a: share 2020 2.0% | share 2025 3.0%', 'share', '百分点/年', 0.2],
    // from 10th to 5th: a place a year
    ['a: rank 2020 第10位 | rank 2025 第5位', 'rank', '位/年', 1],
    ['a: amount 2020 10亿元 | average-growth amount 2020-2025 年均增长12%', 'amount', '%/年', 12],
    ['a: count 2020 7家 | doubling count 2020-2025 翻一番', 'count', '%/年', 14.869835],
    // an interim target and a vision beside: the last within the plan counts
    ['a: count 2020 100家 | count 2023 150家 | count 2025 200家 | count 2035 900家', 'count', '%/年', 14.869835],
  ])('%s', (text, indicator, unit, expected) => {
    const entry = entryOf(text, 'pace', indicator);
    expect(entry.unit).toBe(unit);
    expect(entry.value).toBeCloseTo(expected, 5);
  });

  test('ends over the corners of the baseline: [1.95, 2.05] % to 3 % in five years', () => {
    expect(numbers(entryOf('a: share 2020 2.0% | share 2025 3.0%', 'pace', 'share'))).toEqual([0.2, 0.19, 0.21]);
  });

  test('ambition is the pace less the pace before', () => {
    // before: (2.0 − 1.5)/5 = 0.1; required 0.2
    const entry = entryOf('a: share 2015 1.5% | share 2020 2.0% | share 2025 3.0%', 'pace', 'share');
    expect([entry.pace?.historyPace, entry.pace?.ambition].map((each) => Number(each?.toFixed(9)))).toEqual([0.1, 0.1]);
  });

  test('different target years compare by pace only, and it is said', () => {
    const made = comparisonOf('a: share 2020 2.0% | share 2025 3.0%', 'b: share 2020 2.0% | share 2023 3.0%');
    expect(ranksOf(made, 'share|pace|百分点/年|prefecture')).toEqual(['1 b', '2 a']);
    expect(made.groups.find(({ basis }) => basis === 'pace')?.mixedYears).toBe(true);
    expect(saidOf(made, 'b', 'target', 'share')).toEqual(['incomparable year']);
  });

  test('what should fall: the faster fall is ahead', () => {
    const made = comparisonOf('a: energy 2020 10.0% | energy 2025 9.0%', 'b: energy 2020 10.0% | energy 2025 5.0%');
    expect(ranksOf(made, 'energy|pace|百分点/年|prefecture')).toEqual(['1 b', '2 a']);
  });

  test.each([
    ['a: share 2025 3%', 'no-baseline'],
    ['a: share baseline 2% | share 2025 3%', 'no-baseline-year'],
    ['a: share 2020 2% | share target 3%', 'no-target-year'],
  ])('%s has none, for %s', (text, why) => {
    expect(entryOf(text, 'pace', 'share').reasons.map(({ args }) => args['why'])).toEqual([why]);
  });
});
