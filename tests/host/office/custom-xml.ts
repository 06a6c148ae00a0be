import type { Book, XmlPart } from '../book/book.js';
import { parseNode } from '../file/xml-node.js';
import { invalid, object, type OfficeObject, type OfficeType, readOnly, required, type Targets } from './office-type.js';

const part = (book: Book, it: XmlPart): OfficeObject => object('CustomXmlPart', { book, it });
const find = (book: Book, id: string, among = book.xmlParts): OfficeObject | null => {
  const found = among.find((each) => each.id === id);
  return found ? part(book, found) : null;
};

/** The namespace of a part's outermost element; "" where it has none. Refuses what is no XML. */
function namespaceOf(xml: string): string {
  let root;
  try {
    root = parseNode(xml);
  } catch {
    throw invalid('no well-formed XML');
  }
  const [prefix] = root.name.includes(':') ? root.name.split(':') : [''];
  return root.attributes[prefix ? `xmlns:${prefix}` : 'xmlns'] ?? '';
}

/** Known namespaces: thousands of parts are looked through at each request. */
const known = new WeakMap<XmlPart, { xml: string; namespace: string }>();

function namespaceOfPart(it: XmlPart): string {
  let told = known.get(it);
  if (told?.xml !== it.xml) {
    told = { xml: it.xml, namespace: namespaceOf(it.xml) };
    known.set(it, told);
  }
  return told.namespace;
}

const inNamespace = ({ book, namespace }: Targets['CustomXmlPartScopedCollection']): XmlPart[] =>
  book.xmlParts.filter((it) => namespaceOfPart(it) === namespace);

export const customXmlParts: OfficeType<Book> = {
  items: (book) => book.xmlParts.map((it) => part(book, it)),
  item: (book, id: string) => find(book, id),
  methods: {
    Add: (book, xml: string) => {
      namespaceOf(xml);
      const it: XmlPart = { id: book.newId(), xml, part: null, changed: false };
      book.xmlParts.push(it);
      return part(book, it);
    },
    GetByNamespace: (book, namespace: string) => object('CustomXmlPartScopedCollection', { book, namespace }),
    GetCount: (book) => book.xmlParts.length,
    GetItemOrNullObject: (book, id: string) => find(book, id),
  },
};

export const scopedCustomXmlParts: OfficeType<Targets['CustomXmlPartScopedCollection']> = {
  items: (scoped) => inNamespace(scoped).map((it) => part(scoped.book, it)),
  item: (scoped, id: string) => find(scoped.book, id, inNamespace(scoped)),
  methods: {
    GetCount: (scoped) => inNamespace(scoped).length,
    GetItemOrNullObject: (scoped, id: string) => find(scoped.book, id, inNamespace(scoped)),
    GetOnlyItem: (scoped) => {
      const all = inNamespace(scoped);
      return part(scoped.book, required(all.length === 1 ? all[0] : null));
    },
    GetOnlyItemOrNullObject: (scoped) => {
      const all = inNamespace(scoped);
      return all.length === 1 && all[0] ? part(scoped.book, all[0]) : null;
    },
  },
};

export const customXmlPart: OfficeType<Targets['CustomXmlPart']> = {
  id: ({ it }) => it.id,
  properties: { Id: readOnly(({ it }) => it.id), NamespaceUri: readOnly(({ it }) => namespaceOf(it.xml)) },
  methods: {
    Delete: ({ book, it }) => {
      book.xmlParts = book.xmlParts.filter((each) => each !== it);
      return null;
    },
    GetXml: ({ it }) => it.xml,
    SetXml: ({ it }, xml: string) => {
      namespaceOf(xml);
      Object.assign(it, { xml, changed: true });
      return null;
    },
  },
};
