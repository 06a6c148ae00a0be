import type { ClaimKind } from '../number/parse-claim.js';
import { conversion, parseUnit } from '../number/unit.js';
import type { DraftLeftOut } from './draft.js';
import { whyNone } from './exclusions.js';
import { type IndicatorNames, nameOf } from './indicator-names.js';
import { findNamed } from './named-spans.js';
import { findQuantities, type Quantity } from './quantities.js';
import { changesNothing, type Subject, subjectAfter, subjectBefore } from './subjects.js';
import { findTimes, type Period, type Time } from './times.js';

/** What a number is: a figure, a claim of some kind, or neither. */
export type ReadingKind = 'figure' | Exclude<ClaimKind, 'sum' | 'doubling'>;

/** One number of a sentence, understood as far as the sentence goes. */
export interface Reading {
  quantity: Quantity;
  kind: ReadingKind;
  subject: Subject | null;
  /** Where the subject was found: in the number's own words, behind it, or in words before. */
  subjectFrom: 'lead' | 'tail' | 'carried' | 'before';
  scope: { name: string; relation: 'part' | 'above' | 'other' } | null;
  /** The time that dates it, if the sentence names one. */
  time: Time | null;
  /** 较2015年, 是2015年的: what it is compared with. */
  than: Time | null;
  /** First or second of 由…增长到…. */
  step: 'from' | 'to' | null;
  /** The reading it is a part of (其中), by its place among the readings. */
  whole: number | null;
  estimated: boolean;
  everyYear: boolean;
  /** All of the sentence before the number, and the words since the last stop. */
  before: string;
  lead: string;
  /** The number and the words that make a claim of it, in the plain text. */
  claim: { start: number; end: number };
  among: string | null;
  why: DraftLeftOut['why'] | null;
}

export interface SentenceContext {
  names: IndicatorNames;
  place: string | null;
  period: Period;
  /** Places that the document names beside its own: 株洲, 赫山区. */
  places: readonly string[];
  /** The last subject of the sentence before. */
  last: Subject | null;
}

const STOPS = /[,;:。!?\n]/u;
const GROWS =
  /(?:增长|增加|增速|增幅|增长率|增长速度|增长幅度|涨幅|上涨|下降|降低|减少|下滑|回落|提高|提升|上升|增长量)(?:了|率|速度|幅度)?(?:将|要|均|分别|保持|稳定|不|预期|力争|目标|年均|维持|再|超)*(?:达到了?|达|为|在|实现|约|近|到达)?$/u;
const EACH_YEAR = /年均|年平均|平均每年|每年平均|年增[长速]|年递增|年均递增|每年(?:增长|提高|递增|增加)|复合增长/u;
const RANKS = /(?:排名|排|位列|位居|名列|列|居|排在|排位|位次|跃居|跃升至?|进位至?|稳居|晋升|挺进|跻身)[^,;。]{0,8}$/u;
const REACHES_PLACE = /(?:升至|升到|进至|进入|保持|为|由|从|至|到|达到?|居)[^,;。]{0,8}$/u;
const AMONG = /(全国|全省|全市|全县|全区|省内|国内|中部|西部|东部|同类|全球|世界|长三角|珠三角|粤东西北|山区\d+县|浙江省|[\u4e00-\u9fa5]{2,3}省)/u;

/** Reads every number of a plain sentence. Each number is read in a bounded stretch around it. */
export function readSentence(text: string, context: SentenceContext): { readings: Reading[]; times: Time[]; named: { start: number; end: number }[] } {
  const { inside: within } = findNamed(text);
  const times = findTimes(text, context.period).filter(({ start }) => !within(start));
  const quantities = outsideTimes(findQuantities(text), times);
  const readings: Reading[] = [];
  const names: { start: number; end: number }[] = [];
  let time = 0;
  let last: Time | null = null;
  let end = 0;
  for (const quantity of quantities) {
    while ((times[time]?.end ?? Infinity) <= quantity.start) {
      const passed = times[time] as Time;
      if (passed.use === 'lead' || passed.use === 'since') last = passed;
      time++;
    }
    if (within(quantity.digits)) {
      names.push({ start: quantity.start, end: quantity.end });
      continue;
    }
    readings.push(readOne(text, quantity, { end, time: last, near: times[time - 1] ?? null, next: times[time] ?? null }, readings, context));
    end = quantity.end;
  }
  distribute(text, readings, times, context);
  return { readings, times, named: names };
}

