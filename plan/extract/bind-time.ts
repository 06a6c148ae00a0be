import type { Reading, Spot } from './reading.js';
import type { Time } from './times.js';

const STOPS = /[,;:。!?\n]/u;

/** Whether a number is the first or the second of 由…增长到…. */
export function stepOf({ text, lead, close, leadTime: time }: Spot, previous: Reading | undefined): Reading['step'] {
  if (time?.use === 'from' && close.replace('的', '').length <= 1) return 'from';
  if (/(?:从|由|自)(?:的|第|不足)?$/u.test(lead)) return 'from';
  if (previous?.step !== 'from') return null;
  return /[到至为]|增|升|提/u.test(lead) && !STOPS.test(text.slice(previous.quantity.end, previous.quantity.end + lead.length).slice(1)) ? 'to' : null;
}

/** Times beside a number: the latest that dates what follows, the latest of any kind, and the next. */
export interface Near {
  time: Time | null;
  near: Time | null;
  next: Time | null;
}

/** The time that dates a number: in brackets behind it, bound to it, or leading the sentence. */
export function boundTime({ text, quantity, leadTime: inLead }: Spot, { time, next, near }: Near, step: Reading['step'], kind: Reading['kind']): Time | null {
  if (next && /^\($/u.test(text.slice(quantity.end, next.start)) && text.charAt(next.end) === ')') return next;
  if (step === 'from') return inLead?.use === 'from' ? inLead : null;
  if ((near?.use === 'from' || (near?.use === 'than' && kind === 'figure')) && inLead === near && /^的?$/u.test(text.slice(near.end, quantity.start)))
    return near;
  return time;
}
