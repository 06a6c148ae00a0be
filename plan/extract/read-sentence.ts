import { boundTime, type Near, stepOf } from './bind-time.js';
import { distribute } from './distribute.js';
import { scopeOf } from './find-scope.js';
import { findSubject, wholeOf } from './find-subject.js';
import { fitted } from './fit-unit.js';
import { leaveOut } from './leave-out.js';
import { findNamed } from './named-spans.js';
import { claimSpan, EACH_YEAR, kindOf } from './number-kind.js';
import { findQuantities, type Quantity } from './quantities.js';
import { rankSubject } from './rank-subject.js';
import type { Reading, SentenceContext, Spot } from './reading.js';
import { spotOf } from './spot.js';
import { findTimes, type Time } from './times.js';

const AMONG = /(全国|全省|全市|全县|全区|省内|国内|中部|西部|东部|同类|全球|世界|长三角|珠三角|粤东西北|山区\d+县|浙江省|[^居列排在全位为]{2,3}省)/u;

const ZONE = /(?:高新|经开|开发|园|新)区(?!排名)|科学城|科技城|新城/u;

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
      const passed = times[time];
      if (passed?.use === 'lead' || passed?.use === 'since') last = passed;
      time++;
    }
    if (within(quantity.digits)) {
      names.push({ start: quantity.start, end: quantity.end });
      continue;
    }
    readings.push(
      readOne(
        spotOf(text, quantity, end, times[time - 1] ?? null),
        { time: last, near: times[time - 1] ?? null, next: times[time] ?? null },
        readings,
        context,
      ),
    );
    // 一等奖 and 三大 stand within the words of the number that follows.
    if (quantity.foreign === null || !quantity.chinese) end = quantity.end;
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

function readOne(spot: Spot, times: Near, readings: readonly Reading[], context: SentenceContext): Reading {
  const { text, quantity, from, lead, tail } = spot;
  const before = text.slice(Math.max(0, quantity.start - 60), quantity.start);
  const step = stepOf(spot, readings.at(-1));
  const kind = kindOf(spot, readings.at(-1));
  const ranked = kind === 'rank' ? rankSubject(spot, readings.at(-1), context) : null;
  const told = ranked ? { subject: ranked.subject, subjectFrom: 'before' as const } : findSubject(spot, kind, readings, context);
  const { near } = times;
  const reading: Reading = {
    quantity: kind === 'rank' ? { ...quantity, unit: '位' } : fitted(quantity, told.subject, context.names, (told.subject?.name ?? '') + lead),
    kind,
    ...told,
    scope: ranked ? ranked.scope : scopeOf(spot, told.subject, context),
    time: boundTime(spot, times, step, kind),
    leading: times.time,
    than: near?.use === 'than' && quantity.start - near.end < 40 ? near : null,
    step,
    whole: wholeOf(text, quantity, readings, from),
    estimated: /预计|预期达|初步(?:核算|统计)/u.test(lead),
    everyYear: kind === 'figure' && /每年(?!均)/u.test(before.slice(-30)) && !EACH_YEAR.test(lead),
    before,
    lead,
    claim: claimSpan(spot),
    zone: ZONE.exec(text.slice(Math.max(0, quantity.start - 200), quantity.start))?.[0] ?? null,
    among: kind === 'rank' ? (AMONG.exec(before.slice(-16))?.[0] ?? null) : null,
    why: null,
  };
  reading.why = leaveOut(reading, tail);
  return reading;
}
