import { changesOfKind } from './changes-of-kind.js';
import type { WorkbookRule } from './workbook-rule.js';

/** A formula that is not its column's: told by comparing references as keys, so that moved rows and columns and a program's own spelling are no changes. */
export const irregularFormula: WorkbookRule = {
  code: 'IRREGULAR_FORMULA',
  level: 'error',
  find: (reading) => changesOfKind(reading, ['formula-changed']),
};
