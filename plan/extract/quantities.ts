import { parseChineseNumeral } from '../number/chinese-numeral.js';
import { parsePrinted, type PrintedNumber } from '../number/parse-printed.js';

/** A number with its unit, as a sentence prints it. */
export interface Quantity extends PrintedNumber {
  /** The fragment with its bound (超过250项, 600家以上) in the plain text. */
  start: number;
  end: number;
  /** Where the digits begin, after the words of its bound. */
  digits: number;
  /** Told in Chinese numerals (两个). */
  chinese: boolean;
  /** 第16位 and 前50名 are places in an order. */
  place: '第' | '前' | null;
  /** The unit lacks what it counts (900万, 1.8万亿): it is to be completed from the subject. */
  bare: boolean;
  /** Another dimension than Planbook's units: an area, a weight, a time. */
  foreign: string | null;
}

const NUMERALS = '〇零一二两三四五六七八九十百千';
const isDigit = (character: string): boolean => character >= '0' && character <= '9';
const isNumeral = (character: string): boolean => character !== '' && NUMERALS.includes(character);

/** Measures that say the number is none of an indicator: areas, lengths, weights, times, parts of a text. */
const FOREIGN =
  /^(?:平方公里|平方千米|平方米|平米|立方米|公里|千米|厘米|毫米|微米|纳米|公顷|万亩|亩|米|公斤|千克|毫克|毫升|斤|克(?!服|拉)|摄氏度|℃|伏|千伏|瓦时|瓦(?!斯)|赫兹|兆赫|兆帕|马力|像素|吨标准煤|吨|千瓦时|千瓦|兆瓦|度|天|个?小时|个?工作日|分钟|个?月|岁|周年|年|届|条|章|款|号|页|版|期|级|类|大|强|市|县|区|地|省|字|路|级|代|等奖|方面|线|产|维|核|轴|带|心|园|城|谷|镇|村|院|校|企|链|环|星)/u;
const UNIT =
  /^(?:十|百|千)?(?:万亿|万|亿|百|千)?(?:人民币)?(?:元|人年|人\/年|人次|人|家(?!次)|个百分点|百分点|个(?!月|小时|工作日)|项|件|位|次|名|篇|所|种|倍|支|座|处|台|套|场|户|部|只|门|%|‰)/u;
const MULTIPLE = /^(?:十|百|千)?(?:万亿|亿|万)/u;
const MANY = /^(?:多|余|几)/u;
const SUFFIX = /^(?:\(含\))?(?:及以上|以上|及以下|以下|以内|之内|左右|上下)/u;
const PREFIX =
  /(?:不超过|不高于|不多于|不大于|至多|最多|不低于|不少于|不小于|至少|超过|突破|高于|多于|大于|超|低于|少于|小于|不足|大约|约|接近|将近|近|≥|≤|>=|<=|>|<)(?:了)?(?:为)?$/u;
