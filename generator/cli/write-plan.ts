import { type Earlier, earlierWorkbook, listed } from '../../plan/contract/earlier-workbook.js';
import type { Entries } from '../../plan/contract/read-user-cells.js';
import type { Language } from '../../plan/messages/message.js';
import { docWorkbook } from '../../plan/plan-workbook.js';
import type { Plan } from '../../plan/plan.js';
import type { PlanDoc } from '../../plan/sheets/plan-doc.js';
import { UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';
import { type Outcome, replaceWorkbook, type ReplaceOptions } from './replace-workbook.js';

/** Writes one workbook, over an earlier one of the same plan with all that was entered there; or says why not. */
export async function writePlan(doc: PlanDoc, file: string, options: ReplaceOptions): Promise<Outcome> {
  try {
    return await replaceWorkbook(file, options, (bytes) => {
      const { entries, refusal } = readEarlier(bytes, doc.plan, doc.language);
      return {
        refusal,
        ...(entries ? { spared: ' (what can be read of the entries is kept)' } : {}),
        make: async () => {
          const workbook = docWorkbook(doc, entries?.cells);
          // What finds no row is told of each time the workbook is made: so it is made each time.
          const sealed = workbook.kept.length === 0 ? options.inputs : null;
          return { bytes: await writeWorkbook(workbook, sealed), notes: notesOn(file, workbook.kept, entries) };
        },
      };
    });
  } catch (error) {
    const complaint = `${file}: cannot be made (${error instanceof Error ? error.message : String(error)}); please report it with the record`;
    return { state: 'refused', complaint, notes: [], folderFault: null };
  }
}

function readEarlier(bytes: Buffer | null, plan: Plan, language: Language): Earlier {
  if (bytes === null) return { entries: null, refusal: null };
  try {
    return earlierWorkbook(readWorkbook(bytes), plan, language);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return { entries: null, refusal: `a file of this name is there: ${error.message}` };
    throw error;
  }
}

function notesOn(file: string, kept: readonly string[], entries: Entries | null): string[] {
  const note = (keys: readonly string[], words: string): string[] => (keys.length > 0 ? [`${file}: note: ${words} (${listed(keys)})`] : []);
  return [
    ...note(kept, `${kept.length} entries have no row in the new workbook; they are kept in it and return when their rows do`),
    ...note(entries?.removed ?? [], 'rows or columns that had been removed are back, with what they held when generated'),
    ...note(entries?.doubled ?? [], 'rows stand more than once with different entries; the uppermost was taken'),
  ];
}
