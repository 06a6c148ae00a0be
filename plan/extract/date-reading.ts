import { type Clock, type Dated, isAimed, type PlanYears, type Setting } from './dating.js';
import type { Passage } from './passages.js';
import type { Reading } from './reading.js';
import type { Time } from './times.js';

const FLOWS = /(?:获得|荣获|承担|承接|实施|引进|登记|鉴定|授权|申请|转化|签订|签约|争取|落实|新增|累计|完成|投入)/u;
const CONTRAST = /(?:但|短板|不足|突出表现|仍然|仍有|相比|差距|偏低|偏弱)/u;

/** When a number of a sentence holds: by its own time, its part's, or what its part tells of. */
export function dateReading(reading: Reading, passage: Passage, setting: Setting, clock: Clock, years: PlanYears): Dated {
  const { time, before, step } = reading;
  // A year that is past tells a state, whatever the part is about.
  const aimed = time?.year != null ? clock.isAim(time.year) : isAimed(passage.kind, setting.past !== null, wordsBefore(reading), passage.plain.text);
  if (step === 'from' && time === null)
    return undatedStart(aimed, reading.leading?.from == null ? setting : { ...setting, run: reading.leading }, passage, clock, years);
  // What is to be met in each year of a run has no one year.
  const kept = time?.from != null && (aimed ? reading.everyYear : CONTRAST.test(before)) ? null : time;
  if (time !== null && kept === null && aimed) return { year: null, from: null, role: 'target', guess: years.to, by: 'none', open: false };
  if (kept) return byTime(kept, aimed, 'own', clock, years);
  if (aimed && reading.everyYear) return { year: null, from: null, role: 'target', guess: years.to, by: 'none', open: false };
  return aimed ? undatedAim(passage, setting, clock, years) : undatedState(reading, passage, setting, clock, years);
}

/** The words of the number's own clause and the one before it tell whether it is an aim. */
const wordsBefore = ({ before, lead }: Reading): string => before.slice(-Math.max(24, lead.length));

export const isFlow = ({ subject, lead }: Reading, flow: boolean): boolean =>
  flow || (subject?.added ?? false) || (subject?.cumulative ?? false) || FLOWS.test(lead);

function byTime(time: Time, aim: boolean, by: Dated['by'], clock: Clock, years: PlanYears): Dated {
  if (time.use === 'since') {
    const year = time.year === null ? null : years.base;
    return {
      year,
      from: time.year === null ? null : (time.from ?? time.year),
      role: clock.roleOf(year, aim),
      guess: year ?? guessOf(aim, years),
      by,
      open: true,
    };
  }
  const role = clock.roleOf(time.year, aim);
  return { year: time.year, from: time.from, role, guess: time.year === null ? guessOf(aim, years) : null, by, open: false };
}

const guessOf = (aim: boolean, { from, to, base }: PlanYears): number | null => (aim ? to : (base ?? (from === null ? null : from - 1)));

/** 由第16位提升至…: the present state before an aim, or the state before the run of years that is told of. */
function undatedStart(aimed: boolean, { run, part }: Setting, { kind }: Passage, clock: Clock, years: PlanYears): Dated {
  const told = run ?? part;
  if (!aimed && kind === 'state' && told?.from != null && !clock.isAim(told.from)) {
    return { year: told.from - 1, from: null, role: 'history', guess: null, by: 'assumed', open: false };
  }
  return { year: null, from: null, role: aimed ? 'baseline' : 'history', guess: guessOf(false, years), by: 'assumed', open: false };
}

function undatedAim(passage: Passage, { part, run, paragraph }: Setting, clock: Clock, years: PlanYears): Dated {
  const { kind, heading } = passage;
  const aims = (time: Time | null): time is Time => time?.year != null && clock.isAim(time.year);
  if (kind === 'goals' || heading) {
    const time = [part, run].find(aims);
    if (time) return byTime(time, true, 'carried', clock, years);
  }
  const chapter = kind === 'goals' ? clock.chapterAim(passage) : null;
  if (aims(chapter)) return byTime(chapter, true, 'carried', clock, years);
  if (aims(paragraph)) return byTime(paragraph, true, 'carried', clock, years);
  if (aims(part)) return byTime(part, true, 'carried', clock, years);
  return { year: null, from: null, role: 'target', guess: years.to, by: 'none', open: false };
}

function undatedState(reading: Reading, { kind }: Passage, { part, run, paragraph, past: latest }: Setting, clock: Clock, years: PlanYears): Dated {
  const past = (time: Time | null): time is Time => time !== null && (time.year === null || !clock.isAim(time.year));
  const contrast = CONTRAST.test(reading.before);
  if (!contrast && past(paragraph)) {
    return byTime(paragraph, false, 'carried', clock, years);
  }
  if (kind === 'state') {
    const told = [run, part].find((time) => past(time) && time.from !== null);
    if (isFlow(reading, false) && told && !contrast) return byTime(told, false, 'carried', clock, years);
    // Without a base year in print, what has been reached in “十三五” is told as of its last year.
    if (years.base === null && !years.masked && told?.year != null)
      return { year: told.year, from: null, role: clock.roleOf(told.year, false), guess: null, by: 'assumed', open: false };
    return { year: years.base, from: null, role: 'baseline', guess: years.base === null ? guessOf(false, years) : null, by: 'assumed', open: false };
  }
  if (past(latest)) return byTime(latest, false, 'carried', clock, years);
  return { year: null, from: null, role: 'baseline', guess: guessOf(false, years), by: 'none', open: false };
}
