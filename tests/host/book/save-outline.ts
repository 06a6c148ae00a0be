import { OfficeFile } from '../file/office-file.js';
import { child, elements, node, place, writePart } from '../file/xml-node.js';
import type { Book } from './book.js';
import { BOOK, RELATION } from './load.js';
import type { Sheet } from './sheet.js';

/** Sheets and names as workbook.xml lists them. */
export function writeOutline(file: OfficeFile, book: Book, relations: ReadonlyMap<Sheet, string>): void {
  const root = file.node(BOOK);
  const before = new Map(elements(child(root, 'sheets') ?? node('sheets')).map((sheet) => [Number(sheet.attributes['sheetId']), sheet.attributes]));
  const sheets = book.sheets.map((sheet) => {
    const known = before.get(sheet.number);
    const relation = known?.['r:id'] ?? relations.get(sheet) ?? '';
    return node('sheet', { ...known, name: sheet.name, sheetId: String(sheet.number), state: sheet.visibility, 'r:id': relation });
  });
  const names = book.names.map(({ name, formula, scope, visible, comment, attributes }) => {
    const more: Record<string, string> = { ...attributes };
    if (scope) more['localSheetId'] = String(book.sheets.indexOf(scope));
    if (!visible) more['hidden'] = '1';
    if (comment !== '') more['comment'] = comment;
    return node('definedName', { name, ...more }, [formula]);
  });
  const order = [
    'fileVersion',
    'fileSharing',
    'workbookPr',
    'workbookProtection',
    'bookViews',
    'sheets',
    'functionGroups',
    'externalReferences',
    'definedNames',
    'calcPr',
  ];
  place(root, node('sheets', {}, sheets), order, true);
  if (names.length > 0) place(root, node('definedNames', {}, names), order, true);
  const view = child(child(root, 'bookViews'), 'workbookView');
  if (view?.attributes['activeTab'] !== undefined) view.attributes['activeTab'] = String(Math.max(0, book.sheets.indexOf(book.selection.sheet)));
  file.set(BOOK, writePart(root));
}

/** Custom XML parts: those added, those changed, those gone. */
export function writeXmlParts(file: OfficeFile, book: Book, bytes: Uint8Array): void {
  const kept = new Set(book.xmlParts.map(({ part }) => part));
  for (const { type, target } of new OfficeFile(bytes).relationships(BOOK)) {
    if (type !== `${RELATION}/customXml` || kept.has(target)) continue;
    for (const properties of file.relationships(target)) file.delete(properties.target);
    file.delete(target.replace(/([^/]*)$/u, '_rels/$1.rels'));
    file.unrelate(BOOK, target);
    file.delete(target);
  }
  for (const { id, xml, part, changed } of book.xmlParts) {
    if (part !== null) {
      if (changed) file.set(part, xml);
      continue;
    }
    const name = file.freeName('customXml/item', '.xml');
    file.set(name, xml);
    file.relate(BOOK, `${RELATION}/customXml`, name);
    const properties = name.replace('item', 'itemProps');
    const root = node('ds:datastoreItem', { 'ds:itemID': id, 'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml' }, [
      node('ds:schemaRefs'),
    ]);
    file.add(properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml', writePart(root));
    file.relate(name, `${RELATION}/customXmlProps`, properties);
  }
}
