import type { Shown } from '../engine/book-pieces.js';

/** Neighbouring rows as Excel told them. */
interface Rows {
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
const ROWS = 3;
const SAMPLES = 16;

/** A sample, by the row of the used range at which it begins. */
interface AskedSample extends AskedRows {
  first: number;
}

/** Asks for rows here and there, by which it is judged what those between take: a record above the lines about cells, long reasons above short ones. */
export function askForSamples(sheet: Excel.Worksheet, used: Excel.Range, valuesAlone: boolean): AskedSample[] {
  const rows = Math.min(ROWS, used.rowCount);
  const starts = new Set(Array.from({ length: SAMPLES }, (_, index) => Math.round(((used.rowCount - rows) * index) / (SAMPLES - 1))));
  return [...starts].map((first) => ({ first, ...askForRows(sheet, used, first, rows, valuesAlone) }));
}

/** What a row takes in an answer, in bytes, at one place of a sheet and another. */
export type RowBytes = readonly { first: number; each: number }[];

export const rowBytes = (samples: readonly AskedSample[]): RowBytes =>
  samples.map((sample) => {
    const { values, formulas } = rowsIn(sample);
    return { first: sample.first, each: (meanBytes(values) + (formulas ? meanBytes(formulas) : 0)) * MARGIN };
  });

/** A row, where no sample could be had. */
const UNKNOWN = 3_000;
/** What is read may be longer than its samples: an answer of 5 MB is refused, and asking again takes longer than asking once more. */
const MARGIN = 1.1;

/** How many rows from `from` on, at most, so many bytes hold, and what they are expected to take. */
export function rowsWithin(bytes: number, sizes: RowBytes, from: number, most: number): { rows: number; bytes: number } {
  let [rows, taken, before] = [0, 0, 0];
  while (rows < most) {
    const row = from + rows;
    while (before + 1 < sizes.length && (sizes[before + 1]?.first ?? 0) <= row) before += 1;
    const next = taken + between(sizes[before], sizes[before + 1], row);
    if (next > bytes) break;
    taken = next;
    rows += 1;
  }
  return { rows, bytes: taken };
}

function between(above: RowBytes[number] | undefined, below: RowBytes[number] | undefined, row: number): number {
  if (!above) return UNKNOWN;
  if (!below) return above.each;
  return above.each + ((below.each - above.each) * (row - above.first)) / (below.first - above.first);
}

/** As an answer tells them: JSON in UTF-8. */
const meanBytes = (rows: readonly Shown[][]): number => new TextEncoder().encode(JSON.stringify(rows)).length / Math.max(1, rows.length);
