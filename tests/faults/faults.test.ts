import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUNDLE, filesBelow } from '../cli/planbook.js';
import { entered, ENTRIES, withEntries } from './entries.js';
import { begin, bookOf, type Fault, generate, idOf, injected, inPlansFolder, isTemporary, outOf, recordOf } from './plans-folder.js';

const PLANS = 3;
const ALL = [...Array.from({ length: PLANS }, (_, index) => bookOf(index + 1)), 'out/comparison.xlsx'];
const book = await withEntries(1);

/** A folder in which the first plan's workbook stands already, with entries. */
const inEnteredFolder = <T>(run: (folder: string) => T): T =>
  inPlansFolder(PLANS, (folder) => {
    mkdirSync(path.join(folder, 'out'));
    writeFileSync(path.join(folder, bookOf(1)), book);
    return run(folder);
  });

/** The rerun after a fault: everything there, every entry, nothing begun left. */
function completes(folder: string): void {
  expect(generate(folder)).toMatchObject({ status: 0, complaints: [] });
  expect(readdirSync(path.join(folder, 'out')).map((name) => `out/${name}`)).toEqual(expect.arrayContaining(ALL));
  expect(readdirSync(path.join(folder, 'out'))).toHaveLength(ALL.length);
  expect(entered(folder)).toEqual(ENTRIES);
}

const isRoot = process.getuid?.() === 0;

describe('faults of the folder or the disk end the run with one line; a rerun completes', () => {
  const HALF_A_BOOK = 20_000;
  const FAULTS: readonly [what: string, fault: Fault, says: RegExp][] = [
    [
      'a full disk',
      { call: 'writeSync', name: '*', skip: 1, code: 'ENOSPC' },
      /^out: the disk is full \(ENOSPC\); make room, or name another folder with --out; 1 of 3 /u,
    ],
    ['a used-up quota', { call: 'writeSync', name: '*', skip: 1, code: 'EDQUOT' }, /^out: your share of the disk is used up \(EDQUOT\); .*; 1 of 3 /u],
    ['a disk made read-only', { call: 'openSync', name: '.tmp', skip: 1, code: 'EROFS' }, /^out: cannot be written to \(EROFS\); name another.*; 1 of 3 /u],
    ['a disk that fails', { call: 'fsyncSync', name: '*', skip: 1, code: 'EIO' }, /^out: cannot be written to \(EIO\); name another.*; 1 of 3 /u],
    ['the folder vanishes', { call: 'renameSync', name: '.xlsx', times: 1, remove: 'out' }, /^out: the folder is gone \(ENOENT\); bring it back; 1 of 3 /u],
  ];
  test.each(FAULTS)('%s', (what, fault, says) => {
    inEnteredFolder((folder) => {
      const { status, stdout, complaints } = generate(folder, [], injected(fault));
      expect(complaints).toEqual([expect.stringMatching(says)]);
      expect([status, stdout]).toEqual([2, `${bookOf(1)}\n`]);
      if (what === 'the folder vanishes') return;
      expect([...outOf(folder).keys()].filter(isTemporary)).toEqual([]);
      expect(entered(folder)).toEqual(ENTRIES);
      completes(folder);
    });
  });

  test.skipIf(process.platform === 'win32')('files may not grow: ulimit -f', () => {
    inEnteredFolder((folder) => {
      const limited = `ulimit -f ${HALF_A_BOOK / 1000}; exec '${process.execPath}' '${BUNDLE}' generate records`;
      const { status, stderr } = spawnSync('sh', ['-c', limited], { cwd: folder, encoding: 'utf8' });
      expect(stderr).toMatch(/^out: files may not grow that large here \(EFBIG; see ulimit -f\); .*; 0 of 3 .*\n$/u);
      expect(status).toBe(2);
      completes(folder);
    });
  });

  /** A file system of its own, where this user may mount one. */
  const mounted = (folder: string, bytes: number): boolean =>
    isRoot && process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]).status === 0;

  test('a disk that is really full', (context) => {
    inEnteredFolder((folder) => {
      const disk = path.join(folder, 'disk');
      mkdirSync(disk);
      if (!mounted(disk, 400_000)) {
        context.skip('a file system can be mounted by root on Linux alone');
        return;
      }
      try {
        cpSync(path.join(folder, bookOf(1)), path.join(disk, `${idOf(1)}.xlsx`));
        const filler = path.join(disk, 'filler');
        const { bavail, bsize } = statfsSync(disk);
        writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 40_000)));
        const full = generate(folder, ['--out', 'disk']);
        expect(full.complaints).toEqual([expect.stringMatching(/^disk: the disk is full \(ENOSPC\); /u)]);
        expect(filesBelow(disk).filter(isTemporary)).toEqual([]);
        expect(entered(folder, 1, 'disk')).toEqual(ENTRIES);
        rmSync(filler);
        expect(generate(folder, ['--out', 'disk', '--shard', '1/1'])).toMatchObject({ status: 0, complaints: [] });
        expect(entered(folder, 1, 'disk')).toEqual(ENTRIES);
      } finally {
        spawnSync('umount', [disk]);
      }
    });
  });

  test.skipIf(process.platform === 'win32')('a folder that is not the user’s own', (context) => {
    inEnteredFolder((folder) => {
      // Root may write anywhere: as root, the run is handed to the user nobody, with a bundle that nobody can read.
      cpSync(path.dirname(BUNDLE), path.join(folder, 'bundle'), {
        recursive: true,
        filter: (name) => !/pane|bench|score|unbundled/u.test(path.basename(name)),
      });
      for (const name of [folder, path.join(folder, 'out')]) chmodSync(name, isRoot ? 0o755 : 0o555);
      const bundle = path.join(folder, 'bundle/planbook.cjs');
      const user = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
      const [program = '', ...rest]: string[] = [...user, process.execPath, bundle, 'generate', 'records'];
      const before = outOf(folder);
      const { status, stderr, error } = spawnSync(program, rest, { cwd: folder, encoding: 'utf8' });
      chmodSync(path.join(folder, 'out'), 0o755);
      chmodSync(folder, 0o755);
      if (error) {
        context.skip('setpriv is not on this machine');
        return;
      }
      expect(stderr).toMatch(/^out: cannot be written to \(EACCES\); name another folder with --out; 0 of 3 .*\n$/u);
      expect(status).toBe(2);
      expect(outOf(folder)).toEqual(before);
      completes(folder);
    });
  });
});

