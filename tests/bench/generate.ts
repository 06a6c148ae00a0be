import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CommandCost, costOf } from './command.js';
import { exponentOf } from './exponent.js';
import { writeMadeRecords } from './made-plans.js';
import { rounded } from './median.js';

const COUNTS = [100, 400, 1_600, 3_200];

export interface GenerateCosts {
  each: {
    plans: number;
    /** All workbooks without the comparison; with it; and again, when nothing has changed. */
    alone: CommandCost;
    compared: CommandCost;
    again: CommandCost;
  }[];
  /** Of the processor's time. */
  exponents: { alone: number; compared: number; again: number };
}

/** `planbook generate` of 100 to 3,200 records of thirty figures, from YAML to files, each in a process of its own. */
export function measureGenerate(): GenerateCosts {
  const each = COUNTS.map(generated);
  const exponent = (way: keyof GenerateCosts['exponents']): number => rounded(exponentOf(each.map((cost) => [cost.plans, cost[way].cpu])));
  return { each, exponents: { alone: exponent('alone'), compared: exponent('compared'), again: exponent('again') } };
}

function generated(plans: number): GenerateCosts['each'][number] {
  const folder = mkdtempSync(path.join(tmpdir(), 'planbook-bench-'));
  try {
    const [records, out] = [path.join(folder, 'records'), path.join(folder, 'out')];
    writeMadeRecords(records, plans);
    const alone = costOf('generate', records, '--out', path.join(folder, 'alone'), '--shard', '1/1');
    rmSync(path.join(folder, 'alone'), { recursive: true });
    return { plans, alone, compared: costOf('generate', records, '--out', out), again: costOf('generate', records, '--out', out) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function generateLines({ each, exponents }: GenerateCosts): string[] {
  const s = (ms: number): string => `${(ms / 1e3).toFixed(1)} s`;
  const told = (plans: number, { ms, cpu, peak }: CommandCost): string => `${s(ms)} (cpu ${s(cpu)}, ${(cpu / plans).toFixed(1)} ms a plan), peak ${peak} MB`;
  return [
    'planbook generate from YAML to files, a thread a core',
    ...each.map(
      ({ plans, alone, compared, again }) =>
        `  ${plans} plans: workbooks alone ${told(plans, alone)}; with their comparison ${told(plans, compared)}; again, nothing changed: ${told(plans, again)}`,
    ),
    `  growth exponents: alone ${exponents.alone.toFixed(2)}, with the comparison ${exponents.compared.toFixed(2)}, again ${exponents.again.toFixed(2)}`,
  ];
}
