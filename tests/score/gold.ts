import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ClaimKind } from '../../plan/number/parse-claim.js';
import type { Bound } from '../../plan/number/parse-printed.js';
import type { Role } from '../../plan/plan.js';

/** What is known of the plan itself. */
export interface PlanFacts {
  title: string | null;
  place: string | null;
  level: string | null;
  periodStart: number | null;
  periodEnd: number | null;
  baseYear: number | null;
}

/** A figure as scored; one for each printing. */
export interface ScoredFigure {
  name: string;
  indicator: string | null;
  scope: string | null;
  year: number | null;
  fromYear: number | null;
  value: number;
  high: number | null;
  unit: string;
  bound: Bound;
  role: Role;
  printed: string;
}

/** A claim as scored. */
export interface ScoredClaim {
  name: string;
  indicator: string | null;
  scope: string | null;
  kind: ClaimKind;
  value: number | null;
  fromYear: number | null;
  toYear: number | null;
  printed: string;
}

/** Tells figures apart that have the same number: what is measured, where and when. */
export const figureIdentity = ({ indicator, name, scope, year, fromYear, role }: ScoredFigure): string =>
  [indicator ?? name, scope, year, fromYear, role].join('|');

/** What a careful reader takes from a document: the answer an extraction is scored against. */
export interface Answer {
  plan: PlanFacts;
  figures: ScoredFigure[];
  claims: ScoredClaim[];
}

/** A document with its gold answer. */
export interface GoldDocument {
  name: string;
  file: string;
  gold: Answer;
}

const FIXTURES = path.resolve('tests/fixtures/extract');

/** The made-up documents of one half, in the order of their names; none where the half is not there. */
export function madeUp(half: 'tuning' | 'unseen'): GoldDocument[] {
  const folder = path.join(FIXTURES, half);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).sort();
  return files
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => {
      const name = file.slice(0, -'.gold.json'.length);
      const document = files.find((other) => other === `${name}.txt` || other === `${name}.html`);
      if (document === undefined) throw new Error(`${half}/${file} has no document beside it`);
      return { name, file: path.join(folder, document), gold: JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Answer };
    });
}
