import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeSheet } from '../../addin/excel/write-sheet.js';
import type { Language } from '../../plan/messages/message.js';
import type { ReadCell } from '../../plan/xlsx/read-sheet.js';
import { type ReadWorkbook, readWorkbook } from '../../plan/xlsx/read-workbook.js';
import type { Shown } from '../../addin/engine/book-pieces.js';
import { generated, openHost } from '../host/open-host.js';
import { describeWith } from '../readers/available.js';
import { recalculate } from '../readers/libre-office.js';
import { validationErrors } from '../readers/ooxml-validator.js';
import { sameResult } from '../readers/same-result.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { plainSheet } from './plain-sheet.js';
import { engineOn, usingClient } from './read-in-node.js';

const OTHERS = ['qingyuan-2021-2025', 'yichang-2021-2025', 'xianju-2021-2025', 'changzhutan-2017-2019'];
/** Targets, paces, measured values, and one with nothing to rank. */
const INDICATORS = ['rd-intensity', 'rd-expenditure', 'high-tech-va-share-gdp', 'high-tech-enterprises'];

/** Yiyang's workbook after each of these indicators has been written to a sheet. */
async function written(language: Language): Promise<{ bytes: Uint8Array; sheets: string[] }> {
  const client = await openHost();
  const { engine } = await engineOn(client, language);
  for (const id of OTHERS) engine.add(`${id}.xlsx`, await generated(id), language);
  const sheets: string[] = [];
  for (const indicator of INDICATORS) sheets.push(await writeSheet(engine.sheet(indicator, { indicator, without: [] }, language)));
  return { bytes: client.host.save(), sheets };
}

const books: { language: Language; bytes: Uint8Array; sheets: string[] }[] = [];
// One after the other: the pane finds its Excel as a global.
for (const language of ['zh', 'en'] as const) books.push({ language, ...(await written(language)) });

describe('a comparison written to a sheet', () => {
  test.each(books)('is a valid part of the workbook ($language)', async ({ bytes }) => {
    const errors = await inTemporaryFolder((folder) => {
      const file = path.join(folder, 'written.xlsx');
      writeFileSync(file, bytes);
      return validationErrors(file);
    });
    expect(errors).toEqual([]);
  });
});

test('what plans print stands there as they print it, and what begins with = runs nothing', async () => {
  const [zh] = books;
  const [name] = zh?.sheets ?? [];
  const cells = readWorkbook(zh?.bytes ?? new Uint8Array()).sheets.find((sheet) => sheet.name === name)?.cells;
  expect(['J7', 'J8', 'J9'].map((address) => cells?.get(address))).toEqual([{ value: '3.2%以上' }, { value: '2.5%' }, { value: '1.5%' }]);
  const client = await openHost();
  usingClient(client);
  const rows = [['=1+1', '2.5%', '-3', { formula: '=1+1' }]];
  const sheet = await writeSheet(plainSheet('文字', rows));
  expect(['A1', 'B1', 'C1', 'D1'].map((address) => client.host.cell(`'${sheet}'!${address}`))).toEqual([
    { value: '=1+1', formula: null },
    { value: '2.5%', formula: null },
    { value: '-3', formula: null },
    { value: 2, formula: '1+1' },
  ]);
});

describeWith('LibreOffice', 'a comparison written to a sheet', () => {
  test('shows what its formulas give when they are computed anew', () => {
    const recalculated = recalculate(books.map(({ bytes }) => bytes));
    for (const [index, { bytes, sheets }] of books.entries()) {
      const [shown, anew] = [readWorkbook(bytes), recalculated[index]];
      for (const name of sheets) {
        const cellsIn = (book: ReadWorkbook | undefined): ReadonlyMap<string, ReadCell> =>
          book?.sheets.find((sheet) => sheet.name === name)?.cells ?? new Map<string, ReadCell>();
        const formulas = [...cellsIn(shown)].filter(([, { formula }]) => formula !== undefined);
        expect(formulas.length, name).toBeGreaterThanOrEqual(name.includes('高新技术企业') || name.includes('High-tech ent') ? 0 : 6);
        expect(
          formulas.map(([address]) => [address, cellsIn(anew).get(address)?.value ?? '']),
          name,
        ).toEqual(formulas.map(([address, { value }]) => [address, expect.toSatisfy((other: Shown) => sameResult(value, other)) as unknown]));
      }
    }
  });
});