/** The digits of a year are no number of their own. */
function outsideTimes(quantities: readonly Quantity[], times: readonly Time[]): Quantity[] {
  let index = 0;
  return quantities.filter(({ digits, end }) => {
    while ((times[index]?.end ?? Infinity) <= digits) index++;
    return (times[index]?.start ?? Infinity) >= end;
  });
}

interface Position {
  /** Where the number before ended. */
  end: number;
  /** The latest time that dates what follows, and the latest of any kind. */
  time: Time | null;
  near: Time | null;
  next: Time | null;
}

function readOne(text: string, quantity: Quantity, position: Position, readings: readonly Reading[], context: SentenceContext): Reading {
  const { near } = position;
  const from = leadStart(text, position.end, quantity.start);
  const inLead = near !== null && near.start >= from ? near : null;
  const lead = text.slice(from, quantity.start);
  const close = inLead ? text.slice(inLead.end, quantity.start) : lead;
  const tail = tailOf(text, quantity.end);
  const before = text.slice(Math.max(0, quantity.start - 60), quantity.start);
  const step = stepOf(lead, close, inLead, readings.at(-1), text);
  const kind = kindOf(quantity, lead, close, readings.at(-1), text);
  const told = findSubject(text, from, inLead, quantity, lead, tail, kind, readings, context);
  const scope = scopeOf(text, from, lead, tail, told.subject, context);
  const bound = boundTime(text, quantity, position, inLead, step);
  const name = told.subject?.name ?? '';
  const reading: Reading = {
    quantity: kind === 'rank' ? { ...quantity, unit: '位' } : fitted(quantity, told.subject, context.names, name + lead),
    kind,
    ...told,
    scope,
    time: bound,
    than: near?.use === 'than' && quantity.start - near.end < 40 ? near : null,
    step,
    whole: wholeOf(text, quantity, readings, from),
    estimated: /预计|预期达|约为预计|初步(?:核算|统计)/u.test(text.slice(from, quantity.start)),
    everyYear: /每年(?!均)/u.test(before.slice(-30)) && kind === 'figure' && !EACH_YEAR.test(lead),
    before,
    lead,
    claim: claimSpan(text, from, quantity, close),
    among: kind === 'rank' ? (AMONG.exec(before.slice(-16))?.[0] ?? null) : null,
    why: null,
  };
  reading.why = whyOf(reading, tail);
  return reading;
}

function whyOf({ quantity, kind, subject, lead }: Reading, tail: string): DraftLeftOut['why'] | null {
  if (quantity.place !== null && kind !== 'rank') return 'other';
  if (kind !== 'figure' && quantity.foreign === null) return kind === 'rank' || quantity.unit !== '元' ? null : 'budget';
  return whyNone(quantity, { lead, tail, name: subject?.name ?? '', known: subject?.indicator != null });
}

/** Where the words of a number begin: after the last stop or number, at most 80 characters back. */
function leadStart(text: string, end: number, start: number): number {
  const first = Math.max(end, start - 80);
  let index = start;
  let closed = 0;
  while (index > first) {
    const character = text.charAt(index - 1);
    if (STOPS.test(character)) break;
    if (character === ')') closed++;
    if (character === '(' && closed-- === 0) break;
    index--;
  }
  return index;
}

function tailOf(text: string, end: number): string {
  const tail = text.slice(end, end + 40);
  const stop = STOPS.exec(tail)?.index ?? tail.length;
  return tail.slice(0, stop);
}

function stepOf(lead: string, close: string, time: Time | null, previous: Reading | undefined, text: string): Reading['step'] {
  if (time?.use === 'from' && close.replace('的', '').length <= 1) return 'from';
  if (/(?:从|由|自)(?:的|第|不足)?$/u.test(lead)) return 'from';
  if (previous?.step !== 'from') return null;
  return /[到至为]|增|升|提/u.test(lead) && !STOPS.test(text.slice(previous.quantity.end, previous.quantity.end + lead.length).slice(1)) ? 'to' : null;
}

