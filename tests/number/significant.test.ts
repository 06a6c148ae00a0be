import { expect, test } from 'vitest';
import { significant } from '../../plan/number/significant.js';

test.each([
  [1.923_076, 4, 1.923],
  [0.076_923, 4, 0.076_92],
  [706, 4, 706],
  [12_345.6, 4, 12_346],
  [-1_234_567.8, 4, -1_234_568],
  [0, 4, 0],
])('%d to %d digits is %d: no digit of the whole part is lost', (value, digits, told) => {
  expect(significant(value, digits)).toBe(told);
});
