import { printingKey } from '../figure-key.js';
import type { Language } from '../messages/message.js';
import { unitName } from '../messages/unit-name.js';
import type { Plan } from '../plan.js';
import type { ReadWorkbook } from '../xlsx/read-workbook.js';
import { type Change, partsOfCellKey } from './change.js';
import { changesIn, tablesOf } from './changes.js';
import { findBlock } from './read-block.js';
import { type Contract, readContract } from './read-contract.js';
import { type Entries, readUserCells } from './read-user-cells.js';
import { shownCode } from './shown-code.js';

/** A workbook that stands where a new one is to go. */
export interface Earlier {
  entries: Entries | null;
  /** Why it must not be replaced; null where it is one of this plan and everything entered there can be carried over. */
  refusal: string | null;
}

/** What of an earlier workbook goes over into a new one of the same plan and language, or why it must be left alone. Throws {@link UnreadableWorkbook} where a newer Planbook made it. */
export function earlierWorkbook(workbook: ReadWorkbook, plan: Plan, language: Language): Earlier {
  const refuse = (refusal: string, entries: Entries | null = null): Earlier => ({ entries, refusal });
  const contract = readContract(workbook);
  if (!contract) return refuse('a file of this name is there that Planbook did not make');
  if (contract.plan !== plan.record.id) return refuse(`a workbook of another plan (${contract.plan}) has this name`);
  if (contract.language !== language) return refuse('a workbook of the other language has this name');
  const entries = readUserCells(workbook, contract);
  const numbers = new Map([...tablesOf(contract)].filter(([id]) => id === 'fig' || id === 'clm'));
  const lost = [...entries.unreadable, ...[...numbers.keys()].filter((id) => !findBlock(workbook, id)).map((id) => `${id}_key`)];
  if (lost.length > 0) return refuse(`its defined names are gone (${listed(lost)}), so that what was entered cannot be read`, entries);
  if (entries.unresolved.length > 0)
    return refuse(`formulas entered there have no result yet (${listed(entries.unresolved)}); open and save it in Excel or LibreOffice first`);
  if (workbook.sheets.length > sheetsMade(contract)) return refuse('sheets were added there, which a new workbook would not have', entries);
  const corrected = changesIn(workbook, contract, numbers).filter((change) => isCorrection(change) && !isInRecord(plan, language, change));
  if (corrected.length > 0) {
    const rows = [...new Set(corrected.map(({ key }) => partsOfCellKey(key).row))];
    return refuse(`figures were corrected there (${listed(rows)}) that the record does not have; put them into the record first`);
  }
  return { entries, refusal: null };
}

/** The first three of a list, and how many more there are. */
export const listed = (keys: readonly string[]): string => `${keys.slice(0, 3).join(', ')}${keys.length > 3 ? `, and ${keys.length - 3} more` : ''}`;

/** How many sheets the workbook had when it was generated, the hidden one included; renaming does not change it. */
const sheetsMade = ({ rows }: Contract): number => new Set([...rows.values()].map(({ where }) => where.replace(/!\d+$/u, ''))).size + 1;

/** A number of the plan is not as printed: generating again would set it back. Removed and added rows are no corrections. */
const isCorrection = ({ key }: Change): boolean => /^(?:fig\/.*\/(?:value|high_value|decimals|unit|bound)|clm\/.*\/(?:value|decimals|bound))$/su.test(key);

/** The record has since taken the correction up. */
function isInRecord(plan: Plan, language: Language, { key, to }: Change): boolean {
  const { block, row, column } = partsOfCellKey(key);
  const now =
    block === 'clm'
      ? plan.claims.find((claim) => claim.key === row)
      : plan.figures.flatMap(({ key: figure, printings }) => printings.filter((_, index) => printingKey(figure, index) === row))[0];
  if (!now) return false;
  switch (column) {
    case 'value':
      return now.value === to;
    case 'decimals':
      return now.decimals === to;
    case 'high_value':
      return 'high' in now && now.high === to;
    case 'unit':
      return unitName(language, now.unit) === to;
    default:
      return shownCode('bound', to) === now.bound;
  }
}