function kindOf({ unit, place, digits, start }: Quantity, lead: string, close: string, previous: Reading | undefined, text: string): ReadingKind {
  const grows = GROWS.test(close) && !/[到至](?:了)?$/u.test(close);
  const joined = previous && /^(?:、|和|及|与|以及|,)?$/u.test(text.slice(previous.quantity.end, start));
  const told = /^[\d一二两三四五六七八九十]{1,4}[位名]/u.test(text.slice(digits, digits + 6));
  if (place !== null) return RANKS.test(lead) || (told && REACHES_PLACE.test(lead)) ? 'rank' : joined ? previous.kind : 'figure';
  if (unit === '位' || (unit === '名' && /(?:位列|排名|名列|居|列)第?$/u.test(lead))) return /(?:位列|排名|名列|居|列|排|从|由|到|至)第?$/u.test(lead) ? 'rank' : 'figure';
  if (joined && close.length <= 2 && ['growth', 'average-growth', 'multiple', 'share-change'].includes(previous.kind) && conversion(unit, previous.quantity.unit) !== null) return previous.kind;
  if (unit === '倍') return /(?:增长|增加|提高|提升|扩大|翻)了?(?:近|约|超过)?$/u.test(close) ? 'growth' : 'multiple';
  if (unit === '个百分点') return 'share-change';
  if (unit === '%' || unit === '‰') {
    if (!grows) return 'figure';
    return EACH_YEAR.test(lead) || EACH_YEAR.test(text.slice(Math.max(0, start - 14), start)) ? 'average-growth' : 'growth';
  }
  return /(?:净增加?|增加了?|增长了|减少了?|扩大了)(?:近|约|超过)?$/u.test(close) && !/新增/u.test(close) ? 'increment' : 'figure';
}

type Told = Pick<Reading, 'subject' | 'subjectFrom'>;

function findSubject(
  text: string,
  from: number,
  time: Time | null,
  quantity: Quantity,
  lead: string,
  tail: string,
  kind: ReadingKind,
  readings: readonly Reading[],
  context: SentenceContext,
): Told {
  const { names, place } = context;
  const counts = kind === 'figure' && quantity.place === null && !/元$|%$|‰$/u.test(quantity.unit);
  const close = time ? text.slice(time.end, quantity.start) : lead;
  if (counts) {
    const behind = subjectAfter(tail, close, names);
    if (behind) return { subject: behind, subjectFrom: 'tail' };
  }
  const cut = (phrase: string): string => (quantity.place === '第' || kind === 'rank' ? phrase.replace(/(?:在?(?:全国|全省|全市|省内|粤东西北)?(?:综合)?(?:排名|位列|位居|名列|排|居|列|排位))[^,]{0,6}$/u, '') : phrase);
  const grown = (phrase: string): string => (kind === 'figure' || kind === 'rank' ? phrase : phrase.replace(GROWS, '').replace(/(?:年均|年平均|平均每年|每年|同比|比上年|较上年|实现)$/u, ''));
  for (const phrase of time ? [close, text.slice(from, time.start)] : [lead]) {
    const clean = grown(cut(phrase)).replace(/(?:比|较|是|为|与|同|由|从|自)$/u, '');
    const share = /^(?:[^占]{0,6}?(?:其|并|且|约)?)占(.{2,24})/u.exec(clean.replace(/^[、和及]/u, ''));
    const carried = lastSubject(readings, context, quantity.unit, true);
    if (share && carried) {
      const joined = subjectBefore(`${carried.name}占${share[1] ?? ''}`, names, place);
      if (joined) return { subject: joined, subjectFrom: 'before' };
    }
    const subject = subjectBefore(clean, names, place);
    if (subject && !isPlace(subject.name, context)) return { subject: partOfWhole(subject, text, quantity, readings, names), subjectFrom: 'lead' };
  }
  const carried = lastSubject(readings, context, quantity.unit, false);
  return { subject: carried && { ...carried, added: carried.added && !/总量|总数|达到?|增至/u.test(lead) }, subjectFrom: 'carried' };
}

