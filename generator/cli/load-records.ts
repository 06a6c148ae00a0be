import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Plan } from '../../plan/plan.js';
import type { Fault } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import { parsePlan } from '../../plan/record/parse-plan.js';
import type { Catalogue } from '../../plan/record/schema.js';
import { YAML_BOUNDS } from '../../plan/record/yaml-bounds.js';
import { readFileWithin } from './read-file.js';

export interface Loaded {
  plans: { file: string; plan: Plan }[];
  faults: Fault[];
}

const CATALOGUE = 'catalogue.yaml';

/**
 * Reads plan records: files as named, folders with all their .yaml but the catalogue. Each record is read with the
 * catalogue beside it, the one in seeds/, or the one given. What is wrong with one hides nothing of the others. `keep` makes of each
 * plan what is to be held of it.
 */
export function loadRecords(inputs: readonly string[], cataloguePath?: string, keep: (plan: Plan) => Plan = (plan) => plan): Loaded {
  const faults: Fault[] = [];
  const catalogues = new Map<string, Catalogue | null>();
  const catalogueFor = (file: string): Catalogue | null => {
    const where =
      cataloguePath ?? [path.join(path.dirname(file), CATALOGUE), path.join('seeds', CATALOGUE)].find(existsSync) ?? path.join(path.dirname(file), CATALOGUE);
    const known = catalogues.get(where);
    if (known !== undefined) return known;
    const text = readText(where, faults, `no catalogue of indicators; put ${CATALOGUE} beside the records or name one with --catalogue`);
    const parsed = text === null ? null : parseCatalogue(where, text);
    if (parsed) faults.push(...parsed.faults);
    catalogues.set(where, parsed?.value ?? null);
    return parsed?.value ?? null;
  };
  const plans: Loaded['plans'] = [];
  const firstFiles = new Map<string, string>();
  const files = inputs.flatMap((input) => recordFiles(input, faults));
  for (const file of new Map(files.map((each) => [path.resolve(each), each])).values()) {
    if (cataloguePath !== undefined && path.resolve(file) === path.resolve(cataloguePath)) continue;
    const text = readText(file, faults, 'no such file; name a record or a folder of records');
    const catalogue = text === null ? null : catalogueFor(file);
    if (text === null || catalogue === null) continue;
    const { plan, faults: found } = parsePlan(file, text, catalogue);
    faults.push(...found);
    if (!plan) continue;
    const { id } = plan.record;
    const first = firstFiles.get(id);
    if (first !== undefined) {
      const line = text.split('\n').findIndex((each) => each.startsWith('id:')) + 1;
      faults.push({ file, line: Math.max(1, line), column: 5, path: 'id', message: `${id} is already the id of ${first}; give each plan an id of its own` });
      continue;
    }
    firstFiles.set(id, file);
    plans.push({ file, plan: keep(plan) });
  }
  return { plans, faults };
}

function recordFiles(input: string, faults: Fault[]): string[] {
  let isFolder = false;
  try {
    isFolder = statSync(input).isDirectory();
  } catch {
    return [input];
  }
  if (!isFolder) return [input];
  const files = readdirSync(input)
    .filter((name) => /\.ya?ml$/u.test(name) && name !== CATALOGUE)
    .sort()
    .map((name) => path.join(input, name));
  if (files.length === 0) faults.push({ file: input, path: '', message: 'holds no records (.yaml); write one, or see planbook new --help' });
  return files;
}

/** In UTF-8 the characters a record may have, in Chinese. */
const MOST_BYTES = 3 * YAML_BOUNDS.characters;

function readText(file: string, faults: Fault[], missing: string): string | null {
  let bytes: Buffer;
  try {
    bytes = readFileWithin(file, MOST_BYTES);
  } catch (error) {
    faults.push({ file, path: '', message: (error as NodeJS.ErrnoException).code === 'ENOENT' ? missing : `cannot be read (${(error as Error).message})` });
    return null;
  }
  if (bytes.length > MOST_BYTES) {
    faults.push({ file, path: '', message: `larger than ${MOST_BYTES / 1e6} MB; name a record, which has some kilobytes` });
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    faults.push({ file, path: '', message: 'is not UTF-8 text; save it as UTF-8' });
    return null;
  }
}
