import { accessSync, constants, lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { LIMITS } from '../../plan/xlsx/limits.js';
import { removeLeftovers } from './leftovers.js';
import { readFileWithin } from './read-file.js';
import { reasonOf } from './write-file.js';

/** What stands where a workbook is to go. */
export interface StandingFile {
  /** Where the new one goes: where a link leads, there. */
  target: string;
  /** Null where nothing stands, or nothing that can be read. */
  bytes: Buffer | null;
  /** Why it must be left alone, whatever it holds; null where it need not. */
  refusal: string | null;
  /** Permissions to go on with. */
  mode: number | undefined;
  /** Throws {@link ChangedMeanwhile} where another program has written there since. */
  unchanged: () => void;
}

/** Someone saved the file between our reading and our writing: what they entered must be read, too. */
export class ChangedMeanwhile extends Error {}

export function standingFile(file: string): StandingFile {
  const found = lookAt(file, (name) => lstatSync(name));
  if (!found) return standing({ target: file }, file, null);
  if (found.isSymbolicLink()) {
    const behind = lookAt(file, (name) => statSync(name));
    if (!behind) return standing({ target: file, refusal: 'is a link that leads nowhere' }, file, null);
    const target = realpathSync(file);
    removeLeftovers(path.dirname(target));
    return read(target, behind);
  }
  return read(file, found);
}

function read(target: string, stats: Stats): StandingFile {
  // Reading a pipe would wait for a writer.
  if (!stats.isFile() && !stats.isDirectory()) return standing({ target, refusal: 'a file of this name is there that is no ordinary file' }, target, stats);
  try {
    return standing({ target, bytes: readFileWithin(target, LIMITS.fileBytes), mode: stats.mode & 0o777 }, target, stats);
  } catch (error) {
    return standing({ target, refusal: `cannot be read (${reasonOf(error)})` }, target, stats);
  }
}

function standing(what: Partial<StandingFile>, target: string, stats: Stats | null): StandingFile {
  const unchanged = (): void => {
    const now = lookAt(target, (name) => statSync(name));
    if (now?.mtimeMs !== stats?.mtimeMs || now?.size !== stats?.size || now?.ino !== stats?.ino) throw new ChangedMeanwhile();
  };
  return { target, bytes: null, refusal: null, mode: undefined, ...what, unchanged };
}

/** Null where there is no such file. What else goes wrong shows when it is read. */
function lookAt(file: string, look: (file: string) => Stats): Stats | null {
  try {
    return look(file);
  } catch {
    return null;
  }
}

/** Whoever took a file's permission to be written to, or never gave it to us, meant it to stay: renaming would go over it all the same. */
export function isReadOnly({ target, mode }: StandingFile): boolean {
  if (mode === undefined) return false;
  // In a folder that nobody may write to, that is what is wrong.
  return (mode & 0o222) === 0 || (!mayWrite(target) && mayWrite(path.dirname(target)));
}

function mayWrite(name: string): boolean {
  try {
    accessSync(name, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
