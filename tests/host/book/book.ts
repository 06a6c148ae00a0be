import { calculate } from './calculation.js';
import { type Area, areaAddress } from './area.js';
import { enter } from './enter.js';
import type { Sheet } from './sheet.js';
import type { Look, Styles } from './styles.js';

/** A defined name. */
export interface Name {
  name: string;
  /** Without "=": '原文数据'!$G$5:$G$54. */
  formula: string;
  /** The sheet it counts on; null for the whole workbook. */
  scope: Sheet | null;
  visible: boolean;
  comment: string;
  attributes: Record<string, string>;
}

/** A custom XML part; its own id is a GUID. */
export interface XmlPart {
  id: string;
  xml: string;
  /** Its place in the file, and whether its text has changed; null for one added since. */
  part: string | null;
  changed: boolean;
}

/** Who did something: this user (or add-in), or a co-author elsewhere. */
export type Source = 'Local' | 'Remote';

export type BookEvent =
  | { kind: 'changed'; sheet: Sheet; address: string; changeType: 'RangeEdited'; source: Source; before?: unknown; after?: unknown }
  | { kind: 'selection'; sheet: Sheet; address: string }
  | { kind: 'activated' | 'deactivated'; sheet: Sheet }
  | { kind: 'added' | 'deleted'; sheet: Sheet; source: Source };

/** A workbook in memory, as Excel holds it open. */
export class Book {
  names: Name[] = [];
  xmlParts: XmlPart[] = [];
  settings = new Map<string, unknown>();
  calculationMode: 'Automatic' | 'Manual' = 'Automatic';
  selection: { sheet: Sheet; area: Area };
  /** Formulas that could not be computed here, by address, with the reason. */
  unknownFormulas: ReadonlyMap<string, string> = new Map();
  /** Cells whose look was changed, one by one. */
  formatChanges = 0;
  onEvent: (event: BookEvent) => void = () => undefined;
  /** Until the end of a batch that asked for it. */
  calculationSuspended = false;
  private stale = false;
  private lastId = 0;

