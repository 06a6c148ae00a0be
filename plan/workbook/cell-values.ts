import { CellError, evaluate, type Result, type Scope } from '../expression/evaluate.js';
import { isExpr } from '../expression/expression.js';
import { type AnyBlock, type CellKey, cellKey, type Content, type Link } from './block.js';
import { columnIndex, columnPositions, isLong, noColumn, type Placed } from './place-blocks.js';

/** What readers have entered, by cell key. */
export type UserCells = ReadonlyMap<CellKey, string | number | boolean>;

/** What stands in each cell of a workbook: made and computed once, when it is first asked for. */
export class CellValues {
  private readonly names = new Map<string, { cells: BlockValues; column: number; row?: number }>();
  private readonly blocks = new Map<Placed, BlockValues>();
  private readonly areas = new Map<string, readonly Result[]>();

  constructor(placed: readonly Placed[], userCells: UserCells) {
    for (const each of placed) {
      const { block } = each;
      const cells = new BlockValues(block, userCells, this);
      this.blocks.set(each, cells);
      block.columns.forEach(({ key }, column) => this.names.set(`${block.id}_${key}`, { cells, column }));
      const { cellNames } = block;
      if (!cellNames) continue;
      const column = columnIndex(block, cellNames.column);
      (block.rows as unknown[]).forEach((data, row) => this.names.set(cellNames.nameOf(data), { cells, column, row }));
    }
  }

  of(placed: Placed): BlockValues {
    const cells = this.blocks.get(placed);
    if (!cells) throw new Error(`block ${placed.block.id} is not of this workbook`);
    return cells;
  }

  value(placed: Placed, row: number, column: number): Result {
    return this.of(placed).value(row, column);
  }

  /** Lets go of columns that were looked up; asked for again, they are made again. */
  forgetAreas(): void {
    this.areas.clear();
  }

  /** What a defined name stands for: one array a name, so that look-ups can be indexed once. */
  area(definedName: string): readonly Result[] {
    const known = this.areas.get(definedName);
    if (known) return known;
    const found = this.names.get(definedName);
    if (!found) return [new CellError('#REF!')];
    const { cells, column, row } = found;
    const area = row === undefined ? cells.column(column) : [cells.value(row, column)];
    this.areas.set(definedName, area);
    return area;
  }

  /** One cell of what a defined name stands for, from 1, without the others. */
  item(definedName: string, place: number): Result {
    const found = this.names.get(definedName);
    if (!found) return new CellError('#REF!');
    const { cells, column, row } = found;
    const [first, last] = row === undefined ? [0, cells.rowCount - 1] : [row, row];
    const wanted = first + place - 1;
    return wanted >= first && wanted <= last ? cells.value(wanted, column) : new CellError('#REF!');
  }
}

/** The cells of one block, as far as they were asked for. */
class BlockValues {
  readonly rowCount: number;
  private readonly positions: ReadonlyMap<string, number>;
  /** Whether its cells are made anew whenever they are asked for. */
  private readonly long: boolean;
  /** By row, then column: each cell is made when it is asked for. */
  private readonly contents: (Content | undefined)[][] = [];
  /** By column, then row: few columns hold formulas, whose results alone are kept. */
  private readonly results: (Result | undefined)[][] = [];
  /** What the expressions of the row last computed look at. */
  private scope: RowScope | null = null;

  constructor(
    private readonly block: AnyBlock,
    private readonly userCells: UserCells,
    private readonly book: CellValues,
  ) {
    this.rowCount = block.rows.length;
    this.positions = columnPositions(block);
    this.long = isLong(block);
  }

  /** What stands in a cell before anything is computed: what was entered, or what the column makes of the row. */
  content(row: number, column: number): Content {
    if (this.long) return this.make(row, column);
    const own = (this.contents[row] ??= new Array<Content | undefined>(this.block.columns.length));
    const known = own[column];
    return known !== undefined ? known : (own[column] = this.make(row, column));
  }

  value(row: number, column: number): Result {
    return this.results[column]?.[row] ?? this.valueOf(this.content(row, column), row, column);
  }

  /** The same, of a content that is at hand. */
  valueOf(content: Content, row: number, column: number): Result {
    if (typeof content !== 'object' || content === null) return content;
    if (isLink(content)) return content.text;
    const results = (this.results[column] ??= new Array<Result | undefined>(this.rowCount));
    // A formula that refers to a blank cell shows 0.
    return (results[row] ??= evaluate(content, this.scopeOf(row)) ?? 0);
  }

  column(column: number): Result[] {
    return this.block.rows.map((_, row) => this.value(row, column));
  }

  /** What runs down a column is computed from its top: no chain of cells is as deep as the column is long. */
  valueAbove(below: number, column: number): Result {
    const row = below - 1;
    if (this.results[column]?.[row] === undefined && isExpr(this.content(row, column))) for (let each = 0; each < row; each += 1) this.value(each, column);
    return this.value(row, column);
  }

  position(key: string): number {
    return this.positions.get(key) ?? noColumn(this.block.id, key);
  }

  private make(row: number, position: number): Content {
    const { block, userCells } = this;
    const [data, column] = [block.rows[row] as unknown, block.columns[position]];
    if (!column) return null;
    if (userCells.size > 0 && column.input?.(data)) {
      const entered = userCells.get(cellKey(block.id, block.rowKey(data), column.key));
      // An entry is a value, whatever a mailed file says: never an expression.
      if (entered !== undefined && typeof entered !== 'object') return entered;
    }
    return column.cell(data);
  }

  /** The cells of a row are mostly computed one after another. */
  private scopeOf(row: number): RowScope {
    if (this.scope?.row !== row) this.scope = new RowScope(this, this.book, row);
    return this.scope;
  }
}

/** What the formulas of a row look at. */
class RowScope implements Scope {
  constructor(
    private readonly cells: BlockValues,
    private readonly book: CellValues,
    readonly row: number,
  ) {}

  cell(key: string, above = false): Result {
    const column = this.cells.position(key);
    return above ? this.cells.valueAbove(this.row, column) : this.cells.value(this.row, column);
  }

  name(definedName: string): readonly Result[] {
    return this.book.area(definedName);
  }

  item(definedName: string, place: number): Result {
    return this.book.item(definedName, place);
  }
}

export const isLink = (content: Content): content is Link => typeof content === 'object' && content !== null && 'to' in content;
