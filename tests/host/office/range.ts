import { CellError, type Result } from '../../../plan/expression/evaluate.js';
import { type Area, addressOnSheet, around, intersect, LAST_COLUMN, LAST_ROW, parseArea } from '../book/area.js';
import type { Cell } from '../book/cell.js';
import { enter } from '../book/enter.js';
import { show, UnknownFormat } from '../book/show.js';
import { OfficeError } from './office-error.js';
import { invalid, object, type OfficeObject, type OfficeType, type Place, required } from './office-type.js';
import { allowFormat, allowWrite } from './protected.js';

/** More cells cannot be told within the web's 5 MB, three characters each at least. */
const MOST_CELLS = 1_750_000;

/** One value for each cell, row by row. Refuses what no answer could hold, before it fills the memory. */
function grid<V>({ sheet, area }: Place, of: (cell: Cell | undefined) => V): V[][] {
  if (area.rows * area.columns > MOST_CELLS) throw new OfficeError('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.');
  const blank = of(undefined);
  const rows: V[][] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    const cells = sheet.rows.get(row)?.cells;
    const line: V[] = new Array<V>(area.columns).fill(blank);
    if (cells) {
      for (let column = 0; column < area.columns; column += 1) {
        const cell = cells.get(area.column + column);
        if (cell) line[column] = of(cell);
      }
    }
    rows.push(line);
  }
  return rows;
}

const plain = (value: Result | undefined): unknown => (value instanceof CellError ? value.code : (value ?? ''));
const formula = (cell: Cell | undefined): unknown => (cell?.formula === null || cell?.formula === undefined ? plain(cell?.value) : `=${cell.formula}`);
const TYPE_NAMES: Record<string, string> = { number: 'Double', string: 'String', boolean: 'Boolean' };
const typeOf = (value: Result | undefined): string => (value instanceof CellError ? 'Error' : (TYPE_NAMES[typeof value] ?? 'Empty'));

