import type { CheckedPlan } from './compare/checked-plan.js';
import type { Comparison } from './compare/comparison.js';
import { comparisonContractSheet } from './compare/contract.js';
import { ambitionSheet } from './compare/sheets/ambition-sheet.js';
import { comparisonChecksSheet } from './compare/sheets/checks-sheet.js';
import { comparabilitySheet } from './compare/sheets/comparability-sheet.js';
import { comparisonDoc, type ComparisonDoc } from './compare/sheets/comparison-doc.js';
import { comparisonCoverSheet } from './compare/sheets/cover-sheet.js';
import { comparisonDefinitionsSheet } from './compare/sheets/definitions-sheet.js';
import { comparisonFiguresSheet } from './compare/sheets/figures-sheet.js';
import { overviewSheet } from './compare/sheets/overview-sheet.js';
import { pacesSheet } from './compare/sheets/paces-sheet.js';
import { rankingSheet } from './compare/sheets/ranking-sheet.js';
import { comparisonSourcesSheet } from './compare/sheets/sources-sheet.js';
import type { Language } from './messages/message.js';
import type { Plan } from './plan.js';
import { say } from './sheets/plan-doc.js';
import type { Sheet } from './workbook/block.js';
import type { UserCells } from './workbook/cell-values.js';
import { layOut } from './workbook/lay-out.js';
import type { LaidWorkbook } from './workbook/laid-workbook.js';

/** The sheets of a comparison workbook, in the order of their tabs. */
const SHEETS: readonly Sheet<ComparisonDoc>[] = [
  comparisonCoverSheet,
  overviewSheet,
  comparabilitySheet,
  rankingSheet,
  ambitionSheet,
  pacesSheet,
  comparisonFiguresSheet,
  comparisonChecksSheet,
  comparisonDefinitionsSheet,
  comparisonSourcesSheet,
];

/** A comparison as a workbook with every cell in its place: the same plans, language and version give the same workbook. */
export function comparisonWorkbook(
  comparison: Comparison,
  plans: readonly Plan[],
  checked: readonly CheckedPlan[],
  language: Language,
  version: string,
  userCells?: UserCells,
): LaidWorkbook {
  const doc = comparisonDoc(comparison, plans, checked, language, version);
  const properties = {
    title: doc.plan.record.title[language],
    subject: say(doc, 'property.compare-subject'),
    author: 'Planbook',
    keywords: say(doc, 'property.compare-keywords'),
    language: language === 'zh' ? 'zh-CN' : 'en-US',
  };
  const laid = layOut(doc, SHEETS, language, properties, userCells);
  return { ...laid, sheets: [...laid.sheets, comparisonContractSheet(doc)] };
}
