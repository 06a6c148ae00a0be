import { CellError, type Result } from '../../../plan/expression/evaluate.js';
import { roundHalfAway } from '../../../plan/number/round.js';

const FIXED = /^(#,##)?0(?:\.(0+))?(%)?$/u;
const DAY = 86_400_000;
const EPOCH = 25_569;

/** A number format whose text is not modelled. */
export class UnknownFormat extends Error {
  override readonly name = 'UnknownFormat';
}

/** The text a cell shows, whatever its width. Knows General, fixed decimals, thousands, percent, text and ISO dates; refuses other formats. */
export function show(value: Result, format: string): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (format === 'General' || format === '@') return String(Number(value.toPrecision(11)));
  if (format === 'yyyy-mm-dd') return new Date((value - EPOCH) * DAY).toISOString().slice(0, 10);
  const fixed = FIXED.exec(format);
  if (!fixed) throw new UnknownFormat(`the text of a number in format ${format}`);
  const [, grouped, decimals = '', percent = ''] = fixed;
  const rounded = roundHalfAway(percent ? value * 100 : value, decimals.length);
  const [whole = '', fraction] = Math.abs(rounded).toFixed(decimals.length).split('.');
  const digits = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ',') : whole;
  return `${rounded < 0 ? '-' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}${percent}`;
}
