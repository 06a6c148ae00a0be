import { strFromU8 } from 'fflate';
import { type Limits, UnreadableWorkbook } from './limits.js';

/** One packed file as the directory at the end of a zip tells it. */
export interface ZipEntry {
  /** Without the slash that some programs begin it with. */
  name: string;
  /** 0 as it is, 8 deflated; nothing else is read. */
  compression: number;
  crc: number;
  packedBytes: number;
  bytes: number;
  /** Where its own header stands. */
  offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
/** Sizes of the records without their names and comments, and of the longest comment. */
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 0xffff;
/** What stands in a field whose value is in the zip64 extension. */
const ELSEWHERE = 0xffffffff;
const UTF_8 = 0x0800;

/**
 * The directory of a packed file (APPNOTE 4.3.12–4.3.16). It is read whole, within limits, before anything is unpacked: a
 * directory that claims four billion files, names one twice or in another case, or a way out of the package, is refused.
 * Throws {@link UnreadableWorkbook}.
 */
export function readDirectory(bytes: Uint8Array, limits: Limits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { count, start } = directoryOf(view);
    if (count > limits.parts) throw new UnreadableWorkbook('unreadable.parts', { most: limits.parts });
    const entries: ZipEntry[] = [];
    const names = new Set<string>();
    for (let at = start; entries.length < count;) {
      const { entry, next } = readEntry(view, bytes, at);
      const name = entry.name.toLowerCase();
      if (SUSPICIOUS.test(name)) throw new UnreadableWorkbook('unreadable.part-name', { part: entry.name });
      if (names.has(name)) throw new UnreadableWorkbook('unreadable.part-twice', { part: entry.name });
      names.add(name);
      entries.push(entry);
      at = next;
    }
    return entries;
  } catch (error) {
    // A field that would lie beyond the file.
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

export const damaged = (): UnreadableWorkbook => new UnreadableWorkbook('unreadable.not-workbook');

/** A way up or out, another system's separator, or what no name has. Nothing is ever written by such a name; honest files have none. */
// eslint-disable-next-line no-control-regex -- control characters are among what no name has
const SUSPICIOUS = /(?:^|\/)\.{1,2}(?:\/|$)|\/\/|[\\:\u0000-\u001f\u007f]/u;

function directoryOf(view: DataView): { count: number; start: number } {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (at < 20 || view.getUint32(at - 20, true) !== END_64_LOCATOR) return { count, start };
    const end64 = longAt(view, at - 12);
    if (view.getUint32(end64, true) !== END_64) throw damaged();
    return { count: longAt(view, end64 + 32), start: longAt(view, end64 + 48) };
  }
  throw damaged();
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): { entry: ZipEntry; next: number } {
  if (view.getUint32(at, true) !== ENTRY) throw damaged();
  const [nameBytes, extraBytes, commentBytes] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
  const extra = at + ENTRY_BYTES + nameBytes;
  const isUtf8 = (view.getUint16(at + 8, true) & UTF_8) !== 0;
  const long = zip64Fields(view, extra, extra + extraBytes);
  const field = (place: number): number => {
    const value = view.getUint32(place, true);
    return value === ELSEWHERE ? (long.shift() ?? value) : value;
  };
  // In the extension the order is size, packed size, offset.
  const size = field(at + 24);
  const packedBytes = field(at + 20);
  const offset = field(at + 42);
  const name = strFromU8(bytes.subarray(at + ENTRY_BYTES, extra), !isUtf8).replace(/^\//u, '');
  const entry = { name, compression: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packedBytes, bytes: size, offset };
  return { entry, next: extra + extraBytes + commentBytes };
}

function zip64Fields(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = Math.floor(view.getUint16(at + 2, true) / 8);
    return Array.from({ length: Math.min(count, 3) }, (_, index) => longAt(view, at + 4 + 8 * index));
  }
  return [];
}

/** Beyond 2^53 inexact, which is beyond every limit anyhow. */
const longAt = (view: DataView, at: number): number => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
