import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rounded } from './median.js';

/** Milliseconds by the clock and of the processor (user and system, all threads), and the most memory of the process in MB. */
export interface CommandCost {
  ms: number;
  cpu: number;
  peak: number;
}

/** What the bundled command line takes from its start to its end; a module loaded before it writes that down when it ends. */
export function costOf(...parameters: string[]): CommandCost {
  const folder = mkdtempSync(path.join(tmpdir(), 'planbook-bench-'));
  try {
    const [hook, told] = [path.join(folder, 'usage.cjs'), path.join(folder, 'usage.json')];
    // Threads load it too.
    writeFileSync(
      hook,
      `if (require('node:worker_threads').isMainThread) process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.resourceUsage())));`,
    );
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--require', hook, path.resolve('dist/planbook.cjs'), ...parameters], {
      encoding: 'utf8',
      maxBuffer: 64e6,
    });
    const ms = performance.now() - start;
    if (status !== 0) throw new Error(`planbook ${parameters.join(' ')} ended with ${String(status)}: ${stderr}`);
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(told, 'utf8')) as NodeJS.ResourceUsage;
    return { ms: rounded(ms, 0), cpu: rounded((userCPUTime + systemCPUTime) / 1e3, 0), peak: rounded(maxRSS / 1024, 0) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
