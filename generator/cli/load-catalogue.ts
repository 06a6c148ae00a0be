import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import type { Catalogue } from '../../plan/record/schema.js';
import { YAML_BOUNDS } from '../../plan/record/yaml-bounds.js';
import { readFileWithin } from './read-file.js';
import { reasonOf } from './write-file.js';

const CATALOGUE = 'catalogue.yaml';

/** The catalogue named, else the one in the folder, else the one in seeds/; or why there is none. */
export function loadCatalogue(folder: string, named?: string): { catalogue: Catalogue; faults: [] } | { catalogue: null; faults: Fault[] } {
  const file = named ?? [path.join(folder, CATALOGUE), path.join('seeds', CATALOGUE)].find(existsSync) ?? path.join(folder, CATALOGUE);
  let text: string;
  try {
    // What is cut here passes the bound on characters.
    text = readFileWithin(file, 3 * YAML_BOUNDS.characters).toString();
  } catch (error) {
    return { catalogue: null, faults: [{ file, path: '', message: `no catalogue of indicators can be read (${reasonOf(error)}); name one with --catalogue` }] };
  }
  const { value, faults } = parseCatalogue(file, text);
  return value === null ? { catalogue: null, faults } : { catalogue: value, faults: [] };
}
