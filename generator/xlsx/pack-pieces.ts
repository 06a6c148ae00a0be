import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip, deflated while it was written. */
export interface PackedPart {
  crc: number;
  /** Bytes before deflating. */
  size: number;
  deflated: Buffer[];
}

/** Characters gathered before they are deflated: as long as fits a cache, so that little is lost by starting anew. */
const CHUNK = 1_000_000;

/**
 * Deflates a text that is never held whole: each chunk is flushed to a byte's end (RFC 1951, 3.2.4: an empty stored block), so
 * that the chunks one after another are one stream. The same pieces give the same bytes.
 */
export function packPieces(pieces: Iterable<string>, level = 6): PackedPart {
  const packed: PackedPart = { crc: 0, size: 0, deflated: [] };
  const add = (text: string, finishFlush: number): void => {
    const bytes = Buffer.from(text, 'utf8');
    packed.crc = crc32(bytes, packed.crc);
    packed.size += bytes.length;
    packed.deflated.push(deflateRawSync(bytes, { level, finishFlush }));
  };
  let gathered: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    gathered.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    add(gathered.join(''), constants.Z_SYNC_FLUSH);
    gathered = [];
    length = 0;
  }
  add(gathered.join(''), constants.Z_FINISH);
  return packed;
}
