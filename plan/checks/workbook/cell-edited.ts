import { NUMBER_TABLES } from '../../contract/change.js';
import { changesOfKind } from './changes-of-kind.js';
import type { WorkbookRule } from './workbook-rule.js';

/** Constants of the other tables steer formulas (a check's digits, a row's type) or tell a reader what is meant. */
export const cellEdited: WorkbookRule = {
  code: 'CELL_EDITED',
  level: 'warning',
  find: (reading) => changesOfKind(reading, ['edited', 'blanked', 'formula-entered'], (table) => !NUMBER_TABLES.includes(table)),
};
