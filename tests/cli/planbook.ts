import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

export const BUNDLE = path.resolve('dist/planbook.cjs');

export interface Ran {
  status: number | null;
  stdout: string;
  /** Standard error, a complaint a line. */
  complaints: string[];
}

/** Runs the bundled command line in a folder, as its users do. */
export const planbook = (folder: string, ...options: string[]): Ran => runBundle(BUNDLE, folder, ...options);

/** The same with a bundle that lies elsewhere. */
export function runBundle(bundle: string, folder: string, ...options: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...options], { cwd: folder, encoding: 'utf8', maxBuffer: 64e6 });
  return { status, stdout, complaints: stderr.split('\n').filter((line) => line !== '') };
}

/** Every file below a folder by its path there, hidden ones too. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
