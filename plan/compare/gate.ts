import type { Indicator } from '../plan.js';
import type { ComparedPlan, Entry, Group } from './comparison.js';
import { rankMembers } from './rank.js';
import { reason } from './reason.js';

/** What the gate knows beside the entries: whose they are, and what their indicators are. */
export interface GateContext {
  plans: ReadonlyMap<string, ComparedPlan>;
  indicators: ReadonlyMap<string, Indicator>;
}

/** Entries that may stand in one group, before it is known whether there are two. */
interface Bucket {
  key: string;
  entries: Entry[];
}

/**
 * Ranks what can be ranked and says why the rest is not: same indicator, basis, year (paces aside), level of place and scope, and at
 * least two places. An entry whose own print already rules it out keeps those reasons. Entries are changed in place.
 */
export function gate(entries: readonly Entry[], context: GateContext): Group[] {
  const buckets = new Map<string, Bucket>();
  for (const entry of entries) {
    if (entry.verdict !== 'incomparable' || entry.reasons.length > 0 || entry.value === null) continue;
    const key = bucketKey(entry);
    const bucket = buckets.get(key);
    if (bucket) bucket.entries.push(entry);
    else buckets.set(key, { key, entries: [entry] });
  }
  const series = new Map<string, Bucket[]>();
  for (const bucket of buckets.values()) {
    bucket.entries = onePerPlace(bucket.entries, context);
    const [first] = bucket.entries;
    if (first) push(series, seriesKey(first), bucket);
  }
  const references = referencesBySeries(entries);
  const alike = plansBySeries(entries);
  const groups: Group[] = [];
  for (const [key, of] of series) {
    for (const bucket of of) {
      if (bucket.entries.length > 1) groups.push(rank(bucket, references.get(key) ?? [], context));
      else explain(bucket, of, alike, context);
    }
  }
  return groups;
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Paces are set side by side whatever their years; all else only within a year. */
const bucketKey = (entry: Entry): string => `${seriesKey(entry)}|${entry.basis === 'pace' ? entry.unit : whenOf(entry)}|${entry.level}`;
const seriesKey = ({ indicator, basis }: Entry): string => `${indicator}|${basis}`;
/** 2025, or 2016-2020 for what is added up over years. */
export const whenOf = ({ fromYear, year }: Pick<Entry, 'fromYear' | 'year'>): string => (fromYear === null ? String(year) : `${fromYear}-${String(year)}`);

/** A place with two plans stands once in a group: by the plan that begins last. */
function onePerPlace(entries: readonly Entry[], { plans }: GateContext): Entry[] {
  const best = new Map<string, Entry>();
  const later = (a: Entry, b: Entry): boolean => {
    const [x, y] = [plans.get(a.plan), plans.get(b.plan)];
    return (x?.firstYear ?? 0) > (y?.firstYear ?? 0) || (x?.firstYear === y?.firstYear && a.plan < b.plan);
  };
  const placeOf = ({ plan }: Entry): string => plans.get(plan)?.code ?? plans.get(plan)?.place.zh ?? plan;
  for (const entry of entries) {
    const known = best.get(placeOf(entry));
    if (!known || later(entry, known)) best.set(placeOf(entry), entry);
  }
  for (const entry of entries) {
    const kept = best.get(placeOf(entry));
    if (kept && kept !== entry) entry.reasons.push(reason('same-place', { plan: kept.plan }));
  }
  return entries.filter((entry) => best.get(placeOf(entry)) === entry);
}

function rank(bucket: Bucket, references: readonly Entry[], { indicators }: GateContext): Group {
  const [first] = bucket.entries;
  if (!first) throw new Error(`the group ${bucket.key} is empty`);
  const { indicator, basis, year, fromYear, level, unit } = first;
  const better = betterOn(basis, indicators.get(indicator));
  const members = bucket.entries.map((entry) => {
    const value = entry.value ?? 0;
    return { key: entry.key, entry, value, low: entry.low ?? value, high: entry.high ?? value };
  });
  const ranked = rankMembers(members, better);
  for (const { member, rank: place, tied } of ranked) Object.assign(member.entry, { verdict: 'ranked', group: bucket.key, rank: place, tied });
  const mixedYears = basis === 'pace' && bucket.entries.some((entry) => whenOf(entry) !== whenOf(first));
  return {
    key: bucket.key,
    indicator,
    basis,
    year: mixedYears ? null : year,
    fromYear: mixedYears ? null : fromYear,
    level,
    unit,
    better,
    mixedYears,
    members: ranked.map(({ member }) => member.key),
    references: references.filter((entry) => basis !== 'pace' && whenOf(entry) === whenOf(first)).map(({ key }) => key),
  };
}

/** A lower value may be better, a slower pace towards it never: of what should fall, the faster fall is; places gained count upwards. */
const betterOn = (basis: Entry['basis'], indicator: Indicator | undefined): 'higher' | 'lower' =>
  basis === 'pace' && indicator?.kind === 'rank' ? 'higher' : (indicator?.better ?? 'higher');

function referencesBySeries(entries: readonly Entry[]): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.verdict !== 'reference' || entry.reasons.length > 0) continue;
    push(found, seriesKey(entry), entry);
  }
  return found;
}

