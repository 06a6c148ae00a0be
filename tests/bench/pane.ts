import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What the pane costs on one workbook, in the played Excel. */
export interface PaneCost {
  what: string;
  figures: number;
  /** Requests to Excel until the pane shows what it found, and bytes of the largest of them and of the largest answer. */
  syncs: number;
  largestRequest: number;
  largestAnswer: number;
  /** Milliseconds: until it shows it, and the longest the page stood still meanwhile: by the clock, and of a processor's time, for a machine may be shared. */
  time: number;
  pause: { clock: number; processor: number };
  /** MB the page and its worker took at most; null where the system does not tell. */
  memory: number | null;
}

const RUNS: readonly [what: string, number: number][] = [
  ['checked', 100],
  ['checked', 1_000],
  ['checked', 10_000],
  ['compared', 100],
  ['comparison', 100],
  ['comparison', 3_200],
  ['compared', 3_200],
];

/** The built pane in Chromium: a plan's workbook of ever more figures, comparison workbooks, and plans kept in a workbook; each in a process of its own. */
export function measurePane(): PaneCost[] {
  return RUNS.flatMap(([what, number]) => {
    // The tests' own program: it knows the page's types.
    const program = path.join(path.dirname(process.argv[1] ?? ''), 'bench-pane.cjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=8000', program, what, String(number)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the pane on ${number} (${what}) ended with ${String(status)}: ${stderr}`);
    return JSON.parse(stdout) as PaneCost[];
  });
}

export const paneLines = (costs: readonly PaneCost[]): string[] => [
  'The task pane in Chromium, Excel played',
  ...costs.map(
    ({ what, figures, syncs, largestRequest, largestAnswer, time, pause, memory }) =>
      `  ${figures} figures ${what}: ${syncs} requests, the largest ${largestRequest} bytes out and ${largestAnswer} back; ${(time / 1e3).toFixed(1)} s, the longest pause ${pause.clock} ms (${pause.processor} of a processor's time)${memory === null ? '' : `; page and worker ${memory} MB`}`,
  ),
];
