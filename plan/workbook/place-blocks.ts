import type { Language } from '../messages/message.js';
import type { AnyBlock, Sheet } from './block.js';

/** A block and where its rows stand. */
export interface Placed {
  /** The sheet's name on its tab. */
  sheetName: string;
  block: AnyBlock;
  /** Row of the first data row; the header, if any, is just above. */
  first: number;
  /** Row of the last data row. */
  last: number;
}

/** More rows or cells than this are laid while they are written, and what stands in them is made anew whenever it is asked for. */
const MOST_HELD = { rows: 5_000, cells: 60_000 };
export const isLong = ({ rows, columns }: AnyBlock): boolean => rows.length > MOST_HELD.rows || rows.length * columns.length > MOST_HELD.cells;

/** Stacks a sheet's blocks one under another, an empty row between; blocks without rows leave no gap. */
export function placeBlocks<Doc>(sheet: Sheet<Doc>, doc: Doc, language: Language): Placed[] {
  let next = 1;
  return sheet.blocks(doc).flatMap((block): Placed[] => {
    if (block.rows.length === 0) return [];
    const first = next + (block.table ? 1 : 0);
    const last = first + block.rows.length - 1;
    next = last + (block.joined ? 1 : 2);
    return [{ sheetName: sheet.name(language), block, first, last }];
  });
}

/** Values and names go by block and row: two of one id would show each other's cells. */
export function assertDistinct(placed: readonly Placed[]): void {
  const blocks = new Set<string>();
  for (const { block } of placed) {
    claim(blocks, block.id, '');
    const rows = new Set<string>();
    for (const row of block.rows as unknown[]) claim(rows, block.rowKey(row), `${block.id}/`);
  }
}

function claim(seen: Set<string>, id: string, within: string): void {
  if (seen.has(id)) throw new Error(`two blocks or rows have the id ${within}${id}`);
  seen.add(id);
}

const indexes = new WeakMap<AnyBlock, Map<string, number>>();

/** The positions of a block's columns, by their keys. */
export function columnPositions(block: AnyBlock): ReadonlyMap<string, number> {
  let index = indexes.get(block);
  if (!index) {
    index = new Map(block.columns.map((column, position) => [column.key, position]));
    indexes.set(block, index);
  }
  return index;
}

/** The position of a block's column, by its key. */
export function columnIndex(block: AnyBlock, key: string): number {
  return columnPositions(block).get(key) ?? noColumn(block.id, key);
}

/** Ends the making of a workbook whose formula refers to a column that is not there. */
export function noColumn(block: string, key: string): never {
  throw new Error(`block ${block} has no column ${key}`);
}
