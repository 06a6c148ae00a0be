import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import type { PackedPart } from './part-writer.js';

/** 1980-01-01 00:00, the earliest time a zip can tell: no clock gets into the bytes. */
const DOS_DATE = 0x0021;
const UTF8_NAMES = 0x0800;

/** A part as text, or made when its turn comes, packed or not; it may ask for the SHA-256 of all that stands before it, bodies and then their entries in the directory. */
export type Part = string | ((before: () => string) => string | PackedPart);

/** Packs parts into a zip; see {@link zipPieces}. */
export const zip = (parts: ReadonlyMap<string, Part>, level?: number): Buffer => Buffer.concat([...zipPieces(parts, level)]);

/**
 * Packs parts into a zip, in the order given, deflated by Node's zlib; the same parts give the same bytes, piece by piece: of a large
 * workbook no more than a part is held. Format: PKWARE APPNOTE 6.3.3, sections 4.3.7, 4.3.12, 4.3.16.
 */
export function* zipPieces(parts: ReadonlyMap<string, Part>, level = 6): Generator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  const bodies = createHash('sha256');
  const before = (): string => bodies.copy().update(Buffer.concat(directory)).digest('hex');
  for (const [name, part] of parts) {
    const made = typeof part === 'string' ? part : part(before);
    const { crc, size, deflated } = typeof made === 'string' ? pack(made, level) : made;
    const length = deflated.reduce((sum, piece) => sum + piece.length, 0);
    const nameBytes = Buffer.from(name, 'utf8');
    const sizes = { crc, deflated: length, size, name: nameBytes.length };
    const local = header(0x04034b50, 30, sizes);
    for (const piece of [local, nameBytes, ...deflated]) {
      bodies.update(piece);
      yield piece;
    }
    const central = header(0x02014b50, 46, sizes);
    central.writeUInt32LE(offset, 42);
    directory.push(central, nameBytes);
    offset += local.length + nameBytes.length + length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  yield index;
  yield end;
}

function pack(text: string, level: number): PackedPart {
  const content = Buffer.from(text, 'utf8');
  // zlib would set aside 16 kB for what comes of each: for small parts that takes longer than deflating them.
  const chunkSize = Math.min(Math.max(content.length, 256), 16_384);
  return { crc: crc32(content), size: content.length, deflated: [deflateRawSync(content, { level, chunkSize })] };
}

/** The fields that a local and a central header share; the central one has "version made by" before them. */
function header(signature: number, length: 30 | 46, sizes: { crc: number; deflated: number; size: number; name: number }): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  const at = length === 46 ? 6 : 4;
  if (length === 46) bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, at);
  bytes.writeUInt16LE(UTF8_NAMES, at + 2);
  bytes.writeUInt16LE(8, at + 4);
  bytes.writeUInt16LE(0, at + 6);
  bytes.writeUInt16LE(DOS_DATE, at + 8);
  bytes.writeUInt32LE(sizes.crc, at + 10);
  bytes.writeUInt32LE(sizes.deflated, at + 14);
  bytes.writeUInt32LE(sizes.size, at + 18);
  bytes.writeUInt16LE(sizes.name, at + 22);
  return bytes;
}
