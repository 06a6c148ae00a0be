import { CellError, evaluate, type Result, type Scope } from '../../../plan/expression/evaluate.js';
import type { Expr } from '../../../plan/expression/expression.js';
import { addressOnSheet, type Area, parseArea, splitAddress } from './area.js';
import type { Cell } from './cell.js';
import { parseFormula, UnknownFormula } from './parse-formula.js';
import type { Sheet } from './sheet.js';

/** What a calculation looks things up in. */
export interface Calculated {
  sheets: readonly Sheet[];
  /** The formula text behind a name that counts on a sheet; undefined where there is none. */
  nameFormula(name: string, sheet: Sheet): string | undefined;
}

const parsed = new Map<string, Expr | UnknownFormula>();

/** A formula's expression, or why there is none. Texts are parsed once. */
function expressionOf(formula: string): Expr | UnknownFormula {
  let known = parsed.get(formula);
  if (!known) {
    try {
      known = parseFormula(formula);
    } catch (error) {
      if (!(error instanceof UnknownFormula)) throw error;
      known = error;
    }
    parsed.set(formula, known);
  }
  return known;
}

/**
 * Computes every formula of a workbook anew with `plan/expression`, which the tests compare with LibreOffice. A formula
 * outside that vocabulary keeps its last result and is told in `unknown`, by address.
 */
export function calculate(book: Calculated): { unknown: Map<string, string> } {
  const unknown = new Map<string, string>();
  const done = new Set<Cell>();
  const busy = new Set<Cell>();
  const areas = new Map<string, readonly Result[]>();
  const sheetsByName = new Map(book.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));

  const valueOf = (sheet: Sheet, row: number, column: number): Result => {
    const cell = sheet.cell(row, column);
    if (!cell) return null;
    if (cell.formula === null || done.has(cell)) return cell.value;
    // Excel shows 0 for a formula that depends on itself.
    if (busy.has(cell)) return 0;
    const expression = expressionOf(cell.formula);
    if (expression instanceof UnknownFormula) {
      unknown.set(addressOnSheet(sheet.name, { row, column, rows: 1, columns: 1 }), expression.message);
      if (cell.formula.includes('#REF!')) cell.value = new CellError('#REF!');
    } else {
      busy.add(cell);
      cell.value = evaluate(expression, scopeOf(sheet)) ?? 0;
      busy.delete(cell);
    }
    done.add(cell);
    return cell.value;
  };

  const areaOf = (sheet: Sheet, area: Area): readonly Result[] => {
    const used = area.rows * area.columns > 1e6 ? sheet.usedArea(false) : null;
    const rows = used ? Math.min(area.rows, Math.max(0, used.row + used.rows - area.row)) : area.rows;
    const results: Result[] = [];
    for (let row = area.row; row < area.row + rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) results.push(valueOf(sheet, row, column));
    }
    return results;
  };

  const resolve = (name: string, sheet: Sheet): readonly Result[] => {
    const { sheet: sheetName, rest } = splitAddress(name);
    const area = parseArea(rest);
    if (area) {
      const target = sheetName === null ? sheet : sheetsByName.get(sheetName.toLowerCase());
      return target ? areaOf(target, area) : [new CellError('#REF!')];
    }
    const formula = book.nameFormula(name, sheet);
    if (formula === undefined) return [new CellError('#NAME?' as CellError['code'])];
    if (formula.includes('#REF!')) return [new CellError('#REF!')];
    if (parseArea(splitAddress(formula).rest)) return lookUp(formula, sheet);
    const expression = expressionOf(formula);
    return [expression instanceof UnknownFormula ? new CellError('#REF!') : evaluate(expression, scopeOf(sheet))];
  };

  // One array for each range, so that a sheet of look-ups is indexed once.
  const lookUp = (name: string, sheet: Sheet): readonly Result[] => {
    const key = name.includes('!') ? name : `${sheet.id} ${name}`;
    let results = areas.get(key);
    if (!results) {
      results = resolve(name, sheet);
      areas.set(key, results);
    }
    return results;
  };

  const scopes = new Map<Sheet, Scope>();
  const scopeOf = (sheet: Sheet): Scope => {
    let scope = scopes.get(sheet);
    if (!scope) {
      scope = {
        cell: (address) => {
          const place = parseArea(address);
          return place ? valueOf(sheet, place.row, place.column) : new CellError('#REF!');
        },
        name: (name) => lookUp(name, sheet),
      };
      scopes.set(sheet, scope);
    }
    return scope;
  };

  for (const sheet of book.sheets) {
    for (const [row, { cells }] of sheet.rows) for (const [column, cell] of cells) if (cell.formula !== null) valueOf(sheet, row, column);
  }
  return { unknown };
}
