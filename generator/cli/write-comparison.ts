import { figuresChanged, readComparisonContract } from '../../plan/compare/contract.js';
import type { CheckedPlan } from '../../plan/compare/checked-plan.js';
import type { Comparison } from '../../plan/compare/comparison.js';
import { earlierEntries } from '../../plan/compare/earlier-entries.js';
import { comparisonWorkbook } from '../../plan/comparison-workbook.js';
import type { Language } from '../../plan/messages/message.js';
import type { UserCells } from '../../plan/workbook/cell-values.js';
import { UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { VERSION } from '../version.js';
import { isUntouched } from '../xlsx/seal.js';
import { workbookPieces } from '../xlsx/write-workbook.js';
import { type Outcome, replaceWorkbook, type ReplaceOptions } from './replace-workbook.js';

/** Writes a comparison workbook of checked plans, over an earlier one unless someone corrected figures there; or says why not. */
export async function writeComparison(
  comparison: Comparison,
  check: () => readonly CheckedPlan[],
  language: Language,
  file: string,
  options: ReplaceOptions,
): Promise<Outcome> {
  try {
    return await replaceWorkbook(file, options, (bytes) => {
      const { refusal, entries } = earlierComparison(bytes, comparison, language);
      return {
        refusal,
        make: async () => {
          const checked = check();
          const plans = checked.map(({ plan }) => plan);
          const workbook = comparisonWorkbook(comparison, plans, checked, language, VERSION, entries);
          // Of thousands of plans neither the workbook nor its bytes are ever there as a whole.
          return { bytes: await workbookPieces(workbook, options.inputs ?? UNKNOWN), notes: [] };
        },
      };
    });
  } catch (error) {
    const complaint = `${file}: cannot be made (${error instanceof Error ? error.message : String(error)}); please report it with the records`;
    return { state: 'refused', complaint, notes: [], folderFault: null };
  }
}

/** A comparison of workbooks that came back tells no inputs, but that it is as it was written. */
const UNKNOWN = '';

interface Earlier {
  refusal: string | null;
  /** The group that was chosen there, and the parameter. */
  entries: UserCells;
}

function earlierComparison(bytes: Buffer | null, comparison: Comparison, language: Language): Earlier {
  const none: UserCells = new Map();
  const refuse = (refusal: string): Earlier => ({ refusal, entries: none });
  if (bytes === null) return { refusal: null, entries: none };
  try {
    const workbook = readWorkbook(bytes);
    const contract = readComparisonContract(workbook);
    if (!contract) return refuse('a file of this name is there that is no comparison made by Planbook');
    if (figuresChanged(workbook, contract) !== false) return refuse('figures were corrected there; put them into the records or workbooks of the plans first');
    return { refusal: null, entries: earlierEntries(workbook, comparison, language) };
  } catch (error) {
    // Of thousands of plans a comparison is too large to be read; but then nobody need have touched it.
    if (error instanceof UnreadableWorkbook && isUntouched(bytes)) return { refusal: null, entries: none };
    if (error instanceof UnreadableWorkbook) return refuse(`a file of this name is there: ${error.message}`);
    throw error;
  }
}
