import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import type { Language } from '../../plan/messages/message.js';
import type { Plan } from '../../plan/plan.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import type { LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import { plan, plans } from '../seeds.js';

export interface MadeWorkbook {
  /** yiyang-2021-2025 zh */
  name: string;
  plan: Plan;
  language: Language;
  laid: LaidWorkbook;
  bytes: Buffer;
}

const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** The workbook of one of the plans. */
export async function makeWorkbook(id: string, language: Language): Promise<MadeWorkbook> {
  const laid = planWorkbook(plan(id), language, '0.0.0-test');
  return { name: `${id} ${language}`, plan: plan(id), language, laid, bytes: await writeWorkbook(laid) };
}

/** The workbooks of all plans in both languages. */
export const makeWorkbooks = (): Promise<MadeWorkbook[]> =>
  Promise.all(plans().flatMap(({ record }) => LANGUAGES.map((language) => makeWorkbook(record.id, language))));
