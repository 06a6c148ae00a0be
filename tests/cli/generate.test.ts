import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContract } from '../../plan/contract/read-contract.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { replaceIn } from '../readers/package-parts.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { SEEDS } from '../seeds.js';
import { filesBelow, planbook } from './planbook.js';
import { GOOD, inRecordFolder, RECORD } from './record-folder.js';

const GOOD_BOOK = `out/${GOOD}.xlsx`;
const generated = (folder: string): string[] => filesBelow(folder).filter((name) => name.startsWith('out/'));

const figure = '{indicator: rd-expenditure, year: 2020, printed: 12亿元, at: 一/s1}';

/** What becomes of the record, where the complaint points (columns counted by hand from 1), and what it must say. */
const BAD_RECORDS: readonly [what: string, find: string, becomes: string, place: string, says: RegExp][] = [
  ['a brace that is not closed', figure, figure.slice(0, -1), '13:3', /not valid YAML/u],
  ['a tab for an indent', 'title: {zh: 小规划, en: A small plan}', 'title:\n\tzh: 小规划\n', '4:1', /not valid YAML/u],
  ['a key given twice', 'issuer: null', 'issuer: null\nissuer: null', '6:1', /not valid YAML.*unique/u],
  ['a key it does not know', 'issuer: null', 'publisher: null\nissuer: null', '5:1', /publisher: unknown key; remove it or correct/u],
  ['a key of a figure it does not know', 'year: 2020, printed: 12', 'yeer: 2020, year: 2020, printed: 12', '12:33', /yeer: unknown key; remove it or correct/u],
  ['a missing key', 'lastYear: 2025\n', '', '1:1', /lastYear: missing; it must be given/u],
  ['a year that is text', 'firstYear: 2021', 'firstYear: "2021"', '8:12', /firstYear: expected a (?:whole )?number, found "2021"/u],
  [
    'a level of place it does not know',
    'level: prefecture',
    'level: city',
    '4:39',
    /level: expected province or prefecture or county or zone or cluster, found "city"/u,
  ],
  [
    'an unknown indicator',
    figure,
    figure.replace('rd-expenditure', 'rd-expenditures'),
    '12:17',
    /unknown indicator rd-expenditures; add it to the catalogue or correct/u,
  ],
  ['an unknown unit', '12亿元', '12蒲式耳', '12:54', /cannot read a number with a known unit in "12蒲式耳"; give/u],
  ['a number that cannot be read', '12亿元', '许多亿元', '12:54', /cannot read a number with a known unit in "许多亿元"; give/u],
  ['a unit that measures something else', '12亿元', '12家', '12:54', /unit 家 does not measure rd-expenditure, which is told in/u],
  ['an id with a path in it', 'id: small-2021-2025', 'id: ../../evil', '2:5', /id: .*lower-case letters, digits and single hyphens/u],
  ["another plan's id", 'small-2021-2025', GOOD, '2:5', /already the id of .*a-good\.yaml; give each plan an id of its own/u],
  ['a record of another format', 'contract: 1', 'contract: 2', '1:11', /contract: expected 1, found 2/u],
  ['years the wrong way round', 'firstYear: 2021', 'firstYear: 2026', '9:11', /the last year 2025 lies before the first, 2026/u],
];

describe('a bad record: one line that says where and what, exit 2, the others generated', () => {
  test.each(BAD_RECORDS)('%s', (_, find, becomes, place, says) => {
    inRecordFolder({ 'records/bad.yaml': replaceIn(RECORD, find, becomes) }, (folder) => {
      const { status, stdout, complaints } = planbook(folder, 'generate', 'records');
      expect(complaints).toHaveLength(1);
      expect(complaints[0]).toMatch(new RegExp(`^records/bad\\.yaml:${place}: `, 'u'));
      expect(complaints[0]).toMatch(says);
      expect(status).toBe(2);
      expect(stdout).toBe(`${GOOD_BOOK}\n`);
      expect(generated(folder)).toEqual([GOOD_BOOK]);
    });
  });
});

