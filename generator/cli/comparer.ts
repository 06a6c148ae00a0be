import type { Language } from '../../plan/messages/message.js';
import type { MadePlan } from './make-plan.js';
import type { Outcome } from './replace-workbook.js';
import type { Workshop } from './workshop.js';

/** Gathers plans and compares them. */
export interface Comparer {
  keep(plan: MadePlan): Promise<void>;
  /** One outcome for each language. */
  compare(languages: readonly Language[], fileOf: (language: Language) => string): Promise<Outcome[]>;
  close(): Promise<void>;
}

/** A comparer in a workshop of its own, opened with the first plan; if it is lost (thousands of plans may take more memory than there is), the plans' workbooks are not. */
export function comparer(open: () => Promise<Workshop>): Comparer {
  let shop: Promise<Workshop> | null = null;
  let lost: unknown = null;
  return {
    keep: async (plan) => {
      try {
        if (lost === null) await (await (shop ??= open())).keep(plan);
      } catch (error) {
        lost = error;
      }
    },
    compare: async (languages, fileOf) => {
      try {
        if (lost !== null) throw lost as Error;
        return (await (await shop)?.compare(languages)) ?? [];
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return languages.map((language) => ({ state: 'refused', complaint: `${fileOf(language)}: cannot be made (${reason})`, notes: [], folderFault: null }));
      }
    },
    close: async () => (await shop?.catch(() => null))?.close(),
  };
}
