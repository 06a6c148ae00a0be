import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { returnedPlan } from '../../plan/contract/returned-plan.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { formatFault } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import { parsePlan, type ParsedPlan } from '../../plan/record/parse-plan.js';
import { findingsOf } from '../../plan/report/findings.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { catalogue, SEEDS } from '../seeds.js';
import { recordOf } from '../checks/made-plan.js';
import { digitChanges, mistyped, mutated, mutations } from './mutations.js';
import { fuzz, timeOf } from './runs.js';

const SEED = readFileSync(path.join(SEEDS, 'yichang-2021-2025.yaml'), 'utf8');
const LONGER = readFileSync(path.join(SEEDS, 'xianju-2021-2025.yaml'), 'utf8');
const read = (text: string): ParsedPlan => parsePlan('r.yaml', text, catalogue());

/** Refused in lines with their places; or a plan that says the same when its record is written out and read again, and whose checks can be made. */
function isWhole({ plan, faults }: ParsedPlan, indicators = catalogue()): boolean {
  if (!plan) {
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(formatFault(fault)).toMatch(/^r\.yaml[^\n\r]*: [^\n\r]+$/u);
    return false;
  }
  expect(parsePlan('r.yaml', stringify(plan.record), indicators).plan).toEqual(plan);
  for (const { outcome, message } of findingsOf(plan, 'zh', '0')) {
    expect(['pass', 'fail', 'undecided']).toContain(outcome);
    expect(message).not.toMatch(/NaN|Infinity|undefined|^$/u);
  }
  return true;
}

test('a record’s text, changed anywhere', { timeout: timeOf('records') }, () =>
  fuzz('records', fc.tuple(fc.constantFrom(SEED, LONGER), mutations(3)), ([text, changes]) => isWhole(read(mutated(text, changes)))),
);

test('a record’s text with other digits, as it is mistyped', { timeout: timeOf('mistyped') }, () =>
  fuzz('mistyped', fc.tuple(fc.constantFrom(SEED, LONGER), digitChanges(3)), ([text, changes]) => isWhole(read(mistyped(text, changes)))),
);

/** One plan that all rules of one plan have something to say of. */
const FACTS = [
  ...[
    'amount 2015 10.0亿元',
    'amount 2020 15.0亿元',
    'amount 2025 24.2亿元',
    'growth: amount 2015-2020 增长50%',
    'average-growth: amount 2020-2025 年均增长10%',
  ],
  ...['count 2020 50家', 'count 2025 100家以上', 'doubling: count 2020-2025 翻番', 'top 2020 10家', 'top 2025 20多家', 'added 2025 55家'],
  ...['count@east 2020 30家', 'count@west 2020 20家', 'sum: count 2020 50家 = east west', 'growth: count -2025 增长100%以上'],
  ...['cost 2015 20.0亿元', 'cost 2020 50.0亿元', 'cost 2025 约40亿元', 'multiple: cost 2015-2020 2.5倍', 'increment: cost 2015-2020 增加30亿元'],
  ...[
    'share 2015 10.0%',
    'share 2020 13.0%',
    'share-change: share 2015-2020 提高3个百分点',
    'growth: share 2015-2020 增长3%',
    'rank 2020 第16位',
    'rank 2025 第14位',
  ],
  ...['value-added 2015 100.0亿元', 'value-added 2020 250.0亿元', 'growth: value-added 2015-2020 增长100%', 'gdp 2020 500亿元', 'people 2020 100万人'],
  ...[
    'part 2015 10.0亿元',
    'part-share 2015 10.0%',
    'part 2020 25.0亿元',
    'part-share 2020 15.0%',
    'other 2015 10.0亿元',
    'other-share 2015 10.0%',
    'other-share 2020 12.0%',
  ],
  ...['context: gdp 2020 500亿元', 'patents 2020 1200件'],
];
const PRINTED = fc.oneof(
  fc.nat(200).map(String),
  fc.tuple(fc.nat(200), fc.nat(9)).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom('0', '0.0', '1', '99999999', '0.1'),
);
const INVENTED = readFileSync('tests/fixtures/checks/catalogue.yaml', 'utf8');