/** Files beside the good record, the command's options, and the one complaint. */
const BAD_INPUTS: readonly [what: string, files: Record<string, string | Uint8Array>, options: string[], complaint: RegExp][] = [
  [
    'a record in GBK',
    { 'records/bad.yaml': Buffer.concat([Buffer.from('id: '), Buffer.from('d2e6d1f4', 'hex')]) },
    ['records'],
    /^records\/bad\.yaml: is not UTF-8 text; save it as UTF-8$/u,
  ],
  ['a record that is not there', {}, ['records', 'records/gone.yaml'], /^records\/gone\.yaml: no such file; name a record/u],
  ['a folder without records', { 'none/readme.txt': 'x' }, ['records', 'none'], /^none: holds no records \(\.yaml\); /u],
  [
    'no catalogue beside a record',
    { 'lone/lone.yaml': RECORD },
    ['records', 'lone'],
    /^lone\/catalogue\.yaml: no catalogue of indicators; put catalogue\.yaml beside/u,
  ],
  ['an empty record', { 'records/bad.yaml': '' }, ['records'], /^records\/bad\.yaml:1:1: /u],
  ['a record that is a list', { 'records/bad.yaml': '- 1\n' }, ['records'], /^records\/bad\.yaml:1:1: expected a group of keys, found a list/u],
];

describe('bad input: one line, exit 2, the others generated', () => {
  test.each(BAD_INPUTS)('%s', (_, files, options, complaint) => {
    inRecordFolder(files, (folder) => {
      const { status, complaints } = planbook(folder, 'generate', ...options);
      expect(complaints).toEqual([expect.stringMatching(complaint)]);
      expect(status).toBe(2);
      expect(generated(folder)).toEqual([GOOD_BOOK]);
    });
  });
});

/** What stands in the way, the output folder, and the one complaint; nothing is generated and nothing touched. */
const BLOCKED: readonly [what: string, files: Record<string, string | Uint8Array>, out: string, complaint: RegExp][] = [
  ['a file in place of the folder', { taken: 'mine' }, 'taken', /^taken: cannot be made a folder.*; name another with --out$/u],
  ['a folder below a file', { taken: 'mine' }, 'taken/books', /^taken\/books: cannot be made a folder.*; name another with --out$/u],
  [
    'a text file of the workbook’s name',
    { [`books/${GOOD}.xlsx`]: 'mine' },
    'books',
    /\.xlsx: a file of this name is there: not an Excel workbook.*; move it away, or replace it with --force$/u,
  ],
  [
    'an empty file of the workbook’s name',
    { [`books/${GOOD}.xlsx`]: '' },
    'books',
    /\.xlsx: a file of this name is there: .*; move it away, or replace it with --force$/u,
  ],
  ['a folder of the workbook’s name', { [`books/${GOOD}.xlsx/mine.txt`]: 'mine' }, 'books', /\.xlsx: cannot be read \(EISDIR\).*/u],
];

