import type { Book } from '../book/book.js';
import { object, type OfficeObject, type OfficeType, readOnly, type Targets } from './office-type.js';

const find = (book: Book, key: string): OfficeObject | null => (book.settings.has(key) ? object('Setting', { book, key }) : null);

export const settings: OfficeType<Book> = {
  items: (book) => [...book.settings.keys()].map((key) => object('Setting', { book, key })),
  item: find,
  methods: {
    Add: (book, key: string, value: unknown) => {
      book.settings.set(key, value);
      return object('Setting', { book, key });
    },
    GetCount: (book) => book.settings.size,
    GetItemOrNullObject: find,
  },
};

export const setting: OfficeType<Targets['Setting']> = {
  id: ({ key }) => key,
  properties: {
    Key: readOnly(({ key }) => key),
    Value: {
      get: ({ book, key }) => book.settings.get(key),
      set: ({ book, key }, value: unknown) => void book.settings.set(key, value),
    },
  },
  methods: {
    Delete: ({ book, key }) => {
      book.settings.delete(key);
      return null;
    },
  },
};
