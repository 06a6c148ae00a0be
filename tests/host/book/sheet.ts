import type { Result } from '../../../plan/expression/evaluate.js';
import type { Area } from './area.js';
import { blankCell, type Cell, setStyle } from './cell.js';
import type { Chart } from './chart.js';
import type { ConditionalFormat } from './conditional-format.js';
import type { PageSetUp } from './page-set-up.js';
import type { Row, Shell } from './read-rows.js';
import type { Table } from './table.js';

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/** What a protected sheet still allows; names as in the file's sheetProtection, where "0" means allowed. */
export interface Protection {
  attributes: Record<string, string>;
}

/** Widths and hiding of columns, as the file has them. */
export interface ColumnRange {
  first: number;
  last: number;
  attributes: Record<string, string>;
}

/** A worksheet in memory. It knows nothing of the object model, and of files only what it must not lose. */
export class Sheet {
  rows = new Map<number, Row>();
  columns: ColumnRange[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  tables: Table[] = [];
  charts: Chart[] = [];
  protection: Protection | null = null;
  /** Set here; null where nothing was. */
  page: PageSetUp | null = null;
  gridlines = true;
  frozenRows = 0;
  frozenColumns = 0;
  /** A cell or a row was changed since the file was read. */
  touched = false;

  constructor(
    /** Its number in the file: what its id is made of. */
    readonly number: number,
    public name: string,
    public visibility: Visibility,
    /** Its part in the file and what stands there around the rows; null for a sheet that the file does not have yet. */
    readonly origin: { part: string; relation: string; shell: Shell } | null = null,
  ) {}

  /** As Excel on the web makes them. */
  get id(): string {
    return `{00000000-0001-0000-${this.number.toString(16).toUpperCase().padStart(2, '0')}00-000000000000}`;
  }

  cell(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.cells.get(column);
  }

  /** The cell to be written to; made where there is none, with its row's or neighbour's absence of style. */
  cellToWrite(row: number, column: number): Cell {
    this.touched = true;
    const cells = this.rowToWrite(row).cells;
    let cell = cells.get(column);
    if (!cell) {
      cell = blankCell();
      cells.set(column, cell);
    }
    return cell;
  }

  put(row: number, column: number, content: { value: Result; formula: string | null }): void {
    const known = this.cell(row, column);
    if (!known && content.value === null && content.formula === null) return;
    const cell = this.cellToWrite(row, column);
    Object.assign(cell, content, { source: null });
  }

  setStyle(row: number, column: number, style: number): void {
    setStyle(this.cellToWrite(row, column), style);
  }

  setRowHidden(row: number, hidden: boolean): void {
    if ((this.rows.get(row)?.hidden ?? false) === hidden) return;
    this.touched = true;
    const target = this.rowToWrite(row);
    target.hidden = hidden;
    target.attributes = target.attributes.replace(/ hidden="[^"]*"/u, '') + (hidden ? ' hidden="1"' : '');
  }

  setRowHeight(row: number, points: number): void {
    this.touched = true;
    const target = this.rowToWrite(row);
    target.attributes = `${target.attributes.replace(/ (?:ht|customHeight)="[^"]*"/gu, '')} ht="${points}" customHeight="1"`;
  }

  /** A column's own attributes, width or hidden; undefined where it has none. */
  column(column: number): Record<string, string> | undefined {
    return this.columns.find(({ first, last }) => first <= column && column <= last)?.attributes;
  }

  setColumns(from: number, to: number, change: Record<string, string>): void {
    const split: ColumnRange[] = [];
    const covered: [number, number][] = [];
    for (const range of this.columns) {
      const first = Math.max(range.first, from);
      const last = Math.min(range.last, to);
      if (first > last) {
        split.push(range);
        continue;
      }
      if (range.first < first) split.push({ ...range, last: first - 1 });
      split.push({ first, last, attributes: { ...range.attributes, ...change } });
      if (last < range.last) split.push({ ...range, first: last + 1 });
      covered.push([first, last]);
    }
    let next = from;
    for (const [first, last] of covered.sort(([a], [b]) => a - b)) {
      if (next < first) split.push({ first: next, last: first - 1, attributes: { ...change } });
      next = last + 1;
    }
    if (next <= to) split.push({ first: next, last: to, attributes: { ...change } });
    this.columns = split.sort((a, b) => a.first - b.first);
  }

  /** The area around all cells that hold something, or, unless `valuesOnly`, that have a style; null where there are none. */
  usedArea(valuesOnly: boolean, within?: Area): Area | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [row, { cells }] of this.rows) {
      if (within && (row < within.row || row >= within.row + within.rows)) continue;
      for (const [column, { value, formula, style }] of cells) {
        if (value === null && formula === null && (valuesOnly || style === 0)) continue;
        if (within && (column < within.column || column >= within.column + within.columns)) continue;
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
        left = Math.min(left, column);
        right = Math.max(right, column);
      }
    }
    return bottom === -1 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Cells that exist within an area, row by row. */
  *cellsIn(area: Area): Generator<{ row: number; column: number; cell: Cell }> {
    const rows = area.rows < this.rows.size ? Array.from({ length: area.rows }, (_, index) => area.row + index) : [...this.rows.keys()].sort((a, b) => a - b);
    for (const row of rows) {
      if (row < area.row || row >= area.row + area.rows) continue;
      for (const [column, cell] of this.rows.get(row)?.cells ?? [])
        if (column >= area.column && column < area.column + area.columns) yield { row, column, cell };
    }
  }

  private rowToWrite(row: number): Row {
    let target = this.rows.get(row);
    if (!target) {
      target = { attributes: ` r="${row + 1}"`, hidden: false, cells: new Map() };
      this.rows.set(row, target);
    }
    return target;
  }
}
