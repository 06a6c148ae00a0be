import { readFileSync } from 'node:fs';
import type { Figure, Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import { parsePlan } from '../../plan/record/parse-plan.js';

/** Ten indicators with an earlier value, a baseline and a target each: thirty figures a plan. */
const INDICATORS: readonly [id: string, unit: string, start: number][] = [
  ['rd-intensity', '%', 1.5],
  ['high-tech-va-share-gdp', '%', 20],
  ['invention-patents-per-10k', '件', 4],
  ['rd-personnel-per-10k', '人年', 40],
  ['rd-institution-coverage', '%', 30],
  ['rd-expenditure', '亿元', 20],
  ['high-tech-value-added', '亿元', 300],
  ['high-tech-enterprises', '家', 200],
  ['sci-tech-smes', '家', 500],
  ['valid-invention-patents', '件', 1500],
];
const LEVELS = ['prefecture', 'county', 'zone'] as const;

/** Invented plans that differ in place, level and every number; the n-th is always the same. */
export function* madePlans(count: number): Generator<Plan> {
  const template = templatePlan();
  for (let index = 0; index < count; index += 1) {
    const number = String(index + 1).padStart(5, '0');
    const place = { zh: `测试地区${number}`, en: `Test place ${number}`, level: LEVELS[index % LEVELS.length] ?? 'county' };
    const record = { ...template.record, id: `test-${number}-2021-2025`, title: { zh: `测试规划${number}`, en: `Test plan ${number}` }, place };
    yield { ...template, record, figures: template.figures.map((figure) => scaled(figure, 1 + ((index * 7919) % 1000) / 500)) };
  }
}

function scaled(figure: Figure, factor: number): Figure {
  const [printing] = figure.printings;
  const value = Number(((printing.value ?? 0) * factor).toFixed(printing.decimals));
  return { ...figure, printings: [{ ...printing, value, printed: `${value.toFixed(printing.decimals)}${printing.unit}` }] };
}

function templatePlan(): Plan {
  const figures = INDICATORS.flatMap(([indicator, unit, start]) =>
    [
      [2015, 0.7],
      [2020, 1],
      [2025, 1.5],
    ].map(([year = 0, factor = 1]) => {
      const printed = `${unit === '%' ? (start * factor).toFixed(2) : String(Math.round(start * factor))}${unit}`;
      return `  - {indicator: ${indicator}, year: ${year}, printed: "${printed}", at: 一/s1}`;
    }),
  );
  const record = [
    'contract: 1',
    'id: test-2021-2025',
    'title: {zh: 测试规划, en: Test plan}',
    'place: {zh: 测试地区, en: Test place, level: county}',
    'issuer: null',
    'issued: null',
    'baseYear: 2020',
    'firstYear: 2021',
    'lastYear: 2025',
    `source: {document: none.txt, sha256: "${'0'.repeat(64)}", grade: official}`,
    'figures:',
    ...figures,
  ].join('\n');
  const { value: catalogue } = parseCatalogue('seeds/catalogue.yaml', readFileSync('seeds/catalogue.yaml', 'utf8'));
  if (!catalogue) throw new Error('the catalogue has faults');
  const { plan, faults } = parsePlan('test.yaml', record, catalogue);
  if (!plan) throw new Error(faults.map(formatFault).join('\n'));
  return plan;
}
