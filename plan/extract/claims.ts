import { type ClaimKind, parseClaim, type PrintedClaim } from '../number/parse-claim.js';
import type { Reading } from './read-sentence.js';

/** The number of a claim in the unit of its kind, or null where its words are none. */
export function claimNumber({ kind, quantity, lead }: Reading, words: string): PrintedClaim | null {
  if (kind === 'figure') return null;
  const falls = /(?:下降|降低|减少|下滑|回落)/u.test(words) || (/(?:下降|降低|减少)/u.test(lead.slice(-6)) && kind !== 'rank');
  const signed = (claim: PrintedClaim): PrintedClaim => (falls && claim.value !== null && claim.value > 0 ? { ...claim, value: -claim.value } : claim);
  const plain: PrintedClaim = { value: quantity.value, unit: quantity.unit, decimals: quantity.decimals, bound: quantity.bound };
  if (kind === 'growth' && quantity.unit === '倍') return { ...plain, value: quantity.value * 100, unit: '%' };
  if (kind === 'multiple') return parseClaim('multiple', words) ?? plain;
  if (kind === 'rank') return { ...plain, unit: '位', bound: quantity.place === '前' ? 'le' : plain.bound };
  return signed(plain);
}

/** A doubling told in words. */
export interface Doubling {
  start: number;
  end: number;
  value: number;
}

const DOUBLES = /翻(?:了)?([一两二三四]?)番|(?<!双)倍增|翻倍/gu;
const NAMED = /^(?:工程|计划|行动|提质计划|“|培育|专项|”)/u;

/** 翻一番, 翻两番, 倍增; none that names a programme. */
export function findDoublings(text: string): Doubling[] {
  return [...text.matchAll(DOUBLES)].flatMap((match) => {
    const end = match.index + match[0].length;
    if (NAMED.test(text.slice(end, end + 4))) return [];
    const value = parseClaim('doubling', match[0])?.value ?? null;
    return value === null ? [] : [{ start: match.index, end, value }];
  });
}

export type { ClaimKind };
