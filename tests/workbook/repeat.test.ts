import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openParts } from '../readers/package-parts.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { SEEDS } from '../seeds.js';

const BUNDLE = path.resolve('dist/planbook.cjs');

interface Surroundings {
  TZ: string;
  LANG: string;
}

/** The workbooks of all plans in both languages as the command line writes them there. */
const generateIn = ({ TZ, LANG }: Surroundings): Map<string, Buffer> =>
  inTemporaryFolder((folder) => {
    const env = { PATH: process.env['PATH'], TZ, LANG, LC_ALL: LANG };
    execFileSync(process.execPath, [BUNDLE, 'generate', SEEDS, '--lang', 'zh,en', '--out', 'books'], { cwd: folder, env });
    const books = path.join(folder, 'books');
    return new Map(
      readdirSync(books)
        .sort()
        .map((name) => [name, readFileSync(path.join(books, name))]),
    );
  });

const hashes = (books: Map<string, Buffer>): [string, string][] => [...books].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]);
const parts = (books: Map<string, Buffer>): Map<string, Map<string, string>> => new Map([...books].map(([name, bytes]) => [name, openParts(bytes)]));

const first = generateIn({ TZ: 'UTC', LANG: 'C.UTF-8' });

test('the command line writes ten workbooks and two comparisons', () => {
  expect(first.size).toBe(12);
});

test.each<Surroundings>([
  { TZ: 'UTC', LANG: 'C.UTF-8' },
  { TZ: 'Asia/Shanghai', LANG: 'tr_TR.UTF-8' }, // a dotless i
  { TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8' }, // half an hour off, and other digits
])('the same bytes again in $TZ with $LANG', (surroundings) => {
  const again = generateIn(surroundings);
  // The parts first: where they differ, they say where; bytes alone would not.
  expect(parts(again)).toEqual(parts(first));
  expect(hashes(again)).toEqual(hashes(first));
});
