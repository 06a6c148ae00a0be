import { findBlock, type FoundBlock } from '../contract/read-block.js';
import { UnreadableWorkbook } from '../xlsx/limits.js';
import type { ReadCell } from '../xlsx/read-sheet.js';
import type { ReadWorkbook } from '../xlsx/read-workbook.js';

/** A row of a review sheet as it stands now. */
export interface ReviewRow {
  /** f3; null for a row that a person has inserted. */
  id: string | null;
  /** Its cells in words: trimmed, numbers as text, blank null. */
  text(column: string): string | null;
  /** Where a cell of it stands: '数值核对'!A7. */
  address(column: string): string;
}

/** Inserted rows may stand below the last row the names know; so many empty ones end the search. */
const GAP = 5;

/** The rows of a block that hold anything but their key, in the order in which they stand now, inserted rows and rows below the last included. */
export function reviewRows(workbook: ReadWorkbook, id: string): ReviewRow[] {
  const block = findBlock(workbook, id);
  if (!block) throw new UnreadableWorkbook('unreadable.review-names', { block: id });
  const gone = [...block.removedColumns];
  if (gone.length > 0) throw new UnreadableWorkbook('unreadable.review-column', { columns: gone.map((column) => `${id}_${column}`).join(', ') });
  const rows: ReviewRow[] = [];
  let empty = 0;
  for (let number = block.first; empty < GAP; number += 1) {
    const row = rowAt(block, number);
    const holds = [...block.columns.keys()].some((column) => !PASSIVE.has(column) && row.text(column) !== null);
    empty = holds || number <= block.last ? 0 : empty + 1;
    if (holds) rows.push(row);
  }
  return rows;
}

/** Columns that say nothing by themselves: keys stand in empty rows too, and a state is a formula. */
const PASSIVE = new Set(['key', 'state']);

function rowAt(block: FoundBlock, number: number): ReviewRow {
  const cellAt = (column: string): ReadCell | undefined => {
    const letters = block.columns.get(column);
    return letters === undefined ? undefined : block.sheet.cells.get(`${letters}${number}`);
  };
  const text = (column: string): string | null => {
    const cell = cellAt(column);
    const shown = cell?.error || cell?.value == null ? '' : String(cell.value).trim();
    return shown === '' ? null : shown;
  };
  return { id: text('key'), text, address: (column) => block.addressIn(number, column) };
}