/** Which plans hold an indicator on a basis, for naming look-alikes. */
function plansBySeries(entries: readonly Entry[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { indicator, basis, plan, scope } of entries) {
    if (scope !== null) continue;
    const key = `${indicator}|${basis}`;
    const known = found.get(key) ?? new Set<string>();
    known.add(plan);
    found.set(key, known);
  }
  return found;
}

/** One place by itself: what sets it apart from the largest group of its indicator, or from its look-alikes, or that no other plan has it. */
function explain({ key, entries: [entry] }: Bucket, of: readonly Bucket[], alike: ReadonlyMap<string, ReadonlySet<string>>, context: GateContext): void {
  if (!entry) return;
  const others = of.filter((bucket) => bucket.key !== key && bucket.entries.some(({ plan }) => plan !== entry.plan));
  const [nearest] = others.sort(
    (a, b) => b.entries.length - a.entries.length || closeness(b.entries[0], entry) - closeness(a.entries[0], entry) || (a.key < b.key ? -1 : 1),
  );
  const other = nearest?.entries.find(({ plan }) => plan !== entry.plan);
  if (other) {
    if (entry.basis !== 'pace' && whenOf(other) !== whenOf(entry)) entry.reasons.push(reason('year', { own: whenOf(entry), other: whenOf(other) }));
    if (other.level !== entry.level) entry.reasons.push(reason('level', { own: entry.level, other: other.level }));
    if (entry.reasons.length > 0) return;
  }
  const indicator = context.indicators.get(entry.indicator);
  const named = (indicator?.lookAlikes ?? [])
    .filter(({ id }) => {
      const holders = alike.get(`${id}|${entry.basis}`);
      return holders !== undefined && holders.size > (holders.has(entry.plan) ? 1 : 0);
    })
    .filter(({ id }) => sameKind(context.indicators.get(id), indicator))
    .map(({ id }) => id);
  entry.reasons.push(named.length > 0 ? reason('look-alike', { indicators: named.join(' ') }) : reason('alone'));
}

const closeness = (a: Entry | undefined, b: Entry): number => (a?.level === b.level ? 2 : 0) + (a && whenOf(a) === whenOf(b) ? 1 : 0);

const sizeLike = (indicator: Indicator | undefined): boolean => indicator?.kind === 'amount' || indicator?.kind === 'count';
/** A share beside a share, a size beside a size: the amount is no one's idea of its own share. */
const sameKind = (a: Indicator | undefined, b: Indicator | undefined): boolean => a !== undefined && sizeLike(a) === sizeLike(b);
