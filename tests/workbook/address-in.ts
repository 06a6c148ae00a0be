import { columnLetters, quoteSheet } from '../../plan/workbook/address.js';
import type { CellKey } from '../../plan/workbook/block.js';
import type { LaidWorkbook } from '../../plan/workbook/laid-workbook.js';

/** Where a cell stands: '原文数据'!G7; undefined where the workbook has no such cell. */
export function addressIn({ sheets }: LaidWorkbook, wanted: CellKey): string | undefined {
  for (const { name, rows } of sheets)
    for (const { number, key, cells } of rows)
      for (const cell of cells) if (`${key}/${cell.key}` === wanted) return `${quoteSheet(name)}!${columnLetters(cell.column)}${number}`;
  return undefined;
}
