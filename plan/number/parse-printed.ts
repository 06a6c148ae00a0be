import { parseChineseNumeral } from './chinese-numeral.js';
import { parseUnit } from './unit.js';

/** How a printed number is to be taken: exactly, as a floor, a ceiling, a range, or loosely. */
export type Bound = 'eq' | 'ge' | 'gt' | 'le' | 'lt' | 'range' | 'approx' | 'near';

/** A number as a document prints it, taken apart without loss of its precision. */
export interface PrintedNumber {
  /** The number in its printed unit; the lower end of a range. */
  value: number;
  /** The upper end of a range, else null. */
  high: number | null;
  /** The printed unit: 亿元, 家, %; never converted. */
  unit: string;
  /** Digits printed after the decimal point. */
  decimals: number;
  bound: Bound;
  /** 20多家 stops short of 30: the next number as round as the printed one, else null. */
  below: number | null;
}

const SIMPLIFIED: Record<string, string> = {
  萬: '万',
  億: '亿',
  個: '个',
  項: '项',
  餘: '余',
  過: '过',
  約: '约',
  達: '达',
  於: '于',
  兩: '两',
  點: '点',
  間: '间',
  內: '内',
  長: '长',
  農: '农',
  專: '专',
  實: '实',
  現: '现',
  應: '应',
};

/** One spelling for one thing: full-width forms, spaces, thousands separators and the traditional characters of numbers. */
export function normalisePrinted(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/./gu, (character) => SIMPLIFIED[character] ?? character)
    .replace(/(\d),(?=\d{3}(?!\d))/gu, '$1');
}

const PREFIXES: [RegExp, Bound][] = [
  [/^(?:不超过|不高于|不多于|不大于|至多|最多|≤|<=)/u, 'le'],
  [/^(?:不低于|不少于|不小于|至少|≥|>=)/u, 'ge'],
  [/^(?:超过|突破|高于|多于|大于|超|>)/u, 'gt'],
  [/^(?:低于|少于|小于|不足|<)/u, 'lt'],
  [/^(?:大约|约)/u, 'approx'],
  [/^(?:接近|将近|近)/u, 'near'],
];
const SUFFIXES: [RegExp, Bound][] = [
  [/(?:及以上|以上)$/u, 'ge'],
  [/(?:及以下|以下|以内|之内)$/u, 'le'],
  [/(?:左右|上下)$/u, 'approx'],
];
const NUMBER = /^(\d+(?:\.\d+)?|[〇零一二两三四五六七八九十百千]+(?:万[〇零一二两三四五六七八九十百千]+)?)/u;
const MOST_DIGITS = 15;
const DASH = /^(?:[-~—–－]|至|到)/u;

/**
 * Reads a printed number: "34.94亿元", "600家以上", "1-2个", "第16位", "20多家", "两个". `unit` replaces a unit the print
 * omits or shortens (900万 for 900万元). Answers null where the text is no single printed number.
 */
export function parsePrinted(printed: string, unit?: string): PrintedNumber | null {
  let rest = normalisePrinted(printed)
    .replace(/^(?:预计|力争|争取|确保|实现|累计|总计|共计|共)*(?:达到?)?/u, '')
    .replace(/人民币/u, '');
  let bound: Bound = 'eq';
  for (const [pattern, meaning] of PREFIXES) {
    if (!pattern.test(rest)) continue;
    bound = meaning;
    rest = rest.replace(pattern, '');
    break;
  }
  const rank = /^(前|第)/u.exec(rest)?.[1];
  if (rank) rest = rest.slice(1);
  if (rank === '前') bound = 'le';

  const first = readNumber(rest);
  if (!first) return null;
  rest = rest.slice(first.length);
  let high: number | null = null;
  let decimals = first.decimals;
  const range = /^%?(?=[-~—–－至到])/u.exec(rest);
  if (range && DASH.test(rest.slice(range[0].length))) {
    const tail = rest.slice(range[0].length).replace(DASH, '');
    const second = readNumber(tail);
    if (second) {
      high = second.value;
      decimals = Math.max(decimals, second.decimals);
      bound = 'range';
      rest = tail.slice(second.length);
    }
  }
  const many = /^([百千]?(?:万亿|万|亿)?)(?:多|余)/u.exec(rest);
  if (many) {
    bound = 'gt';
    rest = `${many[1] ?? ''}${rest.slice(many[0].length)}`;
  }
  for (const [pattern, meaning] of SUFFIXES) {
    if (!pattern.test(rest)) continue;
    if (bound === 'eq') bound = meaning;
    rest = rest.replace(pattern, '');
    break;
  }
  const shown = rank && (rest === '' || rest === '名') ? '位' : rest;
  if (unit !== undefined && !completes(unit, shown)) return null;
  const found = unit ?? shown;
  if (!parseUnit(found) || (high !== null && high <= first.value)) return null;
  const below = many ? Number((first.value + roundness(first.value, decimals)).toPrecision(15)) : null;
  return { value: first.value, high, unit: found, decimals, bound, below };
}

/** Whether a unit given by the record can stand for what the print shows: nothing, its beginning (900万), or another spelling (人/年, 95名). */
const completes = (unit: string, shown: string): boolean => unit.startsWith(shown) || shown.replace('/', '') === unit || (unit === '位' && shown === '名');

/** Whether a print shows the whole of its unit, be it in another spelling (185人/年 for 人年, 95名 for 位); 900万 does not show 万元. */
export function showsUnit(printed: string, unit: string): boolean {
  const text = normalisePrinted(printed)
    .replaceAll('/', '')
    .replace(/人民币/u, '');
  return text.includes(unit) || (unit === '位' && /第|名/u.test(text));
}

function readNumber(text: string): { value: number; decimals: number; length: number } | null {
  const match = NUMBER.exec(text)?.[1];
  if (match === undefined) return null;
  if (/^\d/u.test(match)) {
    // A spreadsheet holds 15 digits; what has more would come out as another number.
    if (match.replace('.', '').length > MOST_DIGITS) return null;
    return { value: Number(match), decimals: match.split('.')[1]?.length ?? 0, length: match.length };
  }
  const value = parseChineseNumeral(match);
  return value === null ? null : { value, decimals: 0, length: match.length };
}

/** The place of the last digit that is not zero: 20 → 10, 300 → 100, 21 → 1; the last printed one of 3.5 → 0.1. */
function roundness(value: number, decimals: number): number {
  if (decimals > 0) return Number(`1e-${decimals}`);
  let step = 1;
  while (value !== 0 && value % (step * 10) === 0) step *= 10;
  return step;
}
