import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spareMemory } from '../../generator/cli/spare-memory.js';
import { VERSION } from '../../generator/version.js';
import { checkedPlan } from '../../plan/compare/checked-plan.js';
import { compare } from '../../plan/compare/compare.js';
import { costOf } from './command.js';
import { madePlans, writeMadeRecords } from './made-plans.js';
import { rounded } from './median.js';

/** All times are of the processor (user and system), for a machine may be shared; in milliseconds. */
export interface ComparisonCost {
  plans: number;
  figures: number;
  /** The yardstick: JSON.parse of the same plans. */
  parse: number;
  /** The gate and ranks; the checks of every plan. */
  compare: number;
  findings: number;
  /** `planbook compare` from YAML records to the workbook: all of it, and the process's peak in MB. */
  command: number;
  peak: number;
  /** MB of the workbook. */
  file: number;
  /** LibreOffice opens the workbook as it is, and recalculates all of it; null where it is not here. */
  open: number | null;
  recalculate: number | null;
}

const SIZES = [50, 200, 800, 3_200];
/** With this argument and a number the benchmark is the child that does one size, so that its memory is its own. */
export const ONE_COMPARISON = '--one-comparison';

/** Comparing 50 to 3,200 invented plans of thirty figures, each size in a process of its own. */
export function measureComparisons(): ComparisonCost[] {
  return SIZES.map((size) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', process.argv[1] ?? '', ONE_COMPARISON, String(size)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`comparing ${size} plans ended with ${String(status)}: ${stderr}`);
    return JSON.parse(stdout) as ComparisonCost;
  });
}

/** One size. */
export function oneComparison(count: number): ComparisonCost {
  spareMemory();
  const plans = [...madePlans(count)];
  const texts = plans.map((plan) => JSON.stringify({ ...plan, indicators: [] }));
  const parse = cpu(() => texts.forEach((text) => JSON.parse(text) as unknown));
  const compared = cpu(() => void compare(plans));
  const findings = cpu(() => plans.forEach((plan) => checkedPlan(plan, 'zh', VERSION)));
  const folder = mkdtempSync(path.join(tmpdir(), 'planbook-bench-'));
  try {
    writeMadeRecords(folder, count);
    const file = path.join(folder, 'comparison.xlsx');
    const { cpu: command, peak } = costOf('compare', folder, '--out', file);
    return {
      plans: count,
      figures: plans.reduce((sum, { figures }) => sum + figures.length, 0),
      parse: rounded(parse, 0),
      compare: rounded(compared, 0),
      findings: rounded(findings, 0),
      command,
      peak,
      file: rounded(statSync(file).size / 1e6, 1),
      open: openIn(folder, file, 'never'),
      recalculate: openIn(folder, file, 'always'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The costs as lines, and how they grow from the second size to the last: 1 is in proportion. */
export function comparisonLines(costs: readonly ComparisonCost[]): string[] {
  const s = (ms: number | null): string => (ms === null ? '—' : `${(ms / 1e3).toFixed(1)} s`);
  const growth = (key: 'compare' | 'findings' | 'command' | 'open' | 'recalculate'): string => {
    const [from, to] = [costs[1], costs.at(-1)];
    if (!from?.[key] || !to?.[key]) return '—';
    return (Math.log(to[key] / from[key]) / Math.log(to.plans / from.plans)).toFixed(2);
  };
  return [
    'Plans compared, each number in a process of its own (processor time)',
    ...costs.map(
      (cost) =>
        `  ${cost.plans} plans, ${cost.figures} figures: JSON.parse ${s(cost.parse)}; compared ${s(cost.compare)} (${(cost.compare / cost.parse).toFixed(1)} ×), checked ${s(cost.findings)} (${(cost.findings / cost.parse).toFixed(1)} ×); planbook compare ${s(cost.command)}, peak ${cost.peak} MB, file ${cost.file} MB; LibreOffice opens it in ${s(cost.open)}, recalculated ${s(cost.recalculate)}`,
    ),
    `  growth exponents: compared ${growth('compare')}, checked ${growth('findings')}, planbook compare ${growth('command')}, LibreOffice ${growth('open')}, recalculated ${growth('recalculate')}`,
  ];
}

function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

/** LibreOffice's own setting for workbooks of Excel: 0 recalculates always, 1 never. */
const RECALCULATION = { always: 0, never: 1 };

/** Opens a workbook in LibreOffice, has it tell its first sheet, and takes the time its processes have taken by the shell's word. */
function openIn(folder: string, file: string, recalculated: keyof typeof RECALCULATION): number | null {
  const profile = path.join(folder, `profile-${recalculated}`);
  const setting = `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${RECALCULATION[recalculated]}</value></prop></item>`;
  mkdirSync(path.join(profile, 'user'), { recursive: true });
  writeFileSync(
    path.join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${setting}</oor:items>`,
  );
  const opened = `soffice "-env:UserInstallation=file://$1" --headless --convert-to csv --outdir "$2" "$3" >/dev/null 2>&1 && test -f "$2/comparison.csv" && times`;
  const { status, stdout } = spawnSync('sh', ['-c', opened, 'sh', profile, folder, file], { encoding: 'utf8' });
  rmSync(path.join(folder, 'comparison.csv'), { force: true });
  return status === 0 ? rounded(childTime(stdout), 0) : null;
}

/** POSIX `times`: the shell's own user and system time on the first line, its children's on the second: 1m2.34s 0m0.56s. */
function childTime(told: string): number {
  const times = [...(told.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/gu)];
  return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1e3, 0);
}
