import { readdirSync, readFileSync } from 'node:fs';

/** The most memory a page of this process's browsers took, its worker included, in MB; null where the system does not tell. */
export function pagePeak(): number | null {
  const found = processes().filter(({ pid, command }) => command.includes('--type=renderer') && isOurs(pid));
  const peaks = found.map(({ status }) => Number(/^VmHWM:\s+(\d+) kB/mu.exec(status)?.[1] ?? 0) / 1e3);
  return peaks.length === 0 ? null : Math.round(Math.max(...peaks));
}

interface Process {
  pid: number;
  command: string;
  status: string;
}

function processes(): Process[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/u.test(name) ? read(Number(name)) : []));
  } catch {
    return [];
  }
}

function read(pid: number): Process[] {
  try {
    return [{ pid, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8'), status: readFileSync(`/proc/${pid}/status`, 'utf8') }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

function isOurs(pid: number): boolean {
  for (let each = pid; each > 1; each = Number(/^PPid:\s+(\d+)/mu.exec(read(each)[0]?.status ?? '')?.[1] ?? 0)) if (each === process.pid) return true;
  return false;
}
