import { conversion } from '../number/unit.js';
import { type IndicatorNames, nameOf, spelling } from './indicator-names.js';
import { GROWS } from './number-kind.js';
import type { Quantity } from './quantities.js';
import type { Reading, ReadingKind, SentenceContext, Spot } from './reading.js';
import { changesNothing, type Subject, subjectAfter, subjectBefore } from './subjects.js';

type Told = Pick<Reading, 'subject' | 'subjectFrom'>;

/** What a number measures: told behind it (2家众创空间), in its own words, or left out and carried on from before. */
export function findSubject(
  { text, from, leadTime: time, quantity, lead, close, tail }: Spot,
  kind: ReadingKind,
  readings: readonly Reading[],
  context: SentenceContext,
): Told {
  const { names, place } = context;
  const counts = kind === 'figure' && quantity.place === null && !/元$|%$|‰$/u.test(quantity.unit);
  if (counts) {
    const behind = subjectAfter(tail, close, names);
    if (behind) return { subject: behind, subjectFrom: 'tail' };
  }
  const cut = (phrase: string): string =>
    quantity.place === '第' || kind === 'rank'
      ? phrase.replace(/(?:在?(?:全国|全省|全市|省内|粤东西北)?(?:综合)?(?:排名|位列|位居|名列|排|居|列|排位))[^,]{0,6}$/u, '')
      : phrase;
  const grown = (phrase: string): string =>
    kind === 'figure' || kind === 'rank' ? phrase : phrase.replace(GROWS, '').replace(/(?:年均|年平均|平均每年|每年|同比|比上年|较上年|实现)$/u, '');
  for (const phrase of time ? [close, text.slice(from, time.start)] : [lead]) {
    const clean = grown(cut(phrase)).replace(/(?:比|较|是|为|与|(?<!合)同|由|从|自)$/u, '');
    const share = /^(?:其|并|且|约)*占(.{2,24})/u.exec(clean.replace(/^[、和及]/u, ''));
    const rise = share ? clauseBefore(text, from, readings.at(-1)?.quantity.end ?? 0) : '';
    const carried = (rise === '' ? null : subjectBefore(rise, names, place)) ?? lastSubject(readings, context, quantity.unit, true);
    if (share && carried) {
      const joined = subjectBefore(`${carried.name}占${share[1] ?? ''}`, names, place);
      if (joined) return { subject: joined, subjectFrom: 'before' };
    }
    const subject = subjectBefore(clean, names, place);
    if (subject && !isPlace(subject.name, context))
      return { subject: added(subject, phrase, readings.at(-1), names) ?? partOfWhole(subject, text, quantity, readings, names), subjectFrom: 'lead' };
  }
  const before = clauseBefore(text, from, readings.at(-1)?.quantity.end ?? 0);
  const told = before === '' ? null : subjectBefore(before, names, place);
  if (told && told.name.length <= 20 && !isPlace(told.name, context)) return { subject: told, subjectFrom: 'before' };
  // A pace told after a share is that of the amount: shares are told to rise by points.
  const paced = kind === 'growth' || kind === 'average-growth' ? lastSubject(readings, context, quantity.unit, true) : null;
  const carried = paced ?? lastSubject(readings, context, quantity.unit, false);
  return { subject: carried && onwards(carried, lead, context), subjectFrom: 'carried' };
}

/** The clause before the number's own, where it tells a rise in words (翻一番, 从无到有) or names a thing and has no number. */
function clauseBefore(text: string, from: number, end: number): string {
  const near = text.slice(Math.max(end, from - 50), from);
  if (!near.endsWith(',')) return '';
  const clause = near.slice(0, -1);
  const words = clause.slice(Math.max(...[',', ';', '。', ':', '\n'].map((stop) => clause.lastIndexOf(stop))) + 1);
  const rise = /(?:实现|力争)*[“"]?(?:[一二三四五六]年)?(?:从无到有|翻(?:[一两]?)番|倍增|翻倍|零的突破|稳步增长|持续增长|不断增加|快速增长|大幅增长)/u.exec(
    words,
  );
  return rise ? words.slice(0, rise.index) : '';
}

/** What was added (新增31家) goes on as what there is where its total follows (总量增至48家). */
function onwards(carried: Subject, lead: string, { names, place }: SentenceContext): Subject {
  if (!carried.added || !/总量|总数|达到?|增至/u.test(lead)) return carried;
  return { ...carried, added: false, indicator: carried.indicator ?? nameOf(names, carried.name, changesNothing(place)) };
}

/** 新增国家工程中心1家,省级工程中心120家: the verb governs the list. */
function added(subject: Subject, lead: string, previous: Reading | undefined, { byName }: IndicatorNames): Subject | null {
  if (subject.added || !previous?.subject?.added || !/^[、,]?$/u.test(lead.replace(subject.name, ''))) return null;
  return { ...subject, added: true, indicator: byName.get(spelling(`新增${subject.name}`)) ?? null };
}

const isPlace = (name: string, { place, places }: SentenceContext): boolean =>
  name === place ||
  places.includes(name) ||
  /^[\u4e00-\u9fa5]{1,3}[县旗]$|^[\u4e00-\u9fa5]{2}[市区]$/u.test(name) ||
  /^(?:全[省市县区国]|省|国家|国内|平均|平均水平|全[省国市]平均(?:水平)?|低于|高于|上年|去年)+$/u.test(name);

/** 其中上市企业: named by what sets it apart from its whole, which says more than its own name (上市高新技术企业, not 上市企业). */
function partOfWhole(subject: Subject, text: string, quantity: Quantity, readings: readonly Reading[], names: IndicatorNames): Subject {
  const index = wholeOf(text, quantity, readings, quantity.start - 40);
  const whole = index === null ? null : readings[index]?.subject;
  if (!whole) return subject;
  const apart = subject.name.replace(/企业|机构|平台|项目$/u, '');
  const bare = whole.name.replace(/^(?:国家|省|市)级?(?:及)?(?:以上)?/u, '');
  const indicator = nameOf(names, `${apart}${whole.name}`, changesNothing(null)) ?? nameOf(names, `${apart}${bare}`, changesNothing(null));
  return indicator === null || indicator === whole.indicator ? subject : { ...subject, indicator };
}

/** The subject of an earlier number in the sentence, else of the sentence before. */
function lastSubject(readings: readonly Reading[], { last }: SentenceContext, unit: string, amounts: boolean): Subject | null {
  for (let index = readings.length - 1; index >= Math.max(0, readings.length - 6); index--) {
    const { subject = null, quantity, scope } = readings[index] ?? {};
    if (!subject || !quantity || scope?.relation === 'above') continue;
    if (amounts && subject.name.includes('占')) continue;
    if (!amounts && quantity.foreign !== null) continue;
    return subject;
  }
  return unit === '' ? null : last;
}

/** 其中 between a number and one before it makes the first a part of the second. */
export function wholeOf(text: string, quantity: Quantity, readings: readonly Reading[], from: number): number | null {
  const near = Math.max(0, quantity.start - 120);
  const mark = near + text.slice(near, quantity.start).lastIndexOf('其中');
  if (mark < near || from > quantity.start) return null;
  if (/[;。]/u.test(text.slice(mark, quantity.start))) return null;
  for (let index = readings.length - 1; index >= 0; index--) {
    const reading = readings[index];
    if (!reading || reading.quantity.end > mark) continue;
    if (reading.kind === 'figure' && reading.why === null && conversion(reading.quantity.unit, quantity.unit) !== null) return index;
    // A share told between does not part them; another count does.
    if (!/[%‰倍点]$/u.test(reading.quantity.unit)) return null;
  }
  return null;
}
