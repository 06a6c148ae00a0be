import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from '../../plan/record/fault.js';
import { CATALOGUE } from './read-record.js';

/** The record files that inputs name, each once: files as named, of folders all their .yaml but the catalogue, by name. */
export function listRecords(inputs: readonly string[], cataloguePath?: string): { files: string[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const files = new Map(inputs.flatMap((input) => recordFiles(input, faults)).map((file) => [path.resolve(file), file]));
  if (cataloguePath !== undefined) files.delete(path.resolve(cataloguePath));
  return { files: [...files.values()], faults };
}

function recordFiles(input: string, faults: Fault[]): string[] {
  let names: string[];
  try {
    if (!statSync(input).isDirectory()) return [input];
  } catch {
    return [input];
  }
  try {
    names = readdirSync(input).sort();
  } catch (error) {
    faults.push({ file: input, path: '', message: `cannot be read (${(error as Error).message})` });
    return [];
  }
  const files = names.filter((name) => /\.ya?ml$/u.test(name) && name !== CATALOGUE).map((name) => path.join(input, name));
  if (files.length === 0) faults.push({ file: input, path: '', message: 'holds no records (.yaml); write one, or see planbook new --help' });
  return files;
}
