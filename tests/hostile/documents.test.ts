import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { MOST, MOST_SECONDS } from '../../generator/documents/unreadable-document.js';
import { BUNDLE } from '../cli/planbook.js';
import { packedDocx } from '../documents/made-documents.js';
import { injected } from '../faults/plans-folder.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { SEEDS } from '../seeds.js';
import * as pdfs from './made-pdfs.js';
import { type Measured, measured } from './measured.js';
import { onePage, packed, songti } from './raw-pdf.js';

type Made = string | Uint8Array;
const extract = (documents: Record<string, Made>, ...options: string[]): Measured =>
  inTemporaryFolder((folder) => {
    mkdirSync(path.join(folder, 'seeds'));
    copyFileSync(path.join(SEEDS, 'catalogue.yaml'), path.join(folder, 'seeds/catalogue.yaml'));
    for (const [name, content] of Object.entries(documents)) writeFileSync(path.join(folder, name), content);
    return measured(folder, 'extract', ...Object.keys(documents), '--json', ...options);
  });
const list = (count: number, each: (index: number) => string): string => Array.from({ length: count }, (_, index) => each(index)).join('');
const page = (body: string): string => `<!doctype html><html><body>${body}`;
const word = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const table = (depth: number): string => '<w:tbl><w:tr><w:tc>'.repeat(depth) + word('高新技术企业312家') + '</w:tc></w:tr></w:tbl>'.repeat(depth);
/** A text's beginning by which it is known for Chinese. */
const PLAN = '某市“十四五”科技创新发展规划。';

/** What reading may take beyond what the program itself has, and how much more is taken between two looks, in MB. */
const MOST_MB = MOST.memoryBytes / 1e6 + 500;
const TOO_LARGE = /: takes more than 0\.8 GB of memory to read, more than any plan; save it as text$/u;
const TOO_LONG = /: takes longer than 2 s to read; save it as text, or allow more with --time-limit$/u;
const DAMAGED = /: a damaged (?:PDF; save it anew, or save its text|\.docx; open it in Word or WPS and save it anew)$/u;

/** What is sent as a document, and what is said of it. The README lists the same. */
const REFUSED: readonly [what: string, name: string, content: () => Made, says: RegExp][] = [
  ['a page of 60 GB', 'a.pdf', () => pdfs.flateBomb(600), TOO_LARGE],
  ['a page of 60 GB, packed twice', 'a.pdf', () => pdfs.flateBombWithin(600), TOO_LARGE],
  ['a table of objects of 20 GB', 'a.pdf', () => pdfs.packedTable(), TOO_LARGE],
  ['a line of 15 million characters', 'a.pdf', () => onePage(packed(`BT /F1 12 Tf <${'4e00'.repeat(15e6)}> Tj ET`)), TOO_LARGE],
  ['a map of three billion characters', 'a.pdf', () => pdfs.mapped(pdfs.wideRanges(200)), TOO_LARGE],
  ['four thousand million widths', 'a.pdf', () => onePage(packed(pdfs.SAYS), { font: songti('/W[0 4000000000 500]') }), TOO_LARGE],
  ['a .docx nested a million deep', 'a.docx', () => packedDocx('<w:x>'.repeat(1e6) + '</w:x>'.repeat(1e6)), /a damaged \.docx|more than 0\.8 GB/u],
  ['a .docx of five million paragraphs', 'a.docx', () => packedDocx('<w:p/>'.repeat(5e6)), TOO_LARGE],
  ['a page nested three million deep', 'a.html', () => page(`${'<div>'.repeat(3e6)}312家`), TOO_LARGE],
  [
    'cells that span a thousand rows and columns',
    'a.html',
    () => page(`<table>${'<tr><td rowspan=1000 colspan=1000>1<td>2'.repeat(90)}</table>`.repeat(100)),
    TOO_LARGE,
  ],
  ['fifteen million operators', 'a.pdf', () => onePage(packed('q Q '.repeat(15e6))), TOO_LONG],
  ['drawings that multiply', 'a.pdf', () => pdfs.drawings(20), TOO_LONG],
  ['200,000 pages', 'a.pdf', () => pdfs.samePage(200_000), TOO_LONG],
  ['40 MB of beginnings of objects', 'a.pdf', () => `%PDF-1.4\n${'1 0 obj\n'.repeat(5e6)}`, TOO_LONG],
  ['pages within themselves', 'a.pdf', () => pdfs.cyclicPages(), DAMAGED],
  ['tables of objects in a circle', 'a.pdf', () => pdfs.circularTables(), DAMAGED],
  ['lists nested a million deep', 'a.pdf', () => pdfs.nestedArrays(1e6), DAMAGED],
  ['tables nested 100,000 deep', 'a.docx', () => packedDocx(table(100_000)), DAMAGED],
  ['pages nested 100,000 deep', 'a.pdf', () => pdfs.deepPages(100_000), /holds pictures of pages and no text/u],
  ['a thousand million pages claimed', 'a.pdf', () => pdfs.claimedPages(1e9), /holds pictures of pages and no text/u],
  ['objects within themselves', 'a.pdf', () => pdfs.nestedObjects(), /holds pictures of pages and no text/u],
  ['four million characters', 'a.txt', () => PLAN + '目标'.repeat(2e6), /holds more than 3 million characters, more than any plan/u],
  ['20 MB of half characters', 'a.txt', () => Buffer.alloc(20e6, 0x81), /not a text in UTF-8, UTF-16 or GB18030/u],
  ['60,000 numbers', 'a.txt', () => PLAN + '到2025年，高新技术企业达到600家以上。'.repeat(60_000), /holds 60000 numbers, more than any plan/u],
  [
    'a .docx of a document type',
    'a.docx',
    () => packedDocx(word('&a;'), '<!DOCTYPE d [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>'),
    /declares a document type/u,
  ],
  ['a .docx of 100 MB', 'a.docx', () => zipSync({ 'word/document.xml': strToU8(' '.repeat(100e6)) }), /unpacks to more than/u],
];

