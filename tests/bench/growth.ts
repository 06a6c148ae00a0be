import { spawnSync } from 'node:child_process';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { VERSION } from '../../generator/version.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { exponentOf } from './exponent.js';
import { madePlans } from './made-plans.js';
import { rounded } from './median.js';

/** With this argument and a number the benchmark is the child that writes so many plans, so that time and memory are its own. */
export const ONE_GROWTH = '--one-growth';
const COUNTS = [100, 400, 1_600, 3_200];
/** Written before time is taken, so that every number starts from compiled code. */
const WARM_UP = 40;

export interface Growth {
  /** Milliseconds a plan, by the clock and of the processor, and the most memory of the process, in MB. */
  each: { plans: number; ms: number; cpu: number; peak: number }[];
  /** k in time ∝ plans^k, by least squares over the logarithms, of the processor's time: 1 is in proportion. */
  exponent: number;
}

/** The workbooks of 100 to 3,200 invented plans of thirty figures, thrown away as they are made. */
export function measureGrowth(): Growth {
  const each = COUNTS.map((plans) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [process.argv[1] ?? '', ONE_GROWTH, String(plans)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`writing ${plans} plans ended with ${String(status)}: ${stderr}`);
    return JSON.parse(stdout) as Growth['each'][number];
  });
  return { each, exponent: rounded(exponentOf(each.map(({ plans, cpu }) => [plans, plans * cpu]))) };
}

export async function oneGrowth(count: number): Promise<Growth['each'][number]> {
  for (const plan of madePlans(WARM_UP)) await writeWorkbook(planWorkbook(plan, 'zh', VERSION));
  const [start, used] = [performance.now(), process.cpuUsage()];
  for (const plan of madePlans(count)) await writeWorkbook(planWorkbook(plan, 'zh', VERSION));
  const { user, system } = process.cpuUsage(used);
  return {
    plans: count,
    ms: rounded((performance.now() - start) / count),
    cpu: rounded((user + system) / 1e3 / count),
    peak: rounded(process.resourceUsage().maxRSS / 1024, 0),
  };
}

export const growthLines = ({ each, exponent }: Growth): string[] => [
  'Ever more plans in one process, a workbook each',
  ...each.map(({ plans, ms, cpu, peak }) => `  ${plans} plans: ${ms.toFixed(1)} ms a plan (cpu ${cpu.toFixed(1)}), peak ${peak} MB`),
  `  growth exponent ${exponent.toFixed(2)}`,
];
