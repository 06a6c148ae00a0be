import type { Check } from '../checks/check.js';
import type { Result } from '../expression/evaluate.js';
import { onceFor } from '../once-for.js';
import { definitionsSheet } from '../sheets/definitions-sheet.js';
import { figuresSheet } from '../sheets/figures-sheet.js';
import type { PlanDoc } from '../sheets/plan-doc.js';
import { sourcesSheet } from '../sheets/sources-sheet.js';
import { CellValues, type UserCells } from '../workbook/cell-values.js';
import { correctBlock, type Corrections } from '../workbook/correct-block.js';
import { columnIndex, type Placed } from '../workbook/place-blocks.js';
import { checksBlock } from './checks-block.js';
import { checksOf } from './checks-of.js';
import { operandsBlock } from './operands-sheet.js';

const NO_ENTRIES: UserCells = new Map();
const NO_CORRECTIONS: Corrections = new Map();

/** What the cells of a plan's checks show as generated: to put them in order and to tell them, reckoned once. */
export const generatedValues = onceFor((doc: PlanDoc) => checkValues(doc, checksOf(doc.plan)));

/**
 * What the cells of checks show, computed by the workbook's own expressions without laying a workbook out: only what a check
 * reads is computed, when it is asked for.
 */
export function checkValues(
  doc: PlanDoc,
  checks: readonly Check[],
  entries: UserCells = NO_ENTRIES,
  corrections: Corrections = NO_CORRECTIONS,
): (check: Check, column: string) => Result {
  const blocks = [checksBlock(doc, checks), operandsBlock(doc, checks), ...[figuresSheet, sourcesSheet, definitionsSheet].flatMap((sheet) => sheet.blocks(doc))]
    .filter(({ rows }) => rows.length > 0)
    .map((block) => correctBlock(block, corrections));
  const placed = blocks.map((block): Placed => ({ sheetName: '', block, first: 1, last: block.rows.length }));
  const values = new CellValues(placed, entries);
  const rows = new Map(checks.map(({ key }, index) => [key, index]));
  return ({ key }, column) => {
    const [own, row] = [placed[0], rows.get(key)];
    return own && row !== undefined ? values.value(own, row, columnIndex(own.block, column)) : null;
  };
}
