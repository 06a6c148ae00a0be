import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { message } from '../../plan/messages/message.js';
import { bookOf, generate, idOf, inPlansFolder } from '../faults/plans-folder.js';
import { replaceIn } from '../readers/package-parts.js';
import { smallSheet, smallWorkbook } from '../workbook/small-workbook.js';
import { planbook } from './planbook.js';

const COMPARISON = 'out/comparison.xlsx';
const STANDS = `${COMPARISON}: unchanged\n`;
const compare = (folder: string, input: string, ...options: string[]): string => planbook(folder, 'compare', input, '--out', 'out', ...options).stdout;

function edit(folder: string, name: string, from: string, to: string): void {
  const file = path.join(folder, name);
  writeFileSync(file, replaceIn(readFileSync(file, 'utf8'), from, to));
}

const RECORDS: [what: string, change: (folder: string) => void, options: string[], printed: string][] = [
  ['nothing', () => undefined, [], STANDS],
  ['nothing, but --force', () => undefined, ['--force'], `${COMPARISON}\n`],
  ['nothing, told as JSON', () => undefined, ['--json'], `[\n  "${COMPARISON}"\n]\n`],
  ['a record', (folder) => edit(folder, `records/${idOf(2)}.yaml`, '24亿元', '25亿元'), [], `${COMPARISON}\n`],
  ['the catalogue', (folder) => edit(folder, 'records/catalogue.yaml', 'indicators:', '# Checked.\nindicators:'), [], `${COMPARISON}\n`],
  ['what is chosen', () => undefined, ['--year', '2025'], `${COMPARISON}\n`],
  ['another language', () => undefined, ['--lang', 'en'], 'out/comparison.en.xlsx\n'],
];

test.each(RECORDS)('of records: %s has changed', (_, change, options, printed) => {
  inPlansFolder(2, (folder) => {
    expect(compare(folder, 'records')).toBe(`${COMPARISON}\n`);
    change(folder);
    expect(compare(folder, 'records', ...options)).toBe(printed);
  });
});

test('a comparison by generate stands for compare, and the other way round', () => {
  inPlansFolder(2, (folder) => {
    generate(folder);
    expect(compare(folder, 'records')).toBe(STANDS);
    expect(compare(folder, 'records', '--force')).toBe(`${COMPARISON}\n`);
    expect(generate(folder).stdout).toContain(STANDS);
  });
});

test('of workbooks it stands until one of them is saved otherwise; in their own folder, too', () => {
  inPlansFolder(2, (folder) => {
    generate(folder);
    expect(compare(folder, 'out')).toBe(`${COMPARISON}\n`);
    expect(compare(folder, 'out')).toBe(STANDS);
    edit(folder, `records/${idOf(2)}.yaml`, '24亿元', '25亿元');
    expect(generate(folder, ['--shard', '1/1']).stdout).toContain(`${bookOf(2)}\n`);
    expect(compare(folder, 'out')).toBe(`${COMPARISON}\n`);
  });
});

test('what is wrong with a record is told each time', () => {
  inPlansFolder(2, (folder) => {
    writeFileSync(path.join(folder, 'records/bad.yaml'), 'no: record\n');
    const first = planbook(folder, 'compare', 'records', '--out', 'out');
    expect([first.status, first.complaints.length > 0]).toEqual([2, true]);
    expect(planbook(folder, 'compare', 'records', '--out', 'out')).toEqual(first);
  });
});

test('a comparison too large to be read, beside the plans of a folder, is no plan and no mistake while nobody has touched it', async () => {
  const tooManySheets = Array.from({ length: 501 }, (_, index) => smallSheet('cover', `S${index}`, false, () => []));
  const small = smallWorkbook(tooManySheets);
  const large = await writeWorkbook({ ...small, properties: { ...small.properties, subject: message('zh', 'property.compare-subject') } }, 'its inputs');
  const touched = Buffer.from(large);
  touched.writeUInt8(touched.readUInt8(200) ^ 1, 200);
  inPlansFolder(2, (folder) => {
    generate(folder, ['--shard', '1/1']);
    for (const [bytes, status] of [
      [large, 0],
      [touched, 2],
    ] as const) {
      writeFileSync(path.join(folder, COMPARISON), bytes);
      for (const command of [
        ['compare', 'out', '--out', `elsewhere-${status}`],
        ['check', 'out', '--only', 'BASE_YEAR_GIVEN'],
      ]) {
        const ran = planbook(folder, ...command);
        expect([ran.status, ran.complaints.map((line) => line.slice(0, COMPARISON.length))]).toEqual([status, status === 0 ? [] : [COMPARISON]]);
      }
    }
  });
});
