import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Look } from '../formulas/shown.js';
import { readCells } from '../formulas/shown.js';
import { CATALOGUE_FILE, PLAN_FILE } from '../formulas/made-plan.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { planbook, type Ran } from '../cli/planbook.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';

export const ID = 'ceshi-2021-2025';
export const BOOK = `out/${ID}.xlsx`;

/** A folder with the record made for testing, and its workbooks as the command line writes them. */
export interface PlanFolder {
  generate(...options: string[]): Ran;
  book(name?: string): Buffer;
  putBook(bytes: Uint8Array, name?: string): void;
  /** What the workbook shows. */
  look(name?: string): Look;
  /** The record's text, rewritten from the fixture's. */
  putRecord(change: (record: string) => string, name?: string): void;
}

export const inPlanFolder = <T>(run: (folder: PlanFolder) => T): T =>
  inTemporaryFolder((root) => {
    const at = (name: string): string => path.join(root, name);
    mkdirSync(at('records'));
    copyFileSync(CATALOGUE_FILE, at('records/catalogue.yaml'));
    const folder: PlanFolder = {
      generate: (...options) => planbook(root, 'generate', 'records', ...options),
      book: (name = BOOK) => readFileSync(at(name)),
      putBook: (bytes, name = BOOK) => {
        mkdirSync(path.dirname(at(name)), { recursive: true });
        writeFileSync(at(name), bytes);
      },
      look: (name = BOOK) => readCells(readWorkbook(readFileSync(at(name)))),
      putRecord: (change, name = 'plan.yaml') => {
        writeFileSync(at(`records/${name}`), change(readFileSync(PLAN_FILE, 'utf8')));
      },
    };
    folder.putRecord((record) => record);
    return run(folder);
  });
