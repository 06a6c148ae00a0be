import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { PartWriter } from '../../generator/xlsx/part-writer.js';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { above, add, byKey, call, cell, multiply, name, value } from '../../plan/expression/expression.js';
import type { Block, Sheet, Validation } from '../../plan/workbook/block.js';
import { layOut } from '../../plan/workbook/lay-out.js';
import { style } from '../../plan/workbook/style.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { validationErrors } from '../readers/ooxml-validator.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';

interface Row {
  key: string;
  n: number;
}

/** n, and the running total of n: row k holds k(k+1)/2. */
function sheetOf(rows: number): Sheet<null> {
  const block: Block<Row> = {
    id: 'run',
    table: true,
    rows: Array.from({ length: rows }, (_, index) => ({ key: `第${index + 1}行`, n: index + 1 })),
    rowKey: ({ key }) => key,
    columns: [
      { key: 'key', title: 'column.key', width: 20, style: style('key'), cell: ({ key }) => key },
      { key: 'n', title: 'column.value', width: 12, style: ({ n }) => style(n % 2 === 0 ? 'number' : 'year'), cell: ({ n }) => n },
      { key: 'total', title: 'column.count', width: 12, style: style('number', '0'), cell: ({ n }) => (n === 1 ? cell('n') : add(above('total'), cell('n'))) },
    ],
  };
  const total: Block<{ key: string }> = {
    id: 'sum',
    table: false,
    rows: [{ key: 'sum' }],
    rowKey: ({ key }) => key,
    columns: [{ key: 'sum', title: 'column.count', width: 12, style: style('number', '0'), cell: () => call('SUM', name('run_n')) }],
  };
  return { id: 'figures', name: () => 'Long', blocks: () => [block, total], guarded: false, hidden: false };
}

const properties = { title: 't', subject: 's', author: 'a', keywords: 'k', language: 'zh-CN' };

describe.each([100, 5_001, 12_000])('a sheet of %i rows', (rows) => {
  const laid = layOut(null, [sheetOf(rows)], 'zh', properties);

  test('is laid at once if short, while it is written if long', () => {
    expect(laid.sheets[0]?.streamed === undefined).toBe(rows <= 5_000);
  });

  test('reads back whole, with formulas and results, valid, the same bytes each time', async () => {
    const bytes = await writeWorkbook(laid);
    expect(bytes.equals(await writeWorkbook(laid))).toBe(true);
    const [sheet] = readWorkbook(bytes).sheets;
    const last = rows + 1;
    expect([`A${last}`, `B${last}`, `C${last}`, `A${last + 2}`].map((address) => sheet?.cells.get(address)?.value)).toEqual([
      `第${rows}行`,
      rows,
      (rows * (rows + 1)) / 2,
      (rows * (rows + 1)) / 2,
    ]);
    expect(sheet?.cells.get(`C${last}`)?.formula).toBe(`C${last - 1}+B${last}`);
    expect(sheet?.cells.size).toBe(3 + rows * 3 + 1);
    await inTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'long.xlsx');
      writeFileSync(file, bytes);
      expect(await validationErrors(file)).toEqual([]);
    });
  });
});

/** Before a running total of ones, its last value looked up; beside it, an entry and twice that. */
function entrySheet(rows: number): Sheet<null> {
  const block: Block<number> = {
    id: 'ent',
    table: true,
    rows: Array.from({ length: rows }, (_, index) => index + 1),
    rowKey: String,
    columns: [
      { key: 'key', title: 'column.key', width: 20, style: style('key'), cell: (row) => row },
      { key: 'actual', title: 'column.actual', width: 12, style: style('input'), cell: () => null, input: () => ENTRY },
      { key: 'twice', title: 'column.value', width: 12, style: style('number'), cell: () => multiply(cell('actual'), 2) },
      { key: 'total', title: 'column.count', width: 12, style: style('number'), cell: (row) => (row === 1 ? value(1) : add(above('total'), 1)) },
    ],
  };
  const last: Block<{ key: string }> = {
    id: 'last',
    table: false,
    rows: [{ key: 'last' }],
    rowKey: ({ key }) => key,
    columns: [{ key: 'last', title: 'column.count', width: 12, style: style('number'), cell: () => byKey('ent_total', rows, 'ent_key') }],
  };
  return { id: 'figures', name: () => 'Long', blocks: () => [last, block], guarded: false, hidden: false };
}
const ENTRY: Validation = { kind: 'decimal', title: 'validation.number.title', text: 'validation.number.text' };

test.each([4_000, 12_000])('of %i rows, formulas read what was entered, and a running total can be looked up before it is reached', async (rows) => {
  const [sheet] = readWorkbook(await writeWorkbook(layOut(null, [entrySheet(rows)], 'zh', properties, new Map([['ent/3/actual', 21]])))).sheets;
  expect(['A1', 'B6', 'C6', 'C7'].map((address) => sheet?.cells.get(address)?.value)).toEqual([rows, 21, 42, 0]);
});

test.each([0, 1, 3_000_000])('pieces of %i characters are one deflated stream, part after part', (length) => {
  const pieces = Array.from({ length: Math.ceil(length / 7) }, (_, index) => `${index}汉字`.slice(0, 7));
  const text = pieces.join('');
  const out = new PartWriter();
  for (let part = 0; part < 2; part += 1) {
    for (const piece of pieces) out.markup(piece);
    const { crc, size, deflated } = out.pack();
    const inflated = inflateRawSync(Buffer.concat(deflated)).toString('utf8');
    expect(inflated === text).toBe(true);
    expect([crc, size]).toEqual([crc32(text), Buffer.byteLength(text)]);
  }
});

test.each([
  ['markup, short', 'markup', '<c r="A1"/>', '<c r="A1"/>'],
  ['markup with Chinese', 'markup', '<t>原文</t>', '<t>原文</t>'],
  ['markup, long', 'markup', `<t>${'原文 text '.repeat(20)}</t>`, `<t>${'原文 text '.repeat(20)}</t>`],
  ['text with markup in it', 'text', 'a<b & c>d "e"', 'a&lt;b &amp; c&gt;d "e"'],
  ['an escape already there', 'text', '&lt;', '&amp;lt;'],
  ['line breaks and tabs', 'text', 'a\tb\nc\rd', 'a\tb\nc\rd'],
  ['control characters', 'text', 'a\u0000b\u001Fc\uFFFEd', 'a\uFFFDb\uFFFDc\uFFFDd'],
  ['a character of two halves', 'text', '\u{20BB7}<', '\u{20BB7}&lt;'],
  ['half a character', 'text', 'a\uD842b\uDFB7', 'a\uFFFDb\uFFFD'],
  ['text longer than what is gathered', 'text', '汉&'.repeat(600_000), '汉&amp;'.repeat(600_000)],
] as const)('%s is written as %s', (_, as, given, written) => {
  const out = new PartWriter();
  out.markup('<');
  out[as](given);
  expect(inflateRawSync(Buffer.concat(out.pack().deflated)).toString('utf8') === `<${written}`).toBe(true);
});
