import type { Operand } from '../checks/check.js';
import { OPERAND_BLOCK } from '../checks/quantity.js';
import { call, type Expr, join, name, type Operand as Term } from '../expression/expression.js';
import { message } from '../messages/message.js';
import type { PlanDoc } from '../sheets/plan-doc.js';
import { quoteSheet } from '../workbook/address.js';

/**
 * A link to a column's cell in the row of a key, wherever sorting and inserting have moved it; it shows a text. The sheet goes
 * by its name: renamed, the link alone no longer leads there.
 */
export function linkTo(sheetName: string, block: string, column: string, key: Term, shown: Term): Expr {
  const row = call('ROW', call('INDEX', name(`${block}_key`), call('MATCH', key, name(`${block}_key`), 0)));
  const address = call('ADDRESS', row, call('COLUMN', call('INDEX', name(`${block}_${column}`), 1)), 4);
  return call('HYPERLINK', join(`#${quoteSheet(sheetName)}!`, call('IFERROR', address, 'A1')), shown);
}

/** A link to an operand's value where the workbook holds it. */
export const linkToOperand = ({ language }: PlanDoc, { kind, key }: Operand, shown: Term): Expr =>
  linkTo(message(language, kind === 'figure' ? 'sheet.figures' : 'sheet.sources'), OPERAND_BLOCK[kind], 'value', key, shown);
