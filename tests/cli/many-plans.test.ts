import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fallsTo, parseShard } from '../../generator/cli/shard.js';
import { progress } from '../../generator/cli/progress.js';
import { entered, ENTRIES, withEntries } from '../faults/entries.js';
import { bookOf, generate, idOf, inPlansFolder, outOf, recordOf } from '../faults/plans-folder.js';
import { replaceIn, withPart } from '../readers/package-parts.js';
import { planbook, runBundle } from './planbook.js';

/** Enough for threads to be worth their start. */
const MANY = 25;

const written = (count: number): string => Array.from({ length: count }, (_, index) => `${bookOf(index + 1)}\n`).join('');

describe('--jobs', () => {
  test('any number of threads writes the same files, and says the same in the same order', () => {
    inPlansFolder(MANY, (folder) => {
      writeFileSync(path.join(folder, 'records/plan-03-2021-2025.yaml'), 'no: record\n');
      writeFileSync(path.join(folder, 'records/z-namesake.yaml'), recordOf(7));
      writeFileSync(path.join(folder, 'records/z-unknown.yaml'), replaceIn(recordOf(MANY + 1), 'rd-expenditure, year: 2020', 'rd-expenses, year: 2020'));
      const one = generate(folder, ['--jobs', '1', '--out', 'one']);
      const three = generate(folder, ['--jobs', '3', '--out', 'three']);
      expect(one.status).toBe(2);
      expect(one.complaints.at(-2)).toBe(
        'records/z-namesake.yaml:2:5: id: plan-07-2021-2025 is already the id of records/plan-07-2021-2025.yaml; give each plan an id of its own',
      );
      expect(one.complaints.at(-1)).toMatch(/^records\/z-unknown\.yaml:12:17: .*unknown indicator rd-expenses/u);
      expect(one.stdout).toBe(`${written(MANY).replace(`${bookOf(3)}\n`, '')}out/comparison.xlsx\n`.replaceAll('out/', 'one/'));
      expect(three).toEqual({ ...one, stdout: one.stdout.replaceAll('one/', 'three/') });
      expect(outOf(folder, 'three')).toEqual(outOf(folder, 'one'));
    });
  });

  test.each(['0', 'two', '-1', '1.5'])('--jobs %s is refused', (jobs) => {
    inPlansFolder(1, (folder) => {
      expect(generate(folder, ['--jobs', jobs])).toMatchObject({ status: 2, stdout: '' });
    });
  });
});

describe('unchanged plans are not rewritten', () => {
  const OLD = new Date('2020-01-01');
  /** Generates again after a change and tells which files were written. */
  const writtenAgain = (folder: string, ...options: string[]): string[] => {
    for (const name of readdirSync(path.join(folder, 'out'))) utimesSync(path.join(folder, 'out', name), OLD, OLD);
    const { stdout } = generate(folder, ['--json', ...options]);
    const told = (JSON.parse(stdout) as { file: string; state: string }[]).filter(({ state }) => state === 'written').map(({ file }) => file);
    const touched = readdirSync(path.join(folder, 'out')).filter((name) => statSync(path.join(folder, 'out', name)).mtimeMs !== OLD.getTime());
    expect(touched.sort()).toEqual(told.map((file) => path.basename(file)).sort());
    return told;
  };
  const COMPARISON = 'out/comparison.xlsx';

  test.each<[what: string, change: (folder: string) => void, options: string[], again: string[]]>([
    ['nothing', () => undefined, [], []],
    ['nothing, but --force', () => undefined, ['--force'], [bookOf(1), bookOf(2), COMPARISON]],
    ['a record', (folder) => edit(folder, `records/${idOf(2)}.yaml`, '24亿元', '25亿元'), [], [bookOf(2), COMPARISON]],
    ['the catalogue', (folder) => edit(folder, 'records/catalogue.yaml', 'indicators:', '# Checked.\nindicators:'), [], [bookOf(1), bookOf(2), COMPARISON]],
    ['a workbook is gone', (folder) => rmSync(path.join(folder, bookOf(1))), [], [bookOf(1)]],
    ['the comparison is gone', (folder) => rmSync(path.join(folder, COMPARISON)), [], [COMPARISON]],
    ['a formula was typed over', (folder) => overwrite(folder, bookOf(1)), [], [bookOf(1)]],
    [
      'another language too',
      () => undefined,
      ['--lang', 'zh,en'],
      ['out/plan-01-2021-2025.en.xlsx', 'out/plan-02-2021-2025.en.xlsx', 'out/comparison.en.xlsx'],
    ],
  ])('%s', (what, change, options, again) => {
    inPlansFolder(2, (folder) => {
      expect(generate(folder).status).toBe(0);
      const before = outOf(folder);
      change(folder);
      expect(writtenAgain(folder, ...options)).toEqual(again);
      if (/typed over|gone/u.test(what)) expect(outOf(folder)).toEqual(before);
    });
  });

  test('what was entered is carried over once, and then stands', async () => {
    const book = await withEntries(1);
    inPlansFolder(1, (folder) => {
      mkdirSync(path.join(folder, 'out'));
      writeFileSync(path.join(folder, bookOf(1)), book);
      expect(generate(folder).stdout).toBe(`${bookOf(1)}\n`);
      expect(generate(folder).stdout).toBe(`${bookOf(1)}: unchanged\n`);
      expect(entered(folder)).toEqual(ENTRIES);
    });
  });

  test('one damaged byte is no unchanged workbook', () => {
    inPlansFolder(1, (folder) => {
      generate(folder);
      const file = path.join(folder, bookOf(1));
      const bytes = readFileSync(file);
      const middle = bytes.length >> 1;
      bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
      writeFileSync(file, bytes);
      expect(generate(folder).stdout).not.toContain('unchanged');
    });
  });

  test('what another build of Planbook wrote is written anew', () => {
    inPlansFolder(1, (folder) => {
      generate(folder);
      const dist = path.join(folder, 'dist');
      mkdirSync(dist);
      for (const name of ['planbook.cjs', 'planbook-main.cjs']) writeFileSync(path.join(dist, name), readFileSync(path.resolve('dist', name)));
      const main = path.join(dist, 'planbook-main.cjs');
      expect(runBundle(path.join(dist, 'planbook.cjs'), folder, 'generate', 'records').stdout).toBe(`${bookOf(1)}: unchanged\n`);
      writeFileSync(main, `${readFileSync(main, 'utf8')}\n// Mended.\n`);
      expect(runBundle(path.join(dist, 'planbook.cjs'), folder, 'generate', 'records').stdout).toBe(`${bookOf(1)}\n`);
    });
  });
});

