import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Finding, findingsOf } from '../../plan/report/findings.js';
import { planOf, recordOf } from './made-plan.js';

/** Amounts that are near each other, so that checks come out all three ways; told in tenths of 亿元. */
const tenths = fc.integer({ min: 10, max: 60 });
const share = fc.integer({ min: 50, max: 300 });

interface Facts {
  then: number;
  now: number;
  goal: number;
  east: number;
  share: number;
  gdp: number;
}
const facts: fc.Arbitrary<Facts> = fc.record({ then: tenths, now: tenths, goal: tenths, east: tenths, share, gdp: fc.integer({ min: 100, max: 400 }) });

type Unit = '亿元' | '万元';
/** 2.5亿元, or as a document that counts in 万元 would print the same number to the same precision. */
const amount = (value: number, unit: Unit): string => (unit === '亿元' ? `${(value / 10).toFixed(1)}亿元` : `${(value / 10).toFixed(1)}万元`);

function linesOf({ then, now, goal, east, share: percent, gdp }: Facts, unit: Unit): string[] {
  return [
    `amount 2015 ${amount(then, unit)}`,
    `amount 2020 ${amount(now, unit)}`,
    `amount 2025 ${amount(goal, unit)}以上`,
    `amount@east 2020 ${amount(east, unit)}`,
    `amount@west 2020 ${amount(Math.max(1, now - east), unit)}`,
    `part 2020 ${amount(now, unit)}`,
    `part-share 2020 ${(percent / 10).toFixed(1)}%`,
    `gdp 2020 ${amount(gdp, unit)}`,
    `growth: amount 2015-2020 增长50%`,
    `multiple: amount 2015-2020 1.5倍`,
    `doubling: amount 2020-2025 翻番`,
    `average-growth: amount 2020-2025 年均增长12%`,
    `sum: amount 2020 ${amount(now, unit)} = east west`,
  ];
}

const findings = (lines: readonly string[], language: 'zh' | 'en' = 'zh'): Finding[] => findingsOf(planOf(recordOf(lines.join(' | '))), language, '0.0.0-test');
const verdicts = (all: readonly Finding[]): string[] =>
  all.map(({ code, indicator, scope, year, outcome, level }) => [code, indicator, scope, year, outcome, level].join(' ')).sort();

const outcomes = new Set<string>();

test('an outcome depends on the facts alone: not on their order', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 1000 }), (each, seed) => {
      const lines = linesOf(each, '亿元');
      const shuffled = lines.map((line, index) => ({ line, at: (index * 7919 + seed * 104_729) % 8191 })).sort((a, b) => a.at - b.at);
      const as = findings(lines);
      as.forEach(({ outcome }) => outcomes.add(outcome));
      expect(verdicts(findings(shuffled.map(({ line }) => line)))).toEqual(verdicts(as));
    }),
    { numRuns: 40, seed: 2025 },
  );
  expect(outcomes).toContain('fail');
  expect(outcomes).toContain('pass');
});

// All amounts a ten-thousandth: whatever is asked of them is asked of their ratios and sums.
test('nor on the unit they are told in', () => {
  fc.assert(
    fc.property(facts, (each) => {
      expect(verdicts(findings(linesOf(each, '万元')))).toEqual(verdicts(findings(linesOf(each, '亿元'))));
    }),
    { numRuns: 40, seed: 2025 },
  );
});

test('nor on whether one of them is told in another unit, as precisely', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(0, 1, 5, 7), (each, which) => {
      const lines = linesOf(each, '亿元');
      // 2.5亿元 is half a unit of 0.1亿元 either side; 25千万元 would be the same, 2.5亿元 as 25000万元 is finer: so whole numbers of 千万元.
      const other = lines.map((line, index) =>
        index === which ? line.replace(/(\d+)\.(\d)亿元/u, (_, whole: string, tenth: string) => `${Number(whole + tenth)}千万元`) : line,
      );
      expect(verdicts(findings(other))).toEqual(verdicts(findings(lines)));
    }),
    { numRuns: 40, seed: 2025 },
  );
});

test('nor on the language they are told of in', () => {
  fc.assert(
    fc.property(facts, (each) => {
      const lines = linesOf(each, '亿元');
      expect(verdicts(findings(lines, 'en'))).toEqual(verdicts(findings(lines)));
    }),
    { numRuns: 40, seed: 2025 },
  );
});
