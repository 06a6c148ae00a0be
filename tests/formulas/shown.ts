import { findBlock } from '../../plan/contract/read-block.js';
import { CellError } from '../../plan/expression/evaluate.js';
import type { LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import type { ReadWorkbook } from '../../plan/xlsx/read-workbook.js';

type Shown = string | number | boolean;
/** What a cell shows, by block, row key and column key; blank and "" are one. Throws where there is no such cell. */
export type Look = (block: string, row: string, column: string) => Shown;

/** Cells as the code computes them. */
export function laidCells({ sheets }: LaidWorkbook): Look {
  const rows = new Map(sheets.flatMap((sheet) => sheet.rows.map((row) => [row.key, row.cells])));
  return (block, row, column) => {
    const cell = rows.get(`${block}/${row}`)?.find(({ key }) => key === column);
    if (!cell) throw new Error(`no cell ${block}/${row}/${column}`);
    return told(cell.value instanceof CellError ? cell.value.code : cell.value);
  };
}

/** Cells as a file holds them, found by its defined names. */
export function readCells(workbook: ReadWorkbook): Look {
  const blocks = new Map<string, ReturnType<typeof findBlock>>();
  return (block, row, column) => {
    if (!blocks.has(block)) blocks.set(block, findBlock(workbook, block));
    const found = blocks.get(block);
    if (!found?.rows.has(row) || !found.columns.has(column)) throw new Error(`no cell ${block}/${row}/${column}`);
    return told(found.cell(row, column)?.value ?? null);
  };
}

/** Nine decimals: what working by hand gives, and more than any sheet shows. */
const told = (value: Shown | null): Shown => (value === null ? '' : typeof value === 'number' ? Number(value.toFixed(9)) + 0 : value);
