import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { type Limits, LIMITS, UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { openParts, packParts, withPart } from '../readers/package-parts.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { SEEDS } from '../seeds.js';
import { smallWorkbook } from './small-workbook.js';

const good = await writeWorkbook(smallWorkbook());
const SHEET = 'xl/worksheets/sheet1.xml';

/** The good workbook with a first sheet that inflates to so many bytes of blanks between its tags; made in pieces, never held whole. */
function bomb(size: number): Buffer {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, xml] of openParts(good)) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    if (name === SHEET) {
      entry.push(strToU8(xml.replace(/<\/worksheet>$/u, '')));
      const blanks = new Uint8Array(1e6).fill(32);
      for (let pushed = 0; pushed < size; pushed += blanks.length) entry.push(blanks);
      entry.push(strToU8('</worksheet>'), true);
    } else entry.push(strToU8(xml), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** A copy whose directory tells another size for a part than it inflates to (APPNOTE 4.3.12: size at 24, name length at 28, name at 46). */
function lying(bytes: Buffer, part: string, size: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf('PK\u0001\u0002'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 1)) {
    const name = copy.subarray(at + 46, at + 46 + copy.readUInt16LE(at + 28)).toString();
    if (name !== part) continue;
    copy.writeUInt32LE(size, at + 24);
    return copy;
  }
  throw new Error(`no part ${part}`);
}

const edited = (part: string, change: (xml: string) => string): Uint8Array => withPart(good, part, change);
const without = (part: string): Uint8Array => packParts(new Map([...openParts(good)].filter(([name]) => name !== part)));
const sheets = (count: number): string =>
  `<sheets>${Array.from({ length: count }, (_, index) => `<sheet name="s${index}" sheetId="${index + 1}" r:id="rId4"/>`).join('')}</sheets>`;

const boom = bomb(300e6);

const REFUSED: readonly [what: string, bytes: Uint8Array, message: RegExp][] = [
  ['an empty file', new Uint8Array(), /not an Excel workbook/u],
  ['a text file', Buffer.from('指标,数值\n研发经费,34.94\n'), /not an Excel workbook/u],
  ['a zip that is no workbook', packParts(new Map([['readme.txt', 'x']])), /not an Excel workbook/u],
  ['an OLE file: an old .xls, or one with a password', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'), /password.*\.xls/u],
  ['half a file', good.subarray(0, good.length / 2), /damaged/u],
  ['a file without its last byte', good.subarray(0, good.length - 1), /damaged/u],
  ['a file whose middle is overwritten', Buffer.concat([good.subarray(0, 200), Buffer.alloc(4000, 7), good.subarray(4200)]), /damaged/u],
  ['a sheet that inflates to 300 MB', boom, /unpacks to more than/u],
  ['300 MB under a declared size of 1000 bytes', lying(boom, SHEET, 1000), /damaged/u],
  ['a declared size of 3 GB', lying(good, SHEET, 3e9), /unpacks to more than/u],
  ['a declared size one byte short', lying(good, SHEET, (openParts(good).get(SHEET)?.length ?? 0) - 1), /damaged/u],
  [
    'a sheet with entities of its own',
    edited(SHEET, (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>')),
    /document type/u,
  ],
  [
    'a workbook part with an external entity',
    edited('xl/workbook.xml', (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')),
    /document type/u,
  ],
  ['an entity that is not declared', edited(SHEET, (xml) => xml.replace('<sheetData>', '<sheetData>&nobody;')), /damaged/u],
  ['a sheet cut short', edited(SHEET, (xml) => xml.slice(0, -20)), /sheet1\.xml is damaged/u],
  ['600 sheets', edited('xl/workbook.xml', (xml) => xml.replace(/<sheets>.*<\/sheets>/u, sheets(600))), /more than 500 sheets/u],
  ['a sheet that is not there', without(SHEET), /封面 is missing/u],
];

describe('refused in one line', () => {
  test.each(REFUSED)('%s', (_, bytes, message) => {
    let refusal: unknown;
    try {
      readWorkbook(bytes);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(UnreadableWorkbook);
    expect((refusal as Error).message).toMatch(message);
    expect((refusal as Error).message).not.toContain('\n');
    const told = (refusal as UnreadableWorkbook).told('zh');
    expect(told.replace(/（[^）]*）/gu, '')).toMatch(/^[^a-wyz]*\p{Script=Han}/u);
    expect(told).not.toContain('\n');
  });

  test.each<[keyof Limits, number, RegExp]>([
    ['fileBytes', 1000, /larger than/u],
    ['partBytes', 1000, /unpacks to more than/u],
    ['totalBytes', 3000, /unpacks to more than/u],
    ['sheets', 3, /more than 3 sheets/u],
    ['cells', 20, /more than 20 cells/u],
  ])('beyond its limit of %s', (limit, most, message) => {
    expect(() => readWorkbook(good, { ...LIMITS, [limit]: most })).toThrow(message);
  });
});

test('the good workbook is read', () => {
  expect(readWorkbook(good).sheets).toHaveLength(4);
});

test('500 sheets are within the limit, but not 500 that are one part: it would be parsed 500 times', () => {
  const many = edited('xl/workbook.xml', (xml) => xml.replace(/<sheets>.*<\/sheets>/u, sheets(500)));
  expect(() => readWorkbook(many)).toThrow(/two of its sheets are one part/u);
});

/** Where the command line finds such a file in the place of its workbook, its highest resident memory in MB. */
function peakMemory(bytes: Uint8Array): number {
  return inTemporaryFolder((folder) => {
    const id = 'yichang-2021-2025';
    mkdirSync(path.join(folder, 'out'));
    for (const name of [`${id}.yaml`, 'catalogue.yaml']) copyFileSync(path.join(SEEDS, name), path.join(folder, name));
    writeFileSync(path.join(folder, 'out', `${id}.xlsx`), bytes);
    const told = path.join(folder, 'peak');
    const hook = path.join(folder, 'hook.cjs');
    writeFileSync(hook, `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(told)}, String(process.resourceUsage().maxRSS)));`);
    const run = spawnSync(process.execPath, ['--require', hook, path.resolve('dist/planbook.cjs'), 'generate', `${id}.yaml`], { cwd: folder });
    expect(run.status).toBe(2);
    return Number(readFileSync(told, 'utf8')) / 1024;
  });
}

test('refusing the bomb takes no more than 50 MB beyond refusing a text file', () => {
  const text = peakMemory(Buffer.from('not a workbook'));
  const [bombed, lied] = [peakMemory(boom), peakMemory(lying(boom, SHEET, 1000))];
  console.log(`peak memory: ${text.toFixed(0)} MB for a text file, ${bombed.toFixed(0)} for the bomb, ${lied.toFixed(0)} for the one that lies about its size`);
  expect(bombed - text).toBeLessThan(50);
  expect(lied - text).toBeLessThan(50);
});

test('the largest sheet that the limits let through takes no more than 200 MB', () => {
  const [text, largest] = [peakMemory(Buffer.from('not a workbook')), peakMemory(bomb(LIMITS.partBytes - 2e6))];
  console.log(`peak memory: ${text.toFixed(0)} MB for a text file, ${largest.toFixed(0)} for a sheet just below the limit`);
  expect(largest - text).toBeLessThan(200);
});
