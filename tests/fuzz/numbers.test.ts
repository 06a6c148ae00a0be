import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLAIM_KINDS, parseClaim } from '../../plan/number/parse-claim.js';
import { type Bound, parsePrinted, type PrintedNumber } from '../../plan/number/parse-printed.js';
import { fuzz, timeOf } from './runs.js';

const DIGITS = fc.oneof(
  fc.nat(99_999).map(String),
  fc.tuple(fc.nat(9999), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`),
  fc.integer({ min: 1000, max: 9_999_999 }).map((number) => number.toLocaleString('en')),
  fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...Array.from('〇零一二两三四五六七八九十百千万')) }),
  fc.nat(9999).map((number) => String(number).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
  fc.constantFrom('9'.repeat(40), '0', '00', '-5', '1e5', '.5', '5.', '1.2.3', '1，200', '⅓', '①', '٣'),
);
const UNITS = fc.constantFrom(
  '亿元',
  '万元',
  '元',
  '%',
  '％',
  '‰',
  '家',
  '件',
  '万件',
  '个',
  '项',
  '人',
  '人年',
  '倍',
  '位',
  '个百分点',
  '件/万人',
  '',
  '米',
  '亿',
);
const BEFORE = fc.constantFrom('', '', '约', '近', '超过', '突破', '不低于', '≥', '达到', '预计', '第', '前', '力争达到', '增长', '年均增长', '翻');
const AFTER = fc.constantFrom('', '', '以上', '左右', '多', '余', '以内', '番', '倍', ' ', '\n');
const PLAIN = fc.oneof(
  fc.nat(99_999).map(String),
  fc.tuple(fc.nat(9999), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`),
);
const PRINTED = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '约', '近', '超过', '不低于', '达到', '增长'),
      PLAIN,
      fc.constantFrom('亿元', '万元', '%', '家', '件', '个', '倍'),
      fc.constantFrom('', '', '以上', '左右'),
    )
    .map((parts) => parts.join('')),
  fc.tuple(BEFORE, DIGITS, AFTER, UNITS, AFTER).map((parts) => parts.join('')),
  fc.tuple(BEFORE, DIGITS, fc.constantFrom('-', '~', '—', '至', '到'), DIGITS, UNITS).map((parts) => parts.join('')),
  fc.tuple(BEFORE, DIGITS, UNITS, fc.string({ maxLength: 4, unit: 'binary' })).map((parts) => parts.join('')),
  fc.string({ maxLength: 60, unit: 'binary' }),
);

const WORDS: Record<Exclude<Bound, 'range'>, (number: string) => string> = {
  eq: (number) => number,
  ge: (number) => `${number}以上`,
  gt: (number) => `超过${number}`,
  le: (number) => `不超过${number}`,
  lt: (number) => `低于${number}`,
  approx: (number) => `约${number}`,
  near: (number) => `近${number}`,
};

/** The number as a document might print it, from nothing but what was read. */
const print = ({ value, high, unit, decimals, bound }: PrintedNumber): string =>
  bound === 'range' ? `${value.toFixed(decimals)}-${(high ?? 0).toFixed(decimals)}${unit}` : WORDS[bound](`${value.toFixed(decimals)}${unit}`);

/** What holds of any number that is read at all. */
function isSound(read: PrintedNumber): void {
  expect(Number.isFinite(read.value)).toBe(true);
  expect(read.value).toBeGreaterThanOrEqual(0);
  expect(Number.isInteger(read.decimals) && read.decimals >= 0).toBe(true);
  expect(read.bound === 'range').toBe(read.high !== null);
  if (read.high !== null) expect(read.high).toBeGreaterThanOrEqual(read.value);
  if (read.below !== null) expect(read.below).toBeGreaterThan(read.value);
}

test('a printed number is read soundly or not at all, and printed again it is the same', { timeout: timeOf('numbers') }, () =>
  fuzz('numbers', fc.tuple(PRINTED, fc.option(UNITS, { nil: undefined })), ([printed, unit]) => {
    const read = parsePrinted(printed, unit);
    if (!read) return false;
    isSound(read);
    // 20多家 tells its round number in words.
    if (read.below === null) expect(parsePrinted(print(read))).toEqual(read);
    return true;
  }),
);

test('a claim is read soundly or not at all', { timeout: timeOf('claims') }, () =>
  fuzz('claims', fc.tuple(fc.constantFrom(...CLAIM_KINDS), PRINTED), ([kind, printed]) => {
    const read = parseClaim(kind, printed);
    if (read) expect(read.value === null || Number.isFinite(read.value)).toBe(true);
    return read !== null;
  }),
);
