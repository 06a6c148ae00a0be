import { createHash } from 'node:crypto';

/** One of `of` parts of the work, counted from 1. */
export interface Shard {
  index: number;
  of: number;
}

/** Reads i/n; null where it is none. */
export function parseShard(text: string): Shard | null {
  const [, index = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/u.exec(text) ?? []).map(Number);
  return index >= 1 && index <= of ? { index, of } : null;
}

/**
 * Whether a plan falls to a shard. Its id alone decides, not what else there is: shards that start at different times, while
 * records are still being added, leave no plan out and make none twice.
 */
export const fallsTo = ({ index, of }: Shard, id: string): boolean => createHash('sha256').update(id).digest().readUInt32BE(0) % of === index - 1;
