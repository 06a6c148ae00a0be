import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfAway } from '../../plan/number/round.js';

describe('half goes away from zero, on the decimal value', () => {
  it.each([
    // The nearest binary numbers to 1.005, 0.285, 8.325 and 1.45 lie below the half.
    [1.005, 2, 1.01],
    [0.285, 2, 0.29],
    [8.325, 2, 8.33],
    [1.45, 1, 1.5],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [-0.4, 0, 0],
    [2.4999, 0, 2],
    [1250, -2, 1300],
    [-1250, -2, -1300],
    [49, -2, 0],
    [34.94, 2, 34.94],
    [34.94, 5, 34.94],
    [1e21, 2, 1e21],
    [1.5e-7, 7, 2e-7],
    // Fifteen digits are what Excel carries; a half more is the sixteenth.
    [100_000_000_000_000, 0, 100_000_000_000_000],
    [99_999_999_999_999.4, 0, 99_999_999_999_999],
    // 34.94 / 12.78 − 1 = 1.733959311424…
    [34.94 / 12.78 - 1, 4, 1.734],
    // 0.1 + 0.2 is 0.30000000000000004 in binary.
    [0.1 + 0.2 - 0.3, 12, 0],
  ])('ROUND(%s, %s) is %s', (value, digits, rounded) => {
    expect(roundHalfAway(value, digits)).toBe(rounded);
  });

  it.each([NaN, Infinity, -Infinity])('%s stays what it is', (value) => {
    expect(roundHalfAway(value, 2)).toBe(value);
  });
});

/** The same on whole numbers only: mantissa × 10^-scale to so many digits. */
function roundDecimal(mantissa: bigint, scale: number, digits: number): number {
  const divisor = 10n ** BigInt(scale - digits);
  const size = mantissa < 0n ? -mantissa : mantissa;
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return Number(`${mantissa < 0n && rounded > 0n ? '-' : ''}${rounded}e${-digits}`);
}

it('agrees with decimal arithmetic on numbers of up to 15 digits', () => {
  const most = 10n ** 15n - 1n;
  const cases = fc
    .record({ mantissa: fc.bigInt({ min: -most, max: most }), scale: fc.integer({ min: 0, max: 12 }), cut: fc.integer({ min: 0, max: 15 }) })
    .chain(({ mantissa, scale, cut }) => {
      // Half of the cases end in an exact half at the digit that is rounded.
      const unit = 10n ** BigInt(cut);
      const half = cut === 0 ? mantissa : (mantissa / unit) * unit + (mantissa < 0n ? -5n : 5n) * 10n ** BigInt(cut - 1);
      return fc.constantFrom(mantissa, half).map((number) => ({ number, scale, digits: scale - cut }));
    });
  fc.assert(
    fc.property(cases, ({ number, scale, digits }) => {
      expect(roundHalfAway(Number(`${number}e${-scale}`), digits)).toBe(roundDecimal(number, scale, digits));
    }),
    { numRuns: 20_000 },
  );
});
