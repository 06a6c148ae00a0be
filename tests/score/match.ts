import type { Tally } from './tally.js';

/** What matching found, with the items behind it. */
export interface Match<W, G> {
  tally: Tally;
  /** For each item given, in their order: whether it is one of those wanted. */
  isRight: boolean[];
  extra: G[];
  missed: W[];
}

/**
 * Matches what was given with what was wanted, by key, each item once (multisets). A document may print one thing several
 * times, and an extraction may list it once or as often as it is printed: of the items wanted that share a key and an
 * identity, one must be given, and as many as there are may be, at no gain and no loss.
 */
export function match<W, G>(
  wanted: readonly W[],
  given: readonly G[],
  keyOfWanted: (item: W) => string,
  keyOfGiven: (item: G) => string,
  identity: (item: W) => string,
): Match<W, G> {
  const groups = new Map<string, { most: number; distinct: Map<string, W>; count: number }>();
  for (const item of wanted) {
    const key = keyOfWanted(item);
    const group = groups.get(key) ?? { most: 0, distinct: new Map<string, W>(), count: 0 };
    groups.set(key, group);
    group.most += 1;
    if (!group.distinct.has(identity(item))) group.distinct.set(identity(item), item);
  }
  const isRight = given.map((item) => {
    const group = groups.get(keyOfGiven(item));
    if (group) group.count += 1;
    return group !== undefined && group.count <= group.most;
  });
  const extra = given.filter((_, index) => isRight[index] === false);
  const all = [...groups.values()];
  const missed = all.flatMap(({ distinct, count }) => [...distinct.values()].slice(count));
  const right = all.reduce((sum, { distinct, count }) => sum + Math.min(distinct.size, count), 0);
  return { tally: { right, extra: extra.length, missed: missed.length }, isRight, extra, missed };
}
