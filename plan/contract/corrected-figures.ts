import type { ReadWorkbook } from '../xlsx/read-workbook.js';
import { findBlock } from './read-block.js';
import type { Contract } from './read-contract.js';

/** A number of the figures sheet that someone has corrected since it was generated. */
export interface Correction {
  /** Key of the figure's row. */
  key: string;
  column: 'value' | 'high_value' | 'decimals';
  now: number | string | boolean | null;
}

const COLUMNS = ['value', 'high_value', 'decimals'] as const;

/** Corrections made in the figures sheet. They belong into the record: generating again would set them back. */
export function correctedFigures(workbook: ReadWorkbook, contract: Contract): Correction[] {
  const block = findBlock(workbook, 'fig');
  if (!block) return [];
  return [...contract.rows].flatMap(([where, { cells }]) => {
    if (!where.startsWith('fig/')) return [];
    const key = where.slice('fig/'.length);
    if (!block.rows.has(key)) return [];
    return COLUMNS.flatMap((column): Correction[] => {
      const now = block.cell(key, column)?.value ?? null;
      return now === (cells[column] ?? null) ? [] : [{ key, column, now }];
    });
  });
}
