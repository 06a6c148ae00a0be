import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { PlanFacts } from './gold.js';
import type { Extraction } from './score.js';

const BUNDLE = path.resolve('dist/planbook.cjs');

/** Reads a document with the bundled command line, as its users do. Throws with what it said where no answer came. */
export function extract(file: string): Extraction {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE, 'extract', file, '--json'], { encoding: 'utf8', maxBuffer: 64e6 });
  const answer = objectIn(stdout);
  if (answer === null) throw new Error(`planbook extract gave no answer (exit code ${String(status)}): ${stderr.trim().split('\n')[0] ?? ''}`);
  return answer;
}

function objectIn(text: string): Extraction | null {
  try {
    const parsed = JSON.parse(text) as unknown;
    return answerFrom(Array.isArray(parsed) ? (parsed as unknown[])[0] : parsed);
  } catch {
    return null;
  }
}

type Item = Record<string, unknown>;
const items = (list: unknown): Item[] => (Array.isArray(list) ? (list as Item[]) : []);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** An answer in the shape scored: what an item leaves out is null, and not certain. Null where it has no figures. */
export function answerFrom(answer: unknown): Extraction | null {
  if (typeof answer !== 'object' || answer === null || !('figures' in answer) || !Array.isArray(answer.figures)) return null;
  const { plan, figures, claims } = answer as { plan?: Partial<PlanFacts>; figures: unknown; claims?: unknown };
  const shared = (item: Item) => ({
    name: text(item['name']) ?? '',
    indicator: text(item['indicator']),
    scope: text(item['scope']),
    fromYear: number(item['fromYear']),
    printed: text(item['printed']) ?? '',
    certain: item['certain'] === true,
  });
  return {
    plan: plan ?? {},
    figures: items(figures).map((item) => ({
      ...shared(item),
      year: number(item['year']),
      value: number(item['value']) ?? NaN,
      high: number(item['high']),
      unit: text(item['unit']) ?? '',
      bound: (text(item['bound']) ?? 'eq') as Extraction['figures'][number]['bound'],
      role: (text(item['role']) ?? '') as Extraction['figures'][number]['role'],
    })),
    claims: items(claims).map((item) => ({
      ...shared(item),
      toYear: number(item['toYear']),
      kind: (text(item['kind']) ?? '') as Extraction['claims'][number]['kind'],
      value: number(item['value']),
    })),
  };
}
