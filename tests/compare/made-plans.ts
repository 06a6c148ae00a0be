import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compare } from '../../plan/compare/compare.js';
import type { Comparison, Entry } from '../../plan/compare/comparison.js';
import type { Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import { parsePlan } from '../../plan/record/parse-plan.js';
import type { Catalogue } from '../../plan/record/schema.js';

const CATALOGUE_FILE = path.resolve('tests/fixtures/compare/catalogue.yaml');

let parsed: Catalogue | null = null;

function madeCatalogue(): Catalogue {
  parsed ??= parseCatalogue(CATALOGUE_FILE, readFileSync(CATALOGUE_FILE, 'utf8')).value;
  if (parsed === null) throw new Error('the invented catalogue has faults');
  return parsed;
}

/**
 * A plan in the short hand of these tests: "a county: share 2020 2.5% | share 2025 3%以上 | share@above 2020 4% | context gdp 2020
 * 100亿元 | average-growth amount 2020-2025 年均增长10%". The place is the id; the level is a prefecture where none is told. A year
 * the document masks is the figure's role: "share baseline 0.8%".
 */
export function madePlan(text: string, years: { base: number; first: number; last: number } = { base: 2020, first: 2021, last: 2025 }): Plan {
  const [, id = '', level = 'prefecture', facts = ''] = /^([a-z0-9-]+)(?: (\w+))?:(.*)$/su.exec(text) ?? [];
  const lines = facts
    .split('|')
    .map((fact) => fact.trim())
    .filter((fact) => fact !== '');
  const of = (kind: 'context' | 'claim' | 'figure'): string[] => lines.filter((line) => kindOf(line) === kind).map(WRITERS[kind]);
  const record = [
    'contract: 1',
    `id: ${id}-${years.first}-${years.last}`,
    `title: {zh: ${id}规划, en: Plan of ${id}}`,
    `place: {zh: ${id}, en: ${id}, level: ${level}}`,
    'issuer: null',
    'issued: null',
    `baseYear: ${years.base}`,
    `firstYear: ${years.first}`,
    `lastYear: ${years.last}`,
    `source: {document: none.txt, sha256: "${'0'.repeat(64)}", grade: official}`,
    'scopes: {above: {zh: 全省, en: Province, relation: above}, part: {zh: 一区, en: District, relation: part}}',
    ...(['figure', 'claim', 'context'] as const).flatMap((kind) => [kind === 'context' ? 'context:' : `${kind}s:`, ...of(kind)]),
  ].join('\n');
  const { plan, faults } = parsePlan(`${id}.yaml`, record, madeCatalogue());
  if (!plan) throw new Error(`${faults.map(formatFault).join('\n')}\n${record}`);
  return plan;
}

const kindOf = (line: string): 'context' | 'claim' | 'figure' =>
  line.startsWith('context ') ? 'context' : /^(?:average-growth|doubling) /u.test(line) ? 'claim' : 'figure';

const WRITERS = {
  figure: (line: string): string => {
    const [, indicator, scope, from, when = '', printed] = matched(/^([a-z0-9-]+)(?:@(\w+))? (?:(\d{4})-)?(\w+) (\S+)$/u, line);
    const year = /^\d+$/u.test(when) ? `year: ${when}` : `year: null, role: ${when}`;
    return `  - {indicator: ${indicator}, ${scope ? `scope: ${scope}, ` : ''}${from ? `from: ${from}, ` : ''}${year}, printed: "${printed}", at: 一/s1}`;
  },
  claim: (line: string): string => {
    const [, kind, indicator, from, to, printed] = matched(/^([a-z-]+) ([a-z0-9-]+) (?:(\d{4})?-)?(\d{4}) (\S+)$/u, line);
    return `  - {kind: ${kind}, indicator: ${indicator}, from: ${from ?? 'null'}, to: ${to}, printed: "${printed}", at: 一/s1}`;
  },
  context: (line: string): string => {
    const [, indicator, year, printed] = matched(/^context ([a-z-]+) (\d{4}) (\S+)$/u, line);
    return `  - {indicator: ${indicator}, year: ${year}, printed: "${printed}", source: {zh: 统计年鉴, en: Yearbook}}`;
  },
};

function matched(pattern: RegExp, line: string): (string | undefined)[] {
  const found = pattern.exec(line);
  if (!found) throw new Error(`cannot read the fact ${JSON.stringify(line)}`);
  return found;
}

export const comparisonOf = (...texts: string[]): Comparison => compare(texts.map((text) => madePlan(text)));

/** Rank, tie mark and place of one group's members: ["1 a", "2= b", "2= c"]. */
export const ranksOf = ({ entries, groups }: Comparison, key: string): string[] | null => {
  const group = groups.find((each) => each.key === key);
  return group ? group.members.map((member) => shown(entries.find((entry) => entry.key === member))) : null;
};

const shown = (entry: Entry | undefined): string => `${entry?.rank ?? '-'}${entry?.tied ? '=' : ''} ${entry?.place.zh ?? ''}`;

/** What the gate says of a plan's entry: "ranked", "size size no-denominator", "incomparable year level". */
export const saidOf = ({ entries }: Comparison, place: string, basis: string, indicator: string): string[] =>
  entries
    .filter((entry) => entry.plan.startsWith(`${place}-`) && entry.basis === basis && entry.indicator === indicator)
    .map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code)].join(' '));
