import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import type { Catalogue } from '../../plan/record/schema.js';
import { YAML_BOUNDS } from '../../plan/record/yaml-bounds.js';
import { readFileWithin } from './read-file.js';

/** A text and the SHA-256 of its bytes, or the fault that keeps it from being read. */
export type ReadText = { text: string; hash: string; fault: null } | { text: null; hash: null; fault: Fault };

/** A catalogue as far as it could be read, and what is wrong with it; its hash is null where no file is there. */
export interface ReadCatalogue {
  catalogue: Catalogue | null;
  hash: string | null;
  faults: Fault[];
}

export const CATALOGUE = 'catalogue.yaml';

/** The catalogue a record is read with: the one named, the one beside it, or the one in seeds/. */
export const catalogueOf = (record: string, named?: string): string =>
  named ?? [path.join(path.dirname(record), CATALOGUE), path.join('seeds', CATALOGUE)].find(existsSync) ?? path.join(path.dirname(record), CATALOGUE);

/** Reads catalogues, each once. */
export function catalogueReader(): (file: string) => ReadCatalogue {
  const known = new Map<string, ReadCatalogue>();
  return (file) => {
    let read = known.get(file);
    if (!read) known.set(file, (read = readCatalogue(file)));
    return read;
  };
}

/** Tells the hashes of catalogues without reading them as such, each once; null where there is none. */
export function catalogueHasher(): (file: string) => string | null {
  const known = new Map<string, string | null>();
  return (file) => {
    let hash = known.get(file);
    if (hash === undefined) known.set(file, (hash = readText(file, NO_CATALOGUE).hash));
    return hash;
  };
}

function readCatalogue(file: string): ReadCatalogue {
  const { text, hash, fault } = readText(file, NO_CATALOGUE);
  if (text === null) return { catalogue: null, hash, faults: [fault] };
  const { value, faults } = parseCatalogue(file, text);
  return { catalogue: value, hash, faults };
}

const NO_CATALOGUE = `no catalogue of indicators; put ${CATALOGUE} beside the records or name one with --catalogue`;
export const NO_RECORD = 'no such file; name a record or a folder of records';

/** In UTF-8 the characters a record may have, in Chinese. */
const MOST_BYTES = 3 * YAML_BOUNDS.characters;

/** By which a record is told from another. */
export const hashOfText = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** Reads UTF-8 text; `missing` tells what to do where there is no such file. */
export function readText(file: string, missing: string): ReadText {
  const refuse = (message: string): ReadText => ({ text: null, hash: null, fault: { file, path: '', message } });
  let bytes: Buffer;
  try {
    bytes = readFileWithin(file, MOST_BYTES);
  } catch (error) {
    return refuse((error as NodeJS.ErrnoException).code === 'ENOENT' ? missing : `cannot be read (${(error as Error).message})`);
  }
  if (bytes.length > MOST_BYTES) return refuse(`larger than ${MOST_BYTES / 1e6} MB; name a record, which has some kilobytes`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), hash: hashOfText(bytes), fault: null };
  } catch {
    return refuse('is not UTF-8 text; save it as UTF-8');
  }
}

/** Where two plans have one id, the second is refused: they would be one workbook. */
export function idTaken(file: string, text: string, id: string, first: string): Fault {
  const line = text.split('\n').findIndex((each) => each.startsWith('id:')) + 1;
  return { file, line: Math.max(1, line), column: 5, path: 'id', message: `${id} is already the id of ${first}; give each plan an id of its own` };
}
