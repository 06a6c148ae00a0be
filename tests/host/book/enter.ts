import type { Result } from '../../../plan/expression/evaluate.js';

/** What stands in a cell after something is entered: as typed into Excel, or set through `values` or `formulas`. */
export interface Entered {
  value: Result;
  formula: string | null;
  /** The number format that Excel gives the cell along with it, where the cell's own is General. */
  numberFormat?: string;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u;
const PERCENT = /^([+-]?(?:\d+\.?\d*|\.\d+))\s*%$/u;
const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u;
/** Days from Excel's day 0 to 1970-01-01. */
const EPOCH = 25_569;

/** Reads an entry as Excel does: text that looks like a number, percentage, date or truth value becomes one, unless the cell's format is text. */
export function enter(entry: string | number | boolean, numberFormat: string): Entered {
  if (typeof entry !== 'string') return { value: entry, formula: null };
  if (entry === '') return { value: null, formula: null };
  if (entry.startsWith("'")) return { value: entry.slice(1), formula: null };
  if (numberFormat === '@') return { value: entry, formula: null };
  if (entry.startsWith('=') && entry.length > 1) return { value: null, formula: entry.slice(1) };
  const text = entry.trim();
  if (NUMBER.test(text)) return { value: Number(text), formula: null };
  if (GROUPED.test(text)) return { value: Number(text.replaceAll(',', '')), formula: null, numberFormat: '#,##0' };
  const percent = PERCENT.exec(text);
  if (percent) return { value: Number(percent[1]) / 100, formula: null, numberFormat: text.includes('.') ? '0.00%' : '0%' };
  const date = DATE.exec(text);
  const serial = date && serialOf(Number(date[1]), Number(date[2]), Number(date[3]));
  if (serial !== null) return { value: serial, formula: null, numberFormat: 'yyyy-mm-dd' };
  if (/^(?:true|false)$/iu.test(text)) return { value: text.toLowerCase() === 'true', formula: null };
  return { value: entry, formula: null };
}

function serialOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / 86_400_000 + EPOCH : null;
}
