import { beforeAll, describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { checksOf } from '../../plan/report/checks-of.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { laidCells, type Look, readCells } from '../formulas/shown.js';
import { describeWith } from '../readers/available.js';
import { replaceIn } from '../readers/package-parts.js';
import { type Typed, typedInLibreOffice } from '../user-cells/type-in.js';
import { planOf, recordOf } from './made-plan.js';

// Every rule about numbers once, all of them passing but the growth of the implied whole (100 to 300 is 24.6 % a year).
const RECORD = recordOf(
  [
    'amount 2015 10.0亿元 | amount 2020 15.0亿元 | amount 2025 24.2亿元 | growth: amount 2015-2020 增长50% | average-growth: amount 2020-2025 年均增长10%',
    'count 2020 50家 | count 2025 100家以上 | count 2025 100家 | doubling: count 2020-2025 翻番 | top 2020 10家 | added 2025 55家',
    'count@east 2020 30家 | count@west 2020 20家 | sum: count 2020 50家 = east west',
    'cost 2015 20.0亿元 | cost 2020 50.0亿元 | multiple: cost 2015-2020 2.5倍 | increment: cost 2015-2020 增加30亿元',
    'share 2015 10.0% | share 2020 13.0% | share-change: share 2015-2020 提高3个百分点 | rank 2020 第16位 | rank 2025 第14位',
    'part 2015 10.0亿元 | part-share 2015 10.0% | part 2020 30.0亿元 | part-share 2020 10.0% | other 2020 60.0亿元 | other-share 2020 20.0%',
  ].join(' | '),
);

/** What someone types over: the figure, its number as printed, the number typed, and the same as a document would print it. */
const EDITS = [
  ['amount||2020', '15.0亿元', 16, '16.0亿元'],
  ['count||2025', '100家以上', 99, '99家以上'],
  ['count|east|2020', '30家', 31, '31家'],
  ['top||2020', '10家', 60, '60家'],
  ['cost||2020', '50.0亿元', 80, '80.0亿元'],
  ['share||2020', '13.0%', 101, '101.0%'],
  ['rank||2025', '第14位', 17, '第17位'],
  ['other||2020', '60.0亿元', 90, '90.0亿元'],
  ['added||2025', '55家', 40, '40家'],
] as const;

/** The checks that rest on them: pass as printed, fail as typed, undecided when the numbers are cleared. */
const FLIPPED = [
  'GROWTH_CLAIM|growth|amount||2015-2020', // 60 % of 50
  'AVERAGE_GROWTH_CLAIM|average-growth|amount||2020-2025', // 24.2/16 is 8.6 % a year
  'DOUBLING_CLAIM|doubling|count||2020-2025', // 1.98
  'SUM_OF_PARTS|sum|count||-2020', // 51 of 50
  'PART_WITHIN_WHOLE|top||2020<count||2020', // 60 of 50
  'MULTIPLE_CLAIM|multiple|cost||2015-2020', // × 4
  'INCREMENT_CLAIM|increment|cost||2015-2020', // 60 of 30
  'SHARE_CHANGE_CLAIM|share-change|share||2015-2020', // 91 points of 3
  'SHARE_WITHIN_BOUNDS|share||2020', // 101 %
  'TARGET_RIGHT_WAY|rank||2025', // 16th to 17th
  'PRINTINGS_AGREE|count||2025#2', // 99 or 100
  'SHARES_IMPLY_ONE_WHOLE|part-share||2020&other-share||2020', // 300 or 450
  'EXISTING_AND_PLANNED|added||2025', // 50 and 40 of 99
];

const SHOWN = ['face', 'low', 'high', 'required_low', 'required_high', 'gap', 'outcome', 'level', 'explanation'];

const plan = planOf(RECORD);
const made = planWorkbook(plan, 'zh', '0.0.0-test');
const bytes = await writeWorkbook(made);
const after = (typed: Typed): Look => readCells(readWorkbook(typedInLibreOffice(bytes, typed)));
const outcomes = (look: Look): string[] => FLIPPED.map((key) => `${key} ${look('chk', key, 'outcome')}`);
const all = (outcome: string): string[] => FLIPPED.map((key) => `${key} ${outcome}`);

test('as printed they pass', () => {
  expect(outcomes(laidCells(made))).toEqual(all('通过'));
});

describeWith('LibreOffice for Python', 'typed in LibreOffice, with no add-in', () => {
  describe('other numbers', () => {
    let typed: Look;
    beforeAll(() => {
      typed = after(Object.fromEntries(EDITS.map(([figure, , number]) => [`fig/${figure}/value`, number])));
    });
    test('flip pass to fail', () => {
      expect(outcomes(typed)).toEqual(all('不通过'));
    });
    test('a failure shows its level', () => {
      expect(FLIPPED.map((key) => typed('chk', key, 'level'))).not.toContain('');
    });
    test('give what the code gives for a record that prints them', () => {
      const printed = planOf(EDITS.reduce((record, [, from, , to]) => replaceIn(record, `printed: "${from}"`, `printed: "${to}"`), RECORD));
      const computed = laidCells(planWorkbook(printed, 'zh', '0.0.0-test'));
      // Advice calls a number by its print, which typing over its value leaves as it is.
      const asPrinted = (shown: string | number | boolean): unknown =>
        typeof shown === 'string' ? EDITS.reduce((text, [, from, , to]) => text.replaceAll(`“${to}”`, `“${from}”`), shown) : shown;
      const numbers = (look: Look): unknown[] => checksOf(plan).map(({ key }) => [key, ...SHOWN.map((column) => asPrinted(look('chk', key, column)))]);
      expect(numbers(typed)).toEqual(numbers(computed));
    });
  });

  describe('numbers cleared, and a parameter set', () => {
    let typed: Look;
    beforeAll(() => {
      typed = after({ ...Object.fromEntries(EDITS.map(([figure]) => [`fig/${figure}/value`, null])), 'par/par_whole_high/value': 30 });
    });
    test('leave undecided what they decided', () => {
      expect(outcomes(typed)).toEqual(all('无法判定'));
    });
    test('no level where nothing fails', () => {
      expect(FLIPPED.map((key) => typed('chk', key, 'level'))).toEqual(FLIPPED.map(() => ''));
    });
    test('undecided says that a value is missing', () => {
      // Each names the number that is gone; where only that number is asked about, there is none to name.
      const named = (key: string): boolean => /^无法计算：(?:缺.*“.+”.*。)+$/u.test(String(typed('chk', key, 'explanation')));
      const alone = (key: string): boolean => key.startsWith('SHARE_WITHIN_BOUNDS') && typed('chk', key, 'explanation') === '数值缺失，或除数为零，无法计算';
      expect(FLIPPED.filter((key) => !named(key) && !alone(key))).toEqual([]);
    });
    test('a bound of the implied whole is a parameter: 24.6 % a year are within 30', () => {
      const key = 'IMPLIED_WHOLE_GROWS|part-share||2015>part-share||2020';
      expect([laidCells(made)('chk', key, 'outcome'), typed('chk', key, 'outcome')]).toEqual(['不通过', '通过']);
    });
  });
});
