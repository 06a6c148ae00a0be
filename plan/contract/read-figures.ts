import { partsOfKey } from '../figure-key.js';
import { isMessageCode, type Language, message, type MessageCode } from '../messages/message.js';
import { unitNamed } from '../messages/unit-name.js';
import type { Bound } from '../number/parse-printed.js';
import type { Role } from '../plan.js';
import type { ReadWorkbook } from '../xlsx/read-workbook.js';
import { findBlock } from './read-block.js';

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
      role: codeOf('role', text('role')) as Role | null,
      printed: text('printed'),
      value: number('value'),
      high: number('high_value'),
      unit: unitIn(text('unit')),
      decimals: number('decimals'),
      bound: codeOf('bound', text('bound')) as Bound | null,
    };
  });
}

const numberIn = (value: string | number | boolean | null): number | null => (typeof value === 'number' ? value : null);
const textIn = (value: string | number | boolean | null): string | null => (typeof value === 'string' ? value : null);

const unitIn = (name: string | null): string | null => (name === null ? null : unitNamed(name));

const CODES = {
  role: ['history', 'baseline', 'target', 'vision'],
  bound: ['eq', 'ge', 'gt', 'le', 'lt', 'range', 'approx', 'near'],
} as const;
const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** The code whose wording, in either language, a cell shows. */
function codeOf(group: keyof typeof CODES, shown: string | null): string | null {
  const found = CODES[group].find((code) => {
    const messageCode = `${group}.${code}`;
    return isMessageCode(messageCode) && LANGUAGES.some((language) => message(language, messageCode satisfies MessageCode) === shown);
  });
  return found ?? null;
}
