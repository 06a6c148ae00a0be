import { CellError, evaluate, type Result, type Scope } from '../expression/evaluate.js';
import { isExpr } from '../expression/expression.js';
import { type CellKey, cellKey, type Content, type Link } from './block.js';
import { columnIndex, columnPositions, isLong, noColumn, type Placed } from './place-blocks.js';

/** What readers have entered, by cell key. */
export type UserCells = ReadonlyMap<CellKey, string | number | boolean>;

/** The cells of one block, as far as they were asked for. */
interface Cells {
  placed: Placed;
  /** Positions of the columns, by key. */
  positions: ReadonlyMap<string, number>;
  /** Whether its cells are made anew whenever they are asked for. */
  long: boolean;
  /** By row, then column: each cell is made when it is asked for. */
  contents: ((Content | undefined)[] | undefined)[];
  /** By column, then row: few columns of a long block hold formulas, whose results alone are kept. */
  results: (Result | undefined)[][];
  /** What the expressions of the row last computed look at. */
  scope: { row: number; of: Scope } | null;
}

/** What stands in each cell of a workbook: made and computed once, when it is first asked for. */
export class CellValues {
  private readonly names = new Map<string, { cells: Cells; column: number; row?: number }>();
  private readonly cells = new Map<Placed, Cells>();
  private readonly areas = new Map<string, readonly Result[]>();

  constructor(
    placed: readonly Placed[],
    private readonly userCells: UserCells,
  ) {
    for (const each of placed) {
      const { block } = each;
      const cells: Cells = { placed: each, positions: columnPositions(block), long: isLong(block), contents: [], results: [], scope: null };
      this.cells.set(each, cells);
      block.columns.forEach(({ key }, column) => this.names.set(`${block.id}_${key}`, { cells, column }));
      const { cellNames } = block;
      if (!cellNames) continue;
      const column = columnIndex(block, cellNames.column);
      (block.rows as unknown[]).forEach((data, row) => this.names.set(cellNames.nameOf(data), { cells, column, row }));
    }
  }

  /** What stands in the cells of a row before anything is computed, in the order of its columns: what was entered, or what the column makes of the row. */
  row(placed: Placed, row: number): Content[] {
    const cells = this.of(placed);
    return placed.block.columns.map((_, column) => this.content(cells, row, column));
  }

  value(placed: Placed, row: number, column: number): Result {
    return this.valueIn(this.of(placed), row, column);
  }

  private of(placed: Placed): Cells {
    const cells = this.cells.get(placed);
    if (!cells) throw new Error(`block ${placed.block.id} is not of this workbook`);
    return cells;
  }

  private content({ placed, contents, long }: Cells, row: number, column: number): Content {
    if (long) return this.make(placed, row, column);
    const own = (contents[row] ??= new Array<Content | undefined>(placed.block.columns.length));
    const known = own[column];
    return known !== undefined ? known : (own[column] = this.make(placed, row, column));
  }

  private make({ block }: Placed, row: number, position: number): Content {
    const [data, column] = [block.rows[row] as unknown, block.columns[position]];
    if (!column) return null;
    if (this.userCells.size > 0 && column.input?.(data)) {
      const entered = this.userCells.get(cellKey(block.id, block.rowKey(data), column.key));
      // An entry is a value, whatever a mailed file says: never an expression.
      if (entered !== undefined && typeof entered !== 'object') return entered;
    }
    return column.cell(data);
  }

  private valueIn(cells: Cells, row: number, column: number): Result {
    const { results, placed, long } = cells;
    const known = results[column]?.[row];
    if (known !== undefined) return known;
    const content = this.content(cells, row, column);
    // A formula that refers to a blank cell shows 0.
    const result = isExpr(content) ? (evaluate(content, this.scope(cells, row)) ?? 0) : isLink(content) ? content.text : content;
    if (!long || isExpr(content)) (results[column] ??= new Array<Result | undefined>(placed.block.rows.length))[row] = result;
    return result;
  }

  private scope(cells: Cells, row: number): Scope {
    // The cells of a row are mostly computed one after another.
    if (cells.scope?.row === row) return cells.scope.of;
    const of: Scope = {
      cell: (key, above = false) => {
        const column = cells.positions.get(key) ?? noColumn(cells.placed.block.id, key);
        return above ? this.valueAbove(cells, row - 1, column) : this.valueIn(cells, row, column);
      },
      name: (definedName) => this.area(definedName),
      item: (definedName, place) => this.item(definedName, place),
    };
    cells.scope = { row, of };
    return of;
  }

  /** Lets go of columns that were looked up; asked for again, they are made again. */
  forgetAreas(): void {
    this.areas.clear();
  }

  /** What runs down a column is computed from its top: no chain of cells is as deep as the column is long. */
  private valueAbove(cells: Cells, row: number, column: number): Result {
    if (cells.results[column]?.[row] === undefined && isExpr(this.content(cells, row, column)))
      for (let each = 0; each < row; each += 1) this.valueIn(cells, each, column);
    return this.valueIn(cells, row, column);
  }

  private item(definedName: string, place: number): Result {
    const found = this.names.get(definedName);
    if (!found) return new CellError('#REF!');
    const { cells, column, row } = found;
    const [first, last] = row === undefined ? [0, cells.placed.block.rows.length - 1] : [row, row];
    const wanted = first + place - 1;
    return wanted >= first && wanted <= last ? this.valueIn(cells, wanted, column) : new CellError('#REF!');
  }

  /** One array a name, so that look-ups can be indexed once. */
  private area(definedName: string): readonly Result[] {
    const known = this.areas.get(definedName);
    if (known) return known;
    const found = this.names.get(definedName);
    if (!found) return [new CellError('#REF!')];
    const { cells, column, row } = found;
    const area = row === undefined ? cells.placed.block.rows.map((_, index) => this.valueIn(cells, index, column)) : [this.valueIn(cells, row, column)];
    this.areas.set(definedName, area);
    return area;
  }
}

export const isLink = (content: Content): content is Link => typeof content === 'object' && content !== null && 'to' in content;
