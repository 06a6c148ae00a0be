import { changesOfKind } from './changes-of-kind.js';
import type { WorkbookRule } from './workbook-rule.js';

/** To COUNT and to arithmetic over ranges a number stored as text is not there, though a reader sees it. */
export const numberAsText: WorkbookRule = {
  code: 'NUMBER_AS_TEXT',
  level: 'error',
  find: (reading) => changesOfKind(reading, ['text-number']),
};
