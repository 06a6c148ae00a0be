import { contractSheet } from './contract/contract-sheet.js';
import type { Language } from './messages/message.js';
import type { Plan } from './plan.js';
import { coverSheet } from './sheets/cover-sheet.js';
import { figuresSheet } from './sheets/figures-sheet.js';
import { indicatorsSheet } from './sheets/indicators-sheet.js';
import { type PlanDoc, say } from './sheets/plan-doc.js';
import { sourcesSheet } from './sheets/sources-sheet.js';
import type { Sheet } from './workbook/block.js';
import { layOut, type UserCells } from './workbook/lay-out.js';
import type { LaidWorkbook } from './workbook/laid-workbook.js';

/** The sheets of a plan's workbook, in the order of their tabs. */
export const PLAN_SHEETS: readonly Sheet<PlanDoc>[] = [coverSheet, indicatorsSheet, figuresSheet, sourcesSheet];

/** A plan as a workbook with every cell in its place: the same plan, language, version and entries give the same workbook. */
export function planWorkbook(plan: Plan, language: Language, version: string, userCells?: UserCells): LaidWorkbook {
  const doc: PlanDoc = { plan, language, version };
  const laid = layOut(
    doc,
    PLAN_SHEETS,
    language,
    {
      title: plan.record.title[language],
      subject: say(doc, 'property.subject'),
      author: 'Planbook',
      keywords: say(doc, 'property.keywords'),
      language: language === 'zh' ? 'zh-CN' : 'en-US',
    },
    userCells,
  );
  return { ...laid, sheets: [...laid.sheets, contractSheet(laid, doc)] };
}
