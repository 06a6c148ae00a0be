import { expect, test } from 'vitest';
import { crc32 } from '../../plan/xlsx/crc32.js';

test.each([
  ['', 0x00000000],
  ['a', 0xe8b7be43],
  ['abc', 0x352441c2],
  ['abcd', 0xed82cd11],
  // The check value of the catalogue of CRC algorithms.
  ['123456789', 0xcbf43926],
])('%j', (text, sum) => {
  expect(crc32(new TextEncoder().encode(text))).toBe(sum);
});
