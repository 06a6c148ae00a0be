import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { Part } from './zip.js';

const CORE = 'docProps/core.xml';
const SEAL = /<dc:identifier>planbook:([0-9a-f]{64}):([0-9a-f]{64})<\/dc:identifier>/u;
/** More than the part with a workbook's title and dates ever takes. */
const MOST_CORE_BYTES = 100_000;

/**
 * Parts to be packed with a seal in the last of them: a hash of what the workbook was made from, and one of every byte before it. A
 * file that still bears its seal out is as it was written, to the byte, and tells so without a sheet being read.
 */
export function sealed(parts: ReadonlyMap<string, Part>, inputs: string): Map<string, Part> {
  const core = parts.get(CORE);
  if (typeof core !== 'string') throw new Error(`the shell lacks ${CORE}`);
  const others = [...parts].filter(([name]) => name !== CORE);
  return new Map([
    ...others,
    [CORE, (before) => core.replace('</cp:coreProperties>', `<dc:identifier>planbook:${sha256(inputs)}:${before()}</dc:identifier></cp:coreProperties>`)],
  ]);
}

/** Whether a file is one of these inputs and untouched since it was written; whatever Excel has saved is not. */
export const bearsSeal = (file: Buffer, inputs: string): boolean => sealedInputs(file) === sha256(inputs);

/** Whether a file is as Planbook wrote it, from whatever inputs: nobody has entered anything there. */
export const isUntouched = (file: Buffer): boolean => sealedInputs(file) !== null;

/** The subject in the properties of an untouched file: what it is about, without a sheet being read. */
export function sealedSubject(file: Buffer): string | null {
  const core = sealedCore(file);
  return core === null ? null : (/<dc:subject>([^<]*)<\/dc:subject>/u.exec(core)?.[1] ?? null);
}

/** The hash of the inputs of a file whose bytes are those it was sealed with. */
function sealedInputs(file: Buffer): string | null {
  const core = sealedCore(file);
  return core === null ? null : (SEAL.exec(core)?.[1] ?? null);
}

/** The properties of a file whose bytes are those it was sealed with. */
function sealedCore(file: Buffer): string | null {
  try {
    const { last, before } = lastPart(file);
    return last.name === CORE && SEAL.exec(last.text)?.[2] === before ? last.text : null;
  } catch {
    return null;
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The last part of a zip without a comment, and the hash of all before it: bodies, then their entries in the directory. Throws where it is none. */
function lastPart(file: Buffer): { last: { name: string; text: string }; before: string } {
  const end = file.length - 22;
  if (file.readUInt32LE(end) !== 0x06054b50) throw new Error('no end of a directory');
  const directory = file.readUInt32LE(end + 16);
  let entry = directory;
  for (let left = file.readUInt16LE(end + 10); left > 1; left -= 1)
    entry += 46 + file.readUInt16LE(entry + 28) + file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32);
  const offset = file.readUInt32LE(entry + 42);
  const name = file.subarray(entry + 46, entry + 46 + file.readUInt16LE(entry + 28));
  const body = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const text = inflateRawSync(file.subarray(body, body + file.readUInt32LE(entry + 20)), { maxOutputLength: MOST_CORE_BYTES }).toString('utf8');
  const before = createHash('sha256').update(file.subarray(0, offset)).update(file.subarray(directory, entry)).digest('hex');
  return { last: { name: name.toString('utf8'), text }, before };
}
