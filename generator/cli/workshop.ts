import path from 'node:path';
import { compare } from '../../plan/compare/compare.js';
import type { Language } from '../../plan/messages/message.js';
import type { CheckedPlan } from '../../plan/compare/checked-plan.js';
import { sparePlans } from '../../plan/compare/spare-plan.js';
import type { Plan } from '../../plan/plan.js';
import { COMPARISON } from './comparison-files.js';
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

/** A plan as far as comparing takes it, what it was read from, and what its checks say by language. */
type ComparedPlan = { plan: Plan } & Pick<MadePlan, 'inputs' | 'checks'>;

const checkedIn =
  (language: Language) =>
  ({ plan, checks }: ComparedPlan): CheckedPlan => {
    const told = checks.get(language);
    if (!told) throw new Error(`${plan.record.id} has not been checked in ${language}`);
    return { plan, ...told };
  };

/** Above this, what is compared outweighs everything else in memory. */
const MANY_PLANS = 100;

/** A workshop in this thread. */
export function workshop(options: MakeOptions): Workshop {
  const readCatalogue = catalogueReader();
  const spare = sparePlans();
  const kept: ComparedPlan[] = [];
  return {
    make: (job) => makePlan(job, options, readCatalogue),
    keep: (made) => {
      const plan = planOf(made, readCatalogue);
      if (plan) kept.push({ plan: spare(plan), inputs: made.inputs, checks: made.checks });
      return Promise.resolve();
    },
    compare: async (languages) => {
      if (kept.length > MANY_PLANS) spareMemory();
      kept.sort((a, b) => (a.plan.record.id < b.plan.record.id ? -1 : 1));
      const comparison = compare(kept.map(({ plan }) => plan));
      const outcomes: Outcome[] = [];
      for (const language of languages) {
        const file = path.join(options.out, workbookName(COMPARISON, language));
        const inputs = comparisonInputs(
          kept.map((each) => each.inputs),
          language,
        );
        outcomes.push(await writeComparison(comparison, () => kept.map(checkedIn(language)), language, file, { force: options.force, inputs }));
      }
      return outcomes;
    },
    close: () => Promise.resolve(),
  };
}
