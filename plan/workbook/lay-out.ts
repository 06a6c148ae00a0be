import { CellError, evaluate, type Result, type Scope } from '../expression/evaluate.js';
import { isExpr } from '../expression/expression.js';
import { toExcel } from '../expression/to-excel.js';
import { type Language, message } from '../messages/message.js';
import { columnLetters, columnRange, quoteSheet } from './address.js';
import type { AnyBlock, CellKey, Content, Link, Sheet } from './block.js';
import type { LaidCell, LaidRow, LaidSheet, LaidWorkbook, Properties } from './laid-workbook.js';
import { fitHeights, fitWidths } from './fit.js';
import { style } from './style.js';

/** What readers have entered, by cell key. */
export type UserCells = ReadonlyMap<CellKey, string | number | boolean>;

export interface Placed {
  sheet: Sheet<unknown>;
  name: string;
  block: AnyBlock;
  /** Row of the first data row; the header, if any, is just above. */
  first: number;
}

const HEADER_HEIGHT = 33;

/**
 * Gives every cell of every block its place, its formula's text and its value. Blocks of a sheet stand one under another
 * with an empty row between; formulas find other blocks by defined names, so their places do not matter to them.
 */
export function layOut<Doc>(
  doc: Doc,
  sheets: readonly Sheet<Doc>[],
  language: Language,
  properties: Properties,
  userCells: UserCells = new Map(),
): LaidWorkbook {
  const placed = sheets.map((sheet) => ({ sheet, placed: place(sheet as Sheet<unknown>, doc, language) }));
  const all = placed.flatMap((each) => each.placed);
  assertDistinct(all);
  const values = new CellValues(all, userCells);
  const names = new Map<string, string>();
  const addresses = new Map<CellKey, string>();
  for (const { block, name, first } of all) {
    if (!block.table) continue;
    block.columns.forEach((column, index) => names.set(`${block.id}_${column.key}`, columnRange(name, index + 1, first, first + block.rows.length - 1)));
    for (const [index, row] of (block.rows as unknown[]).entries()) {
      block.columns.forEach((column, position) => {
        addresses.set(`${block.id}/${block.rowKey(row)}/${column.key}`, `${quoteSheet(name)}!${columnLetters(position + 1)}${first + index}`);
      });
    }
  }
  const laid = placed.map((each) => laySheet(each.sheet as Sheet<unknown>, each.placed, values, language));
  return { language, sheets: laid, names, properties, addresses };
}

function place(sheet: Sheet<unknown>, doc: unknown, language: Language): Placed[] {
  let next = 1;
  return sheet.blocks(doc).flatMap((block) => {
    if (block.rows.length === 0) return [];
    const first = next + (block.table ? 1 : 0);
    next = first + block.rows.length + (block.joined ? 0 : 1);
    return [{ sheet, name: sheet.name(language), block, first }];
  });
}

/** Values and names go by block; two blocks of one id would show each other's cells. */
function assertDistinct(placed: readonly Placed[]): void {
  const seen = new Set<string>();
  for (const { block } of placed) {
    if (seen.has(block.id)) throw new Error(`two blocks have the id ${block.id}`);
    seen.add(block.id);
  }
}

/** Computes each cell once, when it is first asked for. */
export class CellValues {
  private readonly columns = new Map<string, { placed: Placed; column: number }>();
  private readonly known = new Map<string, Result>();
  private readonly areas = new Map<string, readonly Result[]>();

  constructor(
    placed: readonly Placed[],
    private readonly userCells: UserCells,
  ) {
    for (const each of placed) each.block.columns.forEach(({ key }, column) => this.columns.set(`${each.block.id}_${key}`, { placed: each, column }));
  }

  content(placed: Placed, row: number, column: number): Content {
    const data: unknown = placed.block.rows[row];
    const definition = placed.block.columns[column];
    if (!definition) return null;
    if (definition.input?.(data)) {
      const entered = this.userCells.get(`${placed.block.id}/${placed.block.rowKey(data)}/${definition.key}`);
      if (entered !== undefined) return entered;
    }
    return definition.cell(data);
  }

