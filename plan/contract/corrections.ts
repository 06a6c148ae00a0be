import type { Scalar } from '../expression/expression.js';
import { type CellKey, cellKey } from '../workbook/block.js';
import type { Corrections } from '../workbook/correct-block.js';
import type { ReadWorkbook } from '../xlsx/read-workbook.js';
import { NUMBER_TABLES, partsOfCellKey } from './change.js';
import { tablesOf } from './changes.js';
import type { GeneratedCell } from './contract-sheet.js';
import { findBlock } from './read-block.js';
import type { ReturnedPlan } from './returned-plan.js';

/**
 * The numbers that stand in a returned workbook in place of the generated ones; null in removed rows and columns, where its
 * formulas find nothing. A formula in a constant's place counts by its result.
 */
export function correctionsIn(workbook: ReadWorkbook, { changes, contract }: ReturnedPlan): Corrections {
  const corrections = new Map<CellKey, Scalar>();
  const tables = tablesOf(contract);
  for (const { kind, key, to } of changes) {
    const { block, row, column } = partsOfCellKey(key);
    if (!NUMBER_TABLES.includes(block)) continue;
    const rows = tables.get(block);
    if (kind === 'edited' || kind === 'blanked' || kind === 'text-number') corrections.set(key, to);
    else if (kind === 'formula-entered') corrections.set(key, findBlock(workbook, block)?.cell(row, column)?.value ?? null);
    else if (kind === 'row-removed') {
      for (const [name, cell] of Object.entries(rows?.get(row)?.cells ?? {})) if (isConstant(cell)) corrections.set(cellKey(block, row, name), null);
    } else if (kind === 'column-removed' || kind === 'name-removed') {
      for (const [rowKey, { cells }] of rows ?? [])
        for (const [name, cell] of Object.entries(cells))
          if ((name === column || column === 'key') && isConstant(cell)) corrections.set(cellKey(block, rowKey, name), null);
    }
  }
  return corrections;
}

const isConstant = (cell: GeneratedCell): boolean => cell === null || typeof cell !== 'object';
