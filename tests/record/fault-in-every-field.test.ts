import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { type Fault, formatPath } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import { parsePlan } from '../../plan/record/parse-plan.js';
import { catalogue, plans, SEEDS } from '../seeds.js';

/**
 * A value that the field cannot hold, by its key: where it can be, one of the right shape that says something untrue.
 * Free text holds anything but a number.
 */
const WRONG: Record<string, string> = {
  contract: '2',
  id: '../x',
  level: 'city',
  relation: 'beside',
  grade: 'good',
  lost: 'forever',
  kind: 'guess',
  role: 'aim',
  why: 'because',
  every: 'month',
  binding: 'perhaps',
  better: 'more',
  priceBasis: 'old',
  flow: 'perhaps',
  estimated: 'perhaps',
  complete: 'perhaps',
  code: '"12"',
  sha256: 'abc',
  issued: '2021/1',
  posted: '2021/1',
  baseYear: '1500',
  baseYearGuess: '1500',
  firstYear: '1500',
  lastYear: '1500',
  year: '1500',
  from: '1500',
  to: '1500',
  guess: '1500',
  at: '"a b"',
  indicator: 'no-such-indicator',
  of: 'no-such-indicator',
  over: 'no-such-indicator',
  partOf: 'no-such-indicator',
  scope: 'no-such-scope',
  whole: 'no-such-figure||2020',
  parts: 'no-such-figure||2020',
  unit: '级',
};
/** The number of a figure or a claim must be readable; that of a number left out, or of a sum (which may say 其中), need only be text. */
const wrongFor = (fieldPath: PropertyKey[], isSum: boolean): string => {
  const key = String(fieldPath.findLast((part) => typeof part === 'string'));
  if (key === 'printed') return fieldPath[0] === 'leftOut' || isSum ? '7' : '无';
  if (key === 'id' && fieldPath.length > 1) return 'no-such-indicator';
  return WRONG[key] ?? '7';
};

interface Field {
  path: PropertyKey[];
  line: number;
  start: number;
  end: number;
  wrong: string;
}

/** Every scalar value of a YAML text, in its order. */
function fieldsOf(text: string): Field[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fields: Field[] = [];
  const walk = (node: unknown, steps: PropertyKey[]): void => {
    if (isMap(node)) for (const { key, value } of node.items) walk(value, [...steps, String(key)]);
    if (isSeq(node)) node.items.forEach((item, index) => walk(item, [...steps, index]));
    if (!isScalar(node) || !node.range) return;
    const [start, end] = node.range;
    const isSum = document.getIn([...steps.slice(0, 2), 'kind']) === 'sum';
    fields.push({ path: steps, line: lines.linePos(start).line, start, end, wrong: wrongFor(steps, isSum) });
  };
  walk(document.contents, []);
  return fields;
}

/** Line breaks of a long text stay, so that everything below keeps its line. */
function put(text: string, { start, end, wrong }: Field): string {
  const old = text.slice(start, end);
  const breaks = old.endsWith('\n') ? '\n'.repeat(old.split('\n').length - 1) : '';
  return text.slice(0, start) + wrong + breaks + text.slice(end);
}

const told = ({ line, path: where, message }: Fault): string => `${line ?? '?'}: ${where}: ${message}`;

describe('a wrong value in any field of a record is a fault on that very line', () => {
  it.each(plans().map(({ record }) => record.id))('%s', (id) => {
    const file = path.join(SEEDS, `${id}.yaml`);
    const text = readFileSync(file, 'utf8');
    const known = catalogue();
    const fields = fieldsOf(text);
    const missed = fields.flatMap((field) => {
      const { faults } = parsePlan(file, put(text, field), known);
      return faults.some(({ line }) => line === field.line)
        ? []
        : [`line ${field.line}, ${formatPath(field.path)}: ${faults.map(told).join(' | ') || 'no fault'}`];
    });
    console.log(`${id}: ${fields.length} fields`);
    expect(fields.length).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  });
});

// The catalogue is long: all fields at once, those of a wrong shape apart from those that only say something untrue.
it('a wrong value in any field of the catalogue is a fault in that field, on that line', () => {
  const file = path.join(SEEDS, 'catalogue.yaml');
  const text = readFileSync(file, 'utf8');
  const fields = fieldsOf(text);
  const untrue = ({ wrong }: Field): boolean => ['级', 'no-such-indicator'].includes(wrong);
  const missed = [fields.filter(untrue), fields.filter((field) => !untrue(field))].flatMap((group) => {
    const { faults } = parseCatalogue(file, group.reduceRight(put, text));
    const found = new Set(faults.map(({ path: where, line }) => `${line ?? '?'} ${where}`));
    return group.filter((field) => !found.has(`${field.line} ${formatPath(field.path)}`)).map((field) => `line ${field.line}, ${formatPath(field.path)}`);
  });
  console.log(`catalogue: ${fields.length} fields`);
  expect(fields.length).toBeGreaterThan(1000);
  expect(missed).toEqual([]);
});
