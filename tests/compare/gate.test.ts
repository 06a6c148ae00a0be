import { describe, expect, test } from 'vitest';
import { comparisonOf, madePlan, ranksOf, saidOf } from './made-plans.js';
import { compare } from '../../plan/compare/compare.js';
import { selectEntries, selectPlans } from '../../plan/compare/select.js';

describe('targets rank by their printed thresholds', () => {
  test.each([
    ['plain', ['a: share 2025 2.5%', 'b: share 2025 3%', 'c: share 2025 1%'], ['1 b', '2 a', '3 c']],
    ['以上 is its threshold', ['a: share 2025 2.5%以上', 'b: share 2025 2.5%', 'c: share 2025 2.6%'], ['1 c', '2= a', '2= b']],
    ['超过 is its threshold', ['a: share 2025 超过3%', 'b: share 2025 3%以上'], ['1= a', '1= b']],
    ['of a range, the end that is enough', ['a: share 2025 2-4%', 'b: share 2025 3%'], ['1 b', '2 a']],
    ['units are converted', ['a: share 2025 30‰', 'b: share 2025 2%'], ['1 a', '2 b']],
  ])('%s', (_, plans, expected) => {
    expect(ranksOf(comparisonOf(...plans), 'share|target|2025|prefecture')).toEqual(expected);
  });

  test('where lower is better', () => {
    expect(ranksOf(comparisonOf('a: energy 2025 3%', 'b: energy 2025 2%以下', 'c: energy 2025 2-4%'), 'energy|target|2025|prefecture')).toEqual([
      '1 b',
      '2 a',
      '3 c',
    ]);
  });

  test('ranks: 前4位 is better than 第5位', () => {
    expect(ranksOf(comparisonOf('a: rank 2025 第5位', 'b: rank 2025 前4位'), 'rank|target|2025|prefecture')).toEqual(['1 b', '2 a']);
  });
});

describe('present values tie within their printed precision', () => {
  test.each([
    [
      ['a: share 2020 2.50%', 'b: share 2020 2.49%'],
      ['1= a', '1= b'],
    ], // [2.495, 2.505] and [2.485, 2.495] touch
    [
      ['a: share 2020 2.50%', 'b: share 2020 2.48%'],
      ['1 a', '2 b'],
    ],
    [
      ['a: share 2020 2.5%', 'b: share 2020 2.46%'],
      ['1= a', '1= b'],
    ],
  ])('%j', (plans, expected) => {
    expect(ranksOf(comparisonOf(...plans), 'share|measured|2020|prefecture')).toEqual(expected);
  });
});

