/** A document that cannot be read, and why and what to do, in one line. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
}

/**
 * Bytes of a document's file, characters of its text, numbers in it, and memory that reading it may take beyond what the
 * program has: far above any plan, far below a machine's.
 */
export const MOST = { fileBytes: 64e6, characters: 3e6, numbers: 50_000, memoryBytes: 8e8 } as const;
/** Seconds that reading one document may take where nothing else is said. */
export const MOST_SECONDS = 60;

export const tooLong = (): UnreadableDocument =>
  new UnreadableDocument(`holds more than ${MOST.characters / 1e6} million characters, more than any plan; name the document itself`);
