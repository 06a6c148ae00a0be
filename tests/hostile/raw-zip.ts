import { deflateRawSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { crc32 } from '../../plan/xlsx/crc32.js';

/** A packed file and what its directory claims of it, true where nothing is claimed. */
export interface RawEntry {
  name: string;
  content: string | Uint8Array;
  stored?: boolean;
  claims?: { bytes?: number; packedBytes?: number; offset?: number; crc?: number };
}

/** A zip whose directory may lie: of sizes, of places, of how much it holds (with a zip64 record where that is more than 65,535). */
export function rawZip(entries: readonly RawEntry[], claimed: number = entries.length): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, stored = false, claims = {} } of entries) {
    const plain = typeof content === 'string' ? strToU8(content) : content;
    const packed = stored ? plain : deflateRawSync(plain);
    const label = Buffer.from(name);
    const [method, crc] = [stored ? 0 : 8, claims.crc ?? crc32(plain)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(0x0800, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(claims.packedBytes ?? packed.length, 20);
    entry.writeUInt32LE(claims.bytes ?? plain.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(claims.offset ?? at, 42);
    files.push(local, label, Buffer.from(packed));
    directory.push(entry, label);
    at += local.length + label.length + packed.length;
  }
  const whole = Buffer.concat(directory);
  return Buffer.concat([...files, whole, ...endOf(claimed, whole.length, at)]);
}

function endOf(count: number, size: number, start: number): Buffer[] {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  if (count <= 0xffff) return [end];
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  return [end64, locator, end];
}
