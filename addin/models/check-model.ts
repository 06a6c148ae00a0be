import type { Checked, ShownFinding } from '../engine/shown.js';

/** How a finding is sorted and shown: a failure by its level, everything else by its outcome. */
export type FindingKind = 'error' | 'warning' | 'info' | 'undecided' | 'pass';
export const FINDING_KINDS: readonly FindingKind[] = ['error', 'warning', 'info', 'undecided', 'pass'];

export interface CheckFilter {
  kinds: ReadonlySet<FindingKind>;
  search: string;
  /** How many are listed before "more". */
  most: number;
}

/** Passes are listed when they are asked for. */
export const FIRST_FILTER: CheckFilter = { kinds: new Set(['error', 'warning', 'info', 'undecided']), search: '', most: 100 };

export interface CheckModel {
  counts: Record<FindingKind, number>;
  total: number;
  failed: number;
  shown: ShownFinding[];
  /** How many match beyond those shown. */
  more: number;
  /** No failure and nothing undecided, whatever the filter. */
  allPass: boolean;
}

export const kindOf = ({ outcome, level }: ShownFinding): FindingKind => (outcome === 'fail' ? level : outcome);

/** What the list of findings shows under a filter. The engine makes it: of a hundred thousand findings the page gets those it shows. */
export function checkModel({ findings }: Checked, { kinds, search, most }: CheckFilter): CheckModel {
  const counts: Record<FindingKind, number> = { error: 0, warning: 0, info: 0, undecided: 0, pass: 0 };
  for (const finding of findings) counts[kindOf(finding)] += 1;
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  const matching = findings.filter((finding) => kinds.has(kindOf(finding)) && words.every((word) => textOf(finding).includes(word)));
  return {
    counts,
    total: findings.length,
    failed: counts.error + counts.warning + counts.info,
    shown: matching.slice(0, most),
    more: Math.max(0, matching.length - most),
    allPass: counts.pass === findings.length,
  };
}

const textOf = ({ rule, code, about, message, numbers }: ShownFinding): string =>
  [rule, code, about, message, ...numbers.map(([, shown]) => shown)].join(' ').toLowerCase();