/** What `values` or `formulas` was set to, one for each cell; a single value stands for all. */
function entries({ area }: Place, value: unknown): unknown[][] {
  if (!Array.isArray(value)) {
    if (area.rows * area.columns > MOST_CELLS) throw new OfficeError('InvalidArgument', 'The range is too large to be filled.');
    return Array.from({ length: area.rows }, () => new Array<unknown>(area.columns).fill(value));
  }
  const rows = value as unknown[][];
  if (rows.length !== area.rows || rows.some((row) => !Array.isArray(row) || row.length !== area.columns)) {
    throw new OfficeError('InvalidArgument', "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
  return rows;
}

/** Refuses text that Excel takes for a formula, and a wrong one: what is meant as text begins with an apostrophe or stands in a cell for text. */
function refuseHalfFormulas({ book, sheet, area }: Place, rows: readonly (readonly unknown[])[]): void {
  rows.forEach((row, rowOffset) => {
    row.forEach((entry, columnOffset) => {
      if (typeof entry !== 'string' || !/^[+\-@]/u.test(entry) || enter(entry, 'General').value !== entry) return;
      const style = sheet.cell(area.row + rowOffset, area.column + columnOffset)?.style ?? 0;
      if (book.styles.look(style).numberFormat !== '@') throw invalid(entry);
    });
  });
}

function write(place: Place, value: unknown): void {
  const rows = entries(place, value);
  refuseHalfFormulas(place, rows);
  allowWrite(place.sheet, place.book, place.area);
  place.book.enter(place.sheet, place.area, rows);
}

function setNumberFormats(place: Place, value: string | (string | null)[][]): void {
  const { book, sheet, area } = place;
  allowFormat(sheet);
  const only = Array.isArray(value) ? (value.length === 1 && value[0]?.length === 1 ? value[0][0] : undefined) : value;
  if (typeof only === 'string') {
    book.restyle(sheet, area, { numberFormat: only });
    return;
  }
  entries(place, value).forEach((row, rowOffset) => {
    row.forEach((format, columnOffset) => {
      const cell = { row: area.row + rowOffset, column: area.column + columnOffset, rows: 1, columns: 1 };
      if (typeof format === 'string') book.restyle(sheet, cell, { numberFormat: format });
    });
  });
}

const within = (place: Place, area: Area | null): OfficeObject => {
  if (
    !area ||
    area.row < 0 ||
    area.column < 0 ||
    area.rows < 1 ||
    area.columns < 1 ||
    area.row + area.rows > LAST_ROW ||
    area.column + area.columns > LAST_COLUMN
  ) {
    throw invalid('the range lies outside the sheet');
  }
  return object('Range', { ...place, area });
};

const hidden = (place: Place, of: (place: Place) => boolean[]): boolean | null => {
  const all = of(place);
  return all.every(Boolean) ? true : all.some(Boolean) ? null : false;
};
const rowsHidden = ({ sheet, area }: Place): boolean[] =>
  area.rows > 100_000 ? [false] : Array.from({ length: area.rows }, (_, index) => sheet.rows.get(area.row + index)?.hidden ?? false);
const columnsHidden = ({ sheet, area }: Place): boolean[] =>
  Array.from({ length: area.columns }, (_, index) => sheet.column(area.column + index)?.['hidden'] === '1');

function text(place: Place): string[][] {
  try {
    return grid(place, (cell) => show(cell?.value ?? null, place.book.styles.look(cell?.style ?? 0).numberFormat));
  } catch (error) {
    if (error instanceof UnknownFormat) throw new OfficeError('NotImplemented', `This host does not tell ${error.message}.`);
    throw error;
  }
}

function clear(place: Place, what: string | null): void {
  const { book, sheet, area } = place;
  const all = what === null || what === 'All';
  if (!all && what !== 'Contents' && what !== 'Formats') throw new OfficeError('NotImplemented', `This host does not clear ${what}.`);
  if (all || what === 'Contents') {
    allowWrite(sheet, book, area);
    for (const { row, column } of [...sheet.cellsIn(area)]) sheet.put(row, column, { value: null, formula: null });
    book.changed(sheet, area, 'Local');
  }
  if (all || what === 'Formats') {
    allowFormat(sheet);
    for (const { row, column, cell } of [...sheet.cellsIn(area)]) {
      if (cell.style === 0) continue;
      sheet.setStyle(row, column, 0);
      book.formatChanges += 1;
    }
  }
}

function used(place: Place, valuesOnly: boolean | null): OfficeObject | null {
  const area = place.sheet.usedArea(valuesOnly ?? false, place.area);
  return area ? object('Range', { ...place, area }) : null;
}

export const range: OfficeType<Place> = {
  referable: true,
  properties: {
    Address: { get: ({ sheet, area }) => addressOnSheet(sheet.name, area) },
    CellCount: { get: ({ area }) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns) },
    ColumnCount: { get: ({ area }) => area.columns },
    ColumnHidden: {
      get: (place) => hidden(place, columnsHidden),
      set: ({ sheet, area }, value: boolean) => {
        allowFormat(sheet);
        sheet.setColumns(area.column, area.column + area.columns - 1, { hidden: value ? '1' : '0' });
      },
    },
    ColumnIndex: { get: ({ area }) => area.column },
    Formulas: { get: (place) => grid(place, formula), set: write },
    Hidden: { get: (place) => hidden(place, rowsHidden) === true || hidden(place, columnsHidden) === true },
    IsEntireColumn: { get: ({ area }) => area.rows === LAST_ROW },
    IsEntireRow: { get: ({ area }) => area.columns === LAST_COLUMN },
    NumberFormat: { get: (place) => grid(place, (cell) => place.book.styles.look(cell?.style ?? 0).numberFormat), set: setNumberFormats },
    RowCount: { get: ({ area }) => area.rows },
    RowHidden: {
      get: (place) => hidden(place, rowsHidden),
      set: ({ sheet, area }, value: boolean) => {
        allowFormat(sheet);
        for (let row = area.row; row < area.row + area.rows; row += 1) sheet.setRowHidden(row, value);
      },
    },
    RowIndex: { get: ({ area }) => area.row },
    Text: { get: text },
    ValueTypes: { get: (place) => grid(place, (cell) => typeOf(cell?.value)) },
    Values: { get: (place) => grid(place, (cell) => plain(cell?.value)), set: write },
  },
  objects: {
    ConditionalFormats: (place) => object('ConditionalFormatCollection', place),
    Format: (place) => object('RangeFormat', place),
    Worksheet: ({ book, sheet }) => object('Worksheet', { book, sheet }),
  },
  methods: {
    _KeepReference: () => null,
    _ValidateArraySize: ({ area }, rows: number, columns: number) => {
      if (rows !== area.rows || columns !== area.columns) {
        throw new OfficeError('InvalidArgument', "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
      }
      return null;
    },
    Clear: clear,
    GetBoundingRect: (place, other: Place | string) => {
      const area = typeof other === 'string' ? parseArea(other.slice(other.lastIndexOf('!') + 1)) : other.area;
      return within(place, area && around(place.area, area));
    },
    GetCell: (place, row: number, column: number) => within(place, { row: place.area.row + row, column: place.area.column + column, rows: 1, columns: 1 }),
    GetColumn: (place, column: number) => within(place, { ...place.area, column: place.area.column + column, columns: 1 }),
    GetEntireColumn: (place) => within(place, { ...place.area, row: 0, rows: LAST_ROW }),
    GetEntireRow: (place) => within(place, { ...place.area, column: 0, columns: LAST_COLUMN }),
    GetIntersection: (place, other: Place | string) => object('Range', { ...place, area: required(shared(place, other)) }),
    GetIntersectionOrNullObject: (place, other: Place | string) => {
      const area = shared(place, other);
      return area && object('Range', { ...place, area });
    },
    GetLastCell: (place) =>
      within(place, { row: place.area.row + place.area.rows - 1, column: place.area.column + place.area.columns - 1, rows: 1, columns: 1 }),
    GetLastRow: (place) => within(place, { ...place.area, row: place.area.row + place.area.rows - 1, rows: 1 }),
    GetOffsetRange: (place, rows: number, columns: number) => within(place, { ...place.area, row: place.area.row + rows, column: place.area.column + columns }),
    GetResizedRange: (place, rows: number, columns: number) =>
      within(place, { ...place.area, rows: place.area.rows + rows, columns: place.area.columns + columns }),
    GetAbsoluteResizedRange: (place, rows: number, columns: number) => within(place, { ...place.area, rows, columns }),
    GetRow: (place, row: number) => within(place, { ...place.area, row: place.area.row + row, rows: 1 }),
    GetUsedRange: (place, valuesOnly: boolean | null) => required(used(place, valuesOnly)),
    GetUsedRangeOrNullObject: (place, valuesOnly: boolean | null) => used(place, valuesOnly),
    Select: ({ book, sheet, area }) => {
      if (sheet.visibility !== 'visible') throw new OfficeError('InvalidSelection', 'The current selection is invalid for this operation.');
      book.select(sheet, area);
      return null;
    },
  },
};

function shared(place: Place, other: Place | string): Area | null {
  if (typeof other === 'string') {
    const area = parseArea(other.slice(other.lastIndexOf('!') + 1));
    return area && intersect(place.area, area);
  }
  return other.sheet === place.sheet ? intersect(place.area, other.area) : null;
}
