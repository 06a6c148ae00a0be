import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { zip } from '../../generator/xlsx/zip.js';
import { VERSION } from '../../generator/version.js';
import type { Language } from '../../plan/messages/message.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import type { Plan } from '../../plan/plan.js';
import type { LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import { openParts } from '../readers/package-parts.js';
import { plans } from '../seeds.js';
import { writeWithExceljs } from './write-with-exceljs.js';
import { writeWithSheetjs } from './write-with-sheetjs.js';
import { writeWithWasm } from './write-with-wasm.js';

/** A plan in a language, and the parts of its workbook for the floor. */
export interface Case {
  plan: Plan;
  language: Language;
  parts: ReadonlyMap<string, string>;
}

/** All plans in both languages. */
export const cases = (): Promise<Case[]> =>
  Promise.all(
    plans().flatMap((plan) =>
      (['zh', 'en'] as const).map(async (language) => ({ plan, language, parts: openParts(await writeWorkbook(planWorkbook(plan, language, VERSION))) })),
    ),
  );

/** A copy, so that nothing is known of the plan but what its record says: some of what sheets ask is made once a plan. */
const layOut = ({ plan, language }: Case): LaidWorkbook => planWorkbook({ ...plan }, language, VERSION);

/**
 * Who writes a case, from parsed plan to bytes, all deflated at zlib's level 6; each answers with the bytes' number.
 * Planbook and all others but the floor lay the same workbook out first.
 */
export const CONTENDERS = {
  /** All sheets: styles, tables, validations, protection, names, links, charts. */
  planbook: async (each: Case) => (await writeWorkbook(layOut(each))).length,
  /** The same without charts, which it cannot write. */
  exceljs: async (each: Case) => (await writeWithExceljs(layOut(each))).length,
  /** The same values and formulas in the same cells, names and column widths: its free edition writes no styles, tables, validations or charts. */
  sheetjs: (each: Case) => writeWithSheetjs(layOut(each)).length,
  /** The same values and formulas in the same cells, and column widths: the least of rust_xlsxwriter, without what would cost it more. */
  wasm: async (each: Case) => (await writeWithWasm(layOut(each))).length,
  /** Planbook's first half: places, formulas, values. */
  layout: (each: Case) => layOut(each).sheets.length,
  /** Planbook's own parts as ready strings, encoded and deflated: what no writer of them can do without. */
  floor: ({ parts }: Case) => zip(parts).length,
};
export type Contender = keyof typeof CONTENDERS;
export const CONTENDER_NAMES = Object.keys(CONTENDERS) as Contender[];
