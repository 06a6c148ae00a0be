import { type CellKey, cellKey } from '../workbook/block.js';
import type { ReadWorkbook } from '../xlsx/read-workbook.js';
import type { GeneratedCell, GeneratedInput } from './contract-sheet.js';
import { findBlock, type FoundBlock } from './read-block.js';
import type { Contract } from './read-contract.js';

/** What people entered into a workbook, by cell key, wherever its rows and columns have gone since. */
export interface Entries {
  cells: Map<CellKey, string | number | boolean>;
  /** Blocks with input cells that cannot be found any more: what they hold cannot be read, so the file must not be replaced. */
  unreadable: string[];
  /** Rows with input cells that someone has removed. What they held when generated is among the cells. */
  removed: string[];
  /** Input cells whose row stands twice with different entries: the upper one counts. */
  doubled: CellKey[];
}

/**
 * Reads back every input cell the contract names. An entry is what stands there and is not the default; what an earlier
 * generation could not place comes from the contract itself.
 */
export function readUserCells(workbook: ReadWorkbook, contract: Contract): Entries {
  const entries: Entries = { cells: new Map(contract.kept), unreadable: [], removed: [], doubled: [] };
  const blocks = new Map<string, FoundBlock | null>();
  for (const [key, { cells }] of contract.rows) {
    const inputs = Object.entries(cells).filter((cell): cell is [string, GeneratedInput] => isInput(cell[1]));
    if (inputs.length === 0) continue;
    const slash = key.indexOf('/');
    const [id, rowKey] = [key.slice(0, slash), key.slice(slash + 1)];
    if (!blocks.has(id)) {
      blocks.set(id, findBlock(workbook, id));
      if (!blocks.get(id)) entries.unreadable.push(id);
    }
    const block = blocks.get(id);
    if (!block) continue;
    if (!block.rows.has(rowKey)) entries.removed.push(key);
    for (const [column, generated] of inputs) readInput(entries, block, id, rowKey, column, generated);
  }
  return entries;
}

function readInput(entries: Entries, block: FoundBlock, id: string, rowKey: string, column: string, generated: GeneratedInput): void {
  const key = cellKey(id, rowKey, column);
  const gone = !block.rows.has(rowKey) || !block.columns.has(column);
  const [value = null, ...others] = gone ? [generated.input] : block.values(rowKey, column);
  if (value !== null && value !== '' && value !== (generated.default ?? null)) entries.cells.set(key, value);
  if (others.some((other) => other !== null && other !== '' && other !== value)) entries.doubled.push(key);
}

const isInput = (cell: GeneratedCell): cell is GeneratedInput => typeof cell === 'object' && cell !== null && 'input' in cell;
