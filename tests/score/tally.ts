/** How many of the answers wanted were given, how many given were none, how many wanted were not given. */
export interface Tally {
  right: number;
  extra: number;
  missed: number;
}

export const NOTHING: Tally = { right: 0, extra: 0, missed: 0 };

export const add = (one: Tally, other: Tally): Tally => ({ right: one.right + other.right, extra: one.extra + other.extra, missed: one.missed + other.missed });

/** Shares from 0 to 1; null where nothing was given (precision), wanted (recall) or either (F1). */
export interface Rates {
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Precision, recall and their harmonic mean. */
export const rates = ({ right, extra, missed }: Tally): Rates => ({
  precision: share(right, right + extra),
  recall: share(right, right + missed),
  f1: share(2 * right, 2 * right + extra + missed),
});
