import { toExcel } from '../expression/to-excel.js';
import { CellError, type Result } from '../expression/evaluate.js';
import type { PlanDoc } from '../sheets/plan-doc.js';
import { quoteSheet } from '../workbook/address.js';
import type { UserCells } from '../workbook/cell-values.js';
import type { LaidRow, LaidSheet, LaidWorkbook } from '../workbook/laid-workbook.js';
import { style } from '../workbook/style.js';

/** The format of the hidden sheet. A reader refuses a newer one and keeps reading every older one. */
export const CONTRACT_VERSION = 1;
export const CONTRACT_SHEET = '_planbook';

/**
 * A cell as it was generated: a constant, a formula by its number among the contract's formulas with its result, or what
 * stood in an input cell.
 */
export type GeneratedCell = Scalar | [formula: number, result: Scalar] | GeneratedInput;
/** What stood in an input cell, and what stands there where nothing is entered. */
export interface GeneratedInput {
  input: Scalar;
  default?: Scalar;
}
type Scalar = string | number | boolean | null;

/** One cell holds 32,767 characters; a little less keeps room for the writers' own counting. */
const CHUNK = 30_000;

/** Names a line that goes on with the content of the one above. */
export const MORE = 'more';

/**
 * The very hidden sheet `_planbook`, three columns wide: what, where, content. First the contract's version, Planbook's,
 * the language and the plan's id; entries that have no row at present; then the record and its part of the catalogue as JSON; the formulas, each once; then, one row a key, where each
 * row of each block stood and what its cells were.
 */
export function contractSheet(laid: LaidWorkbook, doc: PlanDoc, kept: UserCells): LaidSheet {
  const { record, indicators } = doc.plan;
  const catalogue = Object.fromEntries([...indicators.values()].map(({ id, ...entry }) => [id, entry]));
  const formulas = new Map<string, number>();
  const fingerprints = laid.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => fingerprint(sheet, row, formulas)));
  const told: Line[] = [
    ['contract', '', CONTRACT_VERSION],
    ['version', '', doc.version],
    ['language', '', doc.language],
    ['plan', '', record.id],
    ...[...kept].map(([key, value]): Line => ['kept', key, JSON.stringify(value)]),
    ...chunks('record', JSON.stringify(record)),
    ...chunks('catalogue', JSON.stringify(catalogue)),
    ...[...formulas].map(([text, number]): Line => ['formula', String(number), text]),
    ...fingerprints,
  ];
  const lines = told.flatMap(continued);
  return {
    id: '_planbook',
    name: CONTRACT_SHEET,
    hidden: true,
    guarded: false,
    onePage: false,
    printedColumns: 3,
    printedRows: lines.length,
    widths: [48, 24, 80],
    rows: lines.map((line, index) => ({
      number: index + 1,
      cells: line.map((value, column) => ({ column: column + 1, style: style('key'), value: value === '' ? null : value })),
    })),
    tables: [],
    validations: [],
    charts: [],
    pageEnds: [],
    headerRow: null,
  };
}

function fingerprint(sheet: LaidSheet, row: LaidRow, formulas: Map<string, number>): Line[] {
  if (row.key === undefined) return [];
  const cells: Record<string, GeneratedCell> = {};
  for (const cell of row.cells) {
    if (cell.key === undefined || (cell.value === null && !cell.input)) continue;
    const result = scalar(cell.value);
    if (cell.formula) cells[cell.key] = [numberOf(toExcel(cell.formula.expression, inBrackets), formulas), result];
    else if (cell.input) cells[cell.key] = cell.input.default === null ? { input: result } : { input: result, default: cell.input.default };
    else cells[cell.key] = result;
  }
  return [[row.key, `${quoteSheet(sheet.name)}!${row.number}`, JSON.stringify(cells)]];
}

/** The cells of its own row are told by column key, so that one text stands for the formula wherever its row goes. */
const inBrackets = (key: string): string => `[${key}]`;

function numberOf(formula: string, formulas: Map<string, number>): number {
  const number = formulas.get(formula) ?? formulas.size + 1;
  formulas.set(formula, number);
  return number;
}

const scalar = (result: Result): Scalar => (result instanceof CellError ? result.code : result);

/** What, where, content. */
type Line = [what: string, where: string, content: string | number];

/** A line whose content is longer than a cell holds goes on in the lines below it. */
const continued = ([what, where, content]: Line): Line[] => {
  if (typeof content === 'number') return [[what, where, content]];
  return pieces(content).map((piece, index) => (index === 0 ? [what, where, piece] : [MORE, '', piece]));
};

/** The record and the catalogue number their pieces, so that it is seen where one is lost. */
const chunks = (key: string, text: string): Line[] => pieces(text).map((content, index, all) => [`${key}.${index + 1}`, `${index + 1}/${all.length}`, content]);

/** Text in pieces that fit a cell, cut between characters, never within one. */
function pieces(text: string): string[] {
  if (text.length <= CHUNK) return [text];
  const cut: string[] = [];
  let piece = '';
  for (const character of text) {
    if (piece.length + character.length > CHUNK) {
      cut.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...cut, piece];
}
