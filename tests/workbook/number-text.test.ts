import { expect, test } from 'vitest';
import { toNumberText } from '../../plan/workbook/number-text.js';

test.each([
  [0, '0', '0'],
  [2020, '0', '2020'],
  [34.94, '#,##0.00', '34.94'],
  [34.945, '#,##0', '35'],
  [998.6, '#,##0', '999'],
  [999.6, '#,##0', '1,000'],
  [-999.6, '#,##0', '-1,000'],
  [1234567.891, '#,##0.0', '1,234,567.9'],
  [-1234.5, '#,##0.00', '-1,234.50'],
  [1234.5, '0.0', '1234.5'],
])('%d as %s is %s', (value, format, text) => {
  expect(toNumberText(value, format)).toBe(text);
});
