import type { MessageCode } from '../messages/message.js';
import type { Block, SheetId } from '../workbook/block.js';
import { type Look, style } from '../workbook/style.js';
import { wrapText } from '../workbook/text-width.js';
import type { Language } from '../messages/message.js';
import type { Bilingual } from '../plan.js';
import { say } from './plan-doc.js';

/** What has a title for its sheets: a plan, or several compared. */
export interface Titled {
  language: Language;
  plan: { record: { title: Bilingual } };
}

interface Line {
  key: string;
  look: Look;
  text: string;
}

/** What a page holds, in characters of the default font: an upright one, and a landscape one scaled to a wide table. A title's characters are larger. */
const UPRIGHT = { title: 56, text: 92 };
const LANDSCAPE = { title: 68, text: 110 };

/** Plain lines of text, each in a row of its own in column A. */
export function linesBlock(id: string, lines: Line[]): Block<Line> {
  return {
    id,
    table: false,
    rows: lines,
    rowKey: ({ key }) => key,
    columns: [{ key: 'text', title: 'column.content', width: 0, style: ({ look }) => style(look), cell: ({ text }) => text }],
  };
}

/** Text as lines that a page holds: nothing is merged, nothing runs out of the paper. */
export const wrappedLines = (key: string, look: Look, text: string, page = UPRIGHT): Line[] =>
  wrapText(text, look === 'title' ? page.title : page.text).map((line, index) => ({ key: `${key}${index + 1}`, look, text: line }));

/** A sheet's title, the plan it is about, and how to read it. */
export const introBlock = (doc: Titled, sheet: SheetId, title: MessageCode, intro: MessageCode): Block<Line> =>
  linesBlock(`${sheet}_intro`, [
    ...titleLines(doc.plan.record.title[doc.language], say(doc, title)),
    ...wrappedLines('intro', 'intro', say(doc, intro), LANDSCAPE),
  ]);

/** Plan and sheet on one line where they fit, else the sheet on a line of its own. */
function titleLines(plan: string, sheet: string): Line[] {
  const whole = wrappedLines('title', 'title', `${plan} · ${sheet}`, LANDSCAPE);
  return whole.length === 1 ? whole : [...wrappedLines('title', 'title', plan, LANDSCAPE), { key: 'title_sheet', look: 'title', text: sheet }];
}
