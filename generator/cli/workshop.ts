import path from 'node:path';
import { compare } from '../../plan/compare/compare.js';
import type { Language } from '../../plan/messages/message.js';
import { sparePlans } from '../../plan/compare/spare-plan.js';
import type { Plan } from '../../plan/plan.js';
import { COMPARISON } from './compare.js';
import { comparisonInputs } from './inputs.js';
import { type MadePlan, makePlan, type MakeOptions, type PlanJob, planOf, type PlanResult, workbookName } from './make-plan.js';
import { catalogueReader } from './read-record.js';
import type { Outcome } from './replace-workbook.js';
import { spareMemory } from './spare-memory.js';
import { writeComparison } from './write-comparison.js';

/** Where workbooks are made: in this thread or in another. */
export interface Workshop {
  make(job: PlanJob): Promise<PlanResult>;
  /** Takes a plan over, to be compared later. */
  keep(plan: MadePlan): Promise<void>;
  /** Writes the comparison of the plans kept, in each language. */
  compare(languages: readonly Language[]): Promise<Outcome[]>;
  close(): Promise<void>;
}

/** Above this, what is compared outweighs everything else in memory. */
const MANY_PLANS = 100;

/** A workshop in this thread. */
export function workshop(options: MakeOptions): Workshop {
  const readCatalogue = catalogueReader();
  const spare = sparePlans();
  const kept: Plan[] = [];
  const inputs = new Map<string, string>();
  return {
    make: (job) => makePlan(job, options, readCatalogue),
    keep: (made) => {
      const plan = planOf(made, readCatalogue);
      if (plan) kept.push(spare(plan));
      inputs.set(made.record.id, made.inputs);
      return Promise.resolve();
    },
    compare: async (languages) => {
      if (kept.length > MANY_PLANS) spareMemory();
      const plans = kept.sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
      const comparison = compare(plans);
      const outcomes: Outcome[] = [];
      for (const language of languages)
        outcomes.push(
          await writeComparison(comparison, plans, language, path.join(options.out, workbookName(COMPARISON, language)), {
            force: options.force,
            inputs: comparisonInputs(inputs, language),
          }),
        );
      return outcomes;
    },
    close: () => Promise.resolve(),
  };
}
