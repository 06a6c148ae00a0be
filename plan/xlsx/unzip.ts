import { inflateSync, strFromU8 } from 'fflate';
import { crc32 } from './crc32.js';
import { fileTooLarge, type Limits, UnreadableWorkbook } from './limits.js';
import { damaged, readDirectory, type ZipEntry } from './zip-directory.js';

/** The wanted parts of a packed file, each unpacked when it is asked for. */
export interface Parts {
  names: readonly string[];
  /** Whether the file holds a part of that name, wanted or not. */
  has(name: string): boolean;
  /** Undefined where there is no such part; throws {@link UnreadableWorkbook} where it is damaged. */
  bytes(name: string): Uint8Array | undefined;
  text(name: string): string | undefined;
}

/**
 * Opens a packed file, its parts whose names match. The directory alone is read at first, and refused where what it tells
 * passes a limit. Nothing else is unpacked, and nothing beyond the size that was told for it: a lying header gains nothing.
 * Throws {@link UnreadableWorkbook}.
 */
export function openZip(bytes: Uint8Array, limits: Limits, wanted: RegExp): Parts {
  if (bytes.length > limits.fileBytes) throw fileTooLarge(limits);
  const all = readDirectory(bytes, limits);
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (const entry of all) {
    if (!wanted.test(entry.name)) continue;
    total += entry.bytes;
    if (entry.bytes > limits.partBytes || total > limits.totalBytes)
      throw new UnreadableWorkbook('unreadable.unpacked-size', { most: megabytes(total > limits.totalBytes ? limits.totalBytes : limits.partBytes) });
    entries.set(entry.name, entry);
  }
  const read = (name: string): Uint8Array | undefined => {
    const entry = entries.get(name);
    return entry && unpack(bytes, entry);
  };
  return {
    names: [...entries.keys()],
    has: (name) => all.some((entry) => entry.name === name),
    bytes: read,
    text: (name) => {
      const content = read(name);
      return content && decode(content);
    },
  };
}

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;

function unpack(file: Uint8Array, { compression, crc, packedBytes, bytes, offset }: ZipEntry): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (offset + LOCAL_BYTES > file.length || view.getUint32(offset, true) !== LOCAL) throw damaged();
  const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = file.subarray(start, start + packedBytes);
  const content = compression === 0 ? packed : compression === 8 ? inflated(packed, bytes) : null;
  // A sum that does not fit: a digit may have become another one on the way.
  if (content?.length !== bytes || crc32(content) !== crc) throw damaged();
  return content;
}

function inflated(packed: Uint8Array, bytes: number): Uint8Array | null {
  try {
    return inflateSync(packed, { out: new Uint8Array(bytes) });
  } catch {
    return null;
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

/** Parts are UTF-8; a byte order mark is dropped. */
const decode = (bytes: Uint8Array): string => strFromU8(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);
