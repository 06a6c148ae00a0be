import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

/** Several machines may write to one folder, where the numbers of their processes tell nothing apart. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const LEFTOVER = /^\.planbook-([0-9a-f]{8})-(\d+)-[0-9a-f]+\.tmp$/u;
/** No file is written for so long: whatever machine it was, it is not at it any more. */
const AN_HOUR = 3_600_000;

/** The name of a file that is being written: hidden, and whose it is. */
export const temporaryName = (unique: string): string => `.planbook-${HOST}-${process.pid}-${unique}.tmp`;

/** Removes what a run that was killed left beside its files; another run's, still at work, stays. Before this process writes, its own number is a dead one's, too. */
export function removeLeftovers(folder: string): void {
  remove(folder, (host, pid, age) => age() > AN_HOUR || (host === HOST && (pid === process.pid || !isRunning(pid))));
}

/** Removes what this run has begun and will not end. */
export function removeUnfinished(folder: string): void {
  remove(folder, (host, pid) => host === HOST && pid === process.pid);
}

/** A leftover that cannot be removed harms nobody; whoever cannot write here is told so where it matters. */
function remove(folder: string, isDead: (host: string, pid: number, age: () => number) => boolean): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const [, host, pid] = LEFTOVER.exec(name) ?? [];
    if (host === undefined || pid === undefined) continue;
    const file = path.join(folder, name);
    try {
      if (isDead(host, Number(pid), () => Date.now() - statSync(file).mtimeMs)) rmSync(file, { force: true });
    } catch {
      continue;
    }
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
