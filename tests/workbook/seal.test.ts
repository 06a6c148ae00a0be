import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bearsSeal, isUntouched } from '../../generator/xlsx/seal.js';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { lintWorkbook } from '../readers/lint-workbook.js';
import { validationErrors } from '../readers/ooxml-validator.js';
import { openParts, packParts, withoutSeal } from '../readers/package-parts.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { smallWorkbook } from './small-workbook.js';

const INPUTS = 'made from this';
const plain = await writeWorkbook(smallWorkbook());
const sealed = await writeWorkbook(smallWorkbook(), INPUTS);

test('a sealed workbook is the same workbook, valid, and the same each time', async () => {
  expect(withoutSeal(sealed)).toEqual(withoutSeal(plain));
  expect(readWorkbook(sealed)).toEqual(readWorkbook(plain));
  expect(sealed.equals(await writeWorkbook(smallWorkbook(), INPUTS))).toBe(true);
  expect(lintWorkbook(sealed)).toEqual(lintWorkbook(plain));
  await inTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'sealed.xlsx');
    writeFileSync(file, sealed);
    expect(await validationErrors(file)).toEqual([]);
  });
});

test.each<[what: string, file: Buffer, inputs: string, bears: boolean]>([
  ['as it was written', sealed, INPUTS, true],
  ['made from something else', sealed, 'made from that', false],
  ['without a seal', plain, INPUTS, false],
  ['packed anew, as any program does that saves it', Buffer.from(packParts(openParts(sealed))), INPUTS, false],
  ['cut short', sealed.subarray(0, -1), INPUTS, false],
  ['longer', Buffer.concat([sealed, Buffer.from('x')]), INPUTS, false],
  ['empty', Buffer.alloc(0), INPUTS, false],
  ['no zip', Buffer.from('x'.repeat(1000)), INPUTS, false],
  ['an end that points nowhere', Buffer.concat([sealed.subarray(0, -6), Buffer.from('ffffffff0000', 'hex')]), INPUTS, false],
])('%s', (_, file, inputs, bears) => {
  expect(bearsSeal(file, inputs)).toBe(bears);
  expect(isUntouched(file)).toBe(file === sealed);
});

test('any changed byte of a sheet breaks it', () => {
  const sheets = sealed.indexOf('docProps/core.xml') - 30;
  for (let at = 0; at < sheets; at += 97) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(bearsSeal(changed, INPUTS), `byte ${at}`).toBe(false);
  }
});
