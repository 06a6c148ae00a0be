import type { Language, MessageCode } from '../messages/message.js';
import type { AnyBlock } from '../workbook/block.js';
import { linesBlock } from './intro-block.js';
import { say } from './plan-doc.js';

/** A heading within a sheet, close above what it heads. */
export const sectionTitle = (id: string, text: string): AnyBlock => ({ ...linesBlock(id, [{ key: 'title', look: 'section', text }]), joined: true });

/** A block under its heading; nothing at all where it has no rows. */
export const section = (doc: { language: Language }, title: MessageCode, block: AnyBlock): AnyBlock[] =>
  block.rows.length === 0 ? [] : [sectionTitle(`${block.id}_title`, say(doc, title)), block];

/** A section that begins a printed page of its own. */
export const onNewPage = ([title, ...blocks]: AnyBlock[]): AnyBlock[] => (title ? [{ ...title, newPage: true }, ...blocks] : []);
