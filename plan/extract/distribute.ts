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
      const own =
        (placesIn(opening.lead).length > 0 ? null : listedSubjects(text, opening, context, count)) ??
        ((opening.lead.includes('分别') && placesIn(opening.lead).length === 0) || opening.kind === 'multiple'
          ? earlierSubjects(readings.slice(Math.max(0, first - 20), first), count)
          : null);
      own?.forEach((subject, index) => {
        const reading = group[index];
        if (!reading) return;
        reading.subject = subject;
        reading.subjectFrom = 'before';
        reading.why = leaveOut(reading, '');
      });
      const scoped = own ? false : listedPlaces(opening, group, readings.slice(Math.max(0, first - 6), first));
      if (!own && !scoped && opening.lead.includes('分别')) listedTimes(times, opening, group);
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
  const parts = sentence.split(/[、,]|和|及|与/u).slice(-count);
  if (parts.length < count) return null;
  const found = parts.map((part) => subjectBefore(part.replace(/^.*(?:年|期间)(?=.)/u, ''), names, place));
  return found.every((subject) => subject !== null) ? found : null;
}

/** 东屏区、碧湾县、青木县分别为186家、74家和58家: parts of the last figure told, by place. */
function listedPlaces({ lead }: Reading, group: readonly Reading[], earlier: readonly Reading[]): boolean {
  const places = placesIn(lead);
  if (places.length !== group.length) return false;
  const whole = earlier.filter(({ kind, why, subject }) => kind === 'figure' && why === null && subject).at(-1);
  group.forEach((reading, index) => {
    reading.scope = { name: places[index] ?? '', relation: 'part' };
    if (whole) reading.subject = whole.subject;
    reading.subjectFrom = 'before';
    reading.why = leaveOut(reading, '');
  });
  return true;
}

const placesIn = (lead: string): string[] => {
  const names = (/^(?:其中[:,]?)?(.*?)分别/u.exec(lead)?.[1] ?? '').split(/[、和及与]/u);
  return names.every((name) => /^[\u4e00-\u9fa5]{1,5}[区县市旗州]$/u.test(name)) ? names : [];
};

function earlierSubjects(readings: readonly Reading[], count: number): Subject[] | null {
  const found = readings.flatMap(({ subject, kind, why }) => (subject && kind === 'figure' && why === null ? [subject] : [])).slice(-count);
  return found.length === count ? found : null;
}

function listedTimes(times: readonly Time[], opening: Reading, group: readonly Reading[]): void {
  let low = 0;
  for (let high = times.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.start ?? Infinity) < opening.quantity.start) low = middle + 1;
    else high = middle;
  }
  const before = times.slice(Math.max(0, low - group.length), low);
  if (before.length === group.length) group.forEach((reading, index) => (reading.time = before[index] ?? null));
}
