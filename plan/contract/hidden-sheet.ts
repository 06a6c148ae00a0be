import type { LaidSheet } from '../workbook/laid-workbook.js';
import { style } from '../workbook/style.js';

/** Its name in every workbook Planbook makes. Readers go by its content, for programs rename sheets. */
export const CONTRACT_SHEET = '_planbook';

/** What, where, content. */
export type Line = [what: string, where: string, content: string | number | null];

const KEY = style('key');

/** The very hidden sheet of a workbook: three columns, a row a line. Widths in characters, for those who unhide it. */
export const hiddenSheet = (lines: readonly Line[], widths: number[]): LaidSheet => ({
  id: '_planbook',
  name: CONTRACT_SHEET,
  hidden: true,
  guarded: false,
  onePage: false,
  printedColumns: 3,
  headingColumns: null,
  printedRows: lines.length,
  widths,
  rows: lines.map((line, index) => ({
    number: index + 1,
    cells: line.map((value, column) => ({ column: column + 1, style: KEY, value: value === '' ? null : value })),
  })),
  tables: [],
  validations: [],
  charts: [],
  pageEnds: [],
  headerRow: null,
});

/** Whether a sheet that begins so, in A1 and C1, is a plan's contract. */
export const opensContract = (first: unknown, third: unknown): boolean => first === 'contract' && Number(third) >= 1;

/** Whether it is a comparison's. */
export const opensComparison = (first: unknown, third: unknown): boolean => first === 'comparison' && Number(third) >= 1;
