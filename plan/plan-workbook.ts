import { contractSheet } from './contract/contract-sheet.js';
import type { Language } from './messages/message.js';
import type { Plan } from './plan.js';
import { checksSheet } from './report/checks-sheet.js';
import { operandsSheet } from './report/operands-sheet.js';
import { withRules } from './report/rules-block.js';
import { coverSheet } from './sheets/cover-sheet.js';
import { definitionsSheet } from './sheets/definitions-sheet.js';
import { figuresSheet } from './sheets/figures-sheet.js';
import { indicatorsSheet } from './sheets/indicators-sheet.js';
import { monitoringSheet } from './sheets/monitoring-sheet.js';
import { pathwaySheet } from './sheets/pathway-sheet.js';
import { type PlanDoc, say } from './sheets/plan-doc.js';
import { sourcesSheet } from './sheets/sources-sheet.js';
import type { CellKey, Sheet } from './workbook/block.js';
import type { UserCells } from './workbook/cell-values.js';
import { layOut } from './workbook/lay-out.js';
import { allRows, type LaidWorkbook } from './workbook/laid-workbook.js';

/** The sheets of a plan's workbook, in the order of their tabs. */
const PLAN_SHEETS: readonly Sheet<PlanDoc>[] = [
  coverSheet,
  indicatorsSheet,
  pathwaySheet,
  monitoringSheet,
  figuresSheet,
  checksSheet,
  operandsSheet,
  withRules(definitionsSheet),
  sourcesSheet,
];

/** A plan's workbook, and the entries that found no input cell in it: they are kept in its contract. */
export interface PlanWorkbook extends LaidWorkbook {
  kept: CellKey[];
}

/** A plan as a workbook with every cell in its place: the same plan, language, version and entries give the same workbook. */
export const planWorkbook = (plan: Plan, language: Language, version: string, userCells?: UserCells): PlanWorkbook =>
  docWorkbook({ plan, language, version }, userCells);

/** The same of a document, whose checks others may ask for, too. */
export function docWorkbook(doc: PlanDoc, userCells?: UserCells): PlanWorkbook {
  const { plan, language } = doc;
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
  const kept = withoutRow(laid, userCells ?? new Map<CellKey, never>());
  return { ...laid, sheets: [...laid.sheets, contractSheet(laid, doc, kept)], kept: [...kept.keys()] };
}

/** The entries that no input cell takes up, in the order of their keys. */
function withoutRow({ sheets }: LaidWorkbook, userCells: UserCells): UserCells {
  if (userCells.size === 0) return userCells;
  const rest = new Map(userCells);
  for (const sheet of sheets)
    for (const { key, cells } of allRows(sheet))
      for (const cell of cells) if (cell.input && key !== undefined && cell.key !== undefined) rest.delete(`${key}/${cell.key}` as CellKey);
  return new Map([...rest].sort(([a], [b]) => (a < b ? -1 : 1)));
}