describe('faults of one file: one line, the others are written, its entries stay', () => {
  const BUSY = '1-2021-2025.xlsx';
  const FAULTS: readonly [what: string, fault: Fault, says: RegExp][] = [
    ['open in another program (EBUSY)', { call: 'renameSync', name: BUSY, code: 'EBUSY' }, /\(EBUSY\); close it if it is open, or name another folder/u],
    ['open in Excel on Windows (EPERM)', { call: 'renameSync', name: BUSY, code: 'EPERM' }, /\(EPERM\); close it if it is open, or name another folder/u],
    ['held by the system (EACCES)', { call: 'renameSync', name: BUSY, code: 'EACCES' }, /\(EACCES\); close it if it is open, or name another folder/u],
    ['unreadable', { call: 'openSync', name: BUSY, code: 'EACCES' }, /: cannot be read \(EACCES\); move it away, or replace it with --force$/u],
    [
      'saved by someone again and again',
      { call: 'openSync', name: BUSY, append: bookOf(1) },
      /: is being changed by another program; close it there and run again$/u,
    ],
  ];
  test.each(FAULTS)('%s', (what, fault, says) => {
    inEnteredFolder((folder) => {
      const { status, stdout, complaints } = generate(folder, [], injected(fault));
      expect(complaints).toEqual([expect.stringMatching(says)]);
      expect([status, stdout]).toEqual([2, `${ALL.slice(1).join('\n')}\n`]);
      expect([...outOf(folder).keys()].filter(isTemporary)).toEqual([]);
      if (what.startsWith('saved')) writeFileSync(path.join(folder, bookOf(1)), book);
      completes(folder);
    });
  });

  test('held for a moment, as by a scanner of viruses: written', () => {
    inEnteredFolder((folder) => {
      expect(generate(folder, [], injected({ call: 'renameSync', name: BUSY, code: 'EBUSY', times: 2 }))).toMatchObject({ status: 0, complaints: [] });
      completes(folder);
    });
  });

  test('saved by someone after it was read: read again, and what was saved is in the new one', () => {
    inPlansFolder(PLANS, (folder) => {
      expect(generate(folder).status).toBe(0);
      const saved = path.join(folder, 'saved.xlsx');
      writeFileSync(saved, book);
      // When the new one is begun, the old one has been read.
      const meanwhile = injected({ call: 'openSync', name: '.tmp', times: 1, copy: [saved, path.join(folder, bookOf(1))] });
      expect(generate(folder, ['--force'], meanwhile)).toMatchObject({ status: 0, complaints: [] });
      expect(entered(folder)).toEqual(ENTRIES);
    });
  });

  test('read-only: left alone, unless forced; permissions stay as they are', () => {
    inEnteredFolder((folder) => {
      const file = path.join(folder, bookOf(1));
      chmodSync(file, 0o440);
      const { status, complaints } = generate(folder);
      expect([status, complaints]).toEqual([2, [`${bookOf(1)}: is read-only; allow writing to it, or replace it with --force`]]);
      expect(readFileSync(file).equals(book)).toBe(true);
      chmodSync(file, 0o640);
      completes(folder);
      expect(statSync(file).mode & 0o777).toBe(0o640);
      chmodSync(file, 0o440);
      expect(generate(folder, ['--force'])).toMatchObject({ status: 0, complaints: [] });
    });
  });

  test('a folder of its name', () => {
    inPlansFolder(PLANS, (folder) => {
      mkdirSync(path.join(folder, bookOf(1)), { recursive: true });
      writeFileSync(path.join(folder, bookOf(1), 'mine.txt'), 'mine');
      expect(generate(folder).complaints).toEqual([`${bookOf(1)}: cannot be read (EISDIR); move it away, or replace it with --force`]);
      expect(generate(folder, ['--force']).complaints).toEqual([`${bookOf(1)}: a folder has this name (EISDIR); move it away`]);
      expect(readFileSync(path.join(folder, bookOf(1), 'mine.txt'), 'utf8')).toBe('mine');
    });
  });
});

