import type { Shown } from '../engine/book-pieces.js';

/** Neighbouring rows as Excel told them. */
export interface Rows {
  values: Shown[][];
  /** Null where only values were asked for. */
  formulas: Shown[][] | null;
}

/** Rows that have been asked for. */
export interface AskedRows {
  range: Excel.Range;
  valuesAlone: boolean;
}

/** Asks for so many rows of a used range, from its `first` on; they come with the next answer. */
export function askForRows(sheet: Excel.Worksheet, used: Excel.Range, first: number, rows: number, valuesAlone: boolean): AskedRows {
  const range = sheet.getRangeByIndexes(used.rowIndex + first, used.columnIndex, rows, used.columnCount);
  range.load(valuesAlone ? 'values' : 'values,formulas');
  return { range, valuesAlone };
}

export const rowsIn = ({ range, valuesAlone }: AskedRows): Rows => ({
  values: range.values as Shown[][],
  formulas: valuesAlone ? null : (range.formulas as Shown[][]),
});

/** Rows of a sample, and how many samples are taken of a sheet, from its first row to its last. */
const ROWS = 12;
const SAMPLES = 4;
/** Rows for which the first sample stands; the others stand for all below. */
const FIRST_ROWS = 4 * ROWS;

/** Asks for rows here and there, by which it is judged what the others take: tables stand below titles, and a record above the lines about cells. */
export function askForSamples(sheet: Excel.Worksheet, used: Excel.Range, valuesAlone: boolean): AskedRows[] {
  const rows = Math.min(ROWS, used.rowCount);
  const starts = new Set(Array.from({ length: SAMPLES }, (_, index) => Math.round(((used.rowCount - rows) * index) / (SAMPLES - 1))));
  return [...starts].map((first) => askForRows(sheet, used, first, rows, valuesAlone));
}

/** Of what has been read no more rows than this are weighed. */
const MOST_WEIGHED = 200;
/** What is read may be longer than its samples: an answer of 5 MB is refused, and asking again takes longer than asking once more. */
const MARGIN = 1.15;

/** What rows take in an answer, in bytes. */
export interface RowBytes {
  /** A row. */
  each: number;
  /** What the first rows take beyond that: of a contract these hold the record, in cells of 30,000 characters. */
  first: number;
}

/** Judged by what has been read of them; null where that is nothing. */
export function rowBytes(rows: readonly Rows[]): RowBytes | null {
  const [first, ...others] = rows.map(({ values, formulas }) => (meanBytes(values) + (formulas ? meanBytes(formulas) : 0)) * MARGIN);
  if (first === undefined) return null;
  if (others.length === 0) return { each: Math.max(1, first), first: 0 };
  const each = Math.max(1, others.reduce((sum, mean) => sum + mean, 0) / others.length);
  return { each, first: Math.max(0, first - each) * FIRST_ROWS };
}

function meanBytes(rows: readonly Shown[][]): number {
  const step = Math.max(1, Math.floor(rows.length / MOST_WEIGHED));
  let [bytes, weighed] = [0, 0];
  for (let row = 0; row < rows.length; row += step) {
    for (const cell of rows[row] ?? []) bytes += typeof cell === 'string' ? textBytes(cell) : String(cell).length + 1;
    weighed += 1;
  }
  return bytes / Math.max(1, weighed);
}

/** In JSON in UTF-8 with its quotes and comma: a letter beyond ASCII has three bytes mostly, a quote has two. */
function textBytes(text: string): number {
  let bytes = text.length + 3;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes += 2;
    else if (code === QUOTE || code === BACKSLASH || code < 0x20) bytes += 1;
  }
  return bytes;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
