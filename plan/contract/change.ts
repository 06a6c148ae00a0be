import type { Scalar } from '../expression/expression.js';
import type { CellKey } from '../workbook/block.js';

/**
 * What has become of a cell since its workbook was generated: another constant (edited), none (blanked), text that reads as
 * a number (text-number), a formula in a constant's place (formula-entered), a constant or nothing in a formula's
 * (formula-overwritten), another formula (formula-changed), an entry in an input cell (entered); or of a whole row or
 * column: removed, copied, added, or without the defined name that formulas find it by (name-removed).
 */
export type ChangeKind =
  | 'edited'
  | 'blanked'
  | 'text-number'
  | 'formula-entered'
  | 'formula-overwritten'
  | 'formula-changed'
  | 'entered'
  | 'row-removed'
  | 'row-copied'
  | 'row-added'
  | 'column-removed'
  | 'name-removed';

export interface Change {
  kind: ChangeKind;
  /** block/row/column as generated. Of a row its column is "key", of a column its row is "*"; an added row has its address for a key. */
  key: CellKey;
  /** Where it stands now, such as '原文数据'!G7; null where it is gone. */
  cell: string | null;
  /** What a reader knows the row by, and the header of its column as it stands; empty where there is none. */
  about: string;
  header: string;
  /** As generated, and as it stands: a constant, or a formula's text after "=". Of an added row: its first words. */
  from: Scalar;
  to: Scalar;
}

/** The tables whose constants checks reckon with: figures, claims, context. */
export const NUMBER_TABLES: readonly string[] = ['fig', 'clm', 'ctx'];

/** A cell key's parts; row keys may hold slashes. */
export function partsOfCellKey(key: CellKey): { block: string; row: string; column: string } {
  const [first, last] = [key.indexOf('/'), key.lastIndexOf('/')];
  return { block: key.slice(0, first), row: key.slice(first + 1, last), column: key.slice(last + 1) };
}
