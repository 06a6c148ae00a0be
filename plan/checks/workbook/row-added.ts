import { changesOfKind } from './changes-of-kind.js';
import type { WorkbookRule } from './workbook-rule.js';

/** A row someone adds looks like the others and takes part in nothing. */
export const rowAdded: WorkbookRule = {
  code: 'ROW_ADDED',
  level: 'warning',
  find: (reading) => changesOfKind(reading, ['row-added', 'row-copied']),
};
