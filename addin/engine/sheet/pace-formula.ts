import type { Entry } from '../../../plan/compare/comparison.js';
import { cellAt } from './cell-at.js';
import type { CellToWrite } from './sheet-to-write.js';

/** The required pace from the row's own baseline. */
export const paceFormula = (entry: Entry, line: number): CellToWrite => paceOver(entry, line, cellAt('baseline', line));

/**
 * Design 6: compound for levels, points a year for ratios, places a year for ranks; a promised growth as stated. To nine decimals, so
 * that equal paces are equal.
 */
export function paceOver({ pace, value }: Entry, line: number, from: string): CellToWrite {
  if (!pace) return value ?? '';
  const [to, start, end] = [cellAt('target', line), cellAt('baseline-year', line), cellAt('target-year', line)];
  if (pace.method === 'stated') return { formula: `=IF(COUNT(${to})=1,${to},"")` };
  const years = `(${end}-${start})`;
  const needed = pace.method === 'multiple' ? [to, end, start] : [cellAt('baseline', line), to, end, start];
  const computed = {
    compound: `((${to}/${from})^(1/${years})-1)*100`,
    multiple: `(${to}^(1/${years})-1)*100`,
    straight: `(${to}-${from})/${years}`,
    rank: `(${from}-${to})/${years}`,
  }[pace.method];
  return { formula: `=IF(COUNT(${needed.join(',')})=${needed.length},ROUND(${computed},9),"")` };
}
