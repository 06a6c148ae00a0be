import type { Group } from '../../../plan/compare/comparison.js';
import { cellAt, type ColumnName, type Line } from './cell-at.js';

/**
 * Targets are thresholds: one more than the number of places that are better, in whatever order. What is measured or reckoned
 * from it ties with the first of its group that its ends reach (plan/compare/rank), which asks for the order the rows stand in: a
 * corrected value that breaks it is told.
 */
export function rankFormula({ basis, better }: Pick<Group, 'basis' | 'better'>, { line, first, last }: Line, stale: string): string {
  const at = (column: ColumnName, row = line): string => cellAt(column, row);
  const fixed = (column: ColumnName, row: number): string => at(column, row).replace(/^([A-Z]+)(\d+)$/u, '$$$1$$$2');
  const value = at('value');
  if (basis === 'target') {
    const all = `${fixed('value', first)}:${fixed('value', last)}`;
    return `=IF(COUNT(${value})=1,COUNTIF(${all},"${better === 'higher' ? '>' : '<'}"&${value})+1,"")`;
  }
  if (line === first) return `=IF(COUNT(${value})=1,1,"")`;
  const [near, far] = better === 'higher' ? (['low', 'high'] as const) : (['high', 'low'] as const);
  const above = at('rank', line - 1);
  const less = (a: string, b: string): string => (better === 'higher' ? `${a}-${b}` : `${b}-${a}`);
  const ranks = `${fixed('rank', first)}:${fixed('rank', line - 1)}`;
  const leader = `INDEX(${fixed(near, first)}:${fixed(near, last)},MATCH(${above},${ranks},0))`;
  const tie = `IF(ROUND(${less(at(far), leader)},9)>=0,${above},COUNT(${fixed('value', first)}:${value}))`;
  const isBroken = `ROUND(${less(value, at('value', line - 1))},9)>0`;
  return `=IF(COUNT(${value},${at('value', line - 1)})<2,"",IF(${isBroken},"${stale}",IF(COUNT(${above})=0,${above},${tie})))`;
}
