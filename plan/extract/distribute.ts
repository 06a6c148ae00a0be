import { conversion } from '../number/unit.js';
import { leaveOut } from './leave-out.js';
import type { Reading, SentenceContext } from './reading.js';
import { type Subject, subjectBefore } from './subjects.js';
import type { Time } from './times.js';

/** Gives the numbers of a list (分别达3749件、1308件和2.96件) the subjects, or the years, listed before it. */
export function distribute(text: string, readings: Reading[], times: readonly Time[], context: SentenceContext): void {
  let first = 0;
  for (const group of lists(text, readings)) {
    const [opening] = group;
    const count = group.length;
    if (opening && count > 1 && count <= 12) {
      if (opening.step === 'from') for (const reading of group) [reading.time, reading.step] = [opening.time, 'from'];
      if (opening.step === 'to') for (const reading of group) [reading.time, reading.step] = [opening.time, 'to'];
      if (opening.kind === 'increment' && opening.lead.includes('分别')) for (const reading of group) reading.kind = 'increment';
      const dated = listedTimes(text, times, opening, group, context);
      const own = dated
        ? null
        : ((placesIn(opening.lead).places.length > 0 ? null : listedSubjects(text, opening, context, count)) ??
          (((opening.lead.includes('分别') || opening.step === 'to') && placesIn(opening.lead).places.length === 0) || opening.kind === 'multiple'
            ? earlierSubjects(readings.slice(Math.max(0, first - 20), first), count)
            : null));
      own?.forEach((subject, index) => {
        const reading = group[index];
        if (!reading) return;
        reading.subject = subject;
        reading.subjectFrom = 'before';
        reading.why = leaveOut(reading, '');
      });
      if (!own && !dated) listedPlaces(text, opening, group, readings.slice(Math.max(0, first - 6), first), context);
    }
    first += count;
  }
}

/** The readings in runs of those that only 、 or 和 joins. */
function lists(text: string, readings: readonly Reading[]): Reading[][] {
  const groups: Reading[][] = [];
  for (const reading of readings) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && joins(text, before, reading, group[0]?.lead.includes('分别') ?? false)) group.push(reading);
    else groups.push([reading]);
  }
  return groups;
}

const joins = (text: string, one: Reading, other: Reading, listed: boolean): boolean =>
  (one.kind === other.kind || listed) &&
  (listed || conversion(one.quantity.unit, other.quantity.unit) !== null) &&
  /^(?:、|和|及|与|以及|,)$/u.test(text.slice(one.quantity.end, other.quantity.start));

function listedSubjects(text: string, { lead, quantity }: Reading, { names, place }: SentenceContext, count: number): Subject[] | null {
  const split = lead.lastIndexOf('分别');
  if (split < 0) return null;
  const start = quantity.start - lead.length;
  const clause = text.slice(Math.max(0, start - 60), start + split);
  const sentence = clause.slice(Math.max(clause.lastIndexOf('。'), clause.lastIndexOf(';')) + 1).replace(/,$/u, '');
  const parts = sentence
    .split(/[、,]|和|及|与/u)
    .slice(-count)
    .map((part) => part.replace(/^.*(?:年|期间)(?=.)/u, ''));
  if (parts.length < count || parts.some((part) => /\d/u.test(part))) return null;
  const found = parts.map((part) => subjectBefore(part, names, place));
  return found.every((subject) => subject !== null) ? found : null;
}

/** 东屏区、碧湾县、青木县(高新技术企业)分别为186家、74家和58家: parts by place, of what is named after them or of the last figure told. */
function listedPlaces(
  text: string,
  { lead, quantity }: Reading,
  group: readonly Reading[],
  earlier: readonly Reading[],
  { names, place }: SentenceContext,
): void {
  const { places, rest } = placesIn(lead);
  if (places.length !== group.length) return;
  const whole = earlier.filter(({ kind, why, subject }) => kind === 'figure' && why === null && subject).at(-1);
  const start = quantity.start - lead.length;
  // 全市高新技术企业中,东岬区、西沙区分别为…
  const among = /([^,;。:\n]{2,30})中,$/u.exec(text.slice(Math.max(0, start - 34), start))?.[1] ?? '';
  const subject = subjectBefore(rest, names, place) ?? subjectBefore(among, names, place) ?? whole?.subject;
  group.forEach((reading, index) => {
    reading.scope = { name: places[index] ?? '', relation: 'part' };
    if (subject) reading.subject = subject;
    reading.subjectFrom = 'before';
    reading.why = leaveOut(reading, '');
  });
}

function placesIn(lead: string): { places: string[]; rest: string } {
  let rest = (/^(?:其中[:,]?)?(.{0,70}?)分别/u.exec(lead)?.[1] ?? '').replace(/^[、,]/u, '');
  const places: string[] = [];
  for (let found = PLACE.exec(rest); found; found = PLACE.exec(rest)) {
    places.push(found[1] ?? '');
    rest = rest.slice(found[0].length);
  }
  return { places: places.length > 1 ? places : [], rest };
}

const PLACE = /^([\u4e00-\u9fa5]{1,4}?[区县市旗州])(?:、|和|及|与|(?=[^、和及与])|$)/u;

function earlierSubjects(readings: readonly Reading[], count: number): Subject[] | null {
  const found = readings.flatMap(({ subject, kind, why }) => (subject && kind === 'figure' && why === null ? [subject] : [])).slice(-count);
  return found.length === count ? found : null;
}

/** 2018年、2019年和2020年技术合同成交额分别为…: a year each, one subject for all. */
function listedTimes(text: string, times: readonly Time[], opening: Reading, group: readonly Reading[], { names, place }: SentenceContext): boolean {
  const { lead, quantity } = opening;
  if (!lead.includes('分别')) return false;
  let low = 0;
  for (let high = times.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.start ?? Infinity) < quantity.start) low = middle + 1;
    else high = middle;
  }
  const listed = times.slice(Math.max(0, low - group.length), low);
  const last = listed.at(-1);
  const joined = listed.every((time, index) => index === 0 || /^(?:、|和|及|与|,)$/u.test(text.slice(listed[index - 1]?.end, time.start)));
  if (!last || listed.length !== group.length || !joined || quantity.start - last.end > 220) return false;
  const words = quantity.start - last.end > 60 ? '' : text.slice(last.end, quantity.start).replace(/分别.*$/u, '');
  const told = opening.subjectFrom === 'carried' ? null : opening.subject;
  const subject =
    told ?? subjectBefore(words, names, place) ?? subjectBefore(text.slice(Math.max(0, (listed[0]?.start ?? 0) - 30), listed[0]?.start), names, place);
  group.forEach((reading, index) => {
    reading.time = listed[index] ?? null;
    if (subject) reading.subject = subject;
    if (subject) reading.subjectFrom = 'before';
    reading.why = leaveOut(reading, '');
  });
  return true;
}
