import { changesOfKind } from './changes-of-kind.js';
import type { WorkbookRule } from './workbook-rule.js';

/** What formulas look up by key and name must be there; where it is not, a check that failed is silently undecided. */
export const rowRemoved: WorkbookRule = {
  code: 'ROW_REMOVED',
  level: 'error',
  find: (reading) => changesOfKind(reading, ['row-removed', 'column-removed', 'name-removed']),
};
