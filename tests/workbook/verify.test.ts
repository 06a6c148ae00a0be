import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { LaidCell } from '../../plan/workbook/laid-workbook.js';
import type { ReadWorkbook } from '../../plan/xlsx/read-workbook.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { describeWith } from '../readers/available.js';
import { recalculate } from '../readers/libre-office.js';
import { lintWorkbook } from '../readers/lint-workbook.js';
import { validationErrors } from '../readers/ooxml-validator.js';
import { openWithOpenpyxl } from '../readers/openpyxl.js';
import { sameResult } from '../readers/same-result.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { type MadeWorkbook, makeWorkbooks } from './made-workbooks.js';

const made = await makeWorkbooks();

const isWidth = (line: string): boolean => line.startsWith('column-width');

/** The formula cells of a workbook as it was laid out, by sheet and address. */
const formulaCells = ({ laid }: MadeWorkbook): LaidCell[] =>
  laid.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ formula }) => formula)));

test('all five plans are there in both languages', () => {
  expect(made.map(({ name }) => name)).toHaveLength(10);
});

test.each(made)('$name: the Open XML SDK finds no error', async ({ bytes }) => {
  await inTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'book.xlsx');
    writeFileSync(file, bytes);
    expect(await validationErrors(file)).toEqual([]);
  });
});

test.each(made)('$name: lint is clean', ({ bytes }) => {
  expect(lintWorkbook(bytes).filter((line) => !isWidth(line))).toEqual([]);
});

test.each(made)('$name: every printed cell shows the whole of what it holds', ({ bytes }) => {
  expect(lintWorkbook(bytes).filter(isWidth)).toEqual([]);
});

test.each(made)('$name: cells read back are cells laid out', ({ bytes, laid }) => {
  const read = readWorkbook(bytes);
  expect(read.sheets.map(({ name, cells }) => [name, [...cells.values()].filter(({ formula }) => formula !== undefined).length])).toEqual(
    laid.sheets.map(({ name, rows }) => [name, rows.flatMap(({ cells }) => cells.filter(({ formula }) => formula)).length]),
  );
});

describeWith('openpyxl', 'openpyxl', () => {
  test('opens all without complaint and finds the sheets, names, tables and formulas laid out', () => {
    inTemporaryFolder((folder) => {
      const files = made.map(({ bytes }, index) => {
        const file = path.join(folder, `${index}.xlsx`);
        writeFileSync(file, bytes);
        return file;
      });
      expect(openWithOpenpyxl(files)).toEqual(
        made.map((book) => ({
          problems: [],
          sheets: book.laid.sheets.map(({ name }) => name),
          names: Object.fromEntries(book.laid.names),
          tables: Object.fromEntries(book.laid.sheets.flatMap(({ tables }) => tables.map(({ name, reference }) => [name, reference]))),
          formulas: formulaCells(book).length,
        })),
      );
    });
  });
});

describeWith('LibreOffice', 'LibreOffice', () => {
  let recalculated: ReadWorkbook[] = [];
  beforeAll(() => {
    recalculated = recalculate(made.map(({ bytes }) => bytes));
  });

  test.each(made.map((book, index) => ({ ...book, index })))('$name: every formula computed anew gives its cached result', ({ bytes, index, ...book }) => {
    const computed = recalculated[index];
    const differing: string[] = [];
    let count = 0;
    for (const { name, cells } of readWorkbook(bytes).sheets) {
      const theirs = computed?.sheets.find((sheet) => sheet.name === name)?.cells;
      for (const [address, { formula, value, error }] of cells) {
        if (formula === undefined) continue;
        count += 1;
        const found = theirs?.get(address);
        if (!sameResult(value, found?.value ?? null) || error !== found?.error) {
          differing.push(`${name}!${address}: cached ${JSON.stringify(value)}, computed ${JSON.stringify(found?.value)} by ${formula}`);
        }
      }
    }
    expect(differing).toEqual([]);
    expect(count).toBe(formulaCells({ ...book, bytes }).length);
    expect(count).toBeGreaterThan(0);
  });

  test('formula cells are counted', () => {
    const total = made.reduce((sum, book) => sum + formulaCells(book).length, 0);
    console.log(`${total} formula cells of ${made.length} workbooks computed anew by LibreOffice`);
    expect(total).toBeGreaterThan(1000);
  });
});
