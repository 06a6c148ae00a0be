import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../plan/plan.js';
import { plans } from '../seeds.js';
import { plain } from './documents.js';

/*
 * Each document was read a second time by someone who had not seen the record, and every difference was settled. The
 * fixture holds that second reading and the settlement; here the comparison is made again with the record as it is now.
 */

type What = 'figure' | 'claim';
type Entry = { printed: string; at: string } & Record<string, unknown>;

interface Settled {
  what: What;
  printed: string;
  at: string;
  field: string;
  first: unknown;
  second: unknown;
  kept: 'first' | 'second' | 'neither';
  why: string;
}

interface Fixture {
  figures: Entry[];
  claims: Entry[];
  settled: Settled[];
  counts: Record<'figures' | 'claims', { first: number; second: number; same: number }> & { differences: number };
}

const FIELDS: Record<What, string[]> = {
  figure: ['value', 'high', 'unit', 'bound', 'year', 'fromYear', 'role'],
  claim: ['kind', 'value', 'fromYear', 'toYear'],
};
/** Differences in these were settled too, but the second reading has no ids to compare. */
const NOT_COMPARED = ['scope', 'indicator'];

const read = (id: string): Fixture => JSON.parse(readFileSync(path.join('tests/fixtures/blind-reading', `${id}.json`), 'utf8')) as Fixture;

const entriesOf = ({ figures, claims }: Plan): Record<What, Entry[]> => ({
  figure: figures.flatMap(({ year, fromYear, role, printings }) => printings.map((printing): Entry => ({ ...printing, year, fromYear, role }))),
  claim: claims.map((claim): Entry => ({ ...claim })),
});

const unequal = (what: What, first: Entry, second: Entry): string[] => FIELDS[what].filter((field) => first[field] !== second[field]);

/** One to one: the same fragment at the same place before one that contains the other, those that agree before those that do not. */
function pairUp(what: What, firsts: readonly Entry[], seconds: readonly Entry[]): { pairs: [Entry, Entry][]; onlyFirst: Entry[]; onlySecond: Entry[] } {
  const onlyFirst = [...firsts];
  const onlySecond = [...seconds];
  const pairs: [Entry, Entry][] = [];
  const same = (a: Entry, b: Entry): boolean => plain(a.printed) === plain(b.printed);
  const within = (a: Entry, b: Entry): boolean => plain(a.printed).includes(plain(b.printed)) || plain(b.printed).includes(plain(a.printed));
  const agree = (a: Entry, b: Entry): boolean => unequal(what, a, b).length === 0;
  const alike = what === 'claim' ? (a: Entry, b: Entry): boolean => a['kind'] === b['kind'] : (): boolean => true;
  for (const fits of [same, within]) {
    for (const agrees of [agree, alike, (): boolean => true]) {
      for (const first of [...onlyFirst]) {
        const second = onlySecond.find((candidate) => candidate.at === first.at && fits(first, candidate) && agrees(first, candidate));
        if (!second) continue;
        pairs.push([first, second]);
        onlyFirst.splice(onlyFirst.indexOf(first), 1);
        onlySecond.splice(onlySecond.indexOf(second), 1);
      }
    }
  }
  return { pairs, onlyFirst, onlySecond };
}

/** A line for each thing in which the two readings differ, as the settlement words it. */
const line = (what: What, at: string, printed: string, field: string, first: unknown, second: unknown): string =>
  `${what} ${at} ${plain(printed)} ${field}: ${JSON.stringify(first)} / ${JSON.stringify(second)}`;
const told = (what: What, entry: Entry): Record<string, unknown> => Object.fromEntries(FIELDS[what].map((field) => [field, entry[field]]));

function differences(what: What, firsts: readonly Entry[], seconds: readonly Entry[]): string[] {
  const { pairs, onlyFirst, onlySecond } = pairUp(what, firsts, seconds);
  return [
    ...pairs.flatMap(([first, second]) =>
      unequal(what, first, second).map((field) => line(what, first.at, first.printed, field, first[field] ?? null, second[field] ?? null)),
    ),
    ...onlyFirst.map((first) => line(what, first.at, first.printed, 'missing', told(what, first), null)),
    ...onlySecond.map((second) => line(what, second.at, second.printed, 'missing', null, told(what, second))),
  ].sort();
}

/** A record that was read only once has no second reading to compare. */
const readTwice = plans()
  .map((plan) => ({ id: plan.record.id, plan }))
  .filter(({ id }) => existsSync(path.join('tests/fixtures/blind-reading', `${id}.json`)));

describe.each(readTwice)('$id', ({ id, plan }) => {
  const fixture = read(id);
  const now = entriesOf(plan);
  const { settled, counts } = fixture;
  const compared = settled.filter(({ field }) => !NOT_COMPARED.includes(field));

  it('differs from the second reading just where the first was kept', () => {
    const found = [...differences('figure', now.figure, fixture.figures), ...differences('claim', now.claim, fixture.claims)];
    const kept = compared.filter(({ kept: whose }) => whose === 'first');
    expect(found.sort()).toEqual(kept.map(({ what, at, printed, field, first, second }) => line(what, at, printed, field, first, second)).sort());
  });

  it.each([
    ['figures', 'figure'],
    ['claims', 'claim'],
  ] as const)('the counts of its %s add up', (several, what) => {
    const ours = compared.filter((each) => each.what === what);
    const missing = ours.filter(({ field }) => field === 'missing');
    const unlike = new Set(ours.filter(({ field }) => field !== 'missing').map(({ at, printed }) => `${at} ${printed}`)).size;
    const onlyFirst = missing.filter(({ second }) => second === null).length;
    const onlySecond = missing.filter(({ first }) => first === null).length;
    const { first, second, same } = counts[several];
    expect(first).toBe(same + unlike + onlyFirst);
    expect(second).toBe(same + unlike + onlySecond);
    expect(second).toBe(fixture[several].length);
    // What has come in from the second reading since, and what has gone out.
    const added = missing.filter((each) => each.first === null && each.kept === 'second').length;
    const dropped = missing.filter((each) => each.second === null && each.kept === 'second').length;
    expect(now[what].length).toBe(first + added - dropped);
  });

  it('every difference is settled once, with a reason', () => {
    expect(counts.differences).toBe(settled.length);
    expect(settled.filter(({ kept, why }) => !['first', 'second', 'neither'].includes(kept) || why.length < 20)).toEqual([]);
  });
});

it('the comparison tells what differs', () => {
  const figure = (printed: string, year: number | null): Entry => ({ printed, at: '一/s1', year });
  const first = [figure('5家', 2020), figure('600家', 2025)];
  // 15家 holds 5家 too, but 5 家 is the same; 600家以上 is 600家 with its bound's words.
  const second = [figure('15家', 2020), figure('5 家', null), figure('600家以上', 2025)];
  expect(differences('figure', first, second)).toEqual(['figure 一/s1 15家 missing: null / {"year":2020}', 'figure 一/s1 5家 year: 2020 / null']);
});
