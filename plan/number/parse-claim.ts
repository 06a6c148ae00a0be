import { parseChineseNumeral } from './chinese-numeral.js';
import { type Bound, normalisePrinted, parsePrinted } from './parse-printed.js';

export const CLAIM_KINDS = ['growth', 'average-growth', 'multiple', 'doubling', 'increment', 'share-change', 'rank', 'sum'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** A claim's number in the unit of its kind: growth in %, average growth in % a year, multiple and doubling as ratios, share change in points, increment in `unit`, rank as a place. */
export interface PrintedClaim {
  /** Null only for a sum told in words (其中). */
  value: number | null;
  unit: string;
  decimals: number;
  bound: Bound;
}

const AMOUNT = String.raw`(?:不超过|不高于|不多于|至多|不低于|不少于|至少|超过|突破|高于|低于|少于|超|不足|大约|约|接近|将近|近)?(?:\d+(?:\.\d+)?|[零一二两三四五六七八九十百]+)`;
const TAIL = '(?:及?以上|及?以下|左右|以内)?';
const pick = (text: string, unit: string): string | null => new RegExp(`${AMOUNT}(?:多|余)?(?:${unit})${TAIL}`, 'u').exec(text)?.[0] ?? null;

/** Reads the number of a claim of a known kind: "增幅达173%", "增加了两倍" (growth 200), "翻两番" (doubling 4), "排名第四". Null where it holds none. */
export function parseClaim(kind: ClaimKind, printed: string, unit?: string): PrintedClaim | null {
  const text = normalisePrinted(printed);
  // A range has two ends and a claim one value: refused rather than halved.
  if (kind !== 'sum' && /\d%?[-~—–至到]\d+(?:\.\d+)?(?:%|倍|个|家|项|件|人)/u.test(text)) return null;
  switch (kind) {
    case 'growth':
      return signed(text, timesToGrowth(text) ?? numberOf(pick(text, '%'), '%'));
    case 'average-growth':
      return signed(text, numberOf(pick(text, '%'), '%'));
    case 'multiple':
      return multiple(text);
    case 'doubling':
      return doubling(text);
    case 'share-change':
      return signed(text, numberOf(pick(text, '个?百分点|%')?.replace(/个?百分点/u, '个百分点') ?? null, '个百分点'));
    case 'rank':
      return rank(text);
    case 'increment':
      return signed(text, numberOf(new RegExp(`${AMOUNT}.*$`, 'u').exec(text)?.[0] ?? null, unit));
    case 'sum':
      return sum(text, unit);
  }
}

function numberOf(text: string | null, unit: string | undefined): PrintedClaim | null {
  const number = text === null ? null : parsePrinted(text, unit);
  return number && { value: number.value, unit: number.unit, decimals: number.decimals, bound: number.bound };
}

/** 下降5% is growth of −5. */
const signed = (text: string, claim: PrintedClaim | null): PrintedClaim | null =>
  claim?.value != null && /下降|降低|减少|下跌|回落/u.test(text) ? { ...claim, value: -claim.value, bound: MIRRORED[claim.bound] ?? claim.bound } : claim;

/** 下降5%以上 is growth of −5 or less. */
const MIRRORED: Partial<Record<Bound, Bound>> = { ge: 'le', gt: 'lt', le: 'ge', lt: 'gt' };

/** A sum told in words alone (其中) has no number of its own; one with a number must be readable. */
function sum(text: string, unit: string | undefined): PrintedClaim | null {
  const printed = pick(text, '[^\\d,，;；、]{1,3}?(?=[,，;；、]|$)');
  if (printed === null && !/\d/u.test(text)) return { value: null, unit: unit ?? '', decimals: 0, bound: 'eq' };
  return numberOf(printed, unit);
}

/** 增长1倍 adds once the old value (growth 100); 增加到两倍 reaches twice (also growth 100). */
function timesToGrowth(text: string): PrintedClaim | null {
  const times = numberOf(pick(text, '倍'), '倍');
  if (times?.value == null) return null;
  const reaches = /(?:到|至|为|是)[^倍]*倍/u.test(text);
  // 2.3 × 100 is 229.99999999999997 in binary: told in the 15 digits Excel carries.
  return { ...times, value: Number(((times.value - (reaches ? 1 : 0)) * 100).toPrecision(15)), unit: '%', decimals: times.decimals - 2 };
}

/** 2.5倍 is that multiple; 增加了两倍 adds twice the old value and makes three of it. */
function multiple(text: string): PrintedClaim | null {
  const times = numberOf(pick(text, '倍'), '倍');
  const adds = /(?:增加|增长|提高|提升)了?[^到至为倍]*倍/u.test(text);
  return times?.value == null || !adds ? times : { ...times, value: times.value + 1 };
}

function doubling(text: string): PrintedClaim | null {
  const times = /翻(?:了)?([一两二三四五\d]?)番|倍增|翻倍/u.exec(text);
  if (!times) return null;
  const printed = times[1] ?? '';
  const count = /\d/u.test(printed) ? Number(printed) : (parseChineseNumeral(printed) ?? 1);
  return { value: 2 ** count, unit: '倍', decimals: 0, bound: doublingBound(text) };
}

/** 近翻番 stops short of it; 近五年翻番 does not. */
function doublingBound(text: string): Bound {
  if (/超过|突破/u.test(text)) return 'gt';
  if (text.includes('以上')) return 'ge';
  if (/(?:近|几乎)(?:要|实现|达到)?(?:翻|倍增)/u.test(text)) return 'near';
  return /(?:约|基本|大致|大体)(?:上)?(?:实现|达到)?(?:翻|倍增)|左右/u.test(text) ? 'approx' : 'eq';
}

function rank(text: string): PrintedClaim | null {
  const place = /(第|前|位列|列|居)([\d一二两三四五六七八九十]+)(?:位|名)?/u.exec(text) ?? /()(\d+)(?:位|名)/u.exec(text);
  const value = place?.[2] === undefined ? NaN : Number(place[2]) || (parseChineseNumeral(place[2]) ?? NaN);
  return Number.isNaN(value) ? null : { value, unit: '位', decimals: 0, bound: place?.[1] === '前' ? 'le' : 'eq' };
}
