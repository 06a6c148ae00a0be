import path from 'node:path';
import { returnedPlan } from '../../plan/contract/returned-plan.js';
import type { Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { sparePlans } from '../../plan/compare/spare-plan.js';
import { loadRecords } from './load-records.js';
import { fromWorkbook, splitInputs } from './load-workbooks.js';

/** Plans from records and returned workbooks in any mix, and one line for each that could not be read. */
export interface LoadedPlans {
  plans: Plan[];
  complaints: string[];
  /** Hashes of what was read, but for comparisons that are to be written anew. */
  inputs: string[];
}

/** Plans as comparing needs them, for there may be thousands: see sparePlans. A returned workbook stands for its plan as it came back, before any record of the same plan; of two workbooks of one plan the first is taken, and the other named where its numbers differ. */
export function loadPlans(inputs: readonly string[], catalogue?: string, written: ReadonlySet<string> = new Set()): LoadedPlans {
  const { workbooks, others } = splitInputs(inputs);
  const complaints: string[] = [];
  const hashes: string[] = [];
  const spare = sparePlans();
  const returned = new Map<string, { plan: Plan; file: string }>();
  for (const file of workbooks) {
    const { value, hash, complaint } = fromWorkbook(file, (workbook) => returnedPlan(workbook)?.plan ?? null);
    if (complaint !== null) complaints.push(complaint);
    else if (value !== 'comparison' || !written.has(path.resolve(file))) hashes.push(hash);
    if (value === null || value === 'comparison') continue;
    const known = returned.get(value.record.id);
    if (!known) returned.set(value.record.id, { plan: spare(value), file });
    else if (numbersOf(known.plan) !== numbersOf(value))
      complaints.push(`${file}: ${value.record.id} has come from ${known.file} already, with other numbers; name one of the two`);
  }
  const { plans, faults } = others.length > 0 ? loadRecords(others, catalogue, spare) : { plans: [], faults: [] };
  const recorded = plans.map(({ plan }) => plan).filter(({ record }) => !returned.has(record.id));
  return {
    plans: [...recorded, ...[...returned.values()].map(({ plan }) => plan)].sort(byId),
    complaints: [...faults.map(formatFault), ...complaints],
    inputs: [...plans.map(({ inputs: hash }) => hash), ...hashes],
  };
}

/** The workbooks of a plan in two languages hold the same numbers, until someone corrects one. */
const numbersOf = ({ figures, claims }: Plan): string => JSON.stringify([figures.map(({ printings }) => printings), claims.map(({ value }) => value)]);

/** One order whatever the order of arguments: the same plans give the same bytes. */
const byId = (a: Plan, b: Plan): number => (a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : 0);
