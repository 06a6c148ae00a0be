import type { Expr, Scalar } from '../expression/expression.js';
import type { Language, MessageCode } from '../messages/message.js';
import type { CellStyle } from './style.js';

export type SheetId =
  | ('cover' | 'indicators' | 'pathway' | 'monitoring' | 'figures' | 'checks' | 'operands' | 'definitions' | 'sources' | '_planbook')
  /** Of the workbook in which a draft is reviewed. */
  | ('review-plan' | 'review-figures' | 'review-claims' | 'review-indicators')
  /** Of a comparison. */
  | ('overview' | 'comparability' | 'ranking' | 'ambition' | 'paces');

/** block/row/column: fig/rd-expenditure||2020/value. It names a cell wherever sorting or inserting has moved it. */
export type CellKey = `${string}/${string}/${string}`;

export const cellKey = (block: string, row: string, column: string): CellKey => `${block}/${row}/${column}`;

/** Text that leads to a sheet of the same workbook. */
export interface Link {
  text: string;
  to: SheetId;
}

export type Content = Scalar | Expr | Link;

/** What may be entered into an input cell; the wording is shown by Excel when the cell is chosen or refused. */
export type Validation = { title: MessageCode; text: MessageCode } & (
  | { kind: 'decimal' | 'whole' | 'date'; min?: number; max?: number }
  | { kind: 'list'; options: readonly MessageCode[] }
  | { kind: 'text'; max: number } /** What stands in another column, by its defined name. */
  | { kind: 'names'; name: string }
);

/** A header's wording; its {placeholders} are filled from `args`. */
interface Title {
  title: MessageCode;
  titleArgs?: Record<string, string | number>;
}

/** One column of a block: how a row's cell is made, and with which look. */
export interface Column<Row> extends Title {
  /** ASCII, unique in its block; with the block's id it is the column's defined name: fig_value. */
  key: string;
  /** The most it may take, in characters of the default font; a Chinese character takes two. 0 for text that runs on to the right. */
  width: number;
  /** The least it takes, where what will stand in it is not there yet. */
  least?: number;
  style: CellStyle | ((row: Row) => CellStyle);
  /** Not printed, for want of room: to the right of all that is. */
  screenOnly?: boolean;
  cell(row: Row): Content;
  /** Where a person may enter something. Such cells are unlocked and kept over regenerations. */
  input?: (row: Row) => Validation | null;
}

/** Rows of one kind under one header; a table, or plain lines where there is no header. */
export interface Block<Row> {
  /** ASCII, unique in its workbook; the prefix of its defined names. */
  id: string;
  /** An Excel table with a header row, or lines without. */
  table: boolean;
  columns: Column<Row>[];
  rows: readonly Row[];
  /** Begins a new printed page, where the sheet is longer than one. */
  newPage?: boolean;
  /** The next block follows without an empty row: a section's title belongs to what is below it. */
  joined?: boolean;
  /** A name of its own for a row's cell in one column, for parameters that formulas use by name. */
  cellNames?: { column: string; nameOf(row: Row): string };
  /** Unique in the block. */
  rowKey(row: Row): string;
}

/** A block of any kind of row. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a sheet stacks blocks of different rows; each block is typed where it is made
export type AnyBlock = Block<any>;

/** Lines over rows of one block, a series a row, its values in neighbouring columns; or bars over its first rows, a series a column. */
export type Chart = LineChart | BarChart;

interface ChartFrame {
  title: string;
  /** What the chart shows, for those who cannot see it. */
  alt: string;
  block: string;
  axis: string;
  /** Stands on a printed page of its own. */
  newPage: boolean;
}

export interface LineChart extends ChartFrame {
  kind?: 'line';
  /** Keys of the rows that are drawn. */
  rows: string[];
  /** Key of the column that names a series. */
  nameColumn: string;
  /** Keys of the first and last column of values; their headers are the categories. */
  first: string;
  last: string;
}

export interface BarChart extends ChartFrame {
  kind: 'bar';
  /** How many rows are drawn, from the block's first. */
  count: number;
  /** Key of the column that holds the categories. */
  categories: string;
  /** Keys of the columns that are drawn, each named by its header. */
  series: string[];
  /** Keys of the first and last column it spans on the page. */
  from: string;
  to: string;
  /** Stands beside the chart before it, not below. */
  beside: boolean;
}

/** One sheet of a workbook about a document of type Doc. */
export interface Sheet<Doc> {
  id: SheetId;
  /** Its name on the tab. */
  name(language: Language): string;
  blocks(doc: Doc): AnyBlock[];
  /** Charts stand below the last block. */
  charts?(doc: Doc): Chart[];
  /** One upright page, for a cover; otherwise landscape, as wide as the paper and as long as it takes. */
  onePage?: boolean;
  /** The key of the last column that tells what a row is about: a sheet too wide for one page goes on a second one beside it, which repeats the columns up to this. A table that has no such column stays on one. */
  rowHeading?: string;
  /** Formulas are locked (without a password) and input cells are not. */
  guarded: boolean;
  hidden: boolean;
}