/** Letters and signs around digits make a name of them: 5G, G60, 1+3+N, GB/T 2260. */
const NAMES_AFTER = /^(?:[A-Za-z+/&_#*@]|-[A-Za-z])/u;

/** Every number with a unit in a plain sentence, in order; each character is looked at a bounded number of times. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  let index = 0;
  while (index < text.length) {
    const character = text.charAt(index);
    const percent = text.startsWith('百分之', index);
    if (!isDigit(character) && !isNumeral(character)) {
      index++;
      continue;
    }
    const end = percent ? runEnd(text, index + 3) : runEnd(text, index);
    const quantity = end - index > 24 ? null : readQuantity(text, index, end, percent, found.at(-1)?.end ?? 0);
    if (quantity) found.push(quantity);
    index = Math.max(end, quantity?.end ?? 0, index + 1);
  }
  return found;
}

/** The end of the run of digits, or of Chinese numerals, that begins at `start`. */
function runEnd(text: string, start: number): number {
  let index = start;
  if (isNumeral(text.charAt(index))) {
    while (isNumeral(text.charAt(index))) index++;
    return index;
  }
  let points = 0;
  let groups = 0;
  for (;;) {
    const before = index;
    while (isDigit(text.charAt(index))) index++;
    const mark = text.charAt(index);
    const grouped =
      mark === ',' && points === 0 && /^\d{3}(?!\d)/u.test(text.slice(index + 1, index + 5)) && (groups === 0 ? index - before <= 3 : index - before === 3);
    if (grouped) groups++;
    else if (mark === '.' && isDigit(text.charAt(index + 1))) points++;
    else return index;
    index++;
  }
}

function readQuantity(text: string, start: number, end: number, percent: boolean, after: number): Quantity | null {
  const chinese = !isDigit(text.charAt(start));
  const before = text.charAt(start - 1);
  if (!chinese && /[A-Za-z+/.&_#]/u.test(before)) return null;
  if (percent) return readPercent(text, start, end, after);
  let cursor = end;
  let range = '';
  const dash = /^(%|‰|[\u4e00-\u9fff]{0,2}?)(-|至|到)(?=\d)/u.exec(text.slice(cursor, cursor + 5));
  if (!chinese && dash) {
    const second = runEnd(text, cursor + dash[0].length);
    const low = Number(text.slice(start, end).replace(/,/gu, ''));
    const high = Number(text.slice(cursor + dash[0].length, second).replace(/,/gu, ''));
    const unit = dash[1] ?? '';
    const repeated = unit === '' || unit === '%' || unit === '‰' || text.startsWith(unit, second);
    if (high > low && repeated && UNIT.test(text.slice(second, second + 8))) {
      range = '-';
      cursor = second;
    }
  }
  if (text.charAt(cursor) === '\n') cursor++;
  let rest = text.slice(cursor, cursor + 16);
  if (!chinese && NAMES_AFTER.test(rest)) return null;
  const place = before === '第' || before === '前' ? before : null;
  const multiple = MULTIPLE.exec(rest)?.[0] ?? '';
  const many = MANY.exec(rest)?.[0] ?? MANY.exec(rest.slice(multiple.length))?.[0] ?? '';
  const stripped = rest.startsWith(many) ? rest.slice(many.length) : multiple + rest.slice(multiple.length + many.length);
  const told = UNIT.exec(stripped)?.[0];
  const foreign = told === undefined ? (FOREIGN.exec(stripped.slice(multiple.length))?.[0] ?? null) : null;
  if (foreign !== null) return shell(start, cursor + multiple.length + many.length + foreign.length, chinese, multiple + foreign);
  // 第四次 and 第二家 tell an order of events, no place in a ranking.
  if (place !== null && told !== undefined && !/^[位名]$/u.test(told)) return null;
  const unit = told ?? multiple;
  if (unit === '' && place === null) return null;
  cursor += unit.length + (many === '' ? 0 : many.length);
  rest = text.slice(cursor, cursor + 8);
  const suffix = SUFFIX.exec(rest)?.[0] ?? '';
  cursor += suffix.length;
  const first = place === null ? start : start - 1;
  const lead = text.slice(Math.max(after, first - 5), first);
  const prefix = PREFIX.exec(lead)?.[0] ?? '';
  const from = first - prefix.length;
  const bare = unit === multiple && unit !== '';
  const fragment = text
    .slice(from, cursor)
    .replace(/\n/gu, '')
    .replace('(含)', '')
    .replace(/(超过|突破|超)了?为?(?=\d)/u, '$1');
  const completed = fragment.replace(/(?<!个)百分点/u, '个百分点');
  const number = parsePrinted(range === '' ? completed : completed.replace(/^([^\d]*[\d.,]+)[^\d-]*(?:-|至|到)/u, '$1-'), standardUnit(unit, bare));
  // 三峡大学、710所: the number of an institute.
  if (unit === '所' && number !== null && number.value >= 100) return null;
  return number && { ...number, start: from, end: cursor, digits: start, chinese, place, bare, foreign: null };
}

/** The unit as records write it, where that differs from print: 人/年 is 人年; a bare multiple reads as that many 元 until its subject is known. */
const standardUnit = (unit: string, bare: boolean): string | undefined => (unit === '人/年' ? '人年' : bare ? `${unit}元` : undefined);

function readPercent(text: string, start: number, end: number, after: number): Quantity | null {
  const value = isDigit(text.charAt(start + 3)) ? Number(text.slice(start + 3, end)) : parseChineseNumeral(text.slice(start + 3, end));
  if (value === null || Number.isNaN(value)) return null;
  const suffix = SUFFIX.exec(text.slice(end, end + 8))?.[0] ?? '';
  const prefix = PREFIX.exec(text.slice(Math.max(after, start - 5), start))?.[0] ?? '';
  const number = parsePrinted(`${prefix.replace(/[了为]$/u, '')}${value}%${suffix}`);
  return (
    number && { ...number, start: start - prefix.length, end: end + suffix.length, digits: start, chinese: false, place: null, bare: false, foreign: null }
  );
}

function shell(start: number, end: number, chinese: boolean, foreign: string): Quantity {
  return { value: 0, high: null, unit: '', decimals: 0, bound: 'eq', below: null, start, end, digits: start, chinese, place: null, bare: false, foreign };
}
