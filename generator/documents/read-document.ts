import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SourceBlock, SourceText } from '../../plan/extract/draft.js';
import { decodeText, type Encoding } from './decode-text.js';
import { fileKind, type FileKind } from './file-kind.js';
import { isTraditional, simplify } from './simplify.js';
import { wholeCharacters } from './whole-characters.js';
import { MOST, tooLong, UnreadableDocument } from './unreadable-document.js';

/** A document as it was read. */
export interface ReadDocument {
  /** The file's name without its folder, and the SHA-256 of its bytes. */
  name: string;
  sha256: string;
  kind: FileKind;
  /** Of texts and pages; null where the format tells its own. */
  encoding: Encoding | null;
  /** Characters the file has lost. */
  damaged: number;
  /** As the document has it, and in simplified characters; the same where it is in them. */
  original: SourceText;
  simplified: SourceText;
}

/** Reads a document of any format and encoding Planbook knows. Throws {@link UnreadableDocument}; converters that only one format needs are loaded for it alone. */
export async function readDocument(file: string): Promise<ReadDocument> {
  const bytes = readBytes(file);
  const name = path.basename(file);
  const kind = fileKind(name, bytes);
  const decoded = kind === 'text' || kind === 'html' ? decodeText(bytes) : null;
  if (kind === 'text' && decoded !== null && decoded.text.length > MOST.characters) throw tooLong();
  const blocks = (await blocksOf(kind, bytes, decoded?.text ?? '')).map(mended);
  const text = allText(blocks);
  if (text.trim() === '') throw new UnreadableDocument('holds no text');
  if (text.length > MOST.characters) throw tooLong();
  const original = { blocks };
  return {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    kind,
    encoding: decoded?.encoding ?? null,
    damaged: decoded?.damaged ?? 0,
    original,
    simplified: isTraditional(text) ? await simplify(original) : original,
  };
}

async function blocksOf(kind: FileKind, bytes: Uint8Array, text: string): Promise<SourceBlock[]> {
  switch (kind) {
    case 'text':
      return [{ kind: 'text', text: text.replace(/^\ufeff/u, '') }];
    case 'html': {
      const { htmlBlocks } = await import(/* webpackChunkName: "html" */ './html-blocks.js');
      return htmlBlocks(text);
    }
    case 'docx': {
      const { readDocx } = await import(/* webpackChunkName: "docx" */ './read-docx.js');
      return readDocx(bytes);
    }
    case 'pdf': {
      const { readPdf } = await import(/* webpackChunkName: "pdf" */ './read-pdf.js');
      return readPdf(bytes);
    }
  }
}

const mended = (block: SourceBlock): SourceBlock =>
  block.kind === 'text' ? { ...block, text: wholeCharacters(block.text) } : { ...block, rows: block.rows.map((row) => row.map(wholeCharacters)) };

/** The size is asked first: half a gigabyte is refused before it is read. */
function readBytes(file: string): Uint8Array {
  try {
    const status = statSync(file);
    if (status.isDirectory()) throw new UnreadableDocument('a folder; name the documents in it');
    if (!status.isFile()) throw new UnreadableDocument('not a file; name a document');
    if (status.size === 0) throw new UnreadableDocument('empty');
    if (status.size > MOST.fileBytes) throw new UnreadableDocument(`larger than ${MOST.fileBytes / 1e6} MB; name the document itself`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new UnreadableDocument(code === 'ENOENT' ? 'no such file' : `cannot be read (${code ?? String(error)})`);
  }
}

const allText = (blocks: readonly SourceBlock[]): string =>
  blocks.map((block) => (block.kind === 'text' ? block.text : block.rows.map((row) => row.join('\t')).join('\n'))).join('\n');
