import { readFileSync } from 'node:fs';
import { PLANS_RULES } from '../../plan/checks/across/plans-rules.js';
import { RULES } from '../../plan/checks/rules.js';
import type { Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import { indicatorOf, planFromRecord } from '../../plan/record/parse-plan.js';
import type { Record } from '../../plan/record/schema.js';
import { findingsOf } from '../../plan/report/findings.js';
import { madePlans } from './made-plans.js';
import { rounded } from './median.js';

/** How a rule's time grows: 1 is in proportion to the figures of one plan, or to the number of plans. */
export interface RuleGrowth {
  rule: string;
  /** Processor milliseconds at the largest size. */
  ms: number;
  /** From the middle size to the largest; null where the largest takes too little to tell. */
  exponent: number | null;
}

/** Scopes of one plan, each of fifteen figures and six claims: up to 30,720 figures, and to 15,360 where all is reckoned. */
const SCOPES = [128, 512, 2_048];
const RECKONED_SCOPES = [256, 1_024];
const PLANS = [50, 800, 3_200];

/** Each rule on one plan that grows, finding and reckoning both in `findingsOf`; then the rules between plans on more and more of them. */
export function measureRules(): RuleGrowth[] {
  const large = SCOPES.map(largePlan);
  const many = PLANS.map((count) => [...madePlans(count)]);
  return [
    ...RULES.map((rule) => grown(rule.code, large, (plan) => rule.find({ ...plan }))),
    grown('all of a plan, reckoned', RECKONED_SCOPES.map(largePlan), (plan) => findingsOf({ ...plan }, 'zh', 'bench')),
    ...PLANS_RULES.map((rule) => grown(rule.code, many, (plans) => rule.find(plans.map((plan) => ({ ...plan }))))),
  ].sort((a, b) => (b.exponent ?? 0) - (a.exponent ?? 0));
}

const sizeOf = (subject: Plan | readonly Plan[]): number => ('figures' in subject ? subject.figures.length : subject.length);

function grown<T extends Plan | readonly Plan[]>(rule: string, subjects: readonly T[], find: (subject: T) => unknown): RuleGrowth {
  const costs = subjects.map((subject) => ({ size: sizeOf(subject), ms: fastest(() => find(subject)) }));
  const [before, last] = costs.slice(-2);
  if (!before || !last) throw new Error('growth needs two sizes');
  const exponent = Math.log(last.ms / before.ms) / Math.log(last.size / before.size);
  return { rule, ms: rounded(last.ms), exponent: last.ms < TOO_LITTLE ? null : rounded(exponent) };
}

/** Milliseconds below which a collection of garbage or a neighbour on the machine decides. */
const TOO_LITTLE = 40;
const ROUNDS = 3;

/** Processor time of the fastest of a few rounds. */
function fastest(work: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    globalThis.gc?.();
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e3;
  });
  return Math.max(0.01, Math.min(...rounds));
}

/** One plan of many districts: levels, shares of one whole, counts, and claims about them. */
function largePlan(scopes: number): Plan {
  const catalogue = parseCatalogue('seeds/catalogue.yaml', readFileSync('seeds/catalogue.yaml', 'utf8')).value;
  if (!catalogue) throw new Error('the catalogue has faults');
  const names = Array.from({ length: scopes }, (_, index) => `part-${index + 1}`);
  const record: Record = {
    contract: 1,
    id: 'large-2021-2025',
    title: { zh: '大规划', en: 'Large plan' },
    place: { zh: '测试地区', en: 'Test place', level: 'province' },
    issuer: null,
    issued: null,
    baseYear: 2020,
    firstYear: 2021,
    lastYear: 2025,
    source: { document: 'none.txt', sha256: '0'.repeat(64), grade: 'official', missing: [] },
    scopes: Object.fromEntries(names.map((name) => [name, { zh: name, en: name, relation: 'part' as const }])),
    indicators: {},
    context: [],
    figures: names.flatMap((scope) =>
      PRINTED.flatMap(([indicator, ...prints]) => prints.map((printed, at) => ({ indicator, scope, year: YEARS[at] ?? 0, printed, at: '一/s1' }))),
    ),
    claims: names.flatMap((scope) => CLAIMS.map((claim) => ({ ...claim, scope, at: '一/s1' }))),
    leftOut: [],
  };
  const { plan, faults } = planFromRecord('large.yaml', record, (id) => indicatorOf(catalogue, id));
  if (!plan) throw new Error(faults.slice(0, 3).map(formatFault).join('\n'));
  return plan;
}

const YEARS = [2015, 2020, 2025];
const PRINTED: readonly [indicator: string, ...printed: string[]][] = [
  ['rd-expenditure', '20.1亿元', '30.2亿元', '60亿元以上'],
  ['rd-intensity', '1.51%', '2.02%', '2.5%'],
  ['high-tech-value-added', '200亿元', '300亿元', '500亿元'],
  ['high-tech-va-share-gdp', '15.0%', '20.1%', '22%'],
  ['high-tech-enterprises', '100家', '180家', '360家以上'],
];
const CLAIMS: readonly Omit<Record['claims'][number], 'scope' | 'at'>[] = [
  { kind: 'growth', indicator: 'rd-expenditure', from: 2015, to: 2020, printed: '增长50%' },
  { kind: 'average-growth', indicator: 'rd-expenditure', from: 2020, to: 2025, printed: '年均增长14%' },
  { kind: 'doubling', indicator: 'high-tech-enterprises', from: 2020, to: 2025, printed: '翻番' },
  { kind: 'increment', indicator: 'high-tech-enterprises', from: 2015, to: 2020, printed: '新增80家' },
  { kind: 'multiple', indicator: 'high-tech-enterprises', from: 2015, to: 2020, printed: '1.8倍' },
  { kind: 'share-change', indicator: 'rd-intensity', from: 2015, to: 2020, printed: '提高0.5个百分点' },
];

/** The rules that grow fastest first, as lines. */
export function ruleLines(rules: readonly RuleGrowth[]): string[] {
  const told = rules.filter((rule): rule is RuleGrowth & { exponent: number } => rule.exponent !== null);
  return [
    `Rules as one plan grows to ${(SCOPES.at(-1) ?? 0) * 15} figures (reckoned: ${(RECKONED_SCOPES.at(-1) ?? 0) * 15}), or plans to ${PLANS.at(-1) ?? 0}: exponent of growth, 1 is in proportion`,
    `  ${told.map(({ rule, exponent, ms }) => `${rule} ${exponent.toFixed(2)} (${ms.toFixed(0)} ms)`).join(', ')}`,
    `  the other ${rules.length - told.length} take less than ${TOO_LITTLE} ms`,
  ];
}
