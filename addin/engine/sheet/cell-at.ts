import { columnLetters } from '../../../plan/workbook/address.js';

/** Columns that hold numbers which formulas read stand at the same place in every table of the sheet. */
export type ColumnName =
  | 'rank'
  | 'place'
  | 'value'
  | 'bound'
  | 'unit'
  | 'history'
  | 'ambition'
  | 'low'
  | 'high'
  | 'years'
  | 'gap'
  | 'basis'
  | 'printed'
  | 'why'
  | 'level'
  | 'baseline'
  | 'baseline-year'
  | 'target'
  | 'target-year';

/** A row of a table: where its cells and its group's stand. 1-based, as formulas name them. */
export interface Line {
  line: number;
  first: number;
  last: number;
  isRanked: boolean;
}

/** Columns of what is ranked by a value, of paces, and of what is not ranked. */
export const VALUE: readonly ColumnName[] = ['place', 'rank', 'value', 'bound', 'unit', 'low', 'high', 'years', 'gap', 'printed'];
export const PACE: readonly ColumnName[] = [
  ...(['place', 'rank', 'value', 'history', 'ambition', 'low', 'high', 'years', 'gap', 'printed'] as const),
  ...(['baseline', 'baseline-year', 'target', 'target-year'] as const),
];
export const REST: readonly ColumnName[] = ['place', 'years', 'value', 'bound', 'unit', 'low', 'high', 'level', 'basis', 'why'];

/** The address of a column's cell in a row; columns that several kinds of table have stand alike in all. */
export function cellAt(name: ColumnName, line: number): string {
  const position = [PACE, VALUE, REST].find((names) => names.includes(name))?.indexOf(name) ?? 0;
  return `${columnLetters(position + 1)}${line}`;
}
