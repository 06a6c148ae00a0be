import { type Expr, greaterOrEqual, call, greater, name, type Operand, present, subtract, when } from '../expression/expression.js';

/** Names of the thresholds' cells: on track from 95 %, slightly behind from 60 % (Eurostat's method for SDG indicators with a target; thresholds may be changed). */
const ON_TRACK = name('par_on_track');
const BEHIND = name('par_behind');

/** Words for the five states, in the workbook's language. */
export interface ProgressWords {
  met: string;
  onTrack: string;
  behind: string;
  farBehind: string;
  away: string;
}

/** Digits kept when two computed numbers are compared: Excel carries 15, and sums of powers lose some. */
const DIGITS = 12;
/** Entered values are compared to nine decimals. */
const ENTERED_DIGITS = 9;

/** `a` reaches `b`, the way that is better; equal to nine decimals is reached, unless the target excludes its own threshold (超过500家). */
export const reaches = (a: Operand, b: Operand, better: 'higher' | 'lower', strict: boolean): Expr => {
  const gain = better === 'higher' ? subtract(a, b) : subtract(b, a);
  const rounded = call('ROUND', gain, ENTERED_DIGITS);
  return strict ? greater(rounded, 0) : greaterOrEqual(rounded, 0);
};

/**
 * Progress by the ratio of what was done to what was due: Eurostat's actual over required growth for levels, attainment
 * over share of time for ratios. Blank where a threshold's cell is.
 */
export function progressStatus(ratio: Operand, words: ProgressWords): Expr {
  const atLeast = (threshold: Operand): Expr => greaterOrEqual(call('ROUND', subtract(ratio, threshold), DIGITS), 0);
  const status = when(atLeast(ON_TRACK), words.onTrack, when(atLeast(BEHIND), words.behind, when(atLeast(0), words.farBehind, words.away)));
  return when(present(ON_TRACK, BEHIND), status, '');
}
