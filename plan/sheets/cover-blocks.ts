import type { Language, MessageCode } from '../messages/message.js';
import type { AnyBlock, Block, SheetId } from '../workbook/block.js';
import { type Look, style } from '../workbook/style.js';
import { linesBlock, wrappedLines } from './intro-block.js';
import { say } from './plan-doc.js';
import { sectionTitle } from './section.js';

/** What a cover tells of one sheet: where a click leads, its name, what it holds. */
export interface ContentsRow {
  to: SheetId;
  title: MessageCode;
  text: MessageCode;
}

/** A kind of cell as it looks, and what it means. */
export interface LegendRow {
  look: Look;
  text: MessageCode;
  sample: string;
}

/** A part of a cover under its heading. */
export const coverSection = (doc: { language: Language }, title: MessageCode, block: AnyBlock): AnyBlock[] => [
  sectionTitle(`sec_${block.id}`, say(doc, title)),
  block,
];

export const contentsBlock = (doc: { language: Language }, rows: readonly ContentsRow[]): Block<ContentsRow> => ({
  id: 'cov_contents',
  table: false,
  rows,
  rowKey: ({ to }) => to,
  columns: [
    { key: 'link', title: 'column.item', width: 28, style: style('link'), cell: ({ to, title }) => ({ text: say(doc, title), to }) },
    { key: 'text', title: 'column.content', width: 72, style: style('text'), cell: ({ text }) => say(doc, text) },
  ],
});

export const legendBlock = (doc: { language: Language }, rows: readonly LegendRow[]): Block<LegendRow> => ({
  id: 'cov_legend',
  table: false,
  rows,
  rowKey: ({ look }) => look,
  columns: [
    { key: 'sample', title: 'column.item', width: 28, style: ({ look }) => style(look), cell: ({ sample }) => sample || null },
    { key: 'text', title: 'column.content', width: 72, style: style('text'), cell: ({ text }) => say(doc, text) },
  ],
});

/** How to use the workbook, a line or more each, and by which version it was made. */
export const useBlock = (doc: { language: Language; version: string }, codes: readonly MessageCode[]): AnyBlock =>
  linesBlock(
    'cov_use',
    codes.flatMap((code) => wrappedLines(code, 'plain', say(doc, code, { version: doc.version }))),
  );
