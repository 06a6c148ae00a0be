import type { Name } from '../book/book.js';
import { CellError } from '../../../plan/expression/evaluate.js';
import { OfficeError } from './office-error.js';
import { invalid, object, type OfficeObject, type OfficeType, type Place, readOnly, required, type Targets } from './office-type.js';
import { placeOf, referenceTo } from './places.js';

type Names = Targets['NamedItemCollection'];

/** Excel's own names (_xlnm.Print_Area) are kept in the file, but are no items. */
const listed = ({ book, sheet }: Names): Name[] => book.names.filter(({ name, scope }) => scope === sheet && !name.startsWith('_xlnm.'));

function find(names: Names, name: string): OfficeObject | null {
  const found = listed(names).find((each) => each.name.toLowerCase() === name.toLowerCase());
  return found ? object('NamedItem', { book: names.book, it: found }) : null;
}

export const namedItems: OfficeType<Names> = {
  items: (names) => listed(names).map((it) => object('NamedItem', { book: names.book, it })),
  item: find,
  methods: {
    Add: (names, name: string, reference: string | Place, comment: string | null) => {
      if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw invalid(name);
      if (find(names, name)) throw new OfficeError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
      const formula = typeof reference === 'string' ? reference.replace(/^=/u, '') : referenceTo(reference);
      const it: Name = { name, formula, scope: names.sheet, visible: true, comment: comment ?? '', attributes: {} };
      names.book.names.push(it);
      return object('NamedItem', { book: names.book, it });
    },
    GetCount: (names) => listed(names).length,
    GetItemOrNullObject: find,
  },
};

export const namedItem: OfficeType<Targets['NamedItem']> = {
  id: ({ it }) => it.name,
  properties: {
    Comment: readOnly(({ it }) => it.comment),
    Formula: readOnly(({ it }) => `=${it.formula}`),
    Name: readOnly(({ it }) => it.name),
    Scope: readOnly(({ it }) => (it.scope ? 'Worksheet' : 'Workbook')),
    Type: readOnly(({ book, it }) => (placeOf(book, it.formula) ? 'Range' : it.formula.includes('#REF!') ? 'Error' : 'String')),
    Value: readOnly(({ book, it }) => (placeOf(book, it.formula) ? it.formula : it.formula.includes('#REF!') ? new CellError('#REF!').code : it.formula)),
    Visible: {
      get: ({ it }) => it.visible,
      set: ({ it }, visible: boolean) => {
        it.visible = visible;
      },
    },
  },
  methods: {
    Delete: ({ book, it }) => {
      book.names = book.names.filter((each) => each !== it);
      return null;
    },
    GetRange: ({ book, it }) => object('Range', required(placeOf(book, it.formula))),
    GetRangeOrNullObject: ({ book, it }) => {
      const place = placeOf(book, it.formula);
      return place && object('Range', place);
    },
  },
};
