import { readFileSync } from 'node:fs';
import path from 'node:path';
import { VERSION } from '../../generator/version.js';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { parsePlan } from '../../plan/record/parse-plan.js';
import type { CellKey } from '../../plan/workbook/block.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { readCells } from '../formulas/shown.js';
import { catalogue } from '../seeds.js';
import { idOf, recordOf } from './plans-folder.js';

/** What someone typed into a plan's workbook. */
export const ENTRIES = {
  'mon/rd-expenditure||2025@2021/actual': 15.5,
  'mon/rd-expenditure||2025@2021/stage': '年报数',
  'mon/rd-expenditure||2025@2022/remark': '口径调整',
};

/** The n-th plan's workbook with those entries. */
export async function withEntries(number: number): Promise<Buffer> {
  const { plan } = parsePlan('record.yaml', recordOf(number), catalogue());
  if (!plan) throw new Error('the record has faults');
  return writeWorkbook(planWorkbook(plan, 'zh', VERSION, new Map(Object.entries(ENTRIES) as [CellKey, string | number][])));
}

/** What stands in the same cells of the n-th plan's workbook now. */
export function entered(folder: string, number = 1, out = 'out'): Record<string, unknown> {
  const look = readCells(readWorkbook(readFileSync(path.join(folder, out, `${idOf(number)}.xlsx`))));
  return Object.fromEntries(
    Object.keys(ENTRIES).map((key) => {
      const [block = '', row = '', column = ''] = key.split('/');
      return [key, look(block, row, column)];
    }),
  );
}
