import type { Validation } from '../workbook/block.js';

/** Free words beside a row. */
export const REMARK: Validation = { kind: 'text', max: 500, title: 'validation.remark.title', text: 'validation.remark.text' };
