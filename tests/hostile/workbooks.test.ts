import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../plan/xlsx/limits.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { openParts, packParts, replaceIn, withPart } from '../readers/package-parts.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { type Edit, edited as editedCells, partOf } from '../returned/edit-workbook.js';
import { GENERATED } from '../returned/made-workbook.js';
import { inPlanFolder } from '../user-cells/plan-folder.js';
import { type Measured, measured } from './measured.js';
import { type RawEntry, rawZip } from './raw-zip.js';

const GOOD = readWorkbook(GENERATED);
const FIGURES = partOf(GOOD, '原文数据');
const HIDDEN = partOf(GOOD, '_planbook');
const BOOK = 'xl/workbook.xml';

const parts = openParts(GENERATED);
const entries = (): RawEntry[] => [...parts].map(([name, content]) => ({ name, content }));
/** Another part, or another content of one. */
const put = (...more: RawEntry[]): RawEntry[] => [...entries().filter(({ name }) => !more.some((each) => each.name === name)), ...more];
const cellEdited = (key: string, edit: Edit, bytes: Uint8Array = GENERATED): Uint8Array => editedCells(bytes, { [key]: edit });
const edited = (part: string, find: string | RegExp, replacement: string): Uint8Array => withPart(GENERATED, part, (xml) => replaceIn(xml, find, replacement));
const named = (name: string): Buffer => rawZip([...entries(), { name, content: 'x' }]);
/** The rows of the figures' sheet, and of so many sheets before it, replaced. */
const rows = (xml: string, sheets = 1): Uint8Array => {
  const number = Number(/\d+/u.exec(FIGURES)?.[0]);
  return Array.from({ length: sheets }, (_, index) => `xl/worksheets/sheet${number - index}.xml`).reduce(
    (book, part) => withPart(book, part, (all) => replaceIn(all, /<sheetData>.*<\/sheetData>/su, `<sheetData>${xml}</sheetData>`)),
    GENERATED,
  );
};
const list = (count: number, each: (index: number) => string): string => Array.from({ length: count }, (_, index) => each(index)).join('');
const MEGABYTES = 2 ** 20;

/** Parts that all claim one stored stretch of 30 MB for theirs, and to be nothing once unpacked. */
function overlapping(...names: string[]): Buffer {
  const heap: RawEntry = { name: 'xl/worksheets/heap.xml', content: new Uint8Array(30 * MEGABYTES).fill(32), stored: true };
  const claims = { bytes: 0, packedBytes: 30 * MEGABYTES, offset: 0 };
  const liars = names.map((name): RawEntry => ({ name, content: '', stored: true, claims }));
  return rawZip([heap, ...put(...liars)]);
}

