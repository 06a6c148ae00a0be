import { cellEdited } from './cell-edited.js';
import { externalLink } from './external-link.js';
import { figureEdited } from './figure-edited.js';
import { formulaOverwritten } from './formula-overwritten.js';
import { hiddenParts } from './hidden-parts.js';
import { irregularFormula } from './irregular-formula.js';
import { numberAsText } from './number-as-text.js';
import { rowAdded } from './row-added.js';
import { rowRemoved } from './row-removed.js';
import { staleResult } from './stale-result.js';
import type { WorkbookRule } from './workbook-rule.js';

/** All rules about a returned workbook, worst first. */
export const WORKBOOK_RULES: readonly WorkbookRule[] = [
  formulaOverwritten,
  irregularFormula,
  numberAsText,
  rowRemoved,
  figureEdited,
  cellEdited,
  rowAdded,
  externalLink,
  staleResult,
  hiddenParts,
];
