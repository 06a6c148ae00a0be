import type { Expr, Scalar } from '../expression/expression.js';
import type { Language, MessageCode } from '../messages/message.js';
import type { CellStyle } from './style.js';

export type SheetId = 'cover' | 'indicators' | 'figures' | 'sources' | '_planbook';

/** sheet/row/column: figures/rd-expenditure||2020/value. It names a cell wherever sorting or inserting has moved it. */
export type CellKey = `${string}/${string}/${string}`;

/** Text that leads to a sheet of the same workbook. */
export interface Link {
  text: string;
  to: SheetId;
}

export type Content = Scalar | Expr | Link;

/** What may be entered into an input cell; the wording is shown by Excel when the cell is chosen or refused. */
export interface Validation {
  kind: 'decimal' | 'whole';
  min?: number;
  max?: number;
  title: MessageCode;
  text: MessageCode;
}

/** One column of a block: how a row's cell is made, and with which look. */
export interface Column<Row> {
  /** ASCII, unique in its block; with the block's id it is the column's defined name: fig_value. */
  key: string;
  title: MessageCode;
  /** In characters of the default font; a Chinese character takes two. */
  width: number;
  style: CellStyle | ((row: Row) => CellStyle);
  cell(row: Row): Content;
  /** Where a person may enter something. Such cells are unlocked and kept over regenerations. */
  input?: (row: Row) => Validation | null;
}

/** Rows of one kind under one header; a table, or plain lines where there is no header. */
export interface Block<Row> {
  /** ASCII; the prefix of its defined names. */
  id: string;
  /** An Excel table with a header row, or lines without. */
  table: boolean;
  columns: Column<Row>[];
  rows: readonly Row[];
  /** The next block follows without an empty row: a section's title belongs to what is below it. */
  joined?: boolean;
  /** Unique in the block. */
  rowKey(row: Row): string;
}

/** A block of any kind of row. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a sheet stacks blocks of different rows; each block is typed where it is made
export type AnyBlock = Block<any>;

/** One sheet of a workbook about a document of type Doc. */
export interface Sheet<Doc> {
  id: SheetId;
  /** Its name on the tab. */
  name(language: Language): string;
  blocks(doc: Doc): AnyBlock[];
  /** One upright page, for a cover; otherwise landscape, as wide as the paper and as long as it takes. */
  onePage?: boolean;
  /** Formulas are locked (without a password) and input cells are not. */
  guarded: boolean;
  hidden: boolean;
}
