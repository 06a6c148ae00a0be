import { CellError, evaluate, type Result, type Scope } from '../expression/evaluate.js';
import { isExpr } from '../expression/expression.js';
import { type CellKey, cellKey, type Content, type Link } from './block.js';
import { columnIndex, isLong, type Placed } from './place-blocks.js';

/** What readers have entered, by cell key. */
export type UserCells = ReadonlyMap<CellKey, string | number | boolean>;

/** What stands in each cell of a workbook: made and computed once, when it is first asked for. */
export class CellValues {
  private readonly names = new Map<string, { placed: Placed; column: number; row?: number }>();
  private readonly contents = new Map<Placed, (Content[] | undefined)[]>();
  /** By column, then row: few columns of a long block hold formulas, whose results alone are kept. */
  private readonly results = new Map<Placed, (Result | undefined)[][]>();
  private readonly areas = new Map<string, readonly Result[]>();

  constructor(
    placed: readonly Placed[],
    private readonly userCells: UserCells,
  ) {
    for (const each of placed) {
      const { block } = each;
      block.columns.forEach(({ key }, column) => this.names.set(`${block.id}_${key}`, { placed: each, column }));
      this.results.set(each, []);
      const { cellNames } = block;
      if (!cellNames) continue;
      const column = columnIndex(block, cellNames.column);
      (block.rows as unknown[]).forEach((data, row) => this.names.set(cellNames.nameOf(data), { placed: each, column, row }));
    }
  }

  /** What stands in the cells of a row before anything is computed, in the order of its columns: what was entered, or what the column makes of the row. */
  row(placed: Placed, row: number): Content[] {
    if (isLong(placed.block)) return this.makeRow(placed, row);
    let rows = this.contents.get(placed);
    if (!rows) {
      rows = [];
      this.contents.set(placed, rows);
    }
    return (rows[row] ??= this.makeRow(placed, row));
  }

  private makeRow({ block }: Placed, row: number): Content[] {
    const data: unknown = block.rows[row];
    return block.columns.map((column) => {
      if (this.userCells.size > 0 && column.input?.(data)) {
        const entered = this.userCells.get(cellKey(block.id, block.rowKey(data), column.key));
        // An entry is a value, whatever a mailed file says: never an expression.
        if (entered !== undefined && typeof entered !== 'object') return entered;
      }
      return column.cell(data);
    });
  }

  value(placed: Placed, row: number, column: number): Result {
    const columns = this.results.get(placed);
    const known = columns?.[column]?.[row];
    if (known !== undefined) return known;
    const long = isLong(placed.block);
    const content = (long ? placed.block.columns[column]?.cell(placed.block.rows[row]) : this.row(placed, row)[column]) ?? null;
    // A formula that refers to a blank cell shows 0.
    const result = isExpr(content) ? (evaluate(content, this.scope(placed, row)) ?? 0) : isLink(content) ? content.text : content;
    if (columns && (!long || isExpr(content))) (columns[column] ??= new Array<Result | undefined>(placed.block.rows.length))[row] = result;
    return result;
  }

  private scope(placed: Placed, row: number): Scope {
    return {
      cell: (key, above = false) => this.value(placed, above ? row - 1 : row, columnIndex(placed.block, key)),
      name: (definedName) => this.area(definedName),
    };
  }

  /** Lets go of columns that were looked up; asked for again, they are made again. */
  forgetAreas(): void {
    this.areas.clear();
  }

  /** One array a name, so that look-ups can be indexed once. */
  private area(definedName: string): readonly Result[] {
    const known = this.areas.get(definedName);
    if (known) return known;
    const found = this.names.get(definedName);
    if (!found) return [new CellError('#REF!')];
    const { placed, column, row } = found;
    const area = row === undefined ? placed.block.rows.map((_, index) => this.value(placed, index, column)) : [this.value(placed, row, column)];
    this.areas.set(definedName, area);
    return area;
  }
}

export const isLink = (content: Content): content is Link => typeof content === 'object' && content !== null && 'to' in content;
