import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { docx, pdf } from '../documents/made-documents.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { SEEDS } from '../seeds.js';
import { filesBelow, planbook, type Ran } from './planbook.js';

/** A made-up plan, told of a place that has a code. */
const PLAN = readFileSync('tests/fixtures/documents/made-up-plan.txt', 'utf8').replaceAll('云岫市', '益阳市');
const ID = '430900-2021-2025';

interface Item {
  indicator: string | null;
  printed: string;
  year: number | null;
  role: string;
  certain: boolean;
  locators: string[];
}
interface Drafted {
  document: string;
  plan: Record<string, string | number | null>;
  figures: Item[];
  claims: Item[];
}

/** Runs in a folder that holds the catalogue and the documents given. */
const inFolder = <T>(documents: Record<string, string | Uint8Array>, run: (folder: string, extract: (...options: string[]) => Ran) => T): T =>
  inTemporaryFolder((folder) => {
    mkdirSync(path.join(folder, 'seeds'));
    copyFileSync(path.join(SEEDS, 'catalogue.yaml'), path.join(folder, 'seeds/catalogue.yaml'));
    for (const [name, content] of Object.entries(documents)) writeFileSync(path.join(folder, name), content);
    return run(folder, (...options) => planbook(folder, 'extract', ...options));
  });

const record = (folder: string, id = ID): string => readFileSync(path.join(folder, `seeds/${id}.yaml`), 'utf8');

describe('planbook extract', () => {
  test('a document becomes a record that generate takes', () => {
    inFolder({ 'plan.txt': PLAN }, (folder, extract) => {
      const { status, stdout, complaints } = extract('plan.txt');
      expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
      expect(stdout).toMatch(/^seeds\/430900-2021-2025\.yaml: \d+ figures, \d+ claims, \d+ of them to review\n$/u);
      const text = record(folder);
      expect(text).toContain('code: "430900"');
      expect(text).toContain('parent: {zh: 湖南省, en: 湖南省, code: "430000"}');
      expect(text).toContain('printed: 600家以上');
      expect(planbook(folder, 'generate', 'seeds')).toMatchObject({ status: 0, complaints: [], stdout: `out/${ID}.xlsx\n` });
    });
  });

  test('the same document in any format gives the same figures', () => {
    const paragraphs = PLAN.trim().split('\n');
    const documents = {
      'plan.txt': PLAN,
      'plan.docx': docx(...paragraphs),
      'plan.html': `<!DOCTYPE html><body>${paragraphs.map((each) => `<p>${each}</p>`).join('')}`,
      'plan.pdf': pdf([
        paragraphs.flatMap((each, line) =>
          (each.match(/.{1,38}/gu) ?? []).map((piece, index) => [70, 800 - 20 * (line * 4 + index), piece] as [number, number, string]),
        ),
      ]),
    };
    inFolder(documents, (_, extract) => {
      const { status, stdout, complaints } = extract(...Object.keys(documents), '--json');
      expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
      const drafts = JSON.parse(stdout) as Drafted[];
      expect(drafts.map(({ document }) => document)).toEqual(Object.keys(documents));
      const [first, ...others] = drafts.map(({ figures }) =>
        figures.map(({ indicator, printed, year, role, locators }) => [indicator, printed, year, role, ...locators]),
      );
      expect(first?.length).toBeGreaterThan(4);
      for (const figures of others) expect(figures).toEqual(first);
    });
  });

  test('--json: one document is an object, with what is certain and what is not; nothing is written', () => {
    inFolder({ 'plan.txt': PLAN }, (folder, extract) => {
      const { plan, figures } = JSON.parse(extract('plan.txt', '--json').stdout) as Drafted;
      expect(plan).toMatchObject({ place: '益阳市', level: 'prefecture', code: '430900', periodStart: 2021, periodEnd: 2025, baseYear: 2020 });
      expect(figures.find(({ printed }) => printed === '600家以上')).toMatchObject({
        indicator: 'high-tech-enterprises',
        year: 2025,
        role: 'target',
        certain: expect.any(Boolean) as boolean,
      });
      expect(filesBelow(folder)).toEqual(['plan.txt', 'seeds/catalogue.yaml']);
    });
  });

  test('what cannot be read is one line each, and the rest is read', () => {
    inFolder(
      { 'empty.txt': '', 'old.doc': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'plan.txt': PLAN, 'locked.pdf': pdf([[]], { locked: true }) },
      (folder, extract) => {
        const { status, complaints } = extract('empty.txt', 'old.doc', 'plan.txt', 'locked.pdf', 'gone.txt', 'seeds');
        expect(status).toBe(2);
        expect(complaints).toEqual([
          'empty.txt: empty',
          expect.stringMatching(/^old\.doc: an old \.doc/u),
          expect.stringMatching(/^locked\.pdf: protected by a password/u),
          'gone.txt: no such file',
          expect.stringMatching(/^seeds: a folder; /u),
        ]);
        expect(record(folder)).toContain('600家以上');
      },
    );
  });

  test('a record that is there is not replaced, unless told to; two documents of one plan are not mixed', () => {
    inFolder({ 'plan.txt': PLAN, 'copy.txt': PLAN }, (folder, extract) => {
      expect(extract('plan.txt', 'copy.txt')).toMatchObject({
        status: 2,
        complaints: [expect.stringMatching(/^copy\.txt: another of these documents gives seeds\/430900-2021-2025\.yaml too/u)],
      });
      writeFileSync(path.join(folder, `seeds/${ID}.yaml`), 'mine');
      expect(extract('plan.txt')).toMatchObject({ status: 2, complaints: [expect.stringContaining('is there already')] });
      expect(record(folder)).toBe('mine');
      expect(extract('plan.txt', '--force').status).toBe(0);
      expect(extract('plan.txt', '--id', 'another-2021-2025').status).toBe(0);
      expect(record(folder, 'another-2021-2025')).toContain('id: another-2021-2025');
    });
  });

  test.each<[string, string[], RegExp]>([
    ['no document', [], /missing required argument 'documents'/u],
    ['one id for two documents', ['plan.txt', 'plan.txt', '--id', 'a-2021-2025'], /^--id a-2021-2025: names one record/u],
    ['an id that is a path', ['plan.txt', '--id', '../a'], /^--id \.\.\/a: not an id/u],
    ['a catalogue that is not there', ['plan.txt', '--catalogue', 'gone.yaml'], /^gone\.yaml: no catalogue of indicators/u],
    ['a document to apply', ['--apply', 'plan.txt'], /^plan\.txt: not an Excel workbook/u],
  ])('%s: one line, exit 2', (_, options, line) => {
    inFolder({ 'plan.txt': PLAN }, (__, extract) => {
      const { status, complaints } = extract(...options);
      expect(status).toBe(2);
      expect(complaints[0]).toMatch(line);
    });
  });
});

