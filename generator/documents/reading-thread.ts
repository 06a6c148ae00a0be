import { parentPort } from 'node:worker_threads';
import type { Catalogue } from '../../plan/record/schema.js';
import { type DraftedDocument, draftDocument } from './draft-document.js';
import { UnreadableDocument } from './unreadable-document.js';

/** What the thread is told to read; the catalogue with the first order alone. */
export interface ReadingOrder {
  file: string;
  catalogue?: Catalogue;
}
/** What was read, why it cannot be, or a fault of this program. */
export type ReadingAnswer = { drafted: DraftedDocument } | { refused: string } | { failed: string };

async function answerTo(file: string, catalogue: Catalogue | undefined): Promise<ReadingAnswer> {
  try {
    if (!catalogue) throw new Error('no catalogue');
    return { drafted: await draftDocument(file, catalogue) };
  } catch (error) {
    if (error instanceof UnreadableDocument) return { refused: error.message };
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

let known: Catalogue | undefined;

// The thread of the command line in which documents are read: a bundle of its own, which knows neither workbooks nor arguments.
parentPort?.on('message', ({ file, catalogue }: ReadingOrder) => {
  known = catalogue ?? known;
  void answerTo(file, known).then((answer) => parentPort?.postMessage(answer));
});
