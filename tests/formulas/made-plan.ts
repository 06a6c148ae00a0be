import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { type PlanWorkbook, planWorkbook } from '../../plan/plan-workbook.js';
import type { Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import { parsePlan } from '../../plan/record/parse-plan.js';
import type { CellKey } from '../../plan/workbook/block.js';

const FOLDER = path.resolve('tests/fixtures/formulas');
export const PLAN_FILE = path.join(FOLDER, 'plan.yaml');
export const CATALOGUE_FILE = path.join(FOLDER, 'catalogue.yaml');

/** The plan invented for testing, one indicator a case; `change` rewrites its record's text first. Throws where it has faults. */
export function madePlan(change: (record: string) => string = (record) => record): Plan {
  const catalogue = parseCatalogue(CATALOGUE_FILE, readFileSync(CATALOGUE_FILE, 'utf8'));
  if (catalogue.value === null) throw new Error(catalogue.faults.map(formatFault).join('\n'));
  const { plan, faults } = parsePlan(PLAN_FILE, change(readFileSync(PLAN_FILE, 'utf8')), catalogue.value);
  if (!plan) throw new Error(faults.map(formatFault).join('\n'));
  return plan;
}

/** What a reader has entered, by cell: mon/level||2025@2021/actual. */
export type Filling = Partial<Record<CellKey, string | number>>;

/** The plan's workbook in Chinese with a filling, laid out. */
export const filledIn = (filling: Filling, plan = madePlan()): PlanWorkbook =>
  planWorkbook(plan, 'zh', '0.0.0-test', new Map(Object.entries(filling) as [CellKey, string | number][]));

/** The same as a file's bytes. */
export const filledInFile = (filling: Filling, plan?: Plan): Promise<Buffer> => writeWorkbook(filledIn(filling, plan));
