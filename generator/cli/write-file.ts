import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Writes a file whole or not at all: beside its place first, then renamed over it. */
export function writeFileWhole(file: string, bytes: Uint8Array): void {
  const beside = path.join(path.dirname(file), `.planbook-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = openSync(beside, 'wx');
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** What went wrong with a file, in the operating system's own word. */
export const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
