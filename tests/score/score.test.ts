import { describe, expect, test } from 'vitest';
import { answerFrom } from './extract.js';
import type { Answer, ScoredClaim, ScoredFigure } from './gold.js';
import { match } from './match.js';
import { quantityKey } from './quantity.js';
import { foundByPlanbook, foundByRecognizers } from './recognizers.js';
import { gap, report } from './report.js';
import { type Extraction, score, total } from './score.js';
import { rates } from './tally.js';

const PLAN = { title: '云岫市“十四五”规划', place: '云岫市', level: 'prefecture', periodStart: 2021, periodEnd: 2025, baseYear: 2020 };

/** A figure from "28.63 亿元 2020 baseline" and what else there is to say. */
function figure(text: string, more: Partial<ScoredFigure> = {}): ScoredFigure {
  const [value, unit = '', year, role = 'baseline'] = text.split(' ');
  return {
    name: '研发经费支出',
    indicator: 'rd-expenditure',
    scope: null,
    year: year === '-' ? null : Number(year),
    fromYear: null,
    value: Number(value),
    high: null,
    unit,
    bound: 'eq',
    role: role as ScoredFigure['role'],
    printed: `${value ?? ''}${unit}`,
    ...more,
  };
}

const claim = (kind: ScoredClaim['kind'], value: number | null): ScoredClaim => ({
  name: '研发经费支出',
  indicator: 'rd-expenditure',
  scope: null,
  kind,
  value,
  fromYear: 2015,
  toYear: 2020,
  printed: '',
});

const answer = (figures: ScoredFigure[], claims: ScoredClaim[] = []): Answer => ({ plan: PLAN, figures, claims });
const given = (figures: ScoredFigure[], claims: ScoredClaim[] = [], certain = false): Extraction => ({
  plan: PLAN,
  figures: figures.map((item) => ({ ...item, certain })),
  claims: claims.map((item) => ({ ...item, certain })),
});

describe('one quantity, however it is told', () => {
  test.each([
    // one, another, the same?
    ['1.36 亿元', '13600 万元', true],
    ['1.92 万亿元', '19200 亿元', true],
    ['2.6 ‰', '0.26 %', true],
    ['9 個', '9 家', true],
    ['30 名', '30 人', true],
    ['4 万件', '40000 件', true],
    ['18 人/年', '18 人年', true],
    ['20 件', '20 项', false],
    ['12 %', '12 个百分点', false],
    ['38.6 万元/人', '38.6 万元', false],
    ['41.2 亿美元', '41.2 亿元', false],
    ['3 户', '3 户', true],
  ])('%s, %s: %s', (one, other, same) => {
    const key = (text: string): string => quantityKey(Number(text.split(' ')[0]), null, text.split(' ')[1] ?? '');
    expect(key(one) === key(other)).toBe(same);
  });

  test('a range is its two ends', () => {
    expect(quantityKey(2, 3, '个')).toBe(quantityKey(2, 3, '家'));
    expect(quantityKey(2, 3, '个')).not.toBe(quantityKey(2, null, '个'));
  });
});

describe('what is wanted more than once', () => {
  // Wanted and given items are written a:1, key and identity.
  test.each([
    // wanted, given, right, extra, missed
    ['a:1 b:2', 'a b', 2, 0, 0],
    ['a:1 b:2', 'a c', 1, 1, 1],
    ['a:1 b:2', '', 0, 0, 2],
    ['', 'a', 0, 1, 0],
    // Printed twice: once is enough, twice is no fault, thrice is.
    ['a:1 a:1', 'a', 1, 0, 0],
    ['a:1 a:1', 'a a', 1, 0, 0],
    ['a:1 a:1', 'a a a', 1, 1, 0],
    // Two things that have the same number: each is wanted.
    ['a:1 a:2', 'a', 1, 0, 1],
    ['a:1 a:2', 'a a', 2, 0, 0],
    ['a:1 a:2', 'a a a', 2, 1, 0],
    // Printed twice beside another of the same number.
    ['a:1 a:1 a:2', 'a', 1, 0, 1],
    ['a:1 a:1 a:2', 'a a a', 2, 0, 0],
    ['a:1 a:1 a:2', 'a a a a', 2, 1, 0],
  ])('%s by %s', (wanted, got, right, extra, missed) => {
    const items = (text: string): string[] => text.split(' ').filter((item) => item !== '');
    const keyOf = (item: string): string => item.split(':')[0] ?? '';
    expect(match(items(wanted), items(got), keyOf, keyOf, (item) => item).tally).toEqual({ right, extra, missed });
  });
});

