import { message } from '../messages/message.js';
import type { Sheet } from '../workbook/block.js';
import { usedColumns } from './indicator-columns.js';
import { introBlock } from './intro-block.js';
import { type PlanDoc, rowsOf } from './plan-doc.js';

/** One row for each indicator, scope and target year: what it starts from, what it aims at, what that demands. */
export const indicatorsSheet: Sheet<PlanDoc> = {
  id: 'indicators',
  name: (language) => message(language, 'sheet.indicators'),
  guarded: true,
  hidden: false,
  rowHeading: 'scope',
  blocks: (doc) => [
    introBlock(doc, 'indicators', 'sheet.indicators', 'indicators.intro'),
    { id: 'ind', table: true, rows: rowsOf(doc), rowKey: ({ key }: { key: string }) => key, columns: usedColumns(doc) },
  ],
};
