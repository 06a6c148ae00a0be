import { strFromU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { SourceBlock } from '../../plan/extract/draft.js';
import { LIMITS, UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import { openZip } from '../../plan/xlsx/unzip.js';
import { htmlBlocks } from './html-blocks.js';
import { UnreadableDocument } from './unreadable-document.js';

/** What holds words; pictures and embedded files are not unpacked. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/u;

/** A .docx's text and tables. It is unpacked within limits before the converter, which has none, sees it. */
export async function readDocx(bytes: Uint8Array): Promise<SourceBlock[]> {
  const parts = unpacked(bytes);
  if (parts['word/document.xml'] === undefined)
    throw new UnreadableDocument('a packed file that is no .docx; name the document itself (.txt, .html, .docx or .pdf)');
  if (Object.values(parts).some((part) => strFromU8(part.subarray(0, 4096)).includes('<!DOCTYPE'))) {
    throw new UnreadableDocument('declares a document type inside, which no .docx does; open it in Word or WPS and save it anew');
  }
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), externalFileAccess: false },
    );
    return htmlBlocks(value);
  } catch {
    throw new UnreadableDocument('a damaged .docx; open it in Word or WPS and save it anew');
  }
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    const zip = openZip(bytes, LIMITS, WANTED);
    return Object.fromEntries(zip.names.map((name) => [name, zip.bytes(name) ?? new Uint8Array()]));
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    throw new UnreadableDocument(
      error.code === 'unreadable.not-workbook' ? 'a damaged .docx; open it in Word or WPS and save it anew' : `${error.message}; it is no plan`,
    );
  }
}
