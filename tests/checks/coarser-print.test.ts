import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from '../../plan/checks/check.js';
import { findingsWith } from './made-plan.js';

/** A number as printed with 2, 1 or 0 decimals, always of the same value: 12.00, 12.0, 12. Nothing is rounded away. */
interface Print {
  value: number;
  decimals: number;
}
const print: fc.Arbitrary<Print> = fc.record({ value: fc.integer({ min: 1, max: 40 }), decimals: fc.constantFrom(1, 2) });
const shown = ({ value, decimals }: Print): string => value.toFixed(decimals);
const coarser = (each: Print): Print => ({ ...each, decimals: each.decimals - 1 });

type Facts = (from: Print, to: Print, stated: Print) => string;
const RULES: readonly (readonly [code: string, facts: Facts])[] = [
  ['GROWTH_CLAIM', (from, to, stated) => `amount 2015 ${shown(from)}亿元 | amount 2020 ${shown(to)}亿元 | growth: amount 2015-2020 增长${shown(stated)}%`],
  [
    'AVERAGE_GROWTH_CLAIM',
    (from, to, stated) => `amount 2015 ${shown(from)}亿元 | amount 2020 ${shown(to)}亿元 | average-growth: amount 2015-2020 年均增长${shown(stated)}%`,
  ],
  ['MULTIPLE_CLAIM', (from, to, stated) => `amount 2015 ${shown(from)}亿元 | amount 2020 ${shown(to)}亿元 | multiple: amount 2015-2020 ${shown(stated)}倍`],
  [
    'INCREMENT_CLAIM',
    (from, to, stated) => `amount 2015 ${shown(from)}亿元 | amount 2020 ${shown(to)}亿元 | increment: amount 2015-2020 增加${shown(stated)}亿元`,
  ],
  [
    'SHARE_CHANGE_CLAIM',
    (from, to, stated) => `share 2015 ${shown(from)}% | share 2020 ${shown(to)}% | share-change: share 2015-2020 提高${shown(stated)}个百分点`,
  ],
  [
    'SUM_OF_PARTS',
    (from, to, stated) =>
      `amount 2020 ${shown(stated)}亿元 | amount@east 2020 ${shown(from)}亿元 | amount@west 2020 ${shown(to)}亿元 | sum: amount 2020 ${shown(stated)}亿元 = east west`,
  ],
  ['DOUBLING_CLAIM', (from, to) => `amount 2020 ${shown(from)}亿元 | amount 2025 ${shown(to)}亿元 | doubling: amount 2020-2025 翻番`],
  ['SHARE_OF_WHOLE', (from, to, stated) => `part 2020 ${shown(from)}亿元 | gdp 2020 ${shown(to)}亿元 | part-share 2020 ${shown(stated)}%`],
  [
    'INCREMENT_AND_MULTIPLE',
    (from, to, stated) => `amount 2020 ${shown(to)}亿元 | increment: amount 2015-2020 新增${shown(from)}亿元 | multiple: amount 2015-2020 ${shown(stated)}倍`,
  ],
];

const outcomeOf = (code: string, facts: string): Outcome | undefined => findingsWith(facts).find((finding) => finding.code === code)?.outcome;

// What is stated lies near what the figures give, so that most cases are near an edge; both outcomes must come up.
const near: Record<string, (from: number, to: number) => number> = {
  GROWTH_CLAIM: (from, to) => (to / from - 1) * 100,
  AVERAGE_GROWTH_CLAIM: (from, to) => ((to / from) ** 0.2 - 1) * 100,
  MULTIPLE_CLAIM: (from, to) => to / from,
  INCREMENT_CLAIM: (from, to) => to - from,
  SHARE_CHANGE_CLAIM: (from, to) => to - from,
  SUM_OF_PARTS: (from, to) => from + to,
  SHARE_OF_WHOLE: (from, to) => (from / to) * 100,
  INCREMENT_AND_MULTIPLE: (from, to) => to / (to - from),
};

test.each(RULES)('%s: a number printed with fewer decimals never turns a pass into a fail', (code, facts) => {
  const seen = new Set<Outcome | undefined>();
  fc.assert(
    fc.property(print, print, fc.constantFrom(1, 2), fc.integer({ min: -1, max: 1 }), fc.constantFrom(0, 1, 2), (a, b, decimals, off, widened) => {
      const [from, to] = a.value < b.value ? [a, b] : [b, { ...a, value: a.value + 1 }];
      const stated: Print = { value: Math.max(1, Math.round(near[code]?.(from.value, to.value) ?? 0) + off), decimals };
      const fine = outcomeOf(code, facts(from, to, stated));
      const coarse = outcomeOf(code, facts(widened === 0 ? coarser(from) : from, widened === 1 ? coarser(to) : to, widened === 2 ? coarser(stated) : stated));
      seen.add(fine);
      expect([fine, coarse]).not.toEqual(['pass', 'fail']);
      expect([fine, coarse]).not.toContain(undefined);
    }),
    { numRuns: 60, seed: 2021 },
  );
  expect([...seen].sort()).toEqual(['fail', 'pass']);
});
