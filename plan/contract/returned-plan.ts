import type { Language } from '../messages/message.js';
import type { Plan } from '../plan.js';
import { UnreadableWorkbook } from '../xlsx/limits.js';
import type { ReadWorkbook } from '../xlsx/read-workbook.js';
import type { Change } from './change.js';
import { changedLines } from './changed-lines.js';
import { changesIn, tablesOf } from './changes.js';
import { contractPlan } from './contract-plan.js';
import { correctedPlan } from './corrected-plan.js';
import { findBlock } from './read-block.js';
import { type Contract, readContract } from './read-contract.js';
import { type Entries, readUserCells } from './read-user-cells.js';

/** A plan's workbook as it came back from people who have worked on it. */
export interface ReturnedPlan {
  contract: Contract;
  /** As generated. */
  generated: Plan;
  /** As it stands: corrected numbers in place of the printed ones, null where a number has gone. */
  plan: Plan;
  /** The workbook's. */
  language: Language;
  changes: Change[];
  entries: Entries;
}

/**
 * Reads a plan's workbook back, wherever its rows, columns and sheets have gone since. Null where the file is not Planbook's.
 * Throws {@link UnreadableWorkbook} where it is, but its record or its figures can no longer be found.
 */
export function returnedPlan(workbook: ReadWorkbook): ReturnedPlan | null {
  const contract = readContract(workbook);
  if (!contract) return null;
  const tables = tablesOf(contract);
  const lost = ['fig', 'clm'].filter((id) => tables.has(id) && !findBlock(workbook, id));
  if (lost.length > 0) {
    throw new UnreadableWorkbook('unreadable.figures-lost', { names: lost.map((id) => `${id}_key`).join(', ') });
  }
  const generated = contractPlan(contract);
  return {
    contract,
    generated,
    plan: correctedPlan(generated, workbook),
    language: contract.language,
    changes: [...changesIn(workbook, contract), ...changedLines(workbook, contract)],
    entries: readUserCells(workbook, contract),
  };
}
