import type { Scalar } from '../expression/expression.js';
import { cellKey } from '../workbook/block.js';
import type { ReadCell } from '../xlsx/read-sheet.js';
import { type Change } from './change.js';
import type { FoundBlock } from './read-block.js';

/**
 * Rows that someone has added to a table: among its own, or just below the last, where its defined names do not reach. No
 * formula and no check knows of them. An inserted row that holds nothing is none, and where the empty row below a table has
 * gone, the lines that then follow (`lines`, as generated) are none either.
 */
export function addedRows(block: FoundBlock, id: string, generated: ReadonlySet<string>, lines: ReadonlySet<Scalar>): Change[] {
  const known = new Set([...block.rows].flatMap(([key, rows]) => (generated.has(key) ? rows : [])));
  const held = (row: number): ReadCell[] =>
    [...block.columns.keys()]
      .flatMap((column) => block.sheet.cells.get(`${block.columns.get(column) ?? ''}${row}`) ?? [])
      .filter(({ value }) => value !== null && value !== '');
  const rows: number[] = [];
  for (let row = block.first; row <= block.last; row += 1) if (!known.has(row) && held(row).length > 0) rows.push(row);
  for (let row = block.last + 1; held(row).length > 0 && !lines.has(held(row)[0]?.value ?? null); row += 1) rows.push(row);
  return rows.map((row): Change => {
    const cell = block.addressIn(row, 'key');
    const words = held(row).map(({ value }) => String(value));
    return { kind: 'row-added', key: cellKey(id, cell, 'key'), cell, about: '', header: '', from: null, to: words.slice(0, 3).join(' ') };
  });
}
