import { partsOfKey } from '../figure-key.js';
import { unitNamed } from '../messages/unit-name.js';
import type { Bound } from '../number/parse-printed.js';
import type { Role } from '../plan.js';
import type { ReadWorkbook } from '../xlsx/read-workbook.js';
import { findBlock } from './read-block.js';
import { shownCode } from './shown-code.js';

/** A printing as the visible sheet tells it, with nothing taken from the record. */
export interface ReadFigure {
  /** indicator|scope|year, with #2 … for further printings. */
  key: string;
  indicator: string;
  scope: string | null;
  year: number | null;
  fromYear: number | null;
  role: Role | null;
  printed: string | null;
  value: number | null;
  high: number | null;
  unit: string | null;
  decimals: number | null;
  bound: Bound | null;
}

/** The figures of a workbook read from its visible figures sheet alone, in its present order; null where that sheet cannot be found. */
export function readFigures(workbook: ReadWorkbook): ReadFigure[] | null {
  const block = findBlock(workbook, 'fig');
  if (!block) return null;
  return [...block.rows.keys()].map((key) => {
    const raw = (column: string): string | number | boolean | null => block.cell(key, column)?.value ?? null;
    const number = (column: string): number | null => numberIn(raw(column));
    const text = (column: string): string | null => textIn(raw(column));
    return {
      key,
      ...partsOfKey(key),
      year: number('year'),
      fromYear: number('from'),
      role: shownCode('role', raw('role')),
      printed: text('printed'),
      value: number('value'),
      high: number('high_value'),
      unit: unitIn(text('unit')),
      decimals: number('decimals'),
      bound: shownCode('bound', raw('bound')),
    };
  });
}

const numberIn = (value: string | number | boolean | null): number | null => (typeof value === 'number' ? value : null);
const textIn = (value: string | number | boolean | null): string | null => (typeof value === 'string' ? value : null);

const unitIn = (name: string | null): string | null => (name === null ? null : unitNamed(name));
