import { type CellKey, cellKey } from '../workbook/block.js';
import type { ReadWorkbook } from '../xlsx/read-workbook.js';
import type { GeneratedCell, GeneratedInput } from './contract-sheet.js';
import { findBlock, type FoundBlock } from './read-block.js';
import type { Contract } from './read-contract.js';

/** What people entered into a workbook, by cell key, wherever its rows and columns have gone since. */
export interface Entries {
  cells: Map<CellKey, string | number | boolean>;
  /** Columns of input cells whose defined names are gone: what they hold cannot be read, so the file must not be replaced. */
  unreadable: string[];
  /** Entries that are formulas without a result, for the same reason. */
  unresolved: CellKey[];
  /** Rows and columns with input cells that someone has removed. What they held when generated is among the cells. */
  removed: string[];
  /** Input cells whose row stands more than once with different entries: the uppermost entry counts. */
  doubled: CellKey[];
}

/**
 * Reads back every input cell the contract names. An entry is what stands there and is not the default; what an earlier
 * generation could not place comes from the contract itself.
 */
export function readUserCells(workbook: ReadWorkbook, contract: Contract): Entries {
  const entries: Entries = { cells: new Map(contract.kept), unreadable: [], unresolved: [], removed: [], doubled: [] };
  const blocks = new Map<string, FoundBlock | null>();
  const unreadable = new Set<string>();
  const removed = new Set<string>();
  for (const [key, { cells }] of contract.rows) {
    const inputs = Object.entries(cells).filter((cell): cell is [string, GeneratedInput] => isInput(cell[1]));
    if (inputs.length === 0) continue;
    const slash = key.indexOf('/');
    const [id, rowKey] = [key.slice(0, slash), key.slice(slash + 1)];
    if (!blocks.has(id)) blocks.set(id, findBlock(workbook, id));
    const block = blocks.get(id) ?? null;
    if (block && !block.rows.has(rowKey)) removed.add(key);
    for (const [column, generated] of inputs) {
      if (block?.removedColumns.has(column)) removed.add(`${id}_${column}`);
      else if (!block?.columns.has(column)) unreadable.add(`${id}_${column}`);
      readInput(entries, block, cellKey(id, rowKey, column), rowKey, column, generated);
    }
  }
  entries.unreadable.push(...unreadable);
  entries.removed.push(...removed);
  return entries;
}

function readInput(entries: Entries, block: FoundBlock | null, key: CellKey, rowKey: string, column: string, generated: GeneratedInput): void {
  const found = block?.cellsOf(rowKey, column) ?? [];
  if (found.some((cell) => cell?.formula !== undefined && (cell.value === null || cell.error))) entries.unresolved.push(key);
  const standing = found.map((cell) => (cell?.error || cell?.value === '' ? null : (cell?.value ?? null)));
  const value = found.length > 0 ? (standing.find((each) => each !== null) ?? null) : generated.input;
  if (value !== null && value !== '' && value !== (generated.default ?? null)) entries.cells.set(key, value);
  if (new Set(standing).size > 1) entries.doubled.push(key);
}

const isInput = (cell: GeneratedCell): cell is GeneratedInput => typeof cell === 'object' && cell !== null && 'input' in cell;
