import { getDocumentProxy } from 'unpdf';
import type { SourceBlock } from '../../plan/extract/draft.js';
import { PACKED_CHARACTER_MAPS } from './packed-character-maps.js';
import { pageLines, type PageText, paragraphs } from './pdf-lines.js';
import { MOST, tooLong, UnreadableDocument } from './unreadable-document.js';

const VERBOSITY_ERRORS = 0;

/** The text layer of a PDF. Pictures of pages have none: they are refused, as is what a password locks. */
export async function readPdf(bytes: Uint8Array): Promise<SourceBlock[]> {
  const pdf = await open(bytes);
  try {
    const pages: PageText[] = [];
    let characters = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const lines = pageLines(items.flatMap((item) => ('str' in item ? [item] : [])));
      characters += lines.reduce((sum, { text }) => sum + text.length, 0);
      if (characters > MOST.characters) throw tooLong();
      pages.push(lines);
      page.cleanup();
    }
    if (characters === 0) throw new UnreadableDocument('holds pictures of pages and no text; run text recognition (OCR) on it and save the text');
    return [{ kind: 'text', text: paragraphs(pages) }];
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw new UnreadableDocument('a damaged PDF; save it anew, or save its text');
  } finally {
    await pdf.destroy();
  }
}

async function open(bytes: Uint8Array): ReturnType<typeof getDocumentProxy> {
  try {
    // A copy: the reader empties the buffer it is given, and takes none of Node's own kind.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: VERBOSITY_ERRORS, ...PACKED_CHARACTER_MAPS });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableDocument(locked ? 'protected by a password; save it without one' : 'a damaged PDF; save it anew, or save its text');
  }
}
