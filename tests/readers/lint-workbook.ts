import type { LintRule } from './lint/lint-rule.js';
import { NAME_RULES } from './lint/name-rules.js';
import { openBook } from './lint/opened-book.js';
import { SHEET_RULES } from './lint/sheet-rules.js';
import { TABLE_RULES } from './lint/table-rules.js';
import { TEXT_RULES } from './lint/text-rules.js';
import { WIDTH_RULES } from './lint/width-rules.js';

/** What no reader checks and a careful statistician would see. */
export const LINT_RULES: readonly LintRule[] = [...TABLE_RULES, ...NAME_RULES, ...TEXT_RULES, ...SHEET_RULES, ...WIDTH_RULES];

/** Everything wrong with a workbook, `rule: place: what` a line; empty where it is clean. */
export function lintWorkbook(bytes: Uint8Array): string[] {
  const book = openBook(bytes);
  return LINT_RULES.flatMap((rule) => rule.find(book).map((what) => `${rule.code}: ${what}`));
}