describe('planbook extract --review', () => {
  test('the workbook gives the record, and generate takes either', () => {
    inFolder({ 'plan.txt': PLAN }, (folder, extract) => {
      expect(extract('plan.txt', '--review', '--out', 'review', '--catalogue', 'seeds/catalogue.yaml')).toMatchObject({ status: 0, complaints: [] });
      const applied = extract('--apply', `review/${ID}.review.xlsx`);
      expect(applied).toMatchObject({ status: 0, stdout: `seeds/${ID}.yaml\n` });
      const generated = planbook(folder, 'generate', `review/${ID}.review.xlsx`);
      expect(generated).toMatchObject({ status: 0, stdout: `out/${ID}.xlsx\n` });
      const fromWorkbook = readFileSync(path.join(folder, `out/${ID}.xlsx`));
      expect(planbook(folder, 'generate', 'seeds', '--out', 'again').status).toBe(0);
      expect(Buffer.compare(readFileSync(path.join(folder, `again/${ID}.xlsx`)), fromWorkbook)).toBe(0);
      expect(extract('--apply', `review/${ID}.review.xlsx`)).toMatchObject({ status: 2, complaints: [expect.stringContaining('is there already')] });
    });
  });

  test('an empty form is not complete, cell by cell; a workbook of a plan is no review', () => {
    inFolder({ 'plan.txt': PLAN }, (folder, extract) => {
      expect(planbook(folder, 'new', 'lishui-2021-2025', '--xlsx')).toMatchObject({ status: 0, stdout: 'seeds/lishui-2021-2025.review.xlsx\n' });
      const { status, complaints } = planbook(folder, 'generate', 'seeds/lishui-2021-2025.review.xlsx');
      expect(status).toBe(2);
      expect(complaints.every((line) => /^seeds\/lishui-2021-2025\.review\.xlsx: '规划信息'!B\d+: expected /u.test(line))).toBe(true);
      expect(complaints.length).toBeGreaterThan(3);
      extract('plan.txt');
      planbook(folder, 'generate', `seeds/${ID}.yaml`);
      expect(extract('--apply', `out/${ID}.xlsx`)).toMatchObject({
        status: 2,
        complaints: [expect.stringContaining('not a workbook of planbook extract --review')],
      });
    });
  });
});
