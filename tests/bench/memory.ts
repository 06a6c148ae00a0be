import { spawnSync } from 'node:child_process';
import { cases, type Contender } from './contenders.js';
import { rounded } from './median.js';
import { ofEach, writeAll } from './workbook.js';

/** With this argument and a contender's name the benchmark is the child that writes by it alone, so that the memory is its own. */
export const ONE_MEMORY = '--one-memory';
const ROUNDS = 5;

/** The most memory a process takes that writes all plans in both languages five times over, in MB; Node, the plans and the ready parts alone are `floor`. */
export type Memory = Record<Contender, number>;

export const measureMemory = (): Memory =>
  ofEach((name) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [process.argv[1] ?? '', ONE_MEMORY, name], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`writing by ${name} ended with ${String(status)}: ${stderr}`);
    return Number(stdout);
  });

export async function oneMemory(name: string): Promise<number> {
  const all = await cases();
  for (let round = 0; round < ROUNDS; round += 1) await writeAll(name as Contender, all);
  return rounded(process.resourceUsage().maxRSS / 1024, 0);
}

export const memoryLines = (memory: Memory): string[] => [
  'The most memory of a process that writes all of them five times over',
  `  ${Object.entries(memory)
    .map(([name, MB]) => `${name} ${MB} MB`)
    .join(', ')}`,
];
