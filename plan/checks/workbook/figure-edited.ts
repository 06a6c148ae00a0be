import { NUMBER_TABLES } from '../../contract/change.js';
import { changesOfKind } from './changes-of-kind.js';
import type { WorkbookRule } from './workbook-rule.js';

/** A figure or claim that is no longer what the document printed: a correction belongs into the record. */
export const figureEdited: WorkbookRule = {
  code: 'FIGURE_EDITED',
  level: 'warning',
  find: (reading) => changesOfKind(reading, ['edited', 'blanked', 'formula-entered'], (table) => NUMBER_TABLES.includes(table)),
};
