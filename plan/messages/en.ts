import { checks } from './en/checks.js';
import { columns } from './en/columns.js';
import { compare } from './en/compare.js';
import { comparison } from './en/comparison.js';
import { cover } from './en/cover.js';
import { definitions } from './en/definitions.js';
import { draft } from './en/draft.js';
import { extract } from './en/extract.js';
import { outcomes } from './en/outcomes.js';
import { pane } from './en/pane.js';
import { reasons } from './en/reasons.js';
import { returned } from './en/returned.js';
import { review } from './en/review.js';
import { sheets } from './en/sheets.js';
import { unreadable } from './en/unreadable.js';
import { validations } from './en/validations.js';
import { words } from './en/words.js';
import type { zh } from './zh.js';

/** The same in English, under the same codes. */
export const en: Record<keyof typeof zh, string> = {
  ...checks,
  ...columns,
  ...compare,
  ...comparison,
  ...cover,
  ...definitions,
  ...draft,
  ...extract,
  ...outcomes,
  ...pane,
  ...reasons,
  ...returned,
  ...review,
  ...sheets,
  ...unreadable,
  ...validations,
  ...words,
};
