import { type Area, intersect } from '../book/area.js';
import { asText } from '../book/cell.js';
import type { Table } from '../book/table.js';
import { OfficeError } from './office-error.js';
import { invalid, object, type OfficeObject, type OfficeType, type OfSheet, type Place, readOnly, required, type Targets } from './office-type.js';
import { placeOf, placeOn } from './places.js';
import { allowObjects } from './protected.js';

type Tables = Targets['TableCollection'];

const all = ({ book, sheet }: Tables): OfSheet<Table>[] =>
  book.sheets.filter((each) => sheet === null || each === sheet).flatMap((each) => each.tables.map((it) => ({ book, sheet: each, it })));

function find(tables: Tables, key: string | number): OfficeObject | null {
  const found = all(tables).find(({ it }) => String(it.id) === String(key) || it.name.toLowerCase() === String(key).toLowerCase());
  return found ? object('Table', found) : null;
}

function add(tables: Tables, address: string | Place, hasHeaders: boolean): OfficeObject {
  const place = typeof address === 'string' ? (placeOf(tables.book, address) ?? (tables.sheet && placeOn(tables.book, tables.sheet, address))) : address;
  if (!place) throw invalid('the address of the table');
  const { book, sheet, area } = place;
  allowObjects(sheet);
  if (!hasHeaders) throw new OfficeError('NotImplemented', 'This host makes tables of ranges that have headers.');
  if (sheet.tables.some((each) => intersect(each.area, area))) throw new OfficeError('InvalidOperation', 'A table cannot overlap another table.');
  const headers = Array.from({ length: area.columns }, (_, column) => asText(sheet.cell(area.row, area.column + column)?.value ?? `Column${column + 1}`));
  const taken = all({ book, sheet: null }).map(({ it }) => it.id);
  const id = Math.max(0, ...taken) + 1;
  const it: Table = { id, name: `Table${id}`, area, headers, style: 'TableStyleMedium2', part: null };
  sheet.tables.push(it);
  return object('Table', { book, sheet, it });
}

const part = ({ book, sheet, it }: OfSheet<Table>, area: Area): OfficeObject =>
  object('Range', { book, sheet, area: area.rows > 0 ? area : { ...it.area, rows: 1 } });

export const tables: OfficeType<Tables> = {
  items: (target) => all(target).map((each) => object('Table', each)),
  item: find,
  methods: { Add: add, GetCount: (target) => all(target).length, GetItemOrNullObject: find },
};

export const table: OfficeType<OfSheet<Table>> = {
  id: ({ it }) => String(it.id),
  properties: {
    Id: readOnly(({ it }) => String(it.id)),
    Name: {
      get: ({ it }) => it.name,
      set: ({ book, it }, name: string) => {
        if (!/^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(name)) throw invalid(name);
        if (all({ book, sheet: null }).some((each) => each.it !== it && each.it.name.toLowerCase() === name.toLowerCase())) {
          throw new OfficeError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
        }
        it.name = name;
      },
    },
    ShowHeaders: readOnly(() => true),
    ShowTotals: readOnly(() => false),
    Style: {
      get: ({ it }) => it.style,
      set: ({ it }, style: string) => {
        it.style = style;
      },
    },
  },
  objects: { Worksheet: ({ book, sheet }) => object('Worksheet', { book, sheet }) },
  methods: {
    Delete: () => {
      throw new OfficeError('NotImplemented', 'This host deletes tables only with their sheets.');
    },
    GetDataBodyRange: (target) => part(target, { ...target.it.area, row: target.it.area.row + 1, rows: target.it.area.rows - 1 }),
    GetHeaderRowRange: (target) => part(target, { ...target.it.area, rows: 1 }),
    GetRange: (target) => part(target, required(target.it.area)),
  },
};
