import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip, deflated while it was written. */
export interface PackedPart {
  crc: number;
  /** Bytes before deflating. */
  size: number;
  deflated: Buffer[];
}

/** Bytes gathered before they are deflated: many, so that little is lost by starting anew. */
const CHUNK = 1_000_000;

/** The most a UTF-16 unit takes in UTF-8. */
const BYTES_A_CHARACTER = 3;

/**
 * Deflates a text that is never held whole: each chunk is flushed to a byte's end (RFC 1951, 3.2.4: an empty stored block), so
 * that the chunks one after another are one stream. The same pieces give the same bytes.
 */
export function packPieces(pieces: Iterable<string>, level = 6): PackedPart {
  const packed: PackedPart = { crc: 0, size: 0, deflated: [] };
  // One buffer for all: strings or buffers of this size would each wait for a full collection.
  let gathered = Buffer.allocUnsafe(CHUNK);
  let length = 0;
  const add = (finishFlush: number): void => {
    const bytes = gathered.subarray(0, length);
    packed.crc = crc32(bytes, packed.crc);
    packed.size += bytes.length;
    packed.deflated.push(deflateRawSync(bytes, { level, finishFlush }));
    length = 0;
  };
  for (const piece of pieces) {
    const most = piece.length * BYTES_A_CHARACTER;
    if (length + most > gathered.length && length > 0) add(constants.Z_SYNC_FLUSH);
    if (most > gathered.length) gathered = Buffer.allocUnsafe(most);
    length += gathered.write(piece, length, 'utf8');
  }
  add(constants.Z_FINISH);
  return packed;
}
