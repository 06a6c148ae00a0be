import { readFileSync } from 'node:fs';
import type { Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import { planFromRecord } from '../../plan/record/parse-plan.js';
import { recordSchema } from '../../plan/record/schema.js';

const CATALOGUE = 'seeds/catalogue.yaml';
const YEARS = 30;
const FIRST_YEAR = 1991;

/** An invented plan of so many figures: thirty years of every counted thing of the catalogue, for as many parts of a place as it takes. */
export function largePlan(count: number): Plan {
  const { value: catalogue } = parseCatalogue(CATALOGUE, readFileSync(CATALOGUE, 'utf8'));
  if (!catalogue) throw new Error('the catalogue has faults');
  const counted = Object.entries(catalogue.indicators).filter(([, { kind }]) => kind === 'count');
  const ofPart = YEARS * counted.length;
  const figures = Array.from({ length: count }, (_, index) => {
    const [indicator, { unit }] = counted[Math.floor(index / YEARS) % counted.length] ?? ['', { unit: '' }];
    const printed = `${100 + ((index * 7919) % 9_000)}${unit}`;
    return { indicator, scope: `part-${Math.floor(index / ofPart)}`, year: FIRST_YEAR + (index % YEARS), printed, at: '一/s1' };
  });
  const parts = Array.from({ length: Math.ceil(count / ofPart) }, (_, part): [string, object] => [
    `part-${part}`,
    { zh: `片区${part}`, en: `Part ${part}`, relation: 'part' },
  ]);
  const record = recordSchema.parse({
    contract: 1,
    id: `large-${count}-2021-2025`,
    title: { zh: '测试规划', en: 'Test plan' },
    place: { zh: '测试地区', en: 'Test place', level: 'county' },
    issuer: null,
    issued: null,
    baseYear: 2020,
    firstYear: 2021,
    lastYear: 2025,
    source: { document: 'none.txt', sha256: '0'.repeat(64), grade: 'official' },
    scopes: Object.fromEntries(parts),
    figures,
  });
  // The text of such a record is longer than is read of one; the plan itself is made of what would stand in it.
  const { plan, faults } = planFromRecord('test.yaml', record, (id) => {
    const entry = catalogue.indicators[id];
    return entry ? { ...entry, id, lookAlikes: [] } : null;
  });
  if (!plan) throw new Error(faults.slice(0, 5).map(formatFault).join('\n'));
  return plan;
}
