import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import { parsePlan } from '../../plan/record/parse-plan.js';
import type { Catalogue } from '../../plan/record/schema.js';
import { type Finding, findingsOf } from '../../plan/report/findings.js';

const FOLDER = path.resolve('tests/fixtures/checks');
const CATALOGUE_FILE = path.join(FOLDER, 'catalogue.yaml');
const PLAN_FILE = path.join(FOLDER, 'plan.yaml');

/** The invented plan's record as text. */
export const RECORD = readFileSync(PLAN_FILE, 'utf8');
const CATALOGUE = readFileSync(CATALOGUE_FILE, 'utf8');

let parsed: Catalogue | null = null;

/** The plan of a record's text, read with the invented catalogue. Throws where it has faults. */
export function planOf(record: string): Plan {
  parsed ??= parseCatalogue(CATALOGUE_FILE, CATALOGUE).value;
  if (parsed === null) throw new Error('the invented catalogue has faults');
  const { plan, faults } = parsePlan(PLAN_FILE, record, parsed);
  if (!plan) throw new Error(faults.map(formatFault).join('\n'));
  return plan;
}

/**
 * The invented plan with other facts, in the short hand of the tests: figures "count@east 2020 30家", a masked year by its
 * role "amount baseline 10亿元" (with a guess "amount baseline~2020 10亿元"), a unit completed by the record "amount 2020
 * 900万 [万元]"; claims "growth: amount 2015-2020 增长50%", with a year left out where the document does; sums of the
 * districts "sum: count 2020 100家 = east west"; figures of a yearbook "context: gdp 2020 100亿元"; a plan without its base year
 * "base: none"; an annex lost in copying "lost: scrape" or never given "lost: plan".
 */
export const recordOf = (facts: string): string => {
  const lines = facts.split('|').map((fact) => fact.trim());
  const told = (word: string): string[] => lines.filter((line) => line.startsWith(`${word}: `)).map((line) => line.slice(word.length + 2));
  const isSpecial = (line: string): boolean => /^(?:context|base|lost): /u.test(line);
  const isClaim = (line: string): boolean => /^[a-z-]+:/u.test(line) && !isSpecial(line);
  const figures = lines.filter((line) => !isClaim(line) && !isSpecial(line)).map(figureLine);
  const claims = lines.filter(isClaim).map(claimLine);
  const list = (name: string, items: string[]): string => `${name}:${items.length > 0 ? `\n${items.join('\n')}` : ' []'}\n`;
  const context = told('context').map(contextLine);
  return `${headOf(told('base'), told('lost'))}${list('figures', figures)}${list('claims', claims)}${context.length > 0 ? list('context', context) : ''}`;
};

function headOf(base: readonly string[], lost: readonly string[]): string {
  const head = RECORD.slice(0, RECORD.indexOf('figures:'));
  const missing = lost.map((how) => `{what: {zh: 主要指标表, en: Table of targets}, at: 一/s9, lost: ${how}}`).join(', ');
  return head
    .replace('missing: []', `missing: [${missing}]`)
    .replace('baseYear: 2020', base.length > 0 ? 'baseYear: null\nbaseYearGuess: 2020' : 'baseYear: 2020');
}

function contextLine(line: string): string {
  const [, indicator, year, printed] = matched(/^([a-z-]+) (\d+) (\S+)$/u, line);
  return `  - {indicator: ${indicator}, year: ${year}, printed: "${printed}", source: {zh: 统计年鉴, en: Yearbook}}`;
}

const planWith = (facts: string): Plan => planOf(recordOf(facts));

/** What the checks say of facts. */
export const findingsWith = (facts: string): Finding[] => findingsOf(planWith(facts), 'zh', '0.0.0-test');

function figureLine(line: string): string {
  const [, indicator, scope, when, guess, printed, unit] = matched(/^([a-z0-9-]+)(?:@([a-z]+))? (\w+)(?:~(\d+))? (\S+)(?: \[(.+)\])?$/u, line);
  const year = /^\d+$/u.test(when ?? '') ? `year: ${when}` : `year: null, role: ${when}`;
  return `  - {indicator: ${indicator}, ${optional('scope', scope)}${year}, ${optional('guess', guess)}${optional('unit', unit)}printed: "${printed}", at: 一/s1}`;
}

function claimLine(line: string): string {
  const [, kind, indicator, from, to, printed, parts] = matched(/^([a-z-]+): ([a-z-]+) (?:(\d*)-)?(\d*) (\S+)(?: = (.+))?$/u, line);
  const keys = parts?.split(' ').map((scope) => `"${indicator}|${scope}|${to}"`);
  const sum = keys ? `, whole: "${indicator}||${to}", parts: [${keys.join(', ')}], complete: true` : '';
  return `  - {kind: ${kind}, indicator: ${indicator}, ${optional('from', from)}${optional('to', to)}printed: "${printed}", at: 一/s1${sum}}`;
}

const optional = (name: string, value: string | undefined): string => (value ? `${name}: ${value}, ` : '');

function matched(pattern: RegExp, line: string): (string | undefined)[] {
  const found = pattern.exec(line);
  if (!found) throw new Error(`cannot read the fact ${JSON.stringify(line)}`);
  return found;
}
