import { CellError, type Result } from '../expression/evaluate.js';
import { type CellExpr, fillGaps } from '../expression/to-excel.js';
import type { PlanDoc } from '../sheets/plan-doc.js';
import { quoteSheet } from '../workbook/address.js';
import type { UserCells } from '../workbook/cell-values.js';
import type { SharedFormula } from '../workbook/laid-formula.js';
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
  const fingerprints: [what: string, where: string, content: string][] = [];
  for (const sheet of laid.sheets) {
    const name = quoteSheet(sheet.name);
    for (const row of allRows(sheet)) if (row.key !== undefined) fingerprints.push([row.key, `${name}!${row.number}`, fingerprint(row, formulas)]);
  }
  const lines: Line[] = [
    ['contract', '', CONTRACT_VERSION],
    ['version', '', doc.version],
    ['language', '', doc.language],
    ['plan', '', record.id],
  ];
  for (const [key, value] of kept) tell(lines, 'kept', key, JSON.stringify(value));
  lines.push(...chunks('record', JSON.stringify(record)), ...chunks('catalogue', JSON.stringify(catalogue)));
  for (const [text, number] of formulas.numbers) tell(lines, 'formula', String(number), text);
  for (const [what, where, content] of fingerprints) tell(lines, what, where, content);
  return hiddenSheet(lines, [48, 24, 80]);
}

/** The cells of a row as JSON, by column key; put together here, as an object a row, made for `JSON.stringify` alone, would be the most garbage of a workbook. */
function fingerprint({ cells }: LaidRow, formulas: FormulaNumbers): string {
  let json = '';
  for (const { key, value, formula, input } of cells) {
    if (key === undefined || (value === null && !input)) continue;
    const result = jsonOf(value);
    json += json === '' ? `{"${key}":` : labelOf(key);
    if (formula) json += `[${formulas.of(formula.shared)},${result}]`;
    else if (input) json += input.default === null ? `{"input":${result}}` : `{"input":${result},"default":${jsonOf(input.default)}}`;
    else json += result;
  }
  return json === '' ? '{}' : `${json}}`;
}

const labels = new Map<string, string>();

/** A column's key between two values; there are few of them. */
function labelOf(key: string): string {
  let label = labels.get(key);
  if (label === undefined) {
    label = `,"${key}":`;
    labels.set(key, label);
  }
  return label;
}

/** Characters that JSON escapes, and control characters that it need not. */
const ESCAPED = /["\\\p{Cc}\p{Cs}]/u;

/** As JSON tells it; most text holds nothing to be escaped. */
function jsonOf(result: Result): string {
  if (typeof result === 'number') return String(result);
  const text = result instanceof CellError ? result.code : result;
  return typeof text === 'string' && !ESCAPED.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** The cells of its own row are told by column key, so that one text stands for the formula wherever its row goes. */
const inBrackets = ({ column, above }: CellExpr): string => `[${above ? '^' : ''}${column}]`;

/** Each formula text once, by number from 1. Rows share what they share of it: that is looked up by itself first. */
class FormulaNumbers {
  readonly numbers = new Map<string, number>();
  private readonly known = new Map<SharedFormula, number>();

  of(shared: SharedFormula): number {
    const known = this.known.get(shared);
    if (known !== undefined) return known;
    const text = fillGaps(shared.text, inBrackets);
    const number = this.numbers.get(text) ?? this.numbers.size + 1;
    this.numbers.set(text, number);
    this.known.set(shared, number);
    return number;
  }
}

/** A line whose content is longer than a cell holds goes on in the lines below it. */
function tell(lines: Line[], what: string, where: string, content: string): void {
  if (content.length <= CHUNK) lines.push([what, where, content]);
  else pieces(content).forEach((piece, index) => lines.push(index === 0 ? [what, where, piece] : [MORE, '', piece]));
}

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