  value(placed: Placed, row: number, column: number): Result {
    const key = `${placed.block.id}/${row}/${column}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const content = this.content(placed, row, column);
    const result = isExpr(content) ? (evaluate(content, this.scope(placed, row)) ?? 0) : isLink(content) ? content.text : content;
    this.known.set(key, result);
    return result;
  }

  private scope(placed: Placed, row: number): Scope {
    return {
      cell: (key) => this.value(placed, row, columnIndex(placed.block, key)),
      name: (definedName) => this.area(definedName),
    };
  }

  /** One array a column, so that look-ups can be indexed once. */
  private area(definedName: string): readonly Result[] {
    const known = this.areas.get(definedName);
    if (known) return known;
    const found = this.columns.get(definedName);
    if (!found) return [new CellError('#REF!')];
    const area = found.placed.block.rows.map((_, index) => this.value(found.placed, index, found.column));
    this.areas.set(definedName, area);
    return area;
  }
}

const isLink = (content: Content): content is Link => typeof content === 'object' && content !== null && 'to' in content;

function columnIndex(block: AnyBlock, key: string): number {
  const index = block.columns.findIndex((column) => column.key === key);
  if (index < 0) throw new Error(`block ${block.id} has no column ${key}`);
  return index;
}

function laySheet(sheet: Sheet<unknown>, placed: readonly Placed[], values: CellValues, language: Language): LaidSheet {
  const tables = placed.filter(({ block }) => block.table);
  const headers = ({ block }: Placed): string[] => block.columns.map(({ title }) => message(language, title));
  const rows = placed.flatMap((each) => [...layHeader(each, headers(each)), ...layRows(each, values)]);
  const widths = fitWidths(placed, values, headers);
  return {
    id: sheet.id,
    name: sheet.name(language),
    hidden: sheet.hidden,
    guarded: sheet.guarded,
    onePage: sheet.onePage ?? false,
    widths,
    rows: fitHeights(rows, widths),
    printedColumns: Math.max(
      1,
      ...placed.map(({ block }) => block.columns.filter(({ style: look }) => typeof look === 'function' || look.look !== 'key').length),
    ),
    tables: tables.map((each) => ({
      name: `tbl_${each.block.id}`,
      reference: `A${each.first - 1}:${columnLetters(each.block.columns.length)}${each.first + each.block.rows.length - 1}`,
      headers: headers(each),
    })),
    validations: placed.flatMap(layValidations),
    headerRow: tables.length === 1 && tables[0] ? tables[0].first - 1 : null,
  };
}

function layHeader({ block, first }: Placed, headers: string[]): LaidRow[] {
  if (!block.table) return [];
  return [{ number: first - 1, height: HEADER_HEIGHT, cells: headers.map((value, index) => ({ column: index + 1, style: style('header'), value })) }];
}

function layRows(placed: Placed, values: CellValues): LaidRow[] {
  const { block, first } = placed;
  const addressIn = (row: number) => (key: string) => `${columnLetters(columnIndex(block, key) + 1)}${row}`;
  return (block.rows as unknown[]).map((data, index) => {
    const number = first + index;
    const cells = block.columns.map((column, position): LaidCell => {
      const content = values.content(placed, index, position);
      const base = typeof column.style === 'function' ? column.style(data) : column.style;
      const laid: LaidCell = { column: position + 1, key: column.key, style: base, value: values.value(placed, index, position) };
      if (column.input?.(data)) {
        laid.input = true;
        laid.style = style('input', base.format);
      }
      if (isExpr(content)) laid.formula = { text: toExcel(content, addressIn(number)), expression: content };
      if (isLink(content)) laid.to = content.to;
      return laid;
    });
    return { number, key: `${block.id}/${block.rowKey(data)}`, cells };
  });
}

function layValidations({ block, first }: Placed): LaidSheet['validations'] {
  return block.columns.flatMap((column, position) => {
    if (!column.input) return [];
    const letters = columnLetters(position + 1);
    const rows = (block.rows as unknown[]).flatMap((data, index) => {
      const validation = column.input?.(data);
      return validation ? [{ row: first + index, validation }] : [];
    });
    return runs(rows).map(({ from, to, validation }) => ({ reference: from === to ? `${letters}${from}` : `${letters}${from}:${letters}${to}`, validation }));
  });
}

/** Neighbouring rows with one validation become one range: Excel keeps few rules, and so do we. */
function runs<V>(rows: readonly { row: number; validation: V }[]): { from: number; to: number; validation: V }[] {
  const out: { from: number; to: number; validation: V }[] = [];
  for (const { row, validation } of rows) {
    const last = out.at(-1);
    if (last?.to === row - 1 && last.validation === validation) last.to = row;
    else out.push({ from: row, to: row, validation });
  }
  return out;
}
