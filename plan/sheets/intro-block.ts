import type { MessageCode } from '../messages/message.js';
import type { Block, SheetId } from '../workbook/block.js';
import { type Look, style } from '../workbook/style.js';
import { type PlanDoc, say } from './plan-doc.js';

interface Line {
  key: string;
  look: Look;
  text: string;
}

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

/** Text taken apart at its full stops. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[。；])|(?<=[.;:]) /u);

/** A sheet's title, the plan it is about, and how to read it, a sentence a row: nothing is merged, nothing runs out of the page. */
export function introBlock(doc: PlanDoc, sheet: SheetId, title: MessageCode, intro: MessageCode): Block<Line> {
  return linesBlock(`${sheet}_intro`, [
    { key: 'title', look: 'title', text: `${doc.plan.record.title[doc.language]} · ${say(doc, title)}` },
    ...sentencesOf(say(doc, intro)).map((text, index): Line => ({ key: `intro${index + 1}`, look: 'intro', text })),
  ]);
}
