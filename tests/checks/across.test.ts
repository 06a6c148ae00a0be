import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PLANS_RULES } from '../../plan/checks/across/plans-rules.js';
import type { Outcome } from '../../plan/checks/check.js';
import type { Plan } from '../../plan/plan.js';
import { type Finding } from '../../plan/report/findings.js';
import { findingsAcross } from '../../plan/report/findings-across.js';
import { planOf, recordOf } from './made-plan.js';

/** A plan among several: its facts in the short hand of made-plan.ts, and where it differs from the invented plan. */
interface Described {
  facts: string;
  level?: string;
  code?: string;
  parent?: string;
  members?: string[];
}
interface Fixture {
  code: string;
  cases: { what: string; plans: Described[]; outcomes: Outcome[]; why?: string }[];
  never?: Partial<Record<Outcome, string>>;
}

const FOLDER = 'tests/fixtures/checks/across';
const fixtures = readdirSync(FOLDER).map((name) => ({ name, ...(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Fixture) }));

function made({ facts, level = 'prefecture', code, parent, members }: Described, index: number): Plan {
  const more = [
    code === undefined ? '' : `, code: "${code}"`,
    parent === undefined ? '' : `, parent: {zh: 某市, en: A city, code: "${parent}"}`,
    members === undefined ? '' : `, members: [${members.map((each) => `{zh: 市${each}, en: City ${each}, code: "${each}"}`).join(', ')}]`,
  ].join('');
  return planOf(recordOf(facts).replace('id: ceshi-2021-2025', `id: ceshi${index}-2021-2025`).replace('level: prefecture}', `level: ${level}${more}}`));
}

const of = (code: string, plans: readonly Described[]): Finding[] => findingsAcross(plans.map(made), 'zh').filter((finding) => finding.code === code);

describe.each(fixtures)('$code', ({ code, name, cases, never = {} }) => {
  test.each(cases)('$what', ({ plans, outcomes }) => {
    expect(of(code, plans).map(({ outcome }) => outcome)).toEqual(outcomes);
  });
  test('its file is named for it, and shows each outcome or says why it cannot', () => {
    const shown = new Set<string>(cases.flatMap(({ outcomes }) => outcomes));
    expect(name).toBe(`${code.toLowerCase().replaceAll('_', '-')}.json`);
    expect([...shown, ...Object.keys(never)].sort()).toEqual(['fail', 'pass', 'undecided']);
  });
});

test('every rule has its cases', () => {
  expect(fixtures.map(({ code }) => code).sort()).toEqual(PLANS_RULES.map(({ code }) => code).sort());
});

test('one plan alone gives nothing to say', () => {
  expect(findingsAcross([made({ facts: 'share 2025 10%' }, 0)], 'zh')).toEqual([]);
});

test('far from its peers: by how much, and from what', () => {
  const plans = [10, 11, 12, 13, 14, 15, 16, 17, 40].map((each): Described => ({ facts: `share 2025 ${each}%` }));
  const [far] = of('FAR_FROM_PEERS', plans).filter(({ outcome }) => outcome === 'fail');
  // 13.5 ± 3.5 × 1.4826 × 2
  expect(far).toMatchObject({
    plan: 'ceshi8-2021-2025',
    level: 'info',
    args: { face: 40, requiredLow: expect.closeTo(3.1218, 4) as number, requiredHigh: expect.closeTo(23.8782, 4) as number },
  });
  expect(far?.message).toContain('8个同类地区的中位数为13.5，相距为离散的8.94倍');
});

test.each([
  ['zh', '目标年份为2024，其余规划为2025'],
  ['en', 'the target is for 2024, in most other plans for 2025'],
] as const)('what differs is said, in %s', (language, said) => {
  const plans = ['share 2025 10%', 'share 2025 12%', 'share 2024 12%'].map((facts, index) => made({ facts }, index));
  const [fail] = findingsAcross(plans, language).filter(({ code, outcome }) => code === 'TARGETS_COMPARABLE' && outcome === 'fail');
  expect(fail?.message).toContain(said);
});
