import type { Plan } from '../plan.js';
import type { Comparison, PlaceLevel } from './comparison.js';

/** What is asked for of a comparison; nothing asked is all. */
export interface Selection {
  /** Indicator ids. */
  indicators?: readonly string[];
  level?: PlaceLevel | undefined;
  year?: number | undefined;
  /** A province or prefecture, by name or GB/T 2260 code: plans of places in it, and its own. */
  within?: string | undefined;
}

/** The plans that take part. */
export const selectPlans = (plans: readonly Plan[], { level, within }: Selection): Plan[] =>
  plans.filter(({ record: { place } }) => (level === undefined || place.level === level) && (within === undefined || isWithin(place, within)));

function isWithin({ code, parent, ...own }: Plan['record']['place'], within: string): boolean {
  const named = [own, ...(parent ? [parent] : [])].some(({ zh, en }) => zh === within || en.toLowerCase() === within.toLowerCase());
  const stem = /^\d{6}$/u.test(within) ? within.replace(/(?:00)+$/u, '') : null;
  return named || (stem !== null && [code, parent?.code].some((each) => each?.startsWith(stem) === true));
}

/** What is shown of a comparison made of all selected plans: ranks are as they are among all. */
export function selectEntries(comparison: Comparison, { indicators = [], year }: Selection): Comparison {
  if (indicators.length === 0 && year === undefined) return comparison;
  const wanted = new Set(indicators);
  const isAsked = (indicator: string): boolean => wanted.size === 0 || wanted.has(indicator);
  const entries = comparison.entries.filter((entry) => isAsked(entry.indicator) && (year === undefined || entry.year === year));
  const kept = new Set(entries.map(({ key }) => key));
  return {
    plans: comparison.plans,
    indicators: comparison.indicators.filter(({ id }) => isAsked(id)),
    entries,
    groups: comparison.groups
      .map((group) => ({ ...group, members: group.members.filter((key) => kept.has(key)), references: group.references.filter((key) => kept.has(key)) }))
      .filter(({ members }) => members.length > 1),
  };
}