describe('the gate', () => {
  test.each([
    // what, plans, of which place, on which basis and indicator, what is said
    ['another year', ['a: share 2025 2%', 'b: share 2025 3%', 'c: share 2023 4%'], 'c target share', 'incomparable year'],
    ['another level', ['a: share 2025 2%', 'b: share 2025 3%', 'c county: share 2025 4%'], 'c target share', 'incomparable level'],
    ['both', ['a: share 2025 2%', 'b: share 2025 3%', 'c cluster: share 2024 4%'], 'c target share', 'incomparable year level'],
    ['a look-alike', ['a: share 2025 2%', 'b: share 2025 3%', 'c: share-of-other 2025 4%'], 'c target share-of-other', 'incomparable look-alike'],
    ['no year', ['a: share baseline 2%', 'b: share 2020 3%'], 'a measured share', 'incomparable year-unknown'],
    ['a part of the place', ['a: share@part 2025 2%', 'b: share 2025 3%'], 'a target share', 'incomparable scope'],
    ['only a bound', ['a: share 2020 超过2%', 'b: share 2020 3%'], 'a measured share', 'incomparable open'],
    ['a ceiling on what should grow', ['a: share 2025 不超过2%', 'b: share 2025 3%'], 'a target share', 'incomparable wrong-way'],
    ['nobody else', ['a: energy 2025 2%', 'b: share 2025 3%'], 'a target energy', 'incomparable alone'],
    [
      'its own other year is no one else',
      ['a: share 2015 1% | share 2020 2%', 'b: energy 2020 3%'],
      'a measured share',
      'incomparable alone,incomparable alone',
    ],
    ['a size', ['a: count 2025 2家', 'b: count 2025 3家'], 'a target count', 'size size'],
    ['a size of the past with nothing to divide it by', ['a: count 2020 2家', 'b: count 2020 3家'], 'a measured count', 'size size no-denominator'],
  ])('%s', (_, plans, which, expected) => {
    const [place = '', basis = '', indicator = ''] = which.split(' ');
    expect(saidOf(comparisonOf(...plans), place, basis, indicator).join(',')).toBe(expected);
  });

  test('accumulations over other years are other values', () => {
    expect(ranksOf(comparisonOf('a: share 2016-2020 2%', 'b: share 2020 3%'), 'share|measured|2020|prefecture')).toBeNull();
  });

  test('two levels with two places each are two groups', () => {
    const made = comparisonOf('a: share 2025 2%', 'b: share 2025 3%', 'c county: share 2025 9%', 'd county: share 2025 8%');
    expect(made.groups.map(({ key }) => key)).toEqual(['share|target|2025|county', 'share|target|2025|prefecture']);
  });

  test('the average a plan prints of its province is a reference row, without rank', () => {
    const made = comparisonOf('a: share 2020 2.0% | share@above 2020 4.0%', 'b: share 2020 3.0%');
    expect(ranksOf(made, 'share|measured|2020|prefecture')).toEqual(['1 b', '2 a']);
    expect(made.groups[0]?.references).toEqual(['a-2021-2025|measured|share|above|2020']);
  });

  test('a place with two plans stands once, by the later', () => {
    const earlier = madePlan('a: share 2020 2%', { base: 2015, first: 2016, last: 2020 });
    const made = compare([earlier, madePlan('a: share 2020 2.5%'), madePlan('b: share 2020 2.1%')]);
    // 2020 is a target of the earlier plan, a baseline of the later: two bases, and so no double place here
    expect(ranksOf(made, 'share|measured|2020|prefecture')).toEqual(['1 a', '2 b']);
    const later = compare([
      madePlan('a: share 2019 2.00%', { base: 2019, first: 2020, last: 2022 }),
      madePlan('a: share 2019 2.50%'),
      madePlan('b: share 2019 2.10%'),
    ]);
    expect(ranksOf(later, 'share|measured|2019|prefecture')).toEqual(['1 a', '2 b']);
    expect(saidOf(later, 'a-2020', 'measured', 'share')).toEqual(['incomparable same-place']);
  });

  test('an id that means something else in a plan’s own catalogue is not compared', () => {
    const other = madePlan('b: share 2025 3%');
    const share = other.indicators.get('share');
    if (!share) throw new Error('no share');
    const changed = { ...share, definition: { zh: '别的', en: 'Something else' } };
    other.indicators.set('share', changed);
    const made = compare([madePlan('a: share 2025 2%'), other, madePlan('c: share 2025 1%')]);
    expect(ranksOf(made, 'share|target|2025|prefecture')).toEqual(['1 a', '2 c']);
    expect(saidOf(made, 'b', 'target', 'share')).toEqual(['incomparable definition']);
  });
});

describe('selection', () => {
  const plans = ['a: share 2025 2%', 'b: share 2025 3% | energy 2023 3%', 'c county: share 2025 4%'].map((text) => madePlan(text));

  test('a level', () => {
    expect(selectPlans(plans, { level: 'county' }).map(({ record }) => record.place.zh)).toEqual(['c']);
  });
  test('an indicator, and a year', () => {
    expect(selectEntries(compare(plans), { indicators: ['energy'] }).entries.map(({ indicator }) => indicator)).toEqual(['energy', 'energy']);
    expect(selectEntries(compare(plans), { year: 2023, indicators: ['energy'] }).groups).toEqual([]);
    expect(selectEntries(compare(plans), { year: 2025 }).groups.map(({ key }) => key)).toEqual(['share|target|2025|prefecture']);
  });
});