/** The record in the hidden sheet, rewritten. */
const withRecord = (change: (json: string) => string): Uint8Array => {
  const content = [...(GOOD.sheets.find(({ name }) => name === '_planbook')?.cells ?? [])];
  const [address = ''] = content.find(([, { value }]) => value === 'record.1' || value === 'record') ?? [];
  const cell = address.replace('A', 'C');
  const json = String(content.find(([each]) => each === cell)?.[1].value);
  return edited(HIDDEN, new RegExp(`<c r="${cell}"[^>]*>.*?</c>`, 'su'), `<c r="${cell}" t="inlineStr"><is><t>${escaped(change(json))}</t></is></c>`);
};
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const lines = (count: number, line: (index: number) => [string, string, string]): string =>
  list(count, (index) => {
    const row = index + 4;
    return `<row r="${row}">${line(index)
      .map((text, column) => `<c r="${'ABC'[column] ?? ''}${row}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`)
      .join('')}</row>`;
  });
const HEAD = list(
  3,
  (index) =>
    `<row r="${index + 1}">${['contract version plan', '', '1 0 x'].map((texts, column) => `<c r="${'ABC'[column] ?? ''}${index + 1}" t="inlineStr"><is><t>${texts.split(' ')[index] ?? ''}</t></is></c>`).join('')}</row>`,
);
const contract = (xml: string): Uint8Array => edited(HIDDEN, /<sheetData>.*<\/sheetData>/su, `<sheetData>${HEAD}${xml}</sheetData>`);

/** What is mailed, and what is said of it. The README lists the same. */
const REFUSED: readonly [what: string, bytes: () => Uint8Array, says: RegExp][] = [
  ['a file of 70 MB', () => Buffer.alloc(70e6, 32), /larger than 64 MB$/u],
  ['a sheet that unpacks to 300 MB', () => rawZip(put({ name: FIGURES, content: new Uint8Array(300e6).fill(32) })), /unpacks to more than 96 MB$/u],
  [
    'ten sheets of 20 MB',
    () => rawZip(put(...Array.from({ length: 10 }, (_, index) => ({ name: `xl/worksheets/more${index}.xml`, content: new Uint8Array(20e6) })))),
    /unpacks to more than 96 MB$/u,
  ],
  [
    '400 parts that share one stretch of 30 MB, their sizes told as 0',
    () => overlapping(FIGURES, ...Array.from({ length: 400 }, (_, index) => `xl/worksheets/s${index}.xml`)),
    /damaged on its way$/u,
  ],
  ['a size told wrong', () => rawZip(put({ name: FIGURES, content: new Uint8Array(300e6).fill(32), claims: { bytes: 1000 } })), /damaged on its way$/u],
  ['a directory of 4 billion files', () => rawZip(entries(), 4_000_000_000), /has more than 10000 parts$/u],
  [
    '20,000 files',
    () => rawZip([...entries(), ...Array.from({ length: 20_000 }, (_, index) => ({ name: `xl/media/${index}.png`, content: '' }))]),
    /more than 10000 parts$/u,
  ],
  [
    'a digit changed on its way',
    () => rawZip(put({ name: FIGURES, content: replaceIn(parts.get(FIGURES) ?? '', '<v>15</v>', '<v>75</v>'), claims: { crc: 1 } })),
    /damaged on its way$/u,
  ],
  ['a part named with a way up', () => named('xl/../../../evil.xml'), /suspicious name \(xl\/\.\.\/\.\.\/\.\.\/evil\.xml\)/u],
  ['a part named from a drive', () => named('C:\\evil.xml'), /suspicious name/u],
  ['a part named with backslashes', () => named('xl\\worksheets\\sheet1.xml'), /suspicious name/u],
  ['a part named with a line end', () => named('xl/a\nb.xml'), /suspicious name \(xl\/a b\.xml\)/u],
  ['a part twice', () => rawZip([...entries(), { name: FIGURES, content: '<worksheet/>' }]), /twice$/u],
  ['a part twice, in another case', () => rawZip([...entries(), { name: FIGURES.toUpperCase(), content: '<worksheet/>' }]), /twice$/u],
  ['entities that multiply', () => edited(BOOK, '?>', '?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'), /declares a document type/u],
  ['an outside entity', () => edited(FIGURES, '?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/evil">]>'), /declares a document type/u],
  ['a nesting of 3 million', () => rows('<a>'.repeat(3e6)), /nested more than 100 deep$/u],
  ['an element with a million attributes', () => rows(`<row ${list(1e6, (index) => ` a${index}=""`)}/>`), /more than 1000 attributes$/u],
  ['a cell of 30 million characters', () => rows(`<row r="1"><c r="A1" t="str"><v>${'x'.repeat(30e6)}</v></c></row>`), /more than 100000 characters/u],
  [
    'a shared text of 30 million characters',
    () => rawZip(put({ name: 'xl/sharedStrings.xml', content: `<sst><si><t>${'x'.repeat(30e6)}</t></si></sst>` })),
    /more than 100000 characters/u,
  ],
  ['2.1 million cells', () => rows(`<row r="1">${'<c r="A1"><f/></c>'.repeat(1_050_000)}</row>`, 2), /more than 2000000 cells/u],
  [
    'one formula shared by 100,000 cells, 8,000 characters each',
    () =>
      rows(
        `<row r="1"><c r="A1"><f t="shared" si="0">${'1+'.repeat(4000)}1</f></c></row>${list(1e5, (row) => `<row r="${row + 2}"><c r="A${row + 2}"><f t="shared" si="0"/></c></row>`)}`,
      ),
    /formulas of more than 48000000 characters/u,
  ],
  [
    'a shared formula followed beyond the sheet',
    () => rows(`<row r="1"><c r="A1"><f t="shared" si="0">B1</f></c><c r="${'A'.repeat(250)}1"><f t="shared" si="0"/></c></row>`),
    /damaged \(no cell/u,
  ],
  ['a cell without its place', () => rows('<row><c><v>1</v></c></row>'), /damaged \(no cell/u],
  [
    'hidden columns without end',
    () => edited(FIGURES, '<sheetData>', '<cols><col min="1" max="Infinity" hidden="1"/></cols><sheetData>'),
    /hides columns that no sheet has/u,
  ],
  [
    '5,000 sheets',
    () => edited(BOOK, /<sheets>.*<\/sheets>/su, `<sheets>${list(5000, (index) => `<sheet name="s${index}" sheetId="${index + 1}" r:id="rId1"/>`)}</sheets>`),
    /more than 500 sheets$/u,
  ],
  [
    '500,000 defined names',
    () => edited(BOOK, '</definedNames>', `${list(500_000, (index) => `<definedName name="n${index}">A1</definedName>`)}</definedNames>`),
    /more than 20000 defined names$/u,
  ],
  ['names over ten million rows', tenMillionRows, /claim more than 4000000 cells$/u],
  ['half a file', () => GENERATED.subarray(0, GENERATED.length / 2), /damaged on its way$/u],
  ['an empty file', () => new Uint8Array(), /not an Excel workbook/u],
  ['an old .xls, or one with a password', () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(4096, '0'), 'hex'), /password.*\.xls/u],
  ['a binary .xlsb', () => rawZip([{ name: 'xl/workbook.bin', content: 'x' }]), /in the format \.xlsb/u],
  [
    'an OpenDocument',
    () =>
      rawZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', content: '<x/>' },
      ]),
    /in the format \.ods/u,
  ],
  ['a record that is no JSON', () => withRecord((json) => json.slice(5)), /no longer JSON/u],
  [
    'a record with a prototype',
    () => withRecord((json) => json.replace('{', '{"__proto__":{"polluted":true},')),
    /cannot be read \(: Unrecognized key: "__proto__"\)/u,
  ],
  [
    'a record nested 200,000 deep',
    () => contract(lines(8, (index) => RECORD_NESTED[index] ?? ['more', '', (index < 5 ? '[' : ']').repeat(50_000)])),
    /cannot be read \(: Invalid input/u,
  ],
  [
    'a record of 6 million characters',
    () => contract(lines(62, (index) => RECORD_NESTED[index] ?? ['more', '', ' '.repeat(100_000)])),
    /longer than 5000000 characters/u,
  ],
  ['a contract of 300 tables', () => contract(lines(300, (index) => [`t${index}/row`, "'x'!1", '{"a":1}'])), /larger than any that Planbook writes/u],
  [
    'a contract of two million cells',
    () => contract(lines(300, (index) => [`t/row${index}`, "'x'!1", `{${list(8000, (cell) => `${cell > 0 ? ',' : ''}"c${cell}":1`)}}`])),
    /larger than any that Planbook writes/u,
  ],
];

/** The names of the figures claim the sheet to its end, in more columns than there are. */
function tenMillionRows(): Uint8Array {
  const names = list(60, (index) => `<definedName name="fig_x${index}">'原文数据'!$A$5:$A$10000000</definedName>`);
  const far = withPart(GENERATED, FIGURES, (xml) => replaceIn(xml, '</sheetData>', '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'));
  return withPart(far, BOOK, (xml) => replaceIn(xml, '</definedNames>', `${names}</definedNames>`));
}

const RECORD_NESTED: readonly [string, string, string][] = [
  ['catalogue.1', '1/1', '{}'],
  ['record.1', '1/1', ''],
];

const check = (bytes: Uint8Array): Measured =>
  inTemporaryFolder((folder) => {
    writeFileSync(path.join(folder, 'mailed.xlsx'), bytes);
    return measured(folder, 'check', 'mailed.xlsx');
  });

/** What a text file under a workbook's name takes, and how much more a hostile one may: the bombs above would take gigabytes. */
const MOST_MB = 400;

describe('refused in one line, nothing reached, before memory grows', () => {
  test.each(REFUSED)('%s', (what, bytes, says) => {
    const { status, complaints, peak, reached } = check(bytes());
    console.log(`${what}: ${peak.toFixed(0)} MB; ${complaints.join(' | ')}`);
    expect({ status, reached, count: complaints.length }).toEqual({ status: 2, reached: [], count: 1 });
    expect(complaints[0]).toMatch(says);
    expect(peak).toBeLessThan(MOST_MB);
  });
});

/** What is there and is never unpacked, followed or run. */
const PASSED_OVER: readonly [what: string, bytes: () => Uint8Array, finding: RegExp][] = [
  ['a zip bomb within it', () => rawZip(put({ name: 'xl/embeddings/book.xlsx', content: new Uint8Array(300e6) })), /不通过/u],
  [
    '400 sheets of one stretch of 30 MB that no tab shows',
    () => overlapping(...Array.from({ length: 400 }, (_, index) => `xl/worksheets/s${index}.xml`)),
    /不通过/u,
  ],
  [
    'half a million merged cells',
    () => edited(FIGURES, '</sheetData>', `</sheetData><mergeCells>${list(500_000, (index) => `<mergeCell ref="A${index + 1}:B${index + 1}"/>`)}</mergeCells>`),
    /不通过/u,
  ],
  ['macros', () => rawZip(put({ name: 'xl/vbaProject.bin', content: 'Sub Auto_Open()' }, { name: 'xl/macrosheets/sheet1.xml', content: '<x/>' })), /不通过/u],
  ['links to other files and to the web', () => rawZip(put(...LINKED)), /链接.*evil\.example/u],
  ['formulas that fetch and run', () => cellEdited(FIGURE, { formula: 'WEBSERVICE("http://127.0.0.1:9/")+cmd|\'/C calc\'!A0', stored: 15 }), /引用其他文件/u],
  ['a thousand hidden columns, a million hidden rows', () => rows(list(1e6, (index) => `<row r="${index + 1}" hidden="1"/>`)), /不通过/u],
];

const LINKED: RawEntry[] = [
  { name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' },
  {
    name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
    content: '<Relationships><Relationship Id="rId1" Target="http://evil.example/book.xlsx" TargetMode="External"/></Relationships>',
  },
];
const FIGURE = 'fig/amount||2020/value';

describe('passed over: neither unpacked nor followed nor run', () => {
  test.each(PASSED_OVER)('%s', (what, bytes, finding) => {
    const { status, stdout, complaints, peak, reached } = check(bytes());
    console.log(`${what}: ${peak.toFixed(0)} MB`);
    expect({ reached, complaints }).toEqual({ reached: [], complaints: [] });
    expect([0, 1]).toContain(status);
    expect(stdout).toMatch(finding);
    expect(peak).toBeLessThan(MOST_MB);
  });
});

test('nothing of it goes into the workbook that is written over it, but the entries, as text', () => {
  const remark = 'mon/level||2025@2021/remark';
  const says = '=HYPERLINK("http://evil.example")_x001B_[31m';
  inPlanFolder((folder) => {
    folder.generate();
    const typed = cellEdited(remark, says, folder.book());
    const more = {
      'xl/vbaProject.bin': 'Sub Auto_Open()',
      'xl/embeddings/a.xlsx': 'x',
      ...Object.fromEntries(LINKED.map(({ name, content }) => [name, String(content)])),
    };
    folder.putBook(packParts(new Map([...openParts(typed), ...Object.entries(more)])));
    const first = folder.generate();
    expect(first).toMatchObject({ status: 0, complaints: [] });
    const written = openParts(folder.book());
    expect([...written.keys()].filter((name) => /vba|extern|embed|macro/iu.test(name))).toEqual([]);
    expect([...written].filter(([, xml]) => /<f>[^<]*evil/u.test(xml)).map(([name]) => name)).toEqual([]);
    expect(folder.look()('mon', 'level||2025@2021', 'remark')).toBe('=HYPERLINK("http://evil.example")\uFFFD[31m');
  });
});

test('what a mailed cell holds does not command the terminal that it is listed on', () => {
  const ran = check(cellEdited('fig/amount||2020/note', '_x001B_[2J_x0007_\n[通过] 无误\u202Egnorw'));
  expect(ran.stdout).toContain('[2J');
  // eslint-disable-next-line no-control-regex -- what a terminal would obey
  expect(ran.stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/u);
  expect(ran.stdout).not.toMatch(/^\[通过\]/mu);
});

test('the limits are what the README tells', () => {
  expect(LIMITS).toMatchObject({ fileBytes: 64e6, totalBytes: 96e6, parts: 10_000, sheets: 500, names: 20_000, cells: 2e6 });
});
