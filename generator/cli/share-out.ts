import { setImmediate as turn } from 'node:timers/promises';
import type { PlanJob, PlanResult } from './make-plan.js';
import type { Workshop } from './workshop.js';

/** What is to be shared out, and who hears of it. */
export interface Shared {
  jobs: readonly PlanJob[];
  /** How many workshops work side by side. */
  workshops: number;
  open: () => Promise<Workshop>;
  /** Whether no other job is to be begun. */
  isOver: () => boolean;
  /** Told of each job, in any order. */
  done: (job: PlanJob, result: PlanResult) => Promise<void>;
}

/** Does all jobs; each workshop takes the next when it has done one. A job that its workshop does not survive is one line, and another workshop goes on. */
export async function shareOut({ jobs, workshops, open, isOver, done }: Shared): Promise<void> {
  const left = jobs.values();
  const work = async (): Promise<void> => {
    let shop: Workshop | null = null;
    // One iterator for all: who is free takes the next.
    for (const job of left) {
      if (isOver()) break;
      shop ??= await open();
      try {
        await done(job, await shop.make(job));
      } catch (error) {
        if (!isOver()) await done(job, lost(job, error));
        await shop.close();
        shop = null;
      }
      // A signal is heard only between two turns.
      await turn();
    }
    await shop?.close();
  };
  await Promise.all(Array.from({ length: workshops }, work));
}

function lost({ files }: PlanJob, error: unknown): PlanResult {
  const [file = ''] = files;
  const line = `${file}: cannot be made (${error instanceof Error ? error.message : String(error)}); please report it with the record`;
  return { faults: new Map([[file, [line]]]), outcomes: [], made: null };
}
