import type { Plan } from '../../plan/plan.js';
import type { Fault } from '../../plan/record/fault.js';
import { parsePlan } from '../../plan/record/parse-plan.js';
import { planInputs } from './inputs.js';
import { listRecords } from './list-records.js';
import { catalogueOf, catalogueReader, idTaken, NO_RECORD, readText } from './read-record.js';

export interface Loaded {
  /** Each with the hash of what it was read from. */
  plans: { file: string; plan: Plan; inputs: string }[];
  faults: Fault[];
}

/**
 * Reads plan records: files as named, folders with all their .yaml but the catalogue. Each record is read with the
 * catalogue beside it, the one in seeds/, or the one given. What is wrong with one hides nothing of the others. `keep` makes of each
 * plan what is to be held of it.
 */
export function loadRecords(inputs: readonly string[], cataloguePath?: string, keep: (plan: Plan) => Plan = (plan) => plan): Loaded {
  const { files, faults } = listRecords(inputs, cataloguePath);
  const readCatalogue = catalogueReader();
  const told = new Set<string>();
  const plans: Loaded['plans'] = [];
  const firstFiles = new Map<string, string>();
  for (const file of files) {
    const { text, hash, fault } = readText(file, NO_RECORD);
    if (text === null) {
      faults.push(fault);
      continue;
    }
    const where = catalogueOf(file, cataloguePath);
    const { catalogue, hash: catalogueHash, faults: ofCatalogue } = readCatalogue(where);
    if (!told.has(where)) faults.push(...ofCatalogue);
    told.add(where);
    if (catalogue === null || catalogueHash === null) continue;
    const { plan, faults: found } = parsePlan(file, text, catalogue);
    faults.push(...found);
    if (!plan) continue;
    const { id } = plan.record;
    const first = firstFiles.get(id);
    if (first !== undefined) {
      faults.push(idTaken(file, text, id, first));
      continue;
    }
    firstFiles.set(id, file);
    plans.push({ file, plan: keep(plan), inputs: planInputs(hash, catalogueHash) });
  }
  return { plans, faults };
}
