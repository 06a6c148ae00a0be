import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plan } from '../plan/plan.js';
import { type Fault, formatFault } from '../plan/record/fault.js';
import { parseCatalogue } from '../plan/record/parse-catalogue.js';
import { parsePlan } from '../plan/record/parse-plan.js';
import type { Catalogue } from '../plan/record/schema.js';

/** The project's folder of records; tests and bench run in the project's own folder. */
export const SEEDS = path.resolve('seeds');
const CATALOGUE = 'catalogue.yaml';

let parsedCatalogue: Catalogue | undefined;
let parsedPlans: Plan[] | undefined;

/** The catalogue of indicators, parsed once. Throws where it has faults. */
export function catalogue(): Catalogue {
  const file = path.join(SEEDS, CATALOGUE);
  parsedCatalogue ??= whole(({ value, faults }) => [value, faults], parseCatalogue(file, readFileSync(file, 'utf8')));
  return parsedCatalogue;
}

/** The five plans, in the order of their files, parsed once. Throws where one has faults. */
export function plans(): Plan[] {
  parsedPlans ??= readdirSync(SEEDS)
    .filter((name) => name.endsWith('.yaml') && name !== CATALOGUE)
    .sort()
    .map((name) => {
      const file = path.join(SEEDS, name);
      return whole(({ plan, faults }) => [plan, faults], parsePlan(file, readFileSync(file, 'utf8'), catalogue()));
    });
  return parsedPlans;
}

/** One of the five by its id. */
export function plan(id: string): Plan {
  const found = plans().find(({ record }) => record.id === id);
  if (!found)
    throw new Error(
      `no plan ${id} among ${plans()
        .map(({ record }) => record.id)
        .join(', ')}`,
    );
  return found;
}

function whole<P, T>(take: (parsed: P) => [T | null, readonly Fault[]], parsed: P): T {
  const [value, faults] = take(parsed);
  if (value === null || faults.length > 0) throw new Error(faults.map(formatFault).join('\n'));
  return value;
}
