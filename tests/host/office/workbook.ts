import type { Book } from '../book/book.js';
import { object, type OfficeType, readOnly, required } from './office-type.js';
import { placeOf } from './places.js';

export const workbook: OfficeType<Book> = {
  properties: { Name: readOnly(() => 'workbook.xlsx'), ReadOnly: readOnly(() => false), AutoSave: readOnly(() => false), IsDirty: readOnly(() => false) },
  objects: {
    Application: (book) => object('Application', book),
    CustomXmlParts: (book) => object('CustomXmlPartCollection', book),
    Names: (book) => object('NamedItemCollection', { book, sheet: null }),
    Settings: (book) => object('SettingCollection', book),
    Tables: (book) => object('TableCollection', { book, sheet: null }),
    Worksheets: (book) => object('WorksheetCollection', book),
  },
  methods: {
    GetActiveCell: (book) => {
      const { sheet, area } = book.selection;
      return object('Range', { book, sheet, area: { ...area, rows: 1, columns: 1 } });
    },
    _GetRangeForEventByReferenceId: (book, id: string) => object('Range', required(placeOf(book, id))),
    _GetRangeOrNullObjectForEventByReferenceId: (book, id: string) => {
      const place = placeOf(book, id);
      return place && object('Range', place);
    },
    GetSelectedRange: (book) => object('Range', { book, ...book.selection }),
  },
};

export const application: OfficeType<Book> = {
  properties: {
    CalculationMode: {
      get: ({ calculationMode }) => calculationMode,
      set: (book, value: Book['calculationMode']) => {
        book.calculationMode = value;
      },
    },
    CalculationState: readOnly(() => 'Done'),
    DecimalSeparator: readOnly(() => '.'),
    ThousandsSeparator: readOnly(() => ','),
  },
  methods: {
    Calculate: (book) => {
      book.calculate(true);
      return null;
    },
    SuspendApiCalculationUntilNextSync: (book) => {
      book.calculationSuspended = true;
      return null;
    },
    // Nothing is drawn here.
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};
