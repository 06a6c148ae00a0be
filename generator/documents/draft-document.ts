import type { Catalogue } from '../../plan/record/schema.js';
import { splitSentences } from '../../plan/document/sentences.js';
import type { Draft, SourceText } from '../../plan/extract/draft.js';
import { extractDraft } from '../../plan/extract/extract-draft.js';
import { readDocument } from './read-document.js';
import { restoreScript } from './restore-script.js';
import { MOST, UnreadableDocument } from './unreadable-document.js';

/** What a document gives: its draft, and what a record of it or its review needs beside that. */
export interface DraftedDocument {
  /** The file's name without its folder, and the SHA-256 of its bytes. */
  name: string;
  sha256: string;
  draft: Draft;
  /** The document's sentences by locator, as it has them, in its order. */
  sentences: Map<string, string>;
  /** Its first characters, simplified, which name the places above its own. */
  beginning: string;
}

const BEGINNING = 3000;

/** Reads a document and what it says. Throws {@link UnreadableDocument}, also where it holds more numbers than a record may. */
export async function draftDocument(file: string, catalogue: Catalogue): Promise<DraftedDocument> {
  const document = await readDocument(file);
  const draft = restoreScript(extractDraft(document.simplified, catalogue), document);
  const numbers = draft.figures.length + draft.claims.length + draft.leftOut.length;
  if (numbers > MOST.numbers) throw new UnreadableDocument(`holds ${numbers} numbers, more than any plan; name the document itself`);
  const sentences = new Map(splitSentences(textOf(document.original)).map(({ at, text }) => [at, text]));
  return { name: document.name, sha256: document.sha256, draft, sentences, beginning: textOf(document.simplified).slice(0, BEGINNING) };
}

/** The running text, as locators count it. */
const textOf = ({ blocks }: SourceText): string => blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n');
