import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Language } from '../../plan/messages/message.js';
import { COMPARISON } from './comparison-files.js';
import { comparer } from './comparer.js';
import { comparisonInputs } from './inputs.js';
import { type MakeOptions, type PlanJob, type PlanResult, workbookName } from './make-plan.js';
import { progress } from './progress.js';
import { remoteWorkshop } from './remote-workshop.js';
import type { Outcome } from './replace-workbook.js';
import { shareOut } from './share-out.js';
import { standsUnchanged } from './stands-unchanged.js';
import type { SurveyedPlan, SurveyOptions } from './survey.js';
import { type Workshop, workshop } from './workshop.js';

export interface MakeAllOptions extends SurveyOptions {
  /** How many threads work side by side; as many as there are cores where it is not said. */
  jobs?: number | undefined;
}

/** What became of all plans, and of their comparison. */
export interface MadeAll {
  /** By the plan's id. */
  results: Map<string, PlanResult>;
  /** By language; none where nothing is compared. */
  comparisons: Map<Language, Outcome>;
  /** Why the run ended early: nothing more can be written. */
  folderFault: string | null;
}

/** Makes what is to be made of surveyed plans and, unless a shard leaves it to `planbook compare`, the comparison of them all. */
export async function makeAll(plans: readonly SurveyedPlan[], options: MakeAllOptions, signal: AbortSignal): Promise<MadeAll> {
  const all: MadeAll = { results: new Map(), comparisons: new Map(), folderFault: null };
  const comparing = options.shard === undefined && plans.length > 1;
  const making: MakeOptions = { ...options, compared: comparing ? options.languages : [] };
  const isOver = (): boolean => signal.aborted || all.folderFault !== null;
  const local = workshop(making);
  const open = (threads: number): Promise<Workshop> => (threads === 0 ? Promise.resolve(local) : remoteWorkshop(making, signal).catch(() => local));
  const comparison = comparer(() => open(threadsFor(plans.length, options.jobs)));
  /** What each plan is read from, of all that have been read, now or when their workbooks were written. */
  const inputs = new Map<string, string>();

  const make = async (jobs: readonly PlanJob[]): Promise<void> => {
    const threads = threadsFor(
      jobs.reduce((sum, { languages }) => sum + Math.max(languages.length, 1), 0),
      options.jobs,
    );
    const shown = progress(jobs.length);
    const done = async ({ id }: PlanJob, { made, ...result }: PlanResult): Promise<void> => {
      shown.step(id);
      all.results.set(id, { ...result, made: null });
      all.folderFault ??= result.outcomes.find(({ folderFault }) => folderFault !== null)?.folderFault ?? null;
      if (made) inputs.set(id, made.inputs);
      else inputs.delete(id);
      if (made && comparing) await comparison.keep(made);
    };
    await shareOut({ jobs, workshops: Math.max(threads, 1), open: () => open(threads), isOver, done });
    shown.done();
  };

  const standing = plans.filter((plan): plan is SurveyedPlan & { inputs: string } => plan.inputs !== null);
  for (const { job, inputs: known } of standing) inputs.set(job.id, known);
  await make(plans.filter(({ inputs: known }) => known === null).map(({ job }) => job));
  if (comparing && !isOver() && inputs.size > 1) {
    const fileOf = (language: Language): string => path.join(options.out, workbookName(COMPARISON, language));
    const stale = options.languages.filter((language) => options.force || !standsUnchanged(fileOf(language), comparisonInputs(inputs.values(), language)));
    for (const language of options.languages) all.comparisons.set(language, { state: 'unchanged', complaint: null, notes: [], folderFault: null });
    // Plans whose workbooks stand as they are have not been read so far.
    if (stale.length > 0) await make(standing.map(({ job }) => job));
    const outcomes = stale.length > 0 && !isOver() ? await comparison.compare(stale, fileOf) : [];
    stale.forEach((language, index) => outcomes[index] && all.comparisons.set(language, outcomes[index]));
    all.folderFault ??= outcomes.find(({ folderFault }) => folderFault !== null)?.folderFault ?? null;
  }
  await comparison.close();
  return all;
}

/**
 * Below this many workbooks threads cost more than they save. Measured on two cores, three rounds by the clock, one thread against two:
 * 24 plans 2.9 and 2.7 s, 48 plans 4.4 and 4.3 s, 96 plans 8.2 and 6.9 s; two take a tenth more of the processors.
 */
const WORTH_THREADS = 24;

/** How many threads are worth their start; none where this one does best. */
const threadsFor = (workbooks: number, jobs = availableParallelism()): number =>
  workbooks < WORTH_THREADS ? 0 : Math.min(jobs, Math.ceil((workbooks * 2) / WORTH_THREADS));
