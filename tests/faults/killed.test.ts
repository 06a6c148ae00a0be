import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { entered, ENTRIES, withEntries } from './entries.js';
import { begin, bookOf, generate, injected, inPlansFolder, isTemporary, outOf } from './plans-folder.js';

const PLANS = 3;
const KILLS = 100;
/** A disk so slow that a kill often finds a file half written. */
const SLOW_DISK = injected({ call: 'writeSync', name: '*', chunk: 8000 });
/** What others keep in the folder, some of it under names like ours. */
const FOREIGN = { 'notes.txt': 'mine', '.~lock.plan-01-2021-2025.xlsx#': 'open', '.planbook-notes.tmp': 'mine', 'more/plan-01-2021-2025.xlsx': 'mine' };

test(`killed at ${KILLS} moments: only whole files, nothing of others touched, no entry lost; run again, it completes`, async () => {
  await inPlansFolder(PLANS, async (folder) => {
    const start = path.join(folder, 'start');
    mkdirSync(path.join(start, 'more'), { recursive: true });
    for (const [name, text] of Object.entries(FOREIGN)) writeFileSync(path.join(start, name), text);
    writeFileSync(path.join(start, path.basename(bookOf(1))), await withEntries(1));
    const before = outOf(folder, 'start');
    const reset = (out: string): void => {
      rmSync(path.join(folder, out), { recursive: true, force: true });
      cpSync(start, path.join(folder, out), { recursive: true });
    };

    reset('done');
    const began = performance.now();
    expect(generate(folder, ['--out', 'done'], SLOW_DISK).status).toBe(0);
    const length = performance.now() - began;
    const done = outOf(folder, 'done');
    expect(entered(folder, 1, 'done')).toEqual(ENTRIES);

    const seen = { halfWritten: 0, someDone: 0, noneDone: 0, allDone: 0 };
    const killOnce = async (out: string, moment: number): Promise<void> => {
      reset(out);
      const child = begin(folder, ['--out', out], SLOW_DISK);
      const exit = once(child, 'exit');
      await Promise.race([wait(length * (0.4 + (0.6 * moment) / KILLS)), exit]);
      child.kill('SIGKILL');
      await exit;
      const left = outOf(folder, out);
      const whole = [...left].filter(([name]) => !isTemporary(name) || name in FOREIGN);
      for (const [name, content] of whole) expect([before.get(name), done.get(name)], name).toContain(content);
      for (const name of before.keys()) expect(left.has(name), name).toBe(true);
      const made = whole.filter(([name, content]) => content !== before.get(name)).length;
      if (whole.length < left.size) seen.halfWritten += 1;
      seen[made === 0 ? 'noneDone' : made === PLANS + 1 ? 'allDone' : 'someDone'] += 1;
      if (made <= PLANS || whole.length < left.size) expect(generate(folder, ['--out', out])).toMatchObject({ status: 0, complaints: [] });
      expect(outOf(folder, out)).toEqual(done);
    };
    // Two side by side, each in a folder of its own.
    await Promise.all(
      ['a', 'b'].map(async (out, lane) => {
        for (let moment = lane; moment < KILLS; moment += 2) await killOnce(out, moment);
      }),
    );
    console.log(`killed ${KILLS} times: ${JSON.stringify(seen)}`);
    expect(seen.halfWritten).toBeGreaterThan(KILLS / 20);
    expect(seen.someDone).toBeGreaterThan(KILLS / 20);
  });
}, 600_000);