describe.skipIf(process.platform === 'win32')('links', () => {
  test('to the plan’s workbook: that is replaced, with its entries, and the link stays', () => {
    inPlansFolder(PLANS, (folder) => {
      mkdirSync(path.join(folder, 'out'));
      mkdirSync(path.join(folder, 'shared'));
      writeFileSync(path.join(folder, 'shared/first.xlsx'), book);
      symlinkSync('../shared/first.xlsx', path.join(folder, bookOf(1)));
      completes(folder);
      expect(readlinkSync(path.join(folder, bookOf(1)))).toBe('../shared/first.xlsx');
      expect(filesBelow(path.join(folder, 'shared'))).toEqual(['first.xlsx']);
    });
  });

  test.each([
    ['to another file', '../mine.txt', /a file of this name is there: not an Excel workbook.*replace it with --force$/u],
    ['that leads nowhere', '../gone.xlsx', /is a link that leads nowhere; move it away, or replace it with --force$/u],
  ])('%s: left alone; --force replaces the link, never what it leads to', (_, to, says) => {
    inPlansFolder(PLANS, (folder) => {
      mkdirSync(path.join(folder, 'out'));
      writeFileSync(path.join(folder, 'mine.txt'), 'mine');
      symlinkSync(to, path.join(folder, bookOf(1)));
      expect(generate(folder)).toMatchObject({ status: 2, complaints: [expect.stringMatching(says)] });
      expect(generate(folder, ['--force'])).toMatchObject({ status: 0, complaints: [] });
      expect(lstatSync(path.join(folder, bookOf(1))).isFile()).toBe(true);
      expect(readFileSync(path.join(folder, 'mine.txt'), 'utf8')).toBe('mine');
      expect(existsSync(path.join(folder, 'gone.xlsx'))).toBe(false);
    });
  });
});

describe('records that go while they are read', () => {
  const FIRST = `${idOf(1)}.yaml`;
  test.each<[what: string, fault: Fault, says: RegExp]>([
    ['gone between listing and reading', { call: 'readdirSync', name: 'records', remove: `records/${FIRST}` }, /^records\/.*: no such file; name a record/u],
    ['gone after the first look', { call: 'openSync', name: FIRST, times: 1, remove: `records/${FIRST}` }, /^records\/.*: no such file; name a record/u],
    ['unreadable', { call: 'openSync', name: FIRST, code: 'EACCES' }, /^records\/.*: cannot be read \(EACCES/u],
    ['on a disk that fails', { call: 'openSync', name: FIRST, skip: 1, code: 'EIO' }, /^records\/.*: cannot be read \(EIO/u],
  ])('%s', (_, fault, says) => {
    inEnteredFolder((folder) => {
      const { status, stdout, complaints } = generate(folder, [], injected(fault));
      expect(complaints).toEqual([expect.stringMatching(says)]);
      expect([status, stdout]).toEqual([2, `${ALL.slice(1).join('\n')}\n`]);
      writeFileSync(path.join(folder, 'records', FIRST), recordOf(1));
      completes(folder);
    });
  });
});

test('two runs into one folder at once: both end well, and nothing is lost', async () => {
  await inEnteredFolder(async (folder) => {
    const runs = ['zh', 'zh'].map((language) => begin(folder, ['--lang', language], injected({ call: 'writeSync', name: '*', chunk: 8000 })));
    const ends = await Promise.all(runs.map(async (run) => (await once(run, 'exit')) as [number]));
    expect(ends.map(([status]) => status)).toEqual([0, 0]);
    completes(folder);
  });
});
