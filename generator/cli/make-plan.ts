import path from 'node:path';
import { tellChecks, type ToldChecks } from '../../plan/compare/checked-plan.js';
import type { Language } from '../../plan/messages/message.js';
import type { Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { indicatorOf, parsePlan, planFromRecord } from '../../plan/record/parse-plan.js';
import type { Record } from '../../plan/record/schema.js';
import type { PlanDoc } from '../../plan/sheets/plan-doc.js';
import { VERSION } from '../version.js';
import { planInputs, workbookInputs } from './inputs.js';
import { catalogueOf, type ReadCatalogue, idTaken, NO_RECORD, readText } from './read-record.js';
import type { Outcome } from './replace-workbook.js';
import { writePlan } from './write-plan.js';

/** One plan to be made: all records that give its id (but one of them, the others are refused), and the languages to write it in. */
export interface PlanJob {
  id: string;
  files: readonly string[];
  /** A record that was read already, and its hash: a draft reviewed in Excel. */
  reviewed?: { record: Record; hash: string };
  /** In which its workbooks are written: none where they stand already and the plan is wanted for comparing alone. */
  languages: readonly Language[];
}

/** What all plans of a run are made with. */
export interface MakeOptions {
  out: string;
  catalogue?: string | undefined;
  force: boolean;
  /** The languages in which plans are compared; none where they are not. */
  compared: readonly Language[];
}

/** What became of a plan. It crosses from thread to thread: plain data. */
export interface PlanResult {
  /** What is wrong with each record, line by line. */
  faults: Map<string, string[]>;
  /** One for each language of the job; fewer where there is no plan, or no room for another file. */
  outcomes: Outcome[];
  made: MadePlan | null;
}

/** A plan as another thread takes it over: its record, where its catalogue is, the hash of what both were read from, and what its checks say. */
export interface MadePlan {
  file: string;
  catalogue: string;
  record: Record;
  inputs: string;
  /** By the languages in which it is compared. */
  checks: Map<Language, ToldChecks>;
}

export const workbookName = (id: string, language: Language): string => `${id}${language === 'en' ? '.en' : ''}.xlsx`;

/** Reads a plan and writes its workbooks. */
export async function makePlan(job: PlanJob, options: MakeOptions, readCatalogue: (file: string) => ReadCatalogue): Promise<PlanResult> {
  const faults = new Map<string, string[]>();
  let read: ReadPlan | null = null;
  for (const file of job.files) {
    const next = job.reviewed ? givenPlan(file, job.reviewed, options, readCatalogue) : readPlan(file, options, readCatalogue);
    if (next.plan && read?.plan) next.lines.push(formatFault(idTaken(file, next.text, job.id, read.plan.made.file)));
    else if (next.plan) read = next;
    faults.set(file, next.lines);
  }
  if (!read?.plan) return { faults, outcomes: [], made: null };
  const { plan, made } = read.plan;
  const outcomes: Outcome[] = [];
  for (const language of new Set([...job.languages, ...options.compared])) {
    // Its checks are reckoned once, for its workbook and for the comparison.
    const doc: PlanDoc = { plan, language, version: VERSION };
    // Before the workbook: the answer is to follow as soon as that stands.
    if (options.compared.includes(language)) made.checks.set(language, tellChecks(doc));
    if (job.languages.includes(language)) {
      const inputs = workbookInputs(made.inputs, language);
      const outcome = await writePlan(doc, path.join(options.out, workbookName(job.id, language)), { force: options.force, inputs });
      outcomes.push(outcome);
      if (outcome.folderFault !== null) break;
    }
  }
  return { faults, outcomes, made };
}

interface ReadPlan {
  lines: string[];
  text: string;
  plan: { plan: Plan; made: MadePlan } | null;
}

function readPlan(file: string, options: MakeOptions, readCatalogue: (file: string) => ReadCatalogue): ReadPlan {
  const { text, hash, fault } = readText(file, NO_RECORD);
  if (text === null) return { lines: [formatFault(fault)], text: '', plan: null };
  const where = catalogueOf(file, options.catalogue);
  const { catalogue, hash: catalogueHash, faults } = readCatalogue(where);
  const lines = faults.map(formatFault);
  if (catalogue === null || catalogueHash === null) return { lines, text, plan: null };
  const { plan, faults: found } = parsePlan(file, text, catalogue);
  return {
    lines: [...lines, ...found.map(formatFault)],
    text,
    plan: plan && { plan, made: { file, catalogue: where, record: plan.record, inputs: planInputs(hash, catalogueHash), checks: new Map() } },
  };
}

function givenPlan(
  file: string,
  { record, hash: recordHash }: NonNullable<PlanJob['reviewed']>,
  options: MakeOptions,
  readCatalogue: (file: string) => ReadCatalogue,
): ReadPlan {
  const where = catalogueOf(file, options.catalogue);
  const { hash } = readCatalogue(where);
  const made: MadePlan = { file, catalogue: where, record, inputs: planInputs(recordHash, hash ?? ''), checks: new Map() };
  const plan = planOf(made, readCatalogue);
  return { lines: [], text: '', plan: plan && { plan, made } };
}

/** The plan that another thread has read. */
export function planOf({ file, catalogue: where, record }: MadePlan, readCatalogue: (file: string) => ReadCatalogue): Plan | null {
  const { catalogue } = readCatalogue(where);
  return catalogue && planFromRecord(file, record, (id) => indicatorOf(catalogue, id)).plan;
}
