import type { Expr } from '../expression/expression.js';
import { toExcel } from '../expression/to-excel.js';
import { CellError, type Result } from '../expression/evaluate.js';
import type { PlanDoc } from '../sheets/plan-doc.js';
import { quoteSheet } from '../workbook/address.js';
import type { UserCells } from '../workbook/cell-values.js';
import { allRows, type LaidRow, type LaidSheet, type LaidWorkbook } from '../workbook/laid-workbook.js';
import { hiddenSheet, type Line } from './hidden-sheet.js';

/** The format of the hidden sheet. A reader refuses a newer one and keeps reading every older one. */
export const CONTRACT_VERSION = 1;

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
  const formulas = new FormulaNumbers();
  const fingerprints: Line[] = [];
  for (const sheet of laid.sheets) {
    const name = quoteSheet(sheet.name);
    for (const row of allRows(sheet)) if (row.key !== undefined) fingerprints.push([row.key, `${name}!${row.number}`, fingerprint(row, formulas)]);
  }
  const told: Line[] = [
    ['contract', '', CONTRACT_VERSION],
    ['version', '', doc.version],
    ['language', '', doc.language],
    ['plan', '', record.id],
    ...[...kept].map(([key, value]): Line => ['kept', key, JSON.stringify(value)]),
    ...chunks('record', JSON.stringify(record)),
    ...chunks('catalogue', JSON.stringify(catalogue)),
    ...[...formulas.numbers].map(([text, number]): Line => ['formula', String(number), text]),
    ...fingerprints,
  ];
  return hiddenSheet(told.flatMap(continued), [48, 24, 80]);
}

/** The cells of a row as JSON, by column key. */
function fingerprint(row: LaidRow, formulas: FormulaNumbers): string {
  const cells: Record<string, GeneratedCell> = {};
  for (const cell of row.cells) {
    if (cell.key === undefined || (cell.value === null && !cell.input)) continue;
    const result = scalar(cell.value);
    if (cell.formula) cells[cell.key] = [formulas.of(cell.formula.expression), result];
    else if (cell.input) cells[cell.key] = cell.input.default === null ? { input: result } : { input: result, default: cell.input.default };
    else cells[cell.key] = result;
  }
  return JSON.stringify(cells);
}

/** The cells of its own row are told by column key, so that one text stands for the formula wherever its row goes. */
const inBrackets = (key: string, above: boolean): string => `[${above ? '^' : ''}${key}]`;

/** Each formula text once, by number from 1. Rows that share an expression share its text: it is written down once. */
class FormulaNumbers {
  readonly numbers = new Map<string, number>();
  private readonly known = new Map<Expr, number>();

  of(expression: Expr): number {
    const known = this.known.get(expression);
    if (known !== undefined) return known;
    const text = toExcel(expression, inBrackets);
    const number = this.numbers.get(text) ?? this.numbers.size + 1;
    this.numbers.set(text, number);
    this.known.set(expression, number);
    return number;
  }
}

const scalar = (result: Result): Scalar => (result instanceof CellError ? result.code : result);

/** A line whose content is longer than a cell holds goes on in the lines below it. */
const continued = ([what, where, content]: Line): Line[] => {
  if (typeof content !== 'string') return [[what, where, content]];
  return pieces(content).map((piece, index) => (index === 0 ? [what, where, piece] : [MORE, '', piece]));
};

/** The record and the catalogue number their pieces, so that it is seen where one is lost. */
const chunks = (key: string, text: string): Line[] => pieces(text).map((content, index, all) => [`${key}.${index + 1}`, `${index + 1}/${all.length}`, content]);

/** Text in pieces that fit a cell, cut between characters, never within one. */
function pieces(text: string): string[] {
  const cut: string[] = [];
  for (let start = 0; start === 0 || start < text.length;) {
    const next = start + CHUNK;
    const end = isLowSurrogate(text.charCodeAt(next)) ? next - 1 : next;
    cut.push(text.slice(start, end));
    start = end;
  }
  return cut;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
