import type { DraftRecord } from '../draft/draft-record.js';
import { type Language, message, type MessageCode } from '../messages/message.js';
import type { Catalogue } from '../record/schema.js';

/** What a review workbook is about. */
export interface ReviewDoc {
  draft: DraftRecord;
  catalogue: Catalogue;
  language: Language;
  version: string;
  /** The document's sentences by locator: shown beside what was read from them, on the reviewer's own machine, and never taken into a record. */
  sentences: ReadonlyMap<string, string>;
  /** Empty rows for what a person finds in the document and the reader did not. */
  spare: { figures: number; claims: number };
}

export const sayIn = ({ language }: ReviewDoc, code: MessageCode, args?: Record<string, string | number>): string => message(language, code, args);

/** Characters of a sentence shown on either side of the number. */
const AROUND = 60;

/** The part of the sentence that holds the printed number. */
export function contextOf({ sentences }: ReviewDoc, at: string, printed: string): string | null {
  const sentence = sentences.get(at);
  if (sentence === undefined) return null;
  const index = sentence.indexOf(printed);
  const start = index < 0 ? 0 : Math.max(0, index - AROUND);
  const end = index < 0 ? 2 * AROUND : index + printed.length + AROUND;
  return `${start > 0 ? '…' : ''}${sentence.slice(start, end)}${end < sentence.length ? '…' : ''}`;
}
