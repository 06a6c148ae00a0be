import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyReview } from '../../generator/cli/empty-review.js';
import type { Language } from '../../plan/messages/message.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { describeWith } from '../readers/available.js';
import { recalculate } from '../readers/libre-office.js';
import { lintWorkbook } from '../readers/lint-workbook.js';
import { validationErrors } from '../readers/ooxml-validator.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { catalogue } from '../seeds.js';
import { madeReview } from './made-draft.js';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const starter = { id: 'lishui-2021-2025', firstYear: 2021, lastYear: 2025, source: null };
const books = await Promise.all(
  LANGUAGES.flatMap((language) => [
    madeReview(language).then((bytes) => ({ name: `draft ${language}`, bytes })),
    emptyReview(starter, catalogue(), language).then((bytes) => ({ name: `empty ${language}`, bytes })),
  ]),
);

describe.each(books)('$name', ({ bytes }) => {
  test('the Open XML SDK finds no error', async () => {
    await inTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'book.xlsx');
      writeFileSync(file, bytes);
      expect(await validationErrors(file)).toEqual([]);
    });
  });

  test('lint is clean', () => {
    expect(lintWorkbook(bytes)).toEqual([]);
  });
});

describeWith('LibreOffice', 'recalculated without caches', () => {
  test('counts and states are those in the file', () => {
    const again = recalculate(books.map(({ bytes }) => bytes));
    books.forEach(({ bytes }, index) => {
      const formulas = (book: ReturnType<typeof readWorkbook>): unknown[] =>
        book.sheets.flatMap(({ cells }) =>
          [...cells].filter(([, { formula }]) => formula !== undefined).map(([address, { value }]) => [address, value === '' ? null : value]),
        );
      expect(again[index] && formulas(again[index])).toEqual(formulas(readWorkbook(bytes)));
    });
  });
});
