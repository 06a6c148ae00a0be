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
export const reason = (code: ReasonCode, args: Reason['args'] = {}): Reason => ({ code, head: HEADS[code], args });
