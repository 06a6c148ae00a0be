import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import { parsePlan } from '../../plan/record/parse-plan.js';

const RECORD = readFileSync('tests/fixtures/records/somewhere-2021-2025.yaml', 'utf8');
const { value: catalogue } = parseCatalogue('catalogue.yaml', readFileSync('tests/fixtures/records/catalogue.yaml', 'utf8'));
if (!catalogue) throw new Error('the catalogue of the fixtures has faults');

/** The fixture's plan, of 2021 to 2025 with 2020 as its base, with other figures and no claims. */
function planWith(figures: string[], edit: (record: string) => string = (record) => record): Plan {
  const text = edit(RECORD).replace(/figures:[^]*$/u, `figures:\n${figures.map((figure) => `  - {${figure}, at: s1}\n`).join('')}`);
  const { plan, faults } = parsePlan('r.yaml', text, catalogue ?? { contract: 1, indicators: {} });
  if (!plan) throw new Error(faults.map(formatFault).join('\n'));
  return plan;
}
const BASE_UNKNOWN = (record: string): string => record.replace('baseYear: 2020', 'baseYear: null');

describe("a figure's role goes by its year", () => {
  it.each([
    [2015, 'history'],
    [2019, 'history'],
    [2020, 'baseline'],
    [2021, 'target'],
    [2025, 'target'],
    [2026, 'vision'],
    [2035, 'vision'],
  ])('%s: %s', (year, role) => {
    expect(planWith([`indicator: rd-intensity, year: ${year}, printed: 2%`]).figures[0]?.role).toBe(role);
  });

  it('unless the record says another', () => {
    expect(planWith(['indicator: rd-intensity, year: 2021, role: baseline, printed: 2%']).figures[0]?.role).toBe('baseline');
  });

  it.each([
    [2021, 'target'],
    [2030, 'vision'],
  ])('where the base year is unknown, a year of the plan is still a %s: %s', (year, role) => {
    expect(planWith([`indicator: rd-intensity, year: ${year}, printed: 2%`], BASE_UNKNOWN).figures[0]?.role).toBe(role);
  });

  it('where the base year is unknown, an earlier year needs its role', () => {
    expect(() => planWith(['indicator: rd-intensity, year: 2019, printed: 2%'], BASE_UNKNOWN)).toThrow('figures[0].role: missing');
  });
});

describe("a figure's key", () => {
  it.each([
    ['indicator: rd-intensity, year: 2025, printed: 2%', 'rd-intensity||2025'],
    ['indicator: rd-intensity, scope: north, year: 2025, printed: 2%', 'rd-intensity|north|2025'],
    ['indicator: rd-expenditure, from: 2016, year: 2020, printed: 2亿元', 'rd-expenditure||2016-2020'],
    ['indicator: rd-intensity, year: null, role: baseline, printed: 2%', 'rd-intensity||baseline'],
    ['indicator: rd-intensity, scope: north, year: null, role: target, guess: 2025, printed: 2%', 'rd-intensity|north|target'],
  ])('%s: %s', (figure, key) => {
    expect(planWith([figure]).figures.map((each) => each.key)).toEqual([key]);
  });
});

it('a figure printed twice is one figure with two printings, in the order of the document', () => {
  const { figures } = planWith([
    'indicator: high-tech-enterprises, year: 2025, printed: 600家以上',
    'indicator: rd-intensity, year: 2025, printed: 2%',
    'indicator: high-tech-enterprises, year: 2025, printed: 600家, estimated: true',
  ]);
  expect(
    figures.map(({ key, printings }) => [key, ...printings.map(({ printed, order, bound, estimated }) => `${order} ${printed} ${bound} ${estimated}`)]),
  ).toEqual([
    ['high-tech-enterprises||2025', '0 600家以上 ge false', '2 600家 eq true'],
    ['rd-intensity||2025', '1 2% eq false'],
  ]);
});

it('a guess at a masked year is kept beside it, and never becomes the year', () => {
  expect(planWith(['indicator: rd-intensity, year: null, role: baseline, guess: 2020, printed: 2%']).figures[0]).toMatchObject({ year: null, guess: 2020 });
});

it('a unit that the record completes is told as such', () => {
  const { figures } = planWith(['indicator: rd-expenditure, year: 2019, printed: 2亿, unit: 亿元', 'indicator: rd-expenditure, year: 2020, printed: 2亿元']);
  expect(figures.map(({ printings }) => [printings[0].unit, printings[0].unitCompleted])).toEqual([
    ['亿元', true],
    ['亿元', false],
  ]);
});
