import { CellError, evaluate, type Result, type Scope } from '../expression/evaluate.js';
import { isExpr } from '../expression/expression.js';
import { type CellKey, cellKey, type Content, type Link } from './block.js';
import { columnIndex, type Placed } from './place-blocks.js';

/** What readers have entered, by cell key. */
export type UserCells = ReadonlyMap<CellKey, string | number | boolean>;

/** What stands in each cell of a workbook: computed once, when it is first asked for. */
export class CellValues {
  private readonly columns = new Map<string, { placed: Placed; column: number; row?: number }>();
  private readonly known = new Map<string, Result>();
  private readonly areas = new Map<string, readonly Result[]>();

  constructor(
    placed: readonly Placed[],
    private readonly userCells: UserCells,
  ) {
    for (const each of placed) {
      const { block } = each;
      block.columns.forEach(({ key }, column) => this.columns.set(`${block.id}_${key}`, { placed: each, column }));
      const { cellNames } = block;
      if (!cellNames) continue;
      const column = columnIndex(block, cellNames.column);
      (block.rows as unknown[]).forEach((data, row) => this.columns.set(cellNames.nameOf(data), { placed: each, column, row }));
    }
  }

  /** What was entered into a cell, else what the column makes of its row. */
  content({ block }: Placed, row: number, column: number): Content {
    const data: unknown = block.rows[row];
    const definition = block.columns[column];
    if (!definition) return null;
    if (definition.input?.(data)) {
      const entered = this.userCells.get(cellKey(block.id, block.rowKey(data), definition.key));
      if (entered !== undefined) return entered;
    }
    return definition.cell(data);
  }

  value(placed: Placed, row: number, column: number): Result {
    const key = `${placed.block.id}/${row}/${column}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const content = this.content(placed, row, column);
    // A formula that refers to a blank cell shows 0.
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

  /** One array a name, so that look-ups can be indexed once. */
  private area(definedName: string): readonly Result[] {
    const known = this.areas.get(definedName);
    if (known) return known;
    const found = this.columns.get(definedName);
    if (!found) return [new CellError('#REF!')];
    const { placed, column, row } = found;
    const area = row === undefined ? placed.block.rows.map((_, index) => this.value(placed, index, column)) : [this.value(placed, row, column)];
    this.areas.set(definedName, area);
    return area;
  }
}

export const isLink = (content: Content): content is Link => typeof content === 'object' && content !== null && 'to' in content;
