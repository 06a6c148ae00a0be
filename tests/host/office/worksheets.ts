import type { Book } from '../book/book.js';
import { Sheet, type Visibility } from '../book/sheet.js';
import { OfficeError } from './office-error.js';
import { object, type OfficeObject, type OfficeType, type OnSheet, readOnly, required } from './office-type.js';
import { placeOf, placeOn } from './places.js';
import { parseArea, splitAddress } from '../book/area.js';

const VISIBILITY: Record<Visibility, string> = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' };
const LONGEST_NAME = 31;

/** Refuses a name as Excel does. */
function checkName(book: Book, name: string, own?: Sheet): void {
  if (name === '' || name.length > LONGEST_NAME || /[:\\/?*[\]]|^'|'$/u.test(name)) {
    throw new OfficeError('InvalidArgument', `The argument is invalid or missing or has an incorrect format: the sheet name ${name}`);
  }
  const taken = book.sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (taken && taken !== own) throw new OfficeError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
}

function freeName({ sheets }: Book): string {
  for (let number = sheets.length + 1; ; number += 1) if (!sheets.some(({ name }) => name.toLowerCase() === `sheet${number}`)) return `Sheet${number}`;
}

const visible = ({ sheets }: Book): Sheet[] => sheets.filter(({ visibility }) => visibility === 'visible');
const onSheet = (book: Book, sheet: Sheet): OfficeObject => object('Worksheet', { book, sheet });

function used({ book, sheet }: OnSheet, valuesOnly: boolean | null): OfficeObject | null {
  const area = sheet.usedArea(valuesOnly ?? false);
  return area && object('Range', { book, sheet, area });
}

export const worksheets: OfficeType<Book> = {
  items: (book) => book.sheets.map((sheet) => onSheet(book, sheet)),
  item: (book, key: string) => {
    const sheet = book.sheet(key);
    return sheet ? onSheet(book, sheet) : null;
  },
  methods: {
    Add: (book, name: string | null) => {
      if (name !== null) checkName(book, name);
      const sheet = new Sheet(Math.max(...book.sheets.map(({ number }) => number)) + 1, name ?? freeName(book), 'visible');
      book.addSheet(sheet);
      return onSheet(book, sheet);
    },
    GetActiveWorksheet: (book) => onSheet(book, book.selection.sheet),
    GetCount: (book, visibleOnly: boolean | null) => (visibleOnly ? visible(book) : book.sheets).length,
    GetFirst: (book, visibleOnly: boolean | null) => onSheet(book, required((visibleOnly ? visible(book) : book.sheets)[0])),
    GetLast: (book, visibleOnly: boolean | null) => onSheet(book, required((visibleOnly ? visible(book) : book.sheets).at(-1))),
    GetItemOrNullObject: (book, key: string) => {
      const sheet = book.sheet(key);
      return sheet ? onSheet(book, sheet) : null;
    },
  },
};

export const worksheet: OfficeType<OnSheet> = {
  id: ({ sheet }) => sheet.id,
  properties: {
    Id: readOnly(({ sheet }) => sheet.id),
    Name: {
      get: ({ sheet }) => sheet.name,
      set: ({ book, sheet }, name: string) => {
        checkName(book, name, sheet);
        book.rename(sheet, name);
      },
    },
    Gridlines: {
      get: ({ sheet }) => sheet.gridlines,
      set: ({ sheet }, shown: boolean) => {
        sheet.gridlines = shown;
      },
    },
    Position: {
      get: ({ book, sheet }) => book.sheets.indexOf(sheet),
      set: ({ book, sheet }, position: number) => {
        book.sheets = book.sheets.filter((each) => each !== sheet);
        book.sheets.splice(position, 0, sheet);
      },
    },
    Visibility: {
      get: ({ sheet }) => VISIBILITY[sheet.visibility],
      set: ({ book, sheet }, value: string) => {
        const visibility = (Object.keys(VISIBILITY) as Visibility[]).find((each) => VISIBILITY[each] === value) ?? 'visible';
        if (visibility !== 'visible' && visible(book).every((each) => each === sheet)) {
          throw new OfficeError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
        }
        sheet.visibility = visibility;
      },
    },
  },
  objects: {
    Charts: (on) => object('ChartCollection', on),
    FreezePanes: (on) => object('WorksheetFreezePanes', on),
    HorizontalPageBreaks: (on) => object('PageBreakCollection', on),
    Names: (on) => object('NamedItemCollection', on),
    PageLayout: (on) => object('PageLayout', on),
    Protection: (on) => object('WorksheetProtection', on),
    Tables: (on) => object('TableCollection', on),
  },
  methods: {
    Activate: ({ book, sheet }) => {
      if (sheet.visibility !== 'visible')
        throw new OfficeError('InvalidOperation', 'This operation is not permitted for the current object: the worksheet is hidden.');
      book.activate(sheet);
      return null;
    },
    Calculate: ({ book }) => {
      book.calculate(true);
      return null;
    },
    Delete: ({ book, sheet }) => {
      if (sheet.visibility === 'veryHidden')
        throw new OfficeError('InvalidOperation', 'This operation is not permitted for the current object: the worksheet is very hidden.');
      if (visible(book).every((each) => each === sheet)) throw new OfficeError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
      book.deleteSheet(sheet);
      return null;
    },
    GetCell: ({ book, sheet }, row: number, column: number) => object('Range', { book, sheet, area: { row, column, rows: 1, columns: 1 } }),
    GetRange: ({ book, sheet }, address: string | null) => object('Range', placeOn(book, sheet, address)),
    GetRangeByIndexes: ({ book, sheet }, row: number, column: number, rows: number, columns: number) =>
      object('Range', { book, sheet, area: { row, column, rows, columns } }),
    GetUsedRange: (on, valuesOnly: boolean | null) => used(on, valuesOnly) ?? object('Range', { ...on, area: { row: 0, column: 0, rows: 1, columns: 1 } }),
    GetUsedRangeOrNullObject: used,
  },
};

export const freezePanes: OfficeType<OnSheet> = {
  methods: {
    FreezeAt: ({ book, sheet }, range: (OnSheet & { area: { row: number; column: number; rows: number; columns: number } }) | string) => {
      const area = typeof range === 'string' ? (parseArea(splitAddress(range).rest) ?? placeOf(book, range)?.area) : range.area;
      sheet.frozenRows = area ? area.row + area.rows : 0;
      sheet.frozenColumns = area ? area.column + area.columns : 0;
      return null;
    },
    FreezeColumns: ({ sheet }, count: number) => {
      sheet.frozenColumns = count;
      return null;
    },
    FreezeRows: ({ sheet }, count: number) => {
      sheet.frozenRows = count;
      return null;
    },
    Unfreeze: ({ sheet }) => {
      sheet.frozenRows = sheet.frozenColumns = 0;
      return null;
    },
  },
};