describe('an output that cannot be written: one line, exit 2, nothing touched', () => {
  test.each(BLOCKED)('%s', (_, files, out, complaint) => {
    inRecordFolder(files, (folder) => {
      const before = filesBelow(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);
      const { status, stdout, complaints } = planbook(folder, 'generate', 'records', '--out', out);
      expect(complaints).toEqual([expect.stringMatching(complaint)]);
      expect([status, stdout]).toEqual([2, '']);
      expect(filesBelow(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')])).toEqual(before);
    });
  });

  test('a workbook of another plan', () => {
    inRecordFolder({ 'other/b.yaml': RECORD, 'other/catalogue.yaml': readFileSync(path.join(SEEDS, 'catalogue.yaml')) }, (folder) => {
      planbook(folder, 'generate', 'other', '--out', 'books');
      const book = readFileSync(path.join(folder, 'books/small-2021-2025.xlsx'));
      const again = inRecordFolder({ [`books/${GOOD}.xlsx`]: book }, (other) => {
        const ran = planbook(other, 'generate', 'records', '--out', 'books');
        expect(readFileSync(path.join(other, `books/${GOOD}.xlsx`)).equals(book)).toBe(true);
        return ran;
      });
      expect(again.complaints).toEqual([
        expect.stringMatching(/a workbook of another plan \(small-2021-2025\) has this name; move it away, or replace it with --force$/u),
      ]);
      expect(again.status).toBe(2);
    });
  });

  test('--force replaces a file that planbook did not make', () => {
    inRecordFolder({ [GOOD_BOOK]: 'mine' }, (folder) => {
      expect(planbook(folder, 'generate', 'records', '--force')).toEqual({ status: 0, stdout: `${GOOD_BOOK}\n`, complaints: [] });
      expect(readContract(readWorkbook(readFileSync(path.join(folder, GOOD_BOOK))))?.plan).toBe(GOOD);
    });
  });

  test('its own workbook is replaced without being told to', () => {
    inRecordFolder({}, (folder) => {
      planbook(folder, 'generate', 'records');
      writeFileSync(path.join(folder, 'records/a-good.yaml'), RECORD.replace('small-2021-2025', GOOD).replace('24亿元', '25亿元'));
      expect(planbook(folder, 'generate', 'records')).toEqual({ status: 0, stdout: `${GOOD_BOOK}\n`, complaints: [] });
      expect(generated(folder)).toEqual([GOOD_BOOK]);
    });
  });
});

describe('options', () => {
  test.each([
    ['zh alone by default', [], [`out/${GOOD}.xlsx`]],
    ['--lang en', ['--lang', 'en'], [`out/${GOOD}.en.xlsx`]],
    ['--lang zh,en', ['--lang', 'zh,en'], [`out/${GOOD}.en.xlsx`, `out/${GOOD}.xlsx`]],
    ['--lang en,en', ['--lang', 'en,en'], [`out/${GOOD}.en.xlsx`]],
    ['--out a/b, made where it is not', ['--out', 'out/a/b'], [`out/a/b/${GOOD}.xlsx`]],
    ['--catalogue of another folder', ['--catalogue', 'records/catalogue.yaml'], [`out/${GOOD}.xlsx`]],
  ])('%s', (_, options, files) => {
    inRecordFolder({}, (folder) => {
      expect(planbook(folder, 'generate', 'records', ...options)).toMatchObject({ status: 0, complaints: [] });
      expect(generated(folder)).toEqual(files);
    });
  });

  test('--json lists what was written', () => {
    inRecordFolder({ 'records/bad.yaml': 'no: record\n' }, (folder) => {
      const { status, stdout } = planbook(folder, 'generate', 'records', '--lang', 'zh,en', '--json');
      expect(JSON.parse(stdout)).toEqual([
        { plan: GOOD, language: 'zh', file: `out/${GOOD}.xlsx`, state: 'written' },
        { plan: GOOD, language: 'en', file: `out/${GOOD}.en.xlsx`, state: 'written' },
      ]);
      expect(status).toBe(2);
    });
  });

  test.each([
    ['an unknown option', ['generate', '--colour'], /unknown option '--colour'/u],
    ['an unknown command', ['paint'], /unknown command 'paint'/u],
    ['an unknown language', ['generate', '--lang', 'fr'], /--lang.*'fr'.*name zh, en, or zh,en/u],
    ['an option without its value', ['generate', '--out'], /argument missing/u],
  ])('%s: exit 2 and what to do', (_, options, says) => {
    inTemporaryFolder((folder) => {
      const { status, stdout, complaints } = planbook(folder, ...options);
      expect(complaints[0]).toMatch(says);
      expect(complaints.join('\n')).toContain('--help');
      expect([status, stdout, filesBelow(folder)]).toEqual([2, '', []]);
    });
  });

  test.each([
    [['--help'], 'Commands:'],
    [['generate', '--help'], 'Examples:\n  planbook generate'],
    [['export', '--help'], 'Examples:\n  planbook export'],
    [['--version'], '.'],
  ])('%j: exit 0', (options, says) => {
    inTemporaryFolder((folder) => {
      const { status, stdout, complaints } = planbook(folder, ...options);
      expect(stdout).toContain(says);
      expect([status, complaints]).toEqual([0, []]);
    });
  });
});
