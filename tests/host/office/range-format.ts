import { asText } from '../book/cell.js';
import type { Look } from '../book/styles.js';
import { textWidth } from '../../../plan/workbook/text-width.js';
import { show, UnknownFormat } from '../book/show.js';
import { invalid, object, type OfficeType, type Place, type Property } from './office-type.js';
import { allowFormat } from './protected.js';

/** A look that all cells of a place share; null where they differ, as Excel tells it. */
function shared<K extends keyof Look>({ book, sheet, area }: Place, key: K): Look[K] | null {
  let found: Look[K] | undefined;
  const rows = Math.min(area.rows, 10_000);
  const columns = Math.min(area.columns, 1000);
  for (let row = area.row; row < area.row + rows; row += 1) {
    for (let column = area.column; column < area.column + columns; column += 1) {
      const value = book.styles.look(sheet.cell(row, column)?.style ?? 0)[key];
      if (found !== undefined && value !== found) return null;
      found = value;
    }
  }
  return found ?? null;
}

const look = <K extends keyof Look>(
  key: K,
  read: (value: Look[K] | null) => unknown = (value) => value,
  write = (value: Look[K]): Look[K] => value,
): Property<Place> => ({
  get: (place) => read(shared(place, key)),
  set: (place: Place, value: Look[K]) => {
    allowFormat(place.sheet);
    place.book.restyle(place.sheet, place.area, { [key]: write(value) });
  },
});

const NAMED: Record<string, string> = {
  red: '#FF0000',
  yellow: '#FFFF00',
  white: '#FFFFFF',
  black: '#000000',
  orange: '#FFA500',
  green: '#008000',
  blue: '#0000FF',
};

/** #RRGGBB from what the client sends. */
export function colourCode(value: string): string {
  const code = NAMED[value.toLowerCase()] ?? value.toUpperCase();
  if (!/^#[0-9A-F]{6}$/u.test(code)) throw invalid(value);
  return code;
}

export const rangeFont: OfficeType<Place> = {
  properties: {
    Bold: look('bold'),
    Color: look('fontColor', (value) => value, colourCode),
    Italic: look('italic'),
    Name: look('fontName'),
    Size: look('fontSize'),
    Strikethrough: look('strikethrough'),
    Underline: look(
      'underline',
      (value) => (value === null ? null : value ? 'Single' : 'None'),
      (value) => (value as unknown) !== 'None',
    ),
  },
};

export const rangeFill: OfficeType<Place> = {
  properties: { Color: look('fill', (value) => (value === '' ? '#FFFFFF' : value), colourCode) },
  methods: {
    Clear: ({ book, sheet, area }) => {
      allowFormat(sheet);
      book.restyle(sheet, area, { fill: '' });
      return null;
    },
  },
};

export const formatProtection: OfficeType<Place> = { properties: { Locked: look('locked') } };

/** Points from characters: of a font whose digits are seven pixels wide, as Excel's standard one. */
const POINTS = 5.25;

const ROW_POINTS = 15;

function autofit({ book, sheet, area }: Place): null {
  allowFormat(sheet);
  for (let column = area.column; column < area.column + Math.min(area.columns, 1000); column += 1) {
    let widest = 0;
    for (const { cell } of sheet.cellsIn({ ...area, column, columns: 1 })) {
      let text = '';
      try {
        text = show(cell.value, book.styles.look(cell.style).numberFormat);
      } catch (error) {
        if (!(error instanceof UnknownFormat)) throw error;
        text = asText(cell.value);
      }
      widest = Math.max(widest, textWidth(text));
    }
    if (widest > 0) sheet.setColumns(column, column, { width: String(widest + 2), customWidth: '1' });
  }
  return null;
}

export const rangeFormat: OfficeType<Place> = {
  properties: {
    ColumnWidth: {
      get: ({ sheet, area }) => Number(sheet.column(area.column)?.['width'] ?? 8.43) * POINTS,
      set: ({ sheet, area }, value: number) => {
        allowFormat(sheet);
        sheet.setColumns(area.column, area.column + area.columns - 1, { width: String(value / POINTS), customWidth: '1' });
      },
    },
    HorizontalAlignment: look('horizontal'),
    RowHeight: {
      get: ({ sheet, area }) => Number(/ ht="([\d.]+)"/u.exec(sheet.rows.get(area.row)?.attributes ?? '')?.[1] ?? ROW_POINTS),
      set: ({ sheet, area }, points: number) => {
        allowFormat(sheet);
        for (let row = area.row; row < area.row + area.rows; row += 1) sheet.setRowHeight(row, points);
      },
    },
    IndentLevel: look('indent'),
    VerticalAlignment: look('vertical'),
    WrapText: look('wrap'),
  },
  objects: {
    Borders: (place) => object('RangeBorderCollection', place),
    Fill: (place) => object('RangeFill', place),
    Font: (place) => object('RangeFont', place),
    Protection: (place) => object('FormatProtection', place),
  },
  methods: { AutofitColumns: autofit, AutofitRows: () => null },
};
