/** A document that cannot be read, and why and what to do, in one line. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
}

/** Bytes of a document's file, and characters of its text: far above any plan, far below a machine's memory. */
export const MOST = { fileBytes: 64e6, characters: 10e6 } as const;
