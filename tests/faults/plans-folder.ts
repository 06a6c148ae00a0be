import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BUNDLE, filesBelow, type Ran } from '../cli/planbook.js';
import { RECORD } from '../cli/record-folder.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { SEEDS } from '../seeds.js';

/** A fault in the file system: see `inject.cjs`. */
export interface Fault {
  call: 'openSync' | 'writeSync' | 'fsyncSync' | 'renameSync' | 'readdirSync';
  /** What a name in the call ends in; * is any call. */
  name: string;
  skip?: number;
  times?: number;
  code?: string;
  /** Bytes a call writes, slowly. */
  chunk?: number;
  /** What vanishes after the call. */
  remove?: string;
  /** What another program writes to after the call: a byte at the end, or another file's content. */
  append?: string;
  copy?: [from: string, to: string];
  /** The thread ends at the call. */
  exit?: boolean;
  /** Only in threads of their own. */
  inThreads?: boolean;
}

export const injected = (...faults: readonly Fault[]): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_OPTIONS: `--require ${path.resolve('tests/faults/inject.cjs')}`,
  FAULTS: JSON.stringify(faults),
});

export const idOf = (number: number): string => `plan-${String(number).padStart(2, '0')}-2021-2025`;
export const bookOf = (number: number): string => `out/${idOf(number)}.xlsx`;

/** The n-th of many small records. */
export const recordOf = (number: number): string =>
  RECORD.replace('small-2021-2025', idOf(number))
    .replace('某市', `某市${number}`)
    .replace('12亿元', `${12 + number}亿元`);

/** Runs with a folder of small records below `records/`. */
export const inPlansFolder = <T>(count: number, run: (folder: string) => T): T =>
  inTemporaryFolder((folder) => {
    mkdirSync(path.join(folder, 'records'));
    copyFileSync(path.join(SEEDS, 'catalogue.yaml'), path.join(folder, 'records/catalogue.yaml'));
    for (let number = 1; number <= count; number += 1) writeFileSync(path.join(folder, `records/${idOf(number)}.yaml`), recordOf(number));
    return run(folder);
  });

/** `planbook generate records` in the folder. */
export function generate(folder: string, options: readonly string[] = [], env: NodeJS.ProcessEnv = process.env): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE, 'generate', 'records', ...options], { cwd: folder, encoding: 'utf8', env });
  return { status, stdout, complaints: stderr.split('\n').filter((line) => line !== '') };
}

/** The same, going on while the test does. */
export const begin = (folder: string, options: readonly string[] = [], env: NodeJS.ProcessEnv = process.env): ChildProcess =>
  spawn(process.execPath, [BUNDLE, 'generate', 'records', ...options], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });

/** The files of the output folder, hidden ones too, and what they hold. */
export const outOf = (folder: string, out = 'out'): Map<string, string> =>
  new Map(filesBelow(path.join(folder, out)).map((name) => [name, readFileSync(path.join(folder, out, name)).toString('base64')]));

/** A file begun and never ended. */
export const isTemporary = (name: string): boolean => /^\.planbook-.*\.tmp$/u.test(name);
