import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { splitSentences } from '../../plan/document/sentences.js';
import type { Plan } from '../../plan/plan.js';

/** Where the plan documents lie, outside the project: they are no part of it, and suites that need them are skipped without. */
const DOCUMENTS = path.resolve('../shared/seeds');
export const documentsAreHere = existsSync(DOCUMENTS);

export const documentFile = (name: string): string => path.join(DOCUMENTS, name);
export const documentOf = ({ record }: Plan): Buffer => readFileSync(documentFile(record.source.document));

/** Text as it is compared: full-width forms and white space aside. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** The sentences and headings at each locator, in plain text; two where an opening is printed twice. */
export function sentencesOf(plan: Plan): Map<string, string[]> {
  const sentences = new Map<string, string[]>();
  for (const { at, text } of splitSentences(documentOf(plan).toString('utf8'))) sentences.set(at, [...(sentences.get(at) ?? []), plain(text)]);
  return sentences;
}

/** A fragment that the record has taken from a place of the document. */
export interface Entry {
  kind: 'figure' | 'claim' | 'left out';
  printed: string;
  at: string;
}

/** Everything a record has taken from its document. */
export const entriesOf = ({ record }: Plan): Entry[] => [
  ...record.figures.map(({ printed, at }): Entry => ({ kind: 'figure', printed, at })),
  ...record.claims.map(({ printed, at }): Entry => ({ kind: 'claim', printed, at })),
  ...record.leftOut.map(({ printed, at }): Entry => ({ kind: 'left out', printed, at })),
];