describe('--shard', () => {
  test.each([1, 2, 3, 7])('%i shards together write exactly the plan workbooks of one run; compare merges them', (of) => {
    inPlansFolder(5, (folder) => {
      generate(folder, ['--out', 'whole']);
      const printed = Array.from({ length: of }, (_, index) => generate(folder, ['--shard', `${index + 1}/${of}`]));
      for (const ran of printed) expect(ran).toMatchObject({ status: 0, complaints: [] });
      const lines = printed.flatMap(({ stdout }) => stdout.split('\n').filter((line) => line !== ''));
      expect(lines.sort()).toEqual(written(5).trim().split('\n'));
      const whole = outOf(folder, 'whole');
      const comparison = Buffer.from(whole.get('comparison.xlsx') ?? '', 'base64');
      whole.delete('comparison.xlsx');
      expect(outOf(folder)).toEqual(whole);
      expect(planbook(folder, 'compare', 'records', '--out', 'out')).toMatchObject({ status: 0, complaints: [] });
      expect(readFileSync(path.join(folder, 'out/comparison.xlsx')).equals(comparison)).toBe(true);
    });
  });

  test('a plan falls to the same shard whatever else there is, each to one, and to each about as many', () => {
    const counts = Array.from({ length: 7 }, () => 0);
    for (let number = 1; number <= 3200; number += 1) {
      const shards = counts.map((_, index) => fallsTo({ index: index + 1, of: 7 }, idOf(number)));
      expect(shards.filter(Boolean)).toHaveLength(1);
      counts[shards.indexOf(true)] = (counts[shards.indexOf(true)] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(3200 / 7 / 1.25);
  });

  test('what is wrong with a record is said by one shard', () => {
    inPlansFolder(1, (folder) => {
      writeFileSync(path.join(folder, 'records/bad.yaml'), 'no: record\n');
      const complaints = [1, 2, 3].map((index) => generate(folder, ['--shard', `${index}/3`]).complaints.length > 0);
      expect(complaints.filter(Boolean)).toHaveLength(1);
    });
  });

  test.each(['0/3', '4/3', '2', 'a/b', '1/0', '-1/3', '1/3/5'])('%s is no shard', (text) => {
    expect(parseShard(text)).toBeNull();
  });
});

describe('progress', () => {
  /** What a stream is told while steps take this many ms each. */
  const toldBy = (isTTY: boolean, steps: number, ms: number): string[] => {
    let now = 0;
    const told: string[] = [];
    const shown = progress(steps, { isTTY, columns: 60, write: (text) => told.push(text) }, () => now);
    for (let step = 1; step <= steps; step += 1) {
      now += ms;
      shown.step(`plan-${step}`);
    }
    shown.done();
    return told;
  };

  test('a terminal: one line, with rate and time left once they are known', () => {
    const told = toldBy(true, 4, 2000);
    expect(told.slice(0, 4)).toEqual(
      ['1/4  0.5/s  6 s left  plan-1', '2/4  0.5/s  4 s left  plan-2', '3/4  0.5/s  2 s left  plan-3', '4/4  0.5/s  0 s left  plan-4'].map(
        (line) => `\r\u001b[K${line}`,
      ),
    );
    expect(told.at(-1)).toBe('\r\u001b[K');
  });

  test('a terminal is drawn ten times a second at most, and lines never wrap', () => {
    expect(toldBy(true, 1000, 1).length).toBeLessThan(15);
    expect(toldBy(true, 2, 1).every((line) => line.length <= 59 + 4)).toBe(true);
  });

  test('a log: a line in half a minute, nothing of what takes less', () => {
    expect(toldBy(false, 100, 250)).toEqual([]);
    expect(toldBy(false, 100, 1000)).toEqual([
      'planbook: 30/100  1.0/s  1 min 10 s left  plan-30\n',
      'planbook: 60/100  1.0/s  40 s left  plan-60\n',
      'planbook: 90/100  1.0/s  10 s left  plan-90\n',
    ]);
  });
});

function edit(folder: string, name: string, find: string, becomes: string): void {
  const file = path.join(folder, name);
  writeFileSync(file, replaceIn(readFileSync(file, 'utf8'), find, becomes));
}

/** A formula's result typed over it, as a spreadsheet program would save it. */
function overwrite(folder: string, name: string): void {
  const file = path.join(folder, name);
  writeFileSync(
    file,
    withPart(readFileSync(file), 'xl/worksheets/sheet2.xml', (xml) => replaceIn(xml, /<f>[^<]*<\/f><v>/u, '<v>')),
  );
}