describe('a document is refused in one line, nothing reached, in bounded time and memory', () => {
  test.each(REFUSED)('%s', (what, name, content, says) => {
    const { status, complaints, peak, reached } = extract({ [name]: content() }, ...(says === TOO_LONG ? ['--time-limit', '2'] : []));
    console.log(`${what}: ${peak.toFixed(0)} MB; ${complaints.join(' | ')}`);
    expect({ status, reached, count: complaints.length }).toEqual({ status: 2, reached: [], count: 1 });
    expect(complaints[0]).toMatch(says);
    expect(peak).toBeLessThan(MOST_MB);
  });
});

/** What is read to its end all the same; each says 高新技术企业312家. */
const READ: readonly [what: string, name: string, content: () => Made][] = [
  ['a drawing that draws itself', 'a.pdf', () => pdfs.drawings(1, 1)],
  ['a million brackets opened', 'a.pdf', () => onePage(packed(pdfs.SAYS + '['.repeat(1e6)))],
  ['a page nested 100,000 deep', 'a.html', () => page(`${'<div>'.repeat(100_000)}高新技术企业312家`)],
  ['letters made bold 100,000 times over', 'a.html', () => page(`${'<b>'.repeat(100_000)}高新技术企业312家`)],
  [
    'ten thousand forms of letters, over ten thousand paragraphs',
    'a.html',
    () => page(`${list(10_000, (index) => `<b id=${index}>`)}${'<p>高新技术企业312家</p>'.repeat(10_000)}`),
  ],
  ['tables nested 50,000 deep', 'a.html', () => page(`${'<table><tr><td>'.repeat(50_000)}高新技术企业312家`)],
  ['three million blanks', 'a.html', () => page(`<p>高新技术企业${' '.repeat(3e6)}312家`)],
  ['a million named characters', 'a.html', () => page(`<p>${'&nbsp;&#x3000;'.repeat(500_000)}高新技术企业312家`)],
  ['two million characters without a sentence’s end', 'a.txt', () => `${PLAN}高新技术企业312家，${'目标'.repeat(1e6)}`],
  ['tables nested a thousand deep', 'a.docx', () => packedDocx(table(1000))],
  [
    'a picture that lies elsewhere',
    'a.docx',
    () => packedDocx(`<w:p><w:r><a:blip xmlns:a="x" xmlns:r="y" r:link="rId9"/><w:t>高新技术企业312家</w:t></w:r></w:p>`),
  ],
];

describe('a document made to be hard is read all the same', () => {
  test.each(READ)('%s', (what, name, content) => {
    const { status, stdout, complaints, peak, reached } = extract({ [name]: content() });
    console.log(`${what}: ${peak.toFixed(0)} MB`);
    expect({ status, reached, complaints }).toEqual({ status: 0, reached: [], complaints: [] });
    expect(stdout).toContain('312家');
    expect(peak).toBeLessThan(MOST_MB);
  });
});

test('what one document does costs no other: the next are read, in their order', () => {
  const good = `${PLAN}到2025年，高新技术企业达到312家。`;
  const { status, stdout, complaints } = extract({
    'a.txt': good,
    'b.pdf': pdfs.flateBomb(600),
    'c.txt': good,
    'd.html': page('<div>'.repeat(3e6)),
    'e.txt': good,
  });
  expect(status).toBe(2);
  expect(complaints).toEqual([expect.stringMatching(TOO_LARGE), expect.stringMatching(TOO_LARGE)]);
  expect((JSON.parse(stdout) as { document: string }[]).map(({ document }) => document)).toEqual(['a.txt', 'c.txt', 'e.txt']);
});

test('a thread that is ended from outside costs its document alone', () => {
  inTemporaryFolder((folder) => {
    mkdirSync(path.join(folder, 'seeds'));
    copyFileSync(path.join(SEEDS, 'catalogue.yaml'), path.join(folder, 'seeds/catalogue.yaml'));
    for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(path.join(folder, name), `${PLAN}到2025年，高新技术企业达到312家。`);
    const fault = injected({ call: 'openSync', name: 'b.txt', exit: true, inThreads: true });
    const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE, 'extract', 'a.txt', 'b.txt', 'c.txt', '--json'], {
      cwd: folder,
      encoding: 'utf8',
      env: fault,
    });
    expect([status, stderr]).toEqual([2, 'b.txt: cannot be read (its thread ended); save it as text, and please report it\n']);
    expect((JSON.parse(stdout) as { document: string }[]).map(({ document }) => document)).toEqual(['a.txt', 'c.txt']);
  });
});

test('the limits are what the README tells', () => {
  expect([MOST, MOST_SECONDS]).toEqual([{ fileBytes: 64e6, characters: 3e6, numbers: 50_000, memoryBytes: 8e8 }, 60]);
});
