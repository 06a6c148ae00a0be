import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generate, inPlansFolder, outOf } from '../faults/plans-folder.js';

const PLANS = 4;
const SHARDS = [1, 2, 3, 4];
/** The README's blocks on job arrays, as they stand there. */
const readme = readFileSync('README.md', 'utf8');
const section = readme.slice(readme.indexOf('### Thousands of plans'), readme.indexOf('## From a document'));
const blocks = [...section.matchAll(/```(?:sh|yaml)\n([\s\S]*?)```/gu)].map(([, text = '']) => text);
const block = (words: string): string => blocks.find((text) => text.includes(words)) ?? '';

/** Runs a script as a job of an array. */
const run = (folder: string, script: string, env: NodeJS.ProcessEnv = {}): void => {
  const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
  expect([status, stderr]).toEqual([0, '']);
};

/** GNU parallel as far as the README uses it, for machines without it. */
const PARALLEL =
  '#!/bin/sh\ncommand=""\nwhile [ "$1" != ":::" ]; do command="$command $1"; shift; done\nshift\nfor each; do sh -c "$(echo "$command" | sed "s/{}/$each/g")"; done\n';

interface Job {
  spec: { completionMode: string; completions: number; template: { spec: { containers: [{ command: [string, string, string] }] } } };
}

describe.skipIf(process.platform === 'win32')('the README’s job arrays write what one run writes', () => {
  test.each<[what: string, runAll: (folder: string) => void]>([
    [
      'Slurm',
      (folder) => {
        const script = block('SBATCH');
        expect(script).toContain(`--array=1-${SHARDS.length}`);
        for (const shard of SHARDS) run(folder, script, { SLURM_ARRAY_TASK_ID: String(shard), SLURM_ARRAY_TASK_COUNT: String(SHARDS.length) });
      },
    ],
    [
      'Kubernetes Indexed Job',
      (folder) => {
        const { spec } = parse(block('Kubernetes')) as Job;
        expect([spec.completionMode, spec.completions]).toEqual(['Indexed', SHARDS.length]);
        const [{ command }] = spec.template.spec.containers;
        expect(command.slice(0, 2)).toEqual(['sh', '-c']);
        for (const shard of SHARDS) run(folder, command[2], { JOB_COMPLETION_INDEX: String(shard - 1) });
      },
    ],
    [
      'GNU parallel',
      (folder) => {
        mkdirSync(path.join(folder, 'bin'));
        writeFileSync(path.join(folder, 'bin/parallel'), PARALLEL);
        chmodSync(path.join(folder, 'bin/parallel'), 0o755);
        run(folder, block('GNU parallel'), { PATH: `${path.join(folder, 'bin')}:${process.env['PATH'] ?? ''}` });
      },
    ],
  ])('%s', (_, runAll) => {
    inPlansFolder(PLANS, (folder) => {
      expect(generate(folder, ['--out', 'whole']).status).toBe(0);
      renameSync(path.join(folder, 'records'), path.join(folder, 'plans'));
      symlinkSync(path.resolve('dist'), path.join(folder, 'dist'));
      runAll(folder);
      const whole = outOf(folder, 'whole');
      whole.delete('comparison.xlsx');
      expect(outOf(folder, 'books')).toEqual(whole);
    });
  });
});