const isPlace = (name: string, { place, places }: SentenceContext): boolean =>
  name === place || places.includes(name) || /^(?:全[省市县区国]|省|国家|国内|平均|平均水平|全[省国市]平均(?:水平)?|低于|高于|上年|去年)+$/u.test(name);

/** 其中上市企业: named by what sets it apart from its whole. */
function partOfWhole(subject: Subject, text: string, quantity: Quantity, readings: readonly Reading[], names: IndicatorNames): Subject {
  if (subject.indicator !== null) return subject;
  const index = wholeOf(text, quantity, readings, quantity.start - 40);
  const whole = index === null ? null : readings[index]?.subject;
  if (!whole) return subject;
  const apart = subject.name.replace(/企业|机构|平台|项目$/u, '');
  const indicator = nameOf(names, `${apart}${whole.name}`, changesNothing(null));
  return indicator === null || indicator === whole.indicator ? subject : { ...subject, indicator };
}

/** The subject of an earlier number in the sentence, else of the sentence before. */
function lastSubject(readings: readonly Reading[], { last }: SentenceContext, unit: string, amounts: boolean): Subject | null {
  for (let index = readings.length - 1; index >= Math.max(0, readings.length - 6); index--) {
    const { subject, quantity, scope } = readings[index] as Reading;
    if (!subject || scope?.relation === 'above') continue;
    if (amounts && /占/u.test(subject.name)) continue;
    if (!amounts && quantity.foreign !== null) continue;
    return subject;
  }
  return unit === '' ? null : last;
}

