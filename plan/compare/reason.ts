import type { Reason, ReasonCode, ReasonHead } from './comparison.js';

const HEADS: Record<ReasonCode, ReasonHead> = {
  year: 'year',
  'year-unknown': 'year',
  level: 'level',
  scope: 'basis',
  'look-alike': 'basis',
  definition: 'basis',
  size: 'basis',
  'no-denominator': 'data',
  circular: 'basis',
  open: 'data',
  'wrong-way': 'basis',
  'no-value': 'data',
  'no-pace': 'data',
  'same-place': 'basis',
  alone: 'data',
};

/** A reason under its head, with what its sentence needs. */
export const reason = (code: ReasonCode, args: Reason['args'] = {}): Reason =>
  Object.keys(args).length === 0 ? plain[code] : { code, head: HEADS[code], args };

/** Most reasons need no more words; thousands of entries share one of each. */
const plain = Object.fromEntries(Object.entries(HEADS).map(([code, head]) => [code, { code, head, args: {} }])) as Record<ReasonCode, Reason>;
