import type { Book } from '../book/book.js';
import { object, type OfficeType, readOnly } from './office-type.js';

const nothing = (): null => null;

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
    // Both last until the next sync, and nothing is computed or drawn before that here either.
    SuspendApiCalculationUntilNextSync: nothing,
    SuspendScreenUpdatingUntilNextSync: nothing,
  },
};
