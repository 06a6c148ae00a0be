import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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
const CATALOGUE = 'seeds/catalogue.yaml';
const LEVELS = ['prefecture', 'county', 'zone'] as const;

/** Invented plans that differ in place, level and every number; the n-th is always the same. */
export function* madePlans(count: number): Generator<Plan> {
  const template = templatePlan();
  for (let index = 0; index < count; index += 1) {
    const { id, number, level, factor } = traitsOf(index);
    const place = { zh: `测试地区${number}`, en: `Test place ${number}`, level };
    const record = { ...template.record, id, title: { zh: `测试规划${number}`, en: `Test plan ${number}` }, place };
    yield { ...template, record, figures: template.figures.map((figure) => scaled(figure, factor)) };
  }
}

/** The same plans as records, written to a folder, with the catalogue beside them. */
export function writeMadeRecords(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(CATALOGUE, path.join(folder, path.basename(CATALOGUE)));
  for (let index = 0; index < count; index += 1) {
    const traits = traitsOf(index);
    writeFileSync(path.join(folder, `${traits.id}.yaml`), recordText(traits));
  }
}

interface Traits {
  id: string;
  number: string;
  level: (typeof LEVELS)[number];
  factor: number;
}

function traitsOf(index: number): Traits {
  const number = String(index + 1).padStart(5, '0');
  return { id: `test-${number}-2021-2025`, number, level: LEVELS[index % LEVELS.length] ?? 'county', factor: 1 + ((index * 7919) % 1000) / 500 };
}

function scaled(figure: Figure, factor: number): Figure {
  const [printing] = figure.printings;
  const value = Number(((printing.value ?? 0) * factor).toFixed(printing.decimals));
  return { ...figure, printings: [{ ...printing, value, printed: `${value.toFixed(printing.decimals)}${printing.unit}` }] };
}

function templatePlan(): Plan {
  const { value: catalogue } = parseCatalogue(CATALOGUE, readFileSync(CATALOGUE, 'utf8'));
  if (!catalogue) throw new Error('the catalogue has faults');
  const { plan, faults } = parsePlan('test.yaml', recordText({ id: 'test-2021-2025', number: '', level: 'county', factor: 1 }), catalogue);
  if (!plan) throw new Error(faults.map(formatFault).join('\n'));
  return plan;
}

/** A record of thirty figures, as YAML. */
function recordText({ id, number, level, factor }: Traits): string {
  const figures = INDICATORS.flatMap(([indicator, unit, start]) =>
    [
      [2015, 0.7],
      [2020, 1],
      [2025, 1.5],
    ].map(([year = 0, growth = 1]) => {
      const value = start * growth * factor;
      const printed = `${unit === '%' ? value.toFixed(2) : String(Math.round(value))}${unit}`;
      return `  - {indicator: ${indicator}, year: ${year}, printed: "${printed}", at: 一/s1}`;
    }),
  );
  return [
    'contract: 1',
    `id: ${id}`,
    `title: {zh: 测试规划${number}, en: Test plan ${number}}`,
    `place: {zh: 测试地区${number}, en: Test place ${number}, level: ${level}}`,
    'issuer: null',
    'issued: null',
    'baseYear: 2020',
    'firstYear: 2021',
    'lastYear: 2025',
    `source: {document: none.txt, sha256: "${'0'.repeat(64)}", grade: official}`,
    'figures:',
    ...figures,
    '',
  ].join('\n');
}
