import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadOfOthers } from '../../plan/checks/across/spread.js';

test.each<[what: string, numbers: number[], spreads: [median: number, deviation: number][]]>([
  // Others of 9: 1, 2, 4, 7: median 3, deviations 1, 1, 2, 4.
  [
    'an odd number, even others',
    [4, 1, 9, 2, 7],
    [
      [4.5, 3],
      [5.5, 2.5],
      [3, 1.5],
      [5.5, 2.5],
      [3, 1.5],
    ],
  ],
  [
    'an even number, odd others',
    [1, 2, 3, 10],
    [
      [3, 1],
      [3, 2],
      [2, 1],
      [2, 1],
    ],
  ],
  [
    'all alike',
    [5, 5, 5],
    [
      [5, 0],
      [5, 0],
      [5, 0],
    ],
  ],
])('%s: median and deviation of the others', (_, numbers, spreads) => {
  expect(spreadOfOthers(numbers).map(({ median, deviation }) => [median, deviation])).toEqual(spreads);
});

const plainMedian = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

test('it is what sorting the others anew for each gives, to the last bit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 })), { minLength: 2, maxLength: 60 }),
      (numbers) => {
        const plain = numbers.map((_, own) => {
          const others = numbers.filter((__, index) => index !== own);
          const median = plainMedian(others);
          return { median, deviation: plainMedian(others.map((each) => Math.abs(each - median))) };
        });
        expect(spreadOfOthers(numbers).map(({ median, deviation }) => [median + 0, deviation + 0])).toEqual(
          plain.map(({ median, deviation }) => [median + 0, deviation + 0]),
        );
      },
    ),
  );
});
