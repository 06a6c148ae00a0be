import { checks } from './zh/checks.js';
import { columns } from './zh/columns.js';
import { compare } from './zh/compare.js';
import { comparison } from './zh/comparison.js';
import { cover } from './zh/cover.js';
import { definitions } from './zh/definitions.js';
import { draft } from './zh/draft.js';
import { extract } from './zh/extract.js';
import { outcomes } from './zh/outcomes.js';
import { pane } from './zh/pane.js';
import { reasons } from './zh/reasons.js';
import { returned } from './zh/returned.js';
import { review } from './zh/review.js';
import { sheets } from './zh/sheets.js';
import { unreadable } from './zh/unreadable.js';
import { validations } from './zh/validations.js';
import { words } from './zh/words.js';

/** Everything a reader sees that is not data, in Chinese. Wording: the statistical yearbooks'. */
export const zh = {
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