describe('an extraction scored by hand', () => {
  // Wanted: 28.63 (2020), 13.15 (2015), 1.76 % (2020), 2.5 % (2025, printed twice), 437 家 (2020).
  const gold = answer(
    [
      figure('28.63 亿元 2020'),
      figure('13.15 亿元 2015 history'),
      figure('1.76 % 2020', { indicator: 'rd-intensity' }),
      figure('2.5 % 2025 target', { indicator: 'rd-intensity' }),
      figure('2.5 % 2025 target', { indicator: 'rd-intensity' }),
      figure('437 家 2020', { indicator: 'high-tech-enterprises' }),
    ],
    [claim('growth', 117.7), claim('doubling', 2), claim('sum', null)],
  );
  // Given: 28.63 as 万元; 13.15 in the wrong year; 1.76 % as history; 2.5 % once; 437 missed; a budget of 300万元.
  const extraction = given(
    [figure('286300 万元 2020'), figure('13.15 亿元 2020'), figure('1.76 % 2020 history'), figure('2.5 % 2025 target'), figure('300 万元 2020')],
    [claim('growth', 117.7), claim('multiple', 2), claim('sum', null)],
  );
  const scored = score(gold, extraction);

  test.each([
    // what, right, extra, missed, precision, recall, F1
    ['strict', 2, 3, 3, 2 / 5, 2 / 5, 2 / 5],
    ['loose', 4, 1, 1, 4 / 5, 4 / 5, 4 / 5],
    ['claims', 2, 1, 1, 2 / 3, 2 / 3, 2 / 3],
  ] as const)('%s', (what, right, extra, missed, precision, recall, f1) => {
    expect(scored[what]).toEqual({ right, extra, missed });
    expect(rates(scored[what])).toEqual({ precision, recall, f1 });
  });

  test('unlike precision and recall have their harmonic mean', () => {
    const rate = rates({ right: 3, extra: 1, missed: 3 });
    expect([rate.precision, rate.recall]).toEqual([0.75, 0.5]);
    expect(rate.f1).toBeCloseTo(0.6, 12);
  });

  test('nothing given has no precision, nothing wanted no recall', () => {
    expect(rates({ right: 0, extra: 0, missed: 4 })).toEqual({ precision: null, recall: 0, f1: 0 });
    expect(rates({ right: 0, extra: 4, missed: 0 })).toEqual({ precision: 0, recall: null, f1: 0 });
    expect(rates({ right: 0, extra: 0, missed: 0 })).toEqual({ precision: null, recall: null, f1: null });
  });

  test('several documents weigh by their items', () => {
    const all = total([scored, score(answer([figure('1 家 2020')]), given([figure('1 家 2020')]))]);
    expect(all.strict).toEqual({ right: 3, extra: 3, missed: 3 });
    expect(all.facts.right).toBe(12);
  });
});

describe('certain', () => {
  test('counts what is marked and what of it is right', () => {
    const gold = answer([figure('1 家 2020'), figure('2 家 2020')], [claim('doubling', 2)]);
    const marked = given([figure('1 家 2020'), figure('2 家 2021 target'), figure('9 家 2020')], [claim('doubling', 2)], true);
    marked.figures.push({ ...figure('2 家 2020'), certain: false });
    expect(score(gold, marked).certain).toEqual({ figures: { all: 4, marked: 3, right: 1, whole: 1 }, claims: { all: 1, marked: 1, right: 1, whole: 1 } });
  });

  test('a figure given once too often is wrong the second time', () => {
    expect(score(answer([figure('1 家 2020')]), given([figure('1 家 2020'), figure('1 家 2020')], [], true)).certain.figures).toEqual({
      all: 2,
      marked: 2,
      right: 1,
      whole: 1,
    });
  });
});

describe('a number said of something', () => {
  test.each([
    // what differs, right as a whole?
    ['nothing', {}, true],
    ['its name alone', { name: '全社会研发投入' }, true],
    ['its indicator', { indicator: 'rd-intensity' }, false],
    ['an indicator of the catalogue', { indicator: null }, false],
    ['another place', { scope: '全省' }, false],
  ])('%s', (_, more, whole) => {
    const scored = score(answer([figure('1 亿元 2020')]), given([figure('1 亿元 2020', more)], [], true));
    expect(scored.strict.right).toBe(1);
    expect([scored.whole.right, scored.certain.figures.whole]).toEqual(whole ? [1, 1] : [0, 0]);
  });
});

