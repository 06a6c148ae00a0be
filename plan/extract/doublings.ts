import { parseClaim } from '../number/parse-claim.js';
import type { IndicatorNames } from './indicator-names.js';
import type { Passage } from './passages.js';
import type { Reading } from './reading.js';
import { type Subject, subjectBefore } from './subjects.js';

/** A doubling told in words. */
export interface Doubling {
  start: number;
  end: number;
  value: number;
  /** What doubles; null where only a heading's theme says. */
  subject: Subject | null;
  theme: string;
}

const DOUBLES = /翻(?:了)?([一两二三四]?)番|(?<!双)倍增|翻倍/gu;
const PROGRAMME = /^(?:工程|计划|行动|专项|”|")/u;

/** 翻一番, 翻两番, 倍增; none that names a programme, none of a thing the catalogue does not know unless a heading says it. */
export function findDoublings(text: string, readings: readonly Reading[], names: IndicatorNames, place: string | null, goals: boolean): Doubling[] {
  return [...text.matchAll(DOUBLES)].flatMap((match): Doubling[] => {
    const start = match.index;
    const end = start + match[0].length;
    const value = parseClaim('doubling', match[0])?.value ?? null;
    if (value === null || PROGRAMME.test(text.slice(end, end + 4))) return [];
    const lead = text.slice(Math.max(0, start - 40), start);
    const clause = lead
      .slice(Math.max(...[',', ';', '。', ':', '\n', '“'].map((stop) => lead.lastIndexOf(stop))) + 1)
      .replace(/(?:比|较)?(?:20\d\d年|[“"]?十[一二三四]五[”"]?末?)(?:的|基础上)?|[一二三四五六七八九十]年(?:内|时间)?/gu, '');
    const own = subjectBefore(clause, names, place);
    const subject = own && own.name.length > 1 ? own : (readings.filter(({ quantity }) => quantity.end <= start).at(-1)?.subject ?? null);
    if (/[个“]$/u.test(lead)) return [];
    return [
      { start, end, value, subject: subject?.indicator == null && !(goals && subject && text.length > 40) ? null : subject, theme: clause.replace(/^-+/u, '') },
    ];
  });
}

/** A short line that says a theme doubles (——科技投入翻番。) speaks of the sizes told under it. */
export const isTheme = ({ plain }: Passage, { subject }: Doubling): boolean =>
  subject === null && plain.text.length <= 40 && /^-|^\(?[一二三四五六七八九十\d]|[。:]$/u.test(plain.text) && !/[,;“]/u.test(plain.text);

/** The subjects under a theme that can double with it: sizes alone, and where some share its words, only those. */
export function subjectsUnder(theme: string, readings: readonly Reading[], names: IndicatorNames): Subject[] {
  const subjects = new Map<string, { subject: Subject; size: boolean }>();
  for (const { subject, why, scope } of readings) {
    const kind = subject?.indicator == null ? undefined : names.entries.get(subject.indicator)?.kind;
    if (subject?.indicator == null || kind === undefined || kind === 'ratio' || kind === 'rank' || kind === 'rate' || why !== null || scope) continue;
    subjects.set(subject.indicator, { subject, size: kind !== 'per-capita' });
  }
  const all = [...subjects.values()];
  const alike = all.filter(({ subject }) => shareWords(theme, subject.name));
  return (alike.length > 0 ? alike : all.filter(({ size }) => size)).map(({ subject }) => subject);
}

/** Whether two short names share three characters in a row. */
function shareWords(one: string, other: string): boolean {
  for (let index = 0; index + 3 <= one.length; index++) if (other.includes(one.slice(index, index + 3))) return true;
  return false;
}
