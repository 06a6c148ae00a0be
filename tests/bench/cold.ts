import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { median, rounded } from './median.js';

const RUNS = 9;
/** Below the project, so that its packages are found; beside the bundle, so that it is no source. */
const UNBUNDLED = path.resolve('dist/unbundled');

export interface ColdTimes {
  bundled: number;
  unbundled: number;
}

/** Milliseconds from starting Node to the last of all plans' workbooks: the bundle, and the same sources one module a file. */
export function measureCold(): ColdTimes {
  transpile();
  const programs = { bundled: path.resolve('dist/planbook.cjs'), unbundled: path.join(UNBUNDLED, 'generator/main.js') };
  const times: Record<keyof typeof programs, number[]> = { bundled: [], unbundled: [] };
  for (let run = -1; run < RUNS; run += 1) {
    for (const name of ['bundled', 'unbundled'] as const) {
      const time = generate(programs[name]);
      if (run >= 0) times[name].push(time);
    }
  }
  rmSync(UNBUNDLED, { recursive: true });
  return { bundled: rounded(median(times.bundled), 1), unbundled: rounded(median(times.unbundled), 1) };
}

function generate(program: string): number {
  const out = mkdtempSync(path.join(tmpdir(), 'planbook-bench-'));
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [program, 'generate', 'seeds', '--out', out], { encoding: 'utf8' });
  const time = performance.now() - start;
  rmSync(out, { recursive: true });
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr}`);
  return time;
}

/** Each source file as a CommonJS module, types dropped, nothing joined. */
function transpile(): void {
  rmSync(UNBUNDLED, { recursive: true, force: true });
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  for (const folder of ['plan', 'generator']) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const source = path.join(entry.parentPath, entry.name);
      const target = path.join(UNBUNDLED, source.replace(/\.ts$/u, '.js'));
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, ts.transpileModule(readFileSync(source, 'utf8'), { compilerOptions: options }).outputText);
    }
  }
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
  writeFileSync(path.join(UNBUNDLED, 'package.json'), JSON.stringify({ ...manifest, type: 'commonjs' }));
}
