import path from 'node:path';
import { parse } from 'yaml';
import type { Language } from '../../plan/messages/message.js';
import { type Fault, formatFault } from '../../plan/record/fault.js';
import { beyondBounds } from '../../plan/record/yaml-bounds.js';
import { planInputs, workbookInputs } from './inputs.js';
import { listRecords } from './list-records.js';
import { type MakeOptions, type PlanJob, workbookName } from './make-plan.js';
import { catalogueHasher, catalogueOf, hashOfText, NO_RECORD, readText } from './read-record.js';
import { fallsTo, type Shard } from './shard.js';
import { standsUnchanged } from './stands-unchanged.js';

export interface SurveyOptions extends Omit<MakeOptions, 'compared'> {
  languages: readonly Language[];
  shard?: Shard | undefined;
}

/** A plan and which of its workbooks are to be made. */
export interface SurveyedPlan {
  job: PlanJob;
  /** The hash of what the plan is read from, where all of its workbooks may stand unchanged: so it has been read before, without a fault. */
  inputs: string | null;
}

export interface Survey {
  /** The records in order, by which complaints are told. */
  files: string[];
  plans: SurveyedPlan[];
  /** What is wrong already: with inputs, with records by file, with reviewed drafts. */
  inputFaults: Fault[];
  faults: Map<string, string[]>;
  reviewFaults: Fault[];
  notes: string[];
}

/** Finds the plans among inputs and what is to be made of each, holding no more than their ids: thousands are as one. */
export async function survey(inputs: readonly string[], options: SurveyOptions): Promise<Survey> {
  const { files, faults: inputFaults } = listRecords(
    inputs.filter((input) => !isWorkbook(input)),
    options.catalogue,
  );
  const found: Survey = { files, plans: [], inputFaults, faults: new Map(), reviewFaults: [], notes: [] };
  const hashOf = catalogueHasher();
  const byId = new Map<string, SurveyedPlan>();
  for (const file of files) {
    const { text, hash, fault } = readText(file, NO_RECORD);
    const id = text === null ? null : idIn(text);
    if (options.shard && !fallsTo(options.shard, id ?? path.basename(file))) continue;
    if (text === null) {
      found.faults.set(file, [formatFault(fault)]);
      continue;
    }
    const namesake = id === null ? undefined : byId.get(id);
    if (namesake) {
      namesake.job = { ...namesake.job, files: [...namesake.job.files, file], languages: options.languages };
      namesake.inputs = null;
      continue;
    }
    const catalogue = hashOf(catalogueOf(file, options.catalogue));
    const inputsOf = id === null || catalogue === null ? null : planInputs(hash, catalogue);
    const plan = surveyed({ id: id ?? file, files: [file], languages: options.languages }, inputsOf, options);
    if (id !== null) byId.set(id, plan);
    found.plans.push(plan);
  }
  await addReviewed(inputs.filter(isWorkbook), options, found, byId);
  return found;
}

/** Leaves out the languages in which the workbook stands as it would be made. */
function surveyed(job: PlanJob, inputs: string | null, { out, force }: SurveyOptions): SurveyedPlan {
  if (inputs === null || force) return { job, inputs: null };
  const languages = job.languages.filter((language) => !standsUnchanged(path.join(out, workbookName(job.id, language)), workbookInputs(inputs, language)));
  return { job: { ...job, languages }, inputs: languages.length === 0 ? inputs : null };
}

/** The id of a record without reading the rest of it: it stands on a line of its own, or else the whole is read. Null where it has none. */
function idIn(text: string): string | null {
  const [, quick] = /^id:[ \t]+(["']?)([a-z0-9-]+)\1[ \t]*(?:#.*)?\r?$/mu.exec(text)?.slice(1) ?? [];
  if (quick !== undefined && !/^\s*\{/u.test(text)) return quick;
  if (beyondBounds(text) !== null) return null;
  try {
    const { id } = parse(text) as { id?: unknown };
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

/** A draft reviewed in Excel; records are YAML. */
const isWorkbook = (input: string): boolean => /\.xlsx$/iu.test(input);

/** Drafts reviewed in Excel are few, and read whole. */
async function addReviewed(files: readonly string[], options: SurveyOptions, found: Survey, byId: ReadonlyMap<string, SurveyedPlan>): Promise<void> {
  if (files.length === 0) return;
  const { loadReviewed } = await import(/* webpackChunkName: "extract" */ './extract-commands.js');
  const { plans, faults, notes } = loadReviewed(files, options.catalogue);
  found.notes.push(...notes);
  found.reviewFaults.push(...faults);
  const taken = new Map([...byId].map(([id, { job }]) => [id, job.files[0] ?? '']));
  for (const { file, plan, text } of plans) {
    const { id } = plan.record;
    if (options.shard && !fallsTo(options.shard, id)) continue;
    const first = taken.get(id);
    if (first === undefined)
      found.plans.push({ job: { id, files: [file], reviewed: { record: plan.record, hash: hashOfText(text) }, languages: options.languages }, inputs: null });
    else found.reviewFaults.push({ file, path: 'id', message: `${id} is already the id of ${first}; give each plan an id of its own` });
    taken.set(id, first ?? file);
  }
}
