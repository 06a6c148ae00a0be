import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const PIECE = 65_536;

/**
 * A file's bytes, but at most `most` and one: what is longer is known by that and refused, and neither a file of gigabytes nor
 * a device that never ends is read to its end. Throws what the file system throws.
 */
export function readFileWithin(file: string, most: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const pieces: Buffer[] = [];
    let expected = fstatSync(handle).size + 1;
    for (let left = most + 1; left > 0;) {
      const piece = Buffer.allocUnsafe(Math.min(left, Math.max(expected, PIECE)));
      const read = readSync(handle, piece);
      if (read === 0) break;
      pieces.push(piece.subarray(0, read));
      left -= read;
      expected -= read;
    }
    const [only] = pieces;
    return pieces.length === 1 && only ? only : Buffer.concat(pieces);
  } finally {
    closeSync(handle);
  }
}
