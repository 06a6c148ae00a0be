import type { Quantity } from './quantities.js';
import type { Spot } from './reading.js';
import type { Time } from './times.js';

const STOPS = /[,;:。!?\n]/u;

/** Cuts out what stands around a number: at most 80 characters before and 40 behind. `end` is where the number before it ended. */
export function spotOf(text: string, quantity: Quantity, end: number, near: Time | null): Spot {
  const from = leadStart(text, end, quantity.start);
  const leadTime = near !== null && near.start >= from ? near : null;
  const behind = text.slice(quantity.end, quantity.end + 40);
  return {
    text,
    quantity,
    from,
    lead: text.slice(from, quantity.start),
    leadTime,
    close: text.slice(leadTime?.end ?? from, quantity.start),
    tail: behind.slice(0, STOPS.exec(behind)?.index),
  };
}

/** Where the words of a number begin: after the last stop, number or open bracket. */
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
