import { changesOfKind } from './changes-of-kind.js';
import type { WorkbookRule } from './workbook-rule.js';

/** A constant in a formula's place looks right and no longer follows the figures: the most common fault of spreadsheets that people pass on. */
export const formulaOverwritten: WorkbookRule = {
  code: 'FORMULA_OVERWRITTEN',
  level: 'error',
  find: (reading) => changesOfKind(reading, ['formula-overwritten']),
};
