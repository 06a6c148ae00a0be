import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { replaceIn } from '../readers/package-parts.js';
import { begin, bookOf, generate, idOf, injected, inPlansFolder, isTemporary, outOf, recordOf } from './plans-folder.js';

/** Enough for threads to be worth their start. */
const MANY = 26;
const LOST = 7;

/** Every workbook but one, in order, and the comparison of the others. */
const ALL_BUT_ONE = [...Array.from({ length: MANY }, (_, index) => bookOf(index + 1)).filter((file) => file !== bookOf(LOST)), 'out/comparison.xlsx'];

/** As many entries as are read before they are counted, and an anchor, so that the slow reader takes them: that takes more memory than these runs are given. */
const HUGE = `${replaceIn(recordOf(LOST), 'issued: null', 'issued: &none null')}leftOut:\n${'  - {printed: 1个, at: 一/s1, why: count}\n'.repeat(33_000)}`;

describe('a thread that dies costs its plan and one line; the others are written', () => {
  test.each<[what: string, prepare: (folder: string) => NodeJS.ProcessEnv, says: RegExp]>([
    [
      'out of memory',
      (folder) => {
        writeFileSync(path.join(folder, 'records', `${idOf(LOST)}.yaml`), HUGE);
        return { ...process.env, NODE_OPTIONS: '--max-old-space-size=110' };
      },
      /^records\/plan-07-2021-2025\.yaml: cannot be made \(out of memory; NODE_OPTIONS=--max-old-space-size=4096 allows 4 GB\); please report it with the record$/u,
    ],
    [
      'ended from outside',
      () => injected({ call: 'openSync', name: `${idOf(LOST)}.yaml`, exit: true, inThreads: true }),
      /^records\/plan-07-2021-2025\.yaml: cannot be made \(its thread ended\); please report it with the record$/u,
    ],
  ])('%s', (_, prepare, says) => {
    inPlansFolder(MANY, (folder) => {
      const { status, stdout, complaints } = generate(folder, ['--jobs', '2'], prepare(folder));
      expect(complaints).toEqual([expect.stringMatching(says)]);
      expect([status, stdout]).toEqual([2, `${ALL_BUT_ONE.join('\n')}\n`]);
      writeFileSync(path.join(folder, 'records', `${idOf(LOST)}.yaml`), recordOf(LOST));
      expect(generate(folder)).toMatchObject({ status: 0, complaints: [] });
    });
  });
});

describe.skipIf(process.platform === 'win32')('a signal: what is done is told in one line, nothing is left half done, a rerun completes', () => {
  test.each<[what: string, signal: NodeJS.Signals, code: number, plans: number, after: string]>([
    ['Ctrl-C, in this thread', 'SIGINT', 130, 5, bookOf(1)],
    ['Ctrl-C, in threads', 'SIGINT', 130, MANY, bookOf(2)],
    ['stopped by the system', 'SIGTERM', 143, MANY, bookOf(2)],
    ['the terminal is closed', 'SIGHUP', 129, MANY, bookOf(1)],
  ])('%s', async (_, signal, code, plans, after) => {
    await inPlansFolder(plans, async (folder) => {
      const child = begin(folder, ['--jobs', '2'], injected({ call: 'writeSync', name: '*', chunk: 4000 }));
      let said = '';
      child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
      const exit = once(child, 'close');
      while (!existsSync(path.join(folder, after)) && child.exitCode === null) await wait(2);
      child.kill(signal);
      expect(await exit).toEqual([code, null]);
      expect(said).toMatch(/^interrupted: at least \d+ of \d+ workbooks are as they should be; run the same command again for the rest\n$/u);
      const left = [...outOf(folder).keys()];
      expect(left.filter(isTemporary)).toEqual([]);
      expect(left.length).toBeLessThan(plans);
      // Of two threads each may have finished one that it could not tell of any more.
      const told = Number(/at least (\d+) of (\d+)/u.exec(said)?.[1]);
      expect(told).toBeLessThanOrEqual(left.length);
      expect(told).toBeGreaterThanOrEqual(left.length - (plans === MANY ? 2 : 0));
      expect(generate(folder)).toMatchObject({ status: 0, complaints: [] });
    });
  });
});

test('a rerun in threads keeps what stands and compares it with the rest', () => {
  inPlansFolder(MANY, (folder) => {
    generate(folder, ['--jobs', '2']);
    writeFileSync(path.join(folder, 'records', `${idOf(LOST)}.yaml`), replaceIn(recordOf(LOST), '24亿元', '25亿元'));
    const { stdout } = generate(folder, ['--jobs', '2']);
    const written = stdout.split('\n').filter((line) => line !== '' && !line.endsWith(': unchanged'));
    expect(written).toEqual([bookOf(LOST), 'out/comparison.xlsx']);
    const again = outOf(folder);
    generate(folder, ['--jobs', '1', '--out', 'anew']);
    expect(outOf(folder, 'anew')).toEqual(again);
  });
});
