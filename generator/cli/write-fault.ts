import path from 'node:path';
import { reasonOf } from './write-file.js';

/** Why a file could not be written, and whether any other could be. */
export interface WriteFault {
  /** What is wrong with a file of that name, and what to do. */
  reason: string;
  /** What is wrong with its folder or disk, which goes for every file after it; null where it is about this file alone. */
  folder: string | null;
}

const ANOTHER = 'name another folder with --out';
const FOLDER_FAULTS: Record<string, string> = {
  ENOSPC: `the disk is full (ENOSPC); make room, or ${ANOTHER}`,
  EDQUOT: `your share of the disk is used up (EDQUOT); make room, or ${ANOTHER}`,
  EFBIG: `files may not grow that large here (EFBIG; see ulimit -f); ${ANOTHER}`,
  ENOENT: 'the folder is gone (ENOENT); bring it back',
};
const FILE_FAULTS: Record<string, string> = {
  EISDIR: 'a folder has this name (EISDIR); move it away',
  ENOTEMPTY: 'a folder has this name (ENOTEMPTY); move it away',
};

/** Making and filling a file beside the other fails for all alike; putting it in the other's place fails for that one. */
export function writeFault(file: string, error: unknown): WriteFault {
  const code = reasonOf(error);
  const { syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'rename' || syscall === undefined)
    return { reason: FILE_FAULTS[code] ?? `cannot be written (${code}); close it if it is open, or ${ANOTHER}`, folder: null };
  const folder = `${path.dirname(file)}: ${FOLDER_FAULTS[code] ?? `cannot be written to (${code}); ${ANOTHER}`}`;
  return { reason: `cannot be written (${code})`, folder };
}
