import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankMembers } from '../../plan/compare/rank.js';

/** "a 2.5" is a threshold, "a 2.4..2.6" a measured value; ranks as "1 a", tied as "1= a". */
function ranks(members: string, better: 'higher' | 'lower' = 'higher'): string {
  const parsed = members.split(', ').map((member) => {
    const [key = '', ends = ''] = member.split(' ');
    const [low = NaN, high = low] = ends.split('..').map(Number);
    return { key, value: (low + high) / 2, low, high };
  });
  return rankMembers(parsed, better)
    .map(({ member, rank, tied }) => `${rank}${tied ? '=' : ''} ${member.key}`)
    .join(', ');
}

describe('thresholds', () => {
  test.each([
    // members, ranks when higher is better
    ['a 1, b 3, c 2', '1 b, 2 c, 3 a'],
    ['a 2, b 2, c 1', '1= a, 1= b, 3 c'],
    ['a 2, b 3, c 2, d 1', '1 b, 2= a, 2= c, 4 d'],
    ['a 5', '1 a'],
    // equal but for what the sixteenth digit lost in conversion
    ['a 0.3, b 0.30000000000000004', '1= b, 1= a'],
  ])('%s', (members, expected) => {
    expect(ranks(members)).toBe(expected);
  });

  test('lower is better', () => {
    expect(ranks('a 1, b 3, c 2, d 1', 'lower')).toBe('1= a, 1= d, 3 c, 4 b');
  });
});

describe('measured values tie with the first of their group where the ends overlap', () => {
  test.each([
    ['apart', 'a 1..2, b 3..4', 'higher', '1 b, 2 a'],
    ['overlapping', 'a 1..3, b 2..4', 'higher', '1= b, 1= a'],
    ['touching', 'a 1..2, b 2..3', 'higher', '1= b, 1= a'],
    // c overlaps b, and b overlaps a; but c does not reach a, the first: a group, not a chain
    ['no chains', 'a 8..10, b 6..8.5, c 5..7', 'higher', '1= a, 1= b, 3 c'],
    ['a second group has a first of its own', 'a 8..10, b 5..7, c 4..6, d 1..4.5', 'higher', '1 a, 2= b, 2= c, 4 d'],
    ['lower is better', 'a 8..10, b 6..8.5, c 5..7', 'lower', '1= c, 1= b, 3 a'],
    ['one printed to one digit, one to two: 0.8 % is [0.75, 0.85], 0.84 % is [0.835, 0.845]', 'a 0.75..0.85, b 0.835..0.845', 'higher', '1= b, 1= a'],
  ] as const)('%s', (_, members, better, expected) => {
    expect(ranks(members, better)).toBe(expected);
  });
});

const member = fc
  .record({ value: fc.integer({ min: 0, max: 40 }), half: fc.integer({ min: 0, max: 6 }) })
  .map(({ value, half }) => ({ value, low: value - half, high: value + half }));

test('adding a place never reorders the others, nor puts one ahead that was behind', () => {
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 12 }), member, fc.constantFrom('higher', 'lower'), (members, added, better) => {
      const named = members.map((each, index) => ({ ...each, key: `p${String(index).padStart(2, '0')}` }));
      const before = rankMembers(named, better);
      const after = rankMembers([...named, { ...added, key: 'added' }], better).filter(({ member: { key } }) => key !== 'added');
      expect(after.map(({ member: { key } }) => key)).toEqual(before.map(({ member: { key } }) => key));
      const rises = after.every(({ rank }, index) => index === 0 || rank >= (after[index - 1]?.rank ?? 0));
      expect(rises).toBe(true);
    }),
  );
});

test('the order given makes no difference', () => {
  fc.assert(
    fc.property(fc.array(member, { maxLength: 10 }), (members) => {
      const named = members.map((each, index) => ({ ...each, key: `p${index}` }));
      expect(rankMembers([...named].reverse(), 'higher')).toEqual(rankMembers(named, 'higher'));
    }),
  );
});
