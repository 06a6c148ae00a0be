import type { Scalar } from '../expression/expression.js';
import { isExpr } from '../expression/expression.js';
import { type Block, type CellKey, cellKey } from './block.js';

/** Constants that stand in a workbook in place of the generated ones, by cell. */
export type Corrections = ReadonlyMap<CellKey, Scalar>;

/** A block with the constants that stand in a returned workbook: its formulas then give what they give there. Formulas and input cells are as generated. */
export function correctBlock<Row>(block: Block<Row>, corrections: Corrections): Block<Row> {
  if (corrections.size === 0) return block;
  return {
    ...block,
    columns: block.columns.map((column) => ({
      ...column,
      cell: (row: Row) => {
        const content = column.cell(row);
        const standing = corrections.get(cellKey(block.id, block.rowKey(row), column.key));
        return standing === undefined || isExpr(content) || column.input?.(row) ? content : standing;
      },
    })),
  };
}
