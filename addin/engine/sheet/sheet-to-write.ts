/** A formula of ours, with its "="; text that begins with "=" is none, whoever's workbook it came from. */
interface WrittenFormula {
  formula: string;
}
export type CellToWrite = string | number | WrittenFormula;

/** What a cell says before anything is computed. */
export const textOf = (cell: CellToWrite | undefined): string => (typeof cell === 'object' ? '' : String(cell ?? ''));

/** A sheet to write: rows of cells from A1, what stands where, how it is printed. Rows and columns are 0-based, sizes in points. */
export interface SheetToWrite {
  name: string;
  rows: CellToWrite[][];
  heights: number[];
  widths: number[];
  /** Rows of text that runs on to the right. */
  lines: { row: number; look: 'title' | 'intro' | 'section' }[];
  tables: TableToWrite[];
  charts: ChartToWrite[];
  /** Rows and columns that stay in view. */
  frozen: { rows: number; columns: number };
  print: PrintSetUp;
}

export interface TableToWrite {
  /** The row of its headers; its rows follow. */
  header: number;
  rows: number;
  columns: { align: 'Left' | 'Center' | 'Right'; wrap: boolean; formats: string[] | null }[];
  /** Rows to be told apart: those of the open workbook's own place. */
  own: number[];
}

/** Lying bars over rows of a table, the first at the top. */
export interface ChartToWrite {
  title: string;
  firstRow: number;
  lastRow: number;
  nameColumn: number;
  series: { name: string; column: number }[];
  /** The value axis's words; it starts at 0 unless a value lies below. */
  axis: string;
  fromZero: boolean;
  /** Each bar with its number, where there is room for them. */
  labelled: boolean;
  /** The cells it is laid over. */
  over: { firstRow: number; lastRow: number; lastColumn: number };
}

/** A4, landscape, as wide as the sheet. */
export interface PrintSetUp {
  /** The row that each page begins with. */
  repeated: number;
  /** Rows that begin a page. */
  breaks: number[];
  header: string;
  footer: string;
}