function scopeOf(text: string, from: number, lead: string, tail: string, subject: Subject | null, { places, place }: SentenceContext): Reading['scope'] {
  const above = /(全省|全国|全州|省内|国内|长三角|珠三角|全[省国]平均(?:水平)?|[全]?省平均(?:水平)?|国家平均(?:水平)?)(?:的)?(?:平均(?:水平|值)?)?(?:为|是|的|达到?)?\(?$/u.exec(lead);
  if (above && (/平均/u.test(lead) || /^的?平均/u.test(tail))) return { name: (above[1] ?? '').slice(0, 2), relation: 'above' };
  const near = Math.max(0, from - 300);
  const segment = near + text.slice(near, from).lastIndexOf(';') + 1;
  const head = text.slice(segment, segment + 12).replace(/^(?:其中|[,、:])/u, '');
  const start = places.find((name) => head.startsWith(name) && name !== place) ?? places.find((name) => lead.startsWith(name) && name !== place);
  if (start !== undefined) return { name: start, relation: 'part' };
  const zone = subject && /^([\u4e00-\u9fa5]{2,8}(?:高新区|开发区|经开区))/u.exec(lead.replace(/^(?:其中|、|和)/u, ''));
  return zone && zone[1] !== place ? { name: zone[1] ?? '', relation: 'part' } : null;
}

/** The time that dates a number: in brackets behind it, bound to it, or leading the sentence. */
function boundTime(text: string, quantity: Quantity, { time, next, near }: Position, inLead: Time | null, step: Reading['step']): Time | null {
  if (next && /^\($/u.test(text.slice(quantity.end, next.start)) && text.charAt(next.end) === ')') return next;
  if (step === 'from') return inLead?.use === 'from' ? inLead : null;
  if (near?.use === 'from' && inLead === near && /^的?$/u.test(text.slice(near.end, quantity.start))) return near;
  return time;
}

/** 其中 between a number and one before it makes the first a part of the second. */
function wholeOf(text: string, quantity: Quantity, readings: readonly Reading[], from: number): number | null {
  const near = Math.max(0, quantity.start - 120);
  const mark = near + text.slice(near, quantity.start).lastIndexOf('其中');
  if (mark < near || from > quantity.start) return null;
  if (/[;。]/u.test(text.slice(mark, quantity.start))) return null;
  for (let index = readings.length - 1; index >= 0; index--) {
    const reading = readings[index] as Reading;
    if (reading.quantity.end > mark) continue;
    return reading.kind === 'figure' && reading.why === null && conversion(reading.quantity.unit, quantity.unit) !== null ? index : null;
  }
  return null;
}

/** Completes a unit that print cuts short (900万) from what the subject is counted in. */
function fitted(quantity: Quantity, subject: Subject | null, names: IndicatorNames, words: string): Quantity {
  if (!quantity.bare) return quantity;
  const unit = subject?.indicator == null ? undefined : names.entries.get(subject.indicator)?.unit;
  const base = unit === undefined ? null : parseUnit(unit)?.base;
  if (base === '元' || (base == null && /额|经费|资金|收入|产值|投入|支出|投资|值|GDP|税/u.test(words))) return quantity;
  const counted = base ?? (/人/u.test(words) ? '人' : /专利/u.test(words) ? '件' : null);
  return counted === null ? quantity : { ...quantity, unit: quantity.unit.replace(/元$/u, counted) };
}

/** The words of a claim: its verb and its number. */
function claimSpan(text: string, from: number, quantity: Quantity, close: string): { start: number; end: number } {
  const verb = /(?:年均|年平均|平均每年|每年)?(?:增长|增加|增速|增幅|下降|降低|减少|提高|提升|上升|排名|位列|位居|居|新增|净增)[^,;。]{0,8}$/u.exec(close);
  return { start: verb ? Math.max(from, quantity.start - (close.length - verb.index)) : quantity.start, end: quantity.end };
}

/** Gives the numbers of a list (分别达3749件、1308件和2.96件) the subjects, or the years, listed before it. */
function distribute(text: string, readings: Reading[], times: readonly Time[], context: SentenceContext): void {
  for (let first = 0; first < readings.length; first++) {
    let last = first;
    while (last + 1 < readings.length && joins(text, readings[last] as Reading, readings[last + 1] as Reading)) last++;
    const count = last - first + 1;
    const opening = readings[first] as Reading;
    const group = readings.slice(first, last + 1);
    if (count > 1 && count <= 12) {
      const own = listedSubjects(text, opening, context, count) ?? (/分别/u.test(opening.lead) || opening.kind === 'multiple' ? earlierSubjects(readings.slice(Math.max(0, first - 20), first), count) : null);
      own?.forEach((subject, index) => {
        const reading = group[index] as Reading;
        reading.subject = subject;
        reading.subjectFrom = 'before';
        reading.why = whyOf(reading, '');
      });
      if (!own && /分别/u.test(opening.lead)) listedTimes(times, opening, group);
    }
    first = last;
  }
}

const joins = (text: string, one: Reading, other: Reading): boolean =>
  one.kind === other.kind && conversion(one.quantity.unit, other.quantity.unit) !== undefined && /^(?:、|和|及|与|以及|,)$/u.test(text.slice(one.quantity.end, other.quantity.start));

function listedSubjects(text: string, { lead, quantity }: Reading, { names, place }: SentenceContext, count: number): Subject[] | null {
  const split = lead.lastIndexOf('分别');
  if (split < 0) return null;
  const start = quantity.start - lead.length;
  const clause = text.slice(Math.max(0, start - 60), start + split);
  const sentence = clause.slice(Math.max(clause.lastIndexOf('。'), clause.lastIndexOf(';')) + 1).replace(/,$/u, '');
  const parts = sentence.split(/[、,]|和|及|与/u).slice(-count);
  if (parts.length < count) return null;
  const found = parts.map((part) => subjectBefore(part.replace(/^.*(?:年|期间)(?=.)/u, ''), names, place));
  return found.every((subject) => subject !== null) ? found : null;
}

function earlierSubjects(readings: readonly Reading[], count: number): Subject[] | null {
  const found = readings.filter(({ subject, kind, why }) => subject && kind === 'figure' && why === null).slice(-count);
  return found.length === count ? found.map(({ subject }) => subject as Subject) : null;
}

function listedTimes(times: readonly Time[], opening: Reading, group: readonly Reading[]): void {
  const after = times.findIndex(({ start }) => start >= opening.quantity.start);
  const before = times.slice(0, after < 0 ? undefined : after).slice(-group.length);
  if (before.length === group.length) group.forEach((reading, index) => (reading.time = before[index] ?? null));
}
