import { strFromU8, unzipSync } from 'fflate';
import { type Limits, UnreadableWorkbook } from './limits.js';

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];
const WANTED =
  /^(?:\/?\[Content_Types\]\.xml|\/?xl\/(?:workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml|externalLinks\/(?:_rels\/)?[^/]+\.(?:xml|rels)))$/u;

/** The parts of a workbook that hold names, rows and strings, as text; see {@link unzipParts}. */
export function unzipWorkbook(bytes: Uint8Array, limits: Limits): Map<string, string> {
  if (OLE_SIGNATURE.every((byte, index) => bytes[index] === byte)) {
    throw new UnreadableWorkbook('unreadable.locked');
  }
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipParts(bytes, limits, WANTED);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    throw new UnreadableWorkbook('unreadable.not-workbook');
  }
  return new Map(Object.entries(parts).map(([name, content]) => [name.replace(/^\//u, ''), decode(content)]));
}

/**
 * The parts of a packed file whose names match. Nothing else is inflated, and nothing beyond the limits: each part is
 * inflated into a buffer of its declared size, so that a lying header gains nothing. Throws {@link UnreadableWorkbook}
 * where a limit is passed, and the unpacker's own error where the file is damaged.
 */
export function unzipParts(bytes: Uint8Array, limits: Limits, wanted: RegExp): Record<string, Uint8Array> {
  if (bytes.length > limits.fileBytes) throw new UnreadableWorkbook('unreadable.file-size', { most: megabytes(limits.fileBytes) });
  let total = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!wanted.test(name)) return false;
      total += originalSize;
      if (originalSize > limits.partBytes || total > limits.totalBytes)
        throw new UnreadableWorkbook('unreadable.unpacked-size', { most: megabytes(limits.totalBytes) });
      return true;
    },
  });
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

/** Workbook parts are UTF-8; a byte order mark is dropped. */
const decode = (bytes: Uint8Array): string => strFromU8(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);
