import { randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { temporaryName } from './leftovers.js';

export interface WriteOptions {
  /** Permissions of the file that is replaced, to go on with. */
  mode?: number | undefined;
  /** Called when all is written but nothing replaced yet: its last chance to throw. */
  ready?: () => void;
}

/** Writes a file whole or not at all: beside its place first, then renamed over it. */
export function writeFileWhole(file: string, bytes: Uint8Array, options?: WriteOptions): void {
  writePiecesWhole(file, [bytes], options);
}

/** The same of pieces that are made while they are written; what fails in their making is thrown as it is. */
export function writePiecesWhole(file: string, pieces: Iterable<Uint8Array>, { mode, ready }: WriteOptions = {}): void {
  const beside = path.join(path.dirname(file), temporaryName(randomBytes(6).toString('hex')));
  try {
    const handle = openSync(beside, 'wx');
    try {
      for (const bytes of pieces) for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
      if (mode !== undefined) fchmodSync(handle, mode);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    ready?.();
    renamePatiently(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** A scanner of viruses may hold a new file for a moment; who has it open in Excel holds it for longer than these waits. */
const WAITS_MS = [20, 100, 200];

function renamePatiently(from: string, to: string): void {
  for (const wait of WAITS_MS) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!isHeld(reasonOf(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
  renameSync(from, to);
}

/** Windows says that it is not permitted, others that it is busy. */
const isHeld = (code: string): boolean => code === 'EBUSY' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'));

/** Whether the operating system refused something, rather than a fault of our own. */
export const isOfSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** What went wrong with a file, in the operating system's own word. */
export const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
