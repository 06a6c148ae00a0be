import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Writes a file whole or not at all: beside its place first, then renamed over it. */
export function writeFileWhole(file: string, bytes: Uint8Array): void {
  writePiecesWhole(file, [bytes]);
}

/** The same of pieces that are made while they are written; what fails in their making is thrown as it is. */
export function writePiecesWhole(file: string, pieces: Iterable<Uint8Array>): void {
  const beside = path.join(path.dirname(file), `.planbook-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = openSync(beside, 'wx');
    try {
      for (const bytes of pieces) for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
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

/** Whether the operating system refused something, rather than a fault of our own. */
export const isOfSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** What went wrong with a file, in the operating system's own word. */
export const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

const LEFTOVER = /^\.planbook-(\d+)-[0-9a-f]+\.tmp$/u;
const A_MINUTE = 60_000;

/** Removes what a run that was killed left beside its files; another run's, still at work, stays. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = LEFTOVER.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const file = path.join(folder, name);
    if (Date.now() - statSync(file).mtimeMs > A_MINUTE) rmSync(file, { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