test('facts and claims of all kinds, some left out, with other numbers', { timeout: timeOf('facts') }, () => {
  const { value: invented } = parseCatalogue('catalogue.yaml', INVENTED);
  if (!invented) throw new Error('the invented catalogue has faults');
  const changed = fc.array(fc.tuple(fc.nat(9), fc.nat(9), PRINTED), { minLength: FACTS.length, maxLength: FACTS.length });
  return fuzz('facts', changed, (changes) => {
    // One fact in ten is left out, four numbers in ten are others.
    const facts = FACTS.flatMap((fact, index) => {
      const [kept = 1, other = 9, number = ''] = changes[index] ?? [];
      if (kept === 0) return [];
      return [other < 4 ? fact.replace(/\d+(?:\.\d+)?(?=亿元|家|%|个百分点|倍|万人|件|位)/u, number) : fact];
    });
    return isWhole(parsePlan('r.yaml', recordOf(facts.join(' | ')), invented), invented);
  });
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const WEIRD: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(
    null,
    true,
    0,
    -1,
    1e308,
    2025,
    2100,
    1900.5,
    '',
    ' ',
    '2025',
    '34.94亿元',
    '600家以上',
    '一/(一)/s1',
    'x'.repeat(3000),
    [],
    {},
    [[]],
    '__proto__',
  ),
  fc.string({ maxLength: 20, unit: 'binary' }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);
interface Step {
  at: number;
  kind: 'replace' | 'remove' | 'double' | 'rename' | 'swap' | 'like';
  value: Json;
}
const STEPS = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    kind: fc.constantFrom<Step['kind'][]>('replace', 'remove', 'double', 'rename', 'swap', 'like', 'like', 'like', 'like'),
    value: WEIRD,
  }),
  { minLength: 1, maxLength: 4 },
);

/** Every place of a value within another. */
function places(value: Json, found: { of: Json[] | Record<string, Json>; key: string | number }[] = []): typeof found {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    found.push({ of: value, key });
    places((value as Record<string | number, Json>)[key] ?? null, found);
  }
  return found;
}

function changed(text: string, steps: readonly Step[]): Json {
  const record = parse(text) as Json;
  for (const { at, kind, value } of steps) {
    const all = places(record);
    const { of, key } = all[Math.floor(at * all.length)] ?? { of: [], key: 0 };
    const inside = of as Record<string | number, Json>;
    // What stands under the same key elsewhere is mostly taken here too.
    const others = kind === 'like' ? all.filter((each) => each.key === key) : all;
    const other = others[Math.floor(((at * 7919) % 1) * others.length)];
    if (kind === 'replace') inside[key] = value;
    else if (kind === 'double' && Array.isArray(of)) of.push(inside[key] ?? null);
    else if (kind === 'rename') inside[JSON.stringify(value).slice(0, 20)] = inside[key] ?? null;
    else if ((kind === 'swap' || kind === 'like') && other) inside[key] = structuredClone((other.of as Record<string | number, Json>)[other.key] ?? null);
    else if (Array.isArray(of)) of.splice(Number(key), 1);
    else Reflect.deleteProperty(inside, key);
  }
  return record;
}

test('a record’s parts, removed, doubled, renamed, swapped or replaced', { timeout: timeOf('structures') }, () =>
  fuzz('structures', fc.tuple(fc.constantFrom(SEED, LONGER), STEPS), ([text, steps]) => isWhole(read(JSON.stringify(changed(text, steps))))),
);

const TEXTS = fc.oneof(
  fc.constantFrom(
    '=1+1',
    'a\r\nb',
    '+cmd',
    '@x',
    '_x0041_',
    '<b>&amp;',
    '"',
    "'",
    '𠮷',
    '\u0001',
    '\ufffe',
    '\ud800',
    'a\nb',
    ' a ',
    '\ttab',
    '#REF!',
    '1e5',
    'TRUE',
  ),
  fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
);
const KEPT = fc.record({
  keep: fc.infiniteStream(fc.boolean()),
  title: TEXTS,
  note: TEXTS,
  printed: fc
    .tuple(fc.nat(9_999_999), fc.nat(4), fc.constantFrom('', '以上', '左右'))
    .map(([digits, decimals, bound]) => [(digits / 10 ** decimals).toFixed(decimals), bound] as const),
});

test('what is accepted gives a workbook from which the same plan is read back', { timeout: timeOf('returned') }, () =>
  fuzz('returned', KEPT, async ({ keep, title, note, printed: [number, bound] }) => {
    const record = parse(SEED) as { title: { zh: string }; figures: { printed: string; note?: object }[]; claims: object[]; [key: string]: unknown };
    record.title.zh = title;
    record.figures = record.figures.filter(() => keep.next().value);
    const [figure] = record.figures;
    if (figure) Object.assign(figure, { printed: figure.printed.replace(/^[\d.]+(.*?)(?:以上|左右)?$/u, `${number}$1${bound}`), note: { zh: note, en: note } });
    record.claims = record.claims.filter((claim) => !('whole' in claim) && keep.next().value);
    const { plan } = read(JSON.stringify(record));
    if (!plan) return false;
    const returned = returnedPlan(readWorkbook(await writeWorkbook(planWorkbook(plan, 'zh', '0'))));
    expect(returned?.generated).toEqual(plan);
    expect(returned?.plan).toEqual(plan);
    expect(returned?.changes).toEqual([]);
    return true;
  }),
);
