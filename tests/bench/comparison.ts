import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spareMemory } from '../../generator/cli/spare-memory.js';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { VERSION } from '../../generator/version.js';
import { checkedPlan } from '../../plan/compare/checked-plan.js';
import { compare } from '../../plan/compare/compare.js';
import { comparisonWorkbook } from '../../plan/comparison-workbook.js';
import { madePlans } from './made-plans.js';
import { rounded } from './median.js';

export interface ComparisonCost {
  plans: number;
  figures: number;
  /** Milliseconds: the gate and ranks; the checks of every plan; the workbook, laid out and written. */
  compare: number;
  findings: number;
  workbook: number;
  /** Megabytes: the process's peak, and the file. */
  peak: number;
  file: number;
  /** Milliseconds LibreOffice takes to open the file and tell its first sheet; null where it is not here. */
  libreOffice: number | null;
}

const SIZES = [50, 800, 3_200];
/** With this argument and a number the benchmark is the child that does one size, so that its peak memory is its own. */
export const ONE_COMPARISON = '--one-comparison';

/** The comparison workbook of 50, 800 and 3,200 invented plans of thirty figures, each in a process of its own. */
export function measureComparisons(): ComparisonCost[] {
  return SIZES.map((size) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [process.argv[1] ?? '', ONE_COMPARISON, String(size)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`comparing ${size} plans ended with ${String(status)}: ${stderr}`);
    return JSON.parse(stdout) as ComparisonCost;
  });
}

/** One size, its costs as JSON. */
export async function oneComparison(count: number): Promise<ComparisonCost> {
  spareMemory();
  const plans = [...madePlans(count)];
  const clock = stopwatch();
  const comparison = compare(plans);
  const compared = clock();
  const findings = plans.map((plan) => checkedPlan(plan, 'zh', VERSION));
  const checked = clock();
  const bytes = await writeWorkbook(comparisonWorkbook(comparison, plans, findings, 'zh', VERSION));
  const written = clock();
  const folder = mkdtempSync(path.join(tmpdir(), 'planbook-bench-'));
  const file = path.join(folder, 'comparison.xlsx');
  writeFileSync(file, bytes);
  const peak = process.resourceUsage().maxRSS / 1024;
  const cost = {
    plans: count,
    figures: plans.reduce((sum, { figures }) => sum + figures.length, 0),
    compare: rounded(compared, 0),
    findings: rounded(checked, 0),
    workbook: rounded(written, 0),
    peak: rounded(peak, 0),
    file: rounded(statSync(file).size / 1e6, 1),
    libreOffice: openIn(folder, file),
  };
  rmSync(folder, { recursive: true });
  return cost;
}

function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const passed = now - last;
    last = now;
    return passed;
  };
}

const OFFICE = 'soffice';

function openIn(folder: string, file: string): number | null {
  const start = performance.now();
  const { status } = spawnSync(OFFICE, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'csv', '--outdir', folder, file]);
  return status === 0 ? rounded(performance.now() - start, 0) : null;
}
