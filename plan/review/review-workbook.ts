import { type Language, message } from '../messages/message.js';
import { layOut } from '../workbook/lay-out.js';
import type { LaidSheet, LaidWorkbook } from '../workbook/laid-workbook.js';
import { hiddenSheet, type Line } from '../contract/hidden-sheet.js';
import type { ReviewDoc } from './review-doc.js';
import { REVIEW_SHEETS } from './review-sheets.js';

/** The format of the hidden sheet of review workbooks. A reader refuses a newer one. */
export const REVIEW_VERSION = 1;
/** What its first cell says, by which a review workbook is told from a plan's. */
export const REVIEW_MARK = 'review';

/** The workbook in which a person reviews a draft: what `generate` and `extract --apply` take back as the record. */
export function reviewWorkbook(doc: ReviewDoc): LaidWorkbook {
  const { draft, language } = doc;
  const laid = layOut(doc, REVIEW_SHEETS, language, {
    title: draft.facts.title ?? draft.id,
    subject: message(language, 'review.subject'),
    author: 'Planbook',
    keywords: message(language, 'property.keywords'),
    language: language === 'zh' ? 'zh-CN' : 'en-US',
  });
  return { ...laid, sheets: [...laid.sheets, draftSheet(doc)] };
}

/** The very hidden sheet: its mark and version, then what the draft holds and the visible sheets do not show. One thing a row: what, which, content as JSON. */
function draftSheet({ draft, version, language }: ReviewDoc): LaidSheet {
  const lines: Line[] = [
    [REVIEW_MARK, '', REVIEW_VERSION],
    ['version', '', version],
    ['language', '', language satisfies Language],
    ...draft.scopes.map((scope): Line => ['scope', scope.slug, JSON.stringify(scope)]),
    ...[...draft.figures, ...draft.claims].map(({ id, review }): Line => ['row', id, JSON.stringify(review)]),
    ...draft.leftOut.map((item): Line => ['left-out', '', JSON.stringify(item)]),
    ...draft.proposals.map((item): Line => ['proposal', '', JSON.stringify(item)]),
  ];
  return hiddenSheet(lines, [12, 12, 80]);
}
