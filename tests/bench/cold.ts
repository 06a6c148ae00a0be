import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { median, rounded } from './median.js';

const RUNS = 9;
/** Below the project, so that its packages are found; beside the bundle, so that it is no source. */
const UNBUNDLED = path.resolve('dist/unbundled');
const PROGRAMS = { bundled: path.resolve('dist/planbook.cjs'), unbundled: path.join(UNBUNDLED, 'generator/main.js') };
type Program = keyof typeof PROGRAMS;
const NAMES = Object.keys(PROGRAMS) as Program[];

type Each = Record<Program, number>;

/** Medians in milliseconds by the clock; of the processor in `cpu`. */
export interface ColdTimes extends Each {
  cpu: Each;
  /** bundled ÷ unbundled, median over the pairs of runs: by the clock, and of the processor. */
  ratio: number;
  cpuRatio: number;
}

interface Run {
  wall: number;
  cpu: number;
}

/** Milliseconds from starting Node to the last of all plans' workbooks: the bundle, and the same sources one module a file, in turn. */
export function measureCold(): ColdTimes {
  transpile();
  const runs: Record<Program, Run[]> = { bundled: [], unbundled: [] };
  for (let round = -1; round < RUNS; round += 1) {
    for (const name of round % 2 === 0 ? NAMES : [...NAMES].reverse()) {
      const run = generate(PROGRAMS[name]);
      if (round >= 0) runs[name].push(run);
    }
  }
  rmSync(UNBUNDLED, { recursive: true });
  const medians = (key: keyof Run): Each =>
    Object.fromEntries(NAMES.map((name) => [name, rounded(median(runs[name].map((run) => run[key])), 1)])) as unknown as Each;
  const ratio = (key: keyof Run): number => rounded(median(runs.bundled.map((run, index) => run[key] / (runs.unbundled[index]?.[key] ?? NaN))), 3);
  return { ...medians('wall'), cpu: medians('cpu'), ratio: ratio('wall'), cpuRatio: ratio('cpu') };
}

export const coldLines = ({ bundled, unbundled, cpu, ratio, cpuRatio }: ColdTimes): string[] => [
  'All five plans from the command line, cold: the bundle, and the same sources one module a file',
  `  bundled ${bundled} ms, unbundled ${unbundled} ms, ratio ${ratio}; cpu ${cpu.bundled} ms, ${cpu.unbundled} ms, ratio ${cpuRatio}`,
];

/** One run into an empty folder; a module loaded first writes down what the process took when it ends. */
function generate(program: string): Run {
  const folder = mkdtempSync(path.join(tmpdir(), 'planbook-bench-'));
  const [hook, told] = [path.join(folder, 'usage.cjs'), path.join(folder, 'usage.json')];
  writeFileSync(hook, `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.cpuUsage())));`);
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, program, 'generate', 'seeds', '--out', path.join(folder, 'out')], {
    encoding: 'utf8',
  });
  const wall = performance.now() - start;
  const { user, system } = JSON.parse(readFileSync(told, 'utf8')) as NodeJS.CpuUsage;
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr}`);
  return { wall, cpu: (user + system) / 1e3 };
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
