import { type Expr, greaterOrEqual, call, lessOrEqual, name, type Operand, subtract, when } from '../expression/expression.js';

/** Names of the thresholds' cells: on track from 95 %, slightly behind from 60 % (Eurostat's method for SDG indicators with a target; thresholds may be changed). */
export const ON_TRACK = name('par_on_track');
export const BEHIND = name('par_behind');

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

/** `a` reaches `b`, the way that is better; equal to nine decimals is reached. */
export const reaches = (a: Operand, b: Operand, better: 'higher' | 'lower'): Expr => {
  const difference = call('ROUND', subtract(a, b), ENTERED_DIGITS);
  return better === 'higher' ? greaterOrEqual(difference, 0) : lessOrEqual(difference, 0);
};

/**
 * Progress by the ratio of what was done to what was due: Eurostat's actual over required growth for levels, attainment
 * over share of time for ratios. Met is met whatever the trend (UNSD's progress assessment).
 */
export function progressStatus(met: Expr, ratio: Operand, words: ProgressWords): Expr {
  const atLeast = (threshold: Operand): Expr => greaterOrEqual(call('ROUND', subtract(ratio, threshold), DIGITS), 0);
  return when(met, words.met, when(atLeast(ON_TRACK), words.onTrack, when(atLeast(BEHIND), words.behind, when(atLeast(0), words.farBehind, words.away))));
}
