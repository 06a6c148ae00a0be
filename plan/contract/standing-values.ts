import { CellError, evaluate, type Result } from '../expression/evaluate.js';
import type { Expr } from '../expression/expression.js';
import { parseExcel } from '../expression/parse-excel.js';
import { columnLetters, columnNumber } from '../workbook/address.js';
import type { ReadCell } from '../xlsx/read-sheet.js';
import type { ReadSheet, ReadWorkbook } from '../xlsx/read-workbook.js';

const REFERENCE = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Za-z]+)\$?(\d+)(?::\$?([A-Za-z]+)\$?(\d+))?$/u;
/** Formulas that lean on more formulas than this are not Planbook's. */
const DEEPEST = 200;
/** Cells gathered into areas, and cells formulas read in them; a workbook of forty figures takes some thousands and 200,000. */
const MOST_GATHERED = 2e6;
const MOST_READ = 50e6;

/** Formulas too many or too deep to be computed anew. */
class Unknowable extends Error {}

/**
 * A workbook's formulas computed anew from the cells as they stand, by the rules of a spreadsheet. Formulas Planbook does
 * not know keep the result the file has.
 */
export class StandingValues {
  private readonly sheets: Map<string, ReadSheet>;
  private readonly results = new Map<ReadCell, Result>();
  private readonly areas = new Map<string, Result[]>();
  private gathered = 0;
  private read = 0;
  private depth = 0;
  /** How many formulas could not be computed for their number or depth. */
  refused = 0;

  constructor(private readonly workbook: ReadWorkbook) {
    this.sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  }

  /** The formula's result now; null where it has none, or one that cannot be computed. */
  recomputed(sheet: ReadSheet, address: string): { result: Result } | null {
    const cell = sheet.cells.get(address);
    if (cell?.formula === undefined) return null;
    this.depth = 0;
    try {
      const result = this.formula(sheet, address, cell);
      return result === undefined ? null : { result };
    } catch (error) {
      // Formulas nested to the limit in cells chained to the limit may still outgrow the stack.
      if (!(error instanceof Unknowable) && !(error instanceof RangeError)) throw error;
      this.refused += 1;
      return null;
    }
  }

  private value(sheet: ReadSheet, address: string): Result {
    const cell = sheet.cells.get(address);
    if (!cell) return null;
    const result = cell.formula === undefined ? undefined : this.formula(sheet, address, cell);
    return result === undefined ? standing(cell) : result;
  }

  private formula(sheet: ReadSheet, address: string, cell: ReadCell): Result | undefined {
    const known = this.results.get(cell);
    if (known !== undefined) return known;
    if (this.depth > DEEPEST) throw new Unknowable();
    const row = /\d+$/u.exec(address)?.[0] ?? '';
    const expression = parseExcel(cell.formula ?? '', (reference) => referenceIn(reference, row));
    if (!expression) return undefined;
    this.depth += 1;
    // A circle of formulas runs into the depth above.
    const result = evaluate(expression, {
      cell: (letters) => this.value(sheet, `${letters}${row}`),
      name: (name) => this.area(sheet, name),
    });
    this.depth -= 1;
    // A formula that refers to a blank cell shows 0.
    this.results.set(cell, result ?? 0);
    return result ?? 0;
  }

  private area(sheet: ReadSheet, name: string): Result[] {
    const text = this.workbook.names.get(name) ?? name;
    const range = REFERENCE.exec(text);
    const on = range?.[1]?.replaceAll("''", "'") ?? range?.[2];
    const area = on === undefined ? sheet : this.sheets.get(on);
    if (!range || !area) return [new CellError('#REF!')];
    const key = `${area.name}!${range.slice(3).join(':')}`;
    const known = this.areas.get(key);
    this.read += known?.length ?? 0;
    if (this.read > MOST_READ) throw new Unknowable();
    if (known) return known;
    const [left, right] = [columnNumber(range[3] ?? ''), columnNumber(range[5] ?? range[3] ?? '')];
    const [top, bottom] = [Number(range[4]), Number(range[6] ?? range[4])];
    const size = Math.max(0, right - left + 1) * Math.max(0, bottom - top + 1);
    if (size === 0 || this.gathered + size > MOST_GATHERED) throw new Unknowable();
    this.gathered += size;
    const cells: Result[] = [];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) cells.push(this.value(area, `${columnLetters(column)}${row}`));
    this.areas.set(key, cells);
    return cells;
  }
}

/** A cell of the formula's own row is told by its column; any other place as a name. */
function referenceIn(reference: string, row: string): Expr {
  const own = /^\$?([A-Za-z]+)\$?(\d+)$/u.exec(reference);
  return own?.[1] !== undefined && own[2] === row ? { op: 'cell', column: own[1].toUpperCase() } : { op: 'name', name: reference };
}

const CODES = ['#VALUE!', '#DIV/0!', '#N/A', '#NUM!', '#REF!'] as const;

/** What a cell without a formula holds. */
const standing = ({ value, error }: ReadCell): Result => (error ? new CellError(CODES.find((code) => code === value) ?? '#VALUE!') : value);

/**
 * Whether a stored result is the computed one. Programs save 15 digits and round the last steps each in its own way, so
 * numbers agree to 9 digits; any error is an error, and "" shows what a blank shows.
 */
export function isSameResult(stored: ReadCell, computed: Result): boolean {
  if (computed instanceof CellError || stored.error) return computed instanceof CellError && stored.error === true;
  if (typeof computed === 'number' && typeof stored.value === 'number') {
    return Math.abs(computed - stored.value) <= 1e-9 * Math.max(1, Math.abs(computed), Math.abs(stored.value));
  }
  return (computed ?? '') === (stored.value ?? '');
}
