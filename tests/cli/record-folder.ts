import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { SEEDS } from '../seeds.js';

/** The shortest record that holds a figure; its line numbers are what the tests of faults count on. */
export const RECORD = `contract: 1
id: small-2021-2025
title: {zh: 小规划, en: A small plan}
place: {zh: 某市, en: Somewhere, level: prefecture}
issuer: null
issued: null
baseYear: 2020
firstYear: 2021
lastYear: 2025
source: {document: small.txt, sha256: ${'a'.repeat(64)}, grade: official}
figures:
  - {indicator: rd-expenditure, year: 2020, printed: 12亿元, at: 一/s1}
  - {indicator: rd-expenditure, year: 2025, printed: 24亿元以上, at: 一/s2}
`;

/** The record of a plan that has nothing wrong; it must be generated whatever is wrong with others. */
export const GOOD = 'good-2021-2025';

/** Runs in a folder that holds `records/` with the catalogue, a good record and the files given. */
export const inRecordFolder = <T>(files: Record<string, string | Uint8Array>, run: (folder: string) => T): T =>
  inTemporaryFolder((folder) => {
    mkdirSync(path.join(folder, 'records'));
    copyFileSync(path.join(SEEDS, 'catalogue.yaml'), path.join(folder, 'records/catalogue.yaml'));
    writeFileSync(path.join(folder, 'records/a-good.yaml'), RECORD.replace('small-2021-2025', GOOD));
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    return run(folder);
  });