  constructor(
    public sheets: Sheet[],
    readonly styles: Styles,
  ) {
    const first = sheets.find(({ visibility }) => visibility === 'visible') ?? sheets[0];
    if (!first) throw new Error('a workbook without sheets');
    this.selection = { sheet: first, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  sheet(nameOrId: string): Sheet | undefined {
    return this.sheets.find(({ id, name }) => id === nameOrId || name.toLowerCase() === nameOrId.toLowerCase());
  }

  /** A name as it counts on a sheet: the sheet's own comes first. */
  name(name: string, sheet: Sheet | null): Name | undefined {
    const same = this.names.filter((each) => each.name.toLowerCase() === name.toLowerCase());
    return same.find(({ scope }) => scope !== null && scope === sheet) ?? same.find(({ scope }) => scope === null);
  }

  /** An id that no other object of this workbook has. */
  newId(): string {
    this.lastId += 1;
    return `{00000000-0000-4000-8000-${String(this.lastId).padStart(12, '0')}}`;
  }

  /** Enters values or formulas as typed; null leaves a cell alone. One change event for the whole area. */
  enter(sheet: Sheet, area: Area, entries: readonly (readonly unknown[])[], source: Source = 'Local'): void {
    const single = area.rows === 1 && area.columns === 1;
    const before = single ? shown(sheet, area) : undefined;
    entries.forEach((row, rowOffset) => {
      row.forEach((entry, columnOffset) => {
        if (entry === null || entry === undefined) return;
        const at = { row: area.row + rowOffset, column: area.column + columnOffset };
        const style = sheet.cell(at.row, at.column)?.style ?? 0;
        const format = this.styles.look(style).numberFormat;
        const { numberFormat, ...content } = enter(entry as string | number | boolean, format);
        sheet.put(at.row, at.column, content);
        if (numberFormat !== undefined && format === 'General') sheet.setStyle(at.row, at.column, this.styles.restyled(style, { numberFormat }));
      });
    });
    this.changed(sheet, area, source, before);
  }

  /** Tells listeners, and computes when someone next looks. */
  changed(sheet: Sheet, area: Area, source: Source, before?: unknown): void {
    this.stale = true;
    const single = area.rows === 1 && area.columns === 1;
    const values = single ? { before: before ?? '', after: shown(sheet, area) } : {};
    this.onEvent({ kind: 'changed', sheet, address: areaAddress(area), changeType: 'RangeEdited', source, ...values });
  }

  /** Changes the look of every cell of an area; whole columns and rows only where cells exist. */
  restyle(sheet: Sheet, area: Area, change: Partial<Look>): void {
    const restyle = (row: number, column: number): void => {
      const style = sheet.cell(row, column)?.style ?? 0;
      const next = this.styles.restyled(style, change);
      if (next === style) return;
      sheet.setStyle(row, column, next);
      this.formatChanges += 1;
    };
    if (area.rows * area.columns > 200_000) {
      for (const { row, column } of [...sheet.cellsIn(area)]) restyle(row, column);
      return;
    }
    for (let row = area.row; row < area.row + area.rows; row += 1)
      for (let column = area.column; column < area.column + area.columns; column += 1) restyle(row, column);
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    this.selection = { sheet, area };
    this.onEvent({ kind: 'selection', sheet, address: areaAddress(area) });
  }

  activate(sheet: Sheet): void {
    const before = this.selection.sheet;
    if (before === sheet) return;
    this.selection = { sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    this.onEvent({ kind: 'deactivated', sheet: before });
    this.onEvent({ kind: 'activated', sheet });
  }

  addSheet(sheet: Sheet): void {
    this.sheets.push(sheet);
    this.onEvent({ kind: 'added', sheet, source: 'Local' });
  }

  deleteSheet(sheet: Sheet, source: Source = 'Local'): void {
    this.sheets = this.sheets.filter((each) => each !== sheet);
    this.names = this.names.filter(({ scope }) => scope !== sheet);
    this.rewriteReferences(sheet.name, null);
    this.stale = true;
    if (this.selection.sheet === sheet) {
      const next = this.sheets.find(({ visibility }) => visibility === 'visible') ?? this.sheets[0];
      if (next) this.activate(next);
    }
    this.onEvent({ kind: 'deleted', sheet, source });
  }

  rename(sheet: Sheet, name: string): void {
    this.rewriteReferences(sheet.name, name);
    sheet.name = name;
  }

  /** Computes all formulas if anything changed since they were last computed. */
  calculate(force = false): void {
    if ((!this.stale || this.calculationSuspended) && !force) return;
    if (this.calculationMode === 'Manual' && !force) return;
    this.stale = false;
    this.unknownFormulas = calculate({ sheets: this.sheets, nameFormula: (name, sheet) => this.name(name, sheet)?.formula }).unknown;
  }

  /** Formulas and names follow a sheet's new name; to a sheet that is gone they refer no more. */
  private rewriteReferences(from: string, to: string | null): void {
    const pattern = new RegExp(
      `"(?:[^"]|"")*"|(?:'${escaped(from.replaceAll("'", "''"))}'|(?<![\\p{L}\\p{N}_.'])${escaped(from)})!(\\$?[A-Z]*\\$?\\d*(?::\\$?[A-Z]*\\$?\\d*)?)`,
      'giu',
    );
    const rewrite = (formula: string): string =>
      formula.replace(pattern, (piece, rest: string | undefined) => {
        if (rest === undefined) return piece;
        return to === null ? '#REF!' : `'${to.replaceAll("'", "''")}'!${rest}`;
      });
    for (const name of this.names) name.formula = rewrite(name.formula);
    for (const sheet of this.sheets) {
      for (const { cells } of sheet.rows.values()) {
        for (const cell of cells.values()) {
          if (cell.formula === null) continue;
          const formula = rewrite(cell.formula);
          if (formula === cell.formula) continue;
          Object.assign(cell, { formula, source: null });
          sheet.touched = true;
        }
      }
    }
  }
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');

/** What an event tells of a cell. */
function shown(sheet: Sheet, { row, column }: Area): unknown {
  const cell = sheet.cell(row, column);
  return cell?.formula !== undefined && cell.formula !== null ? `=${cell.formula}` : (cell?.value ?? '');
}