describe('facts of the plan', () => {
  test.each([
    // fact, given, right?
    ['title', '云岫市"十四五"规划', true],
    ['title', '云岫市“十三五”规划', false],
    ['place', '云岫', false],
    ['level', 'prefecture', true],
    ['baseYear', null, false],
    ['periodEnd', 2025, true],
  ] as const)('%s %s: %s', (fact, value, right) => {
    const { facts } = score(answer([]), { ...given([]), plan: { ...PLAN, [fact]: value } });
    expect(facts).toEqual({ right: right ? 6 : 5, wrong: right ? [] : [fact] });
  });

  test('what is not told is wrong, even where nothing was to be told', () => {
    expect(score({ ...answer([]), plan: { ...PLAN, baseYear: null } }, { ...given([]), plan: {} }).facts.right).toBe(0);
  });

  test('a masked base year is right where none is given', () => {
    expect(score({ ...answer([]), plan: { ...PLAN, baseYear: null } }, { ...given([]), plan: { ...PLAN, baseYear: null } }).facts.right).toBe(6);
  });
});

describe('what the command line answers', () => {
  test('fields left out are null and not certain', () => {
    const read = answerFrom({ plan: { place: '云岫市' }, figures: [{ value: 3, unit: '家' }], claims: [{ kind: 'rank', value: 4, certain: true }] });
    expect(read?.figures[0]).toMatchObject({ value: 3, high: null, unit: '家', year: null, role: '', certain: false });
    expect(read?.claims[0]).toMatchObject({ kind: 'rank', value: 4, toYear: null, certain: true });
  });

  test.each([[null], ['text'], [{}], [{ figures: 3 }]])('%j is no answer', (text) => {
    expect(answerFrom(text)).toBeNull();
  });
});

describe('numbers found', () => {
  // 28.63亿元, 41.3 % and place 87 have units the recognizers know; of 437家 and 2—3个 they find numbers.
  const text = '2020年，研发经费支出28.63亿元，占比41.3%；高新技术企业437家，位列第87位。形成2—3个集群，投资9亿元。';
  const figures = [figure('28.63 亿元 2020'), figure('41.3 % 2020'), figure('437 家 2020'), figure('87 位 2020'), figure('2 个 2025 target', { high: 3 })];

  test('by the recognizers', () => {
    expect(foundByRecognizers(figures, text)).toMatchObject({ figures: 5, number: 5, withUnit: 3 });
  });

  test('by an extraction', () => {
    const read = [figure('286300 万元 2020'), figure('437 件 2020'), figure('87 位 2019'), figure('9 亿元 2020')];
    expect(foundByPlanbook(figures, read)).toEqual({ figures: 5, number: 3, withUnit: 2, beyond: 2 });
  });
});

test('the table has a line for each document, one for all, and says what could not be read', () => {
  const one = score(answer([figure('1 家 2020'), figure('2 家 2020')]), given([figure('1 家 2020')], [], true));
  const numbers = { planbook: { figures: 2, number: 1, withUnit: 1, beyond: 0 }, recognizers: { figures: 2, number: 2, withUnit: 0, beyond: 7 } };
  const lines = report([{ set: 'tuning', documents: [{ name: 'somewhere', score: one, unread: 'no answer' }], total: one, numbers }]);
  const words = lines.map((line) => line.trim().split(/\s+/u).join(' '));
  expect(words.slice(1)).toEqual([
    'somewhere 100.0 50.0 66.7 66.7 100.0 50.0 66.7 – – – 100.0 100.0 100.0 – – 6/6',
    'all 100.0 50.0 66.7 66.7 100.0 50.0 66.7 – – – 100.0 100.0 100.0 – – 6/6',
    'somewhere counts as empty: no answer',
    'Numbers of the figures figures found with unit missed reported beyond them',
    'planbook 2 1 1 1 0',
    'recognizers 2 2 0 2 7',
    '',
  ]);
});

test('the gap is told in points of F1', () => {
  const [good, poor] = [score(answer([figure('1 家 2020')]), given([figure('1 家 2020')])), score(answer([figure('1 家 2020')]), given([figure('1 家 2019')]))];
  expect(gap(good, poor)).toContain('strict 100.0, loose 0.0, claims –');
});
