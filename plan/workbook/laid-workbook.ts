import type { Result } from '../expression/evaluate.js';
import type { Language } from '../messages/message.js';
import type { SheetId, Validation } from './block.js';
import type { LaidFormula } from './laid-formula.js';
import type { CellStyle } from './style.js';

/** One cell in its place, with everything a writer needs. */
export interface LaidCell {
  /** 1-based. */
  column: number;
  style: CellStyle;
  /** The constant, or the formula's result as Excel computes it. */
  value: Result;
  /** The key of its column in its block; absent in headers. */
  key?: string;
  /** Absent for constants. */
  formula?: LaidFormula | undefined;
  /** A person may enter a value here, in place of the default. */
  input?: { default: string | number | boolean | null } | undefined;
  /** The sheet a click leads to. */
  to?: SheetId | undefined;
}

export interface LaidRow {
  /** 1-based. */
  number: number;
  /** block/row; absent in headers. */
  key?: string;
  /** Points; absent where Excel fits the height itself. */
  height?: number;
  cells: LaidCell[];
}

export interface LaidTable {
  name: string;
  /** A5:K44, header included. */
  reference: string;
  headers: string[];
}

export interface LaidValidation {
  reference: string;
  validation: Validation;
}

/** A chart in place: each series with its range and the values there. */
export interface LaidChart {
  kind: 'line' | 'bar';
  title: string;
  alt: string;
  axis: string;
  /** The row below which it stands. */
  fromRow: number;
  /** The columns it spans: how many are left free before it, and the last of its own. */
  fromColumn: number;
  columns: number;
  categories: { reference: string; texts: string[] };
  series: { name: string; nameReference: string; reference: string; values: (number | null)[] }[];
}

/** Rows of a long sheet, laid one at a time while they are written: all of them at once would not fit a small machine. */
export interface StreamedRows {
  /** The number of the last. */
  last: number;
  /** How many columns the widest has. */
  columns: number;
  /** Every style among them. */
  styles: readonly CellStyle[];
  rows: () => Iterable<LaidRow>;
}

export interface LaidSheet {
  id: SheetId;
  name: string;
  hidden: boolean;
  guarded: boolean;
  onePage: boolean;
  /** Column widths in characters. */
  widths: number[];
  rows: LaidRow[];
  /** What follows `rows`, in long sheets. */
  streamed?: StreamedRows;
  tables: LaidTable[];
  validations: LaidValidation[];
  charts: LaidChart[];
  /** Rows after which a printed page ends. */
  pageEnds: number[];
  /** The header row below which the sheet scrolls and which is printed on each page; null for sheets of lines. */
  headerRow: number | null;
  /** The columns that are printed, counted from A; keys to the right of them are for formulas. */
  printedColumns: number;
  /** Columns counted from A that head a second page beside the first; null where the sheet is one page wide. */
  headingColumns: number | null;
  /** The last printed row: that of the last block, or of the charts below it. */
  printedRows: number;
}

/** Document properties. */
export interface Properties {
  title: string;
  subject: string;
  author: string;
  keywords: string;
  language: string;
}

/** The name by which links reach a sheet's first cell, whatever the sheet is called later. */
export const linkName = (id: SheetId): string => `sheet_${id.replaceAll('-', '_')}`;

/** A workbook with every cell in its place: what a writer writes, and where each key stands. */
export interface LaidWorkbook {
  language: Language;
  sheets: LaidSheet[];
  /** Defined names and the ranges they stand for: fig_value → '原文数据'!$G$5:$G$54. */
  names: Map<string, string>;
  properties: Properties;
}

/** Every row of a sheet from the top: those of long blocks are made as they are come to, and not kept. */
export function* allRows({ rows, streamed }: Pick<LaidSheet, 'rows' | 'streamed'>): Generator<LaidRow> {
  yield* rows;
  if (streamed) yield* streamed.rows();
}
