import { expect, test } from 'vitest';
import type { Basis } from '../../plan/compare/comparison.js';
import { toldValue } from '../../plan/compare/names.js';

test.each<[basis: Basis, value: number, told: number]>([
  ['measured', 1_234_567, 1_234_567],
  ['target', 12_345.678, 12_345.678],
  // 429.11亿元 told in 万元, and what the machine adds to it
  ['measured', 4_291_100.000_000_001, 4_291_100],
  ['pace', 13.970_845_2, 13.9708],
  ['per-gdp', 0.123_456_789, 0.123_457],
])('a %s value of %d is told as %d: no printed digit is lost', (basis, value, told) => {
  expect(toldValue({ basis }, value)).toBe(told);
});
