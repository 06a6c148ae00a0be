import { roundHalfAway } from '../number/round.js';

/** What is ranked: a value with both its ends. */
export interface Rankable {
  key: string;
  value: number;
  low: number;
  high: number;
}

export interface Ranked<R extends Rankable> {
  member: R;
  rank: number;
  /** Shares its rank with another. */
  tied: boolean;
}

/** Ends closer than this are taken to touch: sums of conversions lose no more. */
const DIGITS = 9;

/**
 * Best first, in n log n. A member ties with the first of its group where their ends overlap or touch: groups, not chains, so that no
 * tie runs from the best to the worst through neighbours. The next rank counts all before it (1, 1, 3). The order itself depends
 * on each pair alone: another place never reorders the others.
 */
export function rankMembers<R extends Rankable>(members: readonly R[], better: 'higher' | 'lower'): Ranked<R>[] {
  const sign = better === 'higher' ? 1 : -1;
  const sorted = [...members].sort((a, b) => sign * (b.value - a.value) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const near = ({ low, high }: R): number => (sign > 0 ? low : -high);
  const far = ({ low, high }: R): number => (sign > 0 ? high : -low);
  const ranked: Ranked<R>[] = [];
  let leader: Ranked<R> | null = null;
  sorted.forEach((member, index) => {
    if (leader && roundHalfAway(far(member) - near(leader.member), DIGITS) >= 0) {
      leader.tied = true;
      ranked.push({ member, rank: leader.rank, tied: true });
      return;
    }
    leader = { member, rank: index + 1, tied: false };
    ranked.push(leader);
  });
  return ranked;
}
