import { OfficeFile } from '../file/office-file.js';
import { child, elements, node, parseNode, place, writeNode, writePart, type XmlNode } from '../file/xml-node.js';
import { areaAddress, cellAddress, contains, parseArea } from './area.js';
import type { Book } from './book.js';
import { asText, cellXml, isAsRead } from './cell.js';
import { addDrawing } from './save-charts.js';
import { BOOK, type Opened, outlineOf, RELATION, shapeOf } from './load.js';
import type { Sheet } from './sheet.js';
import { Styles } from './styles.js';
import type { Table } from './table.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const SHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** The workbook as a file. Parts about which nothing changed keep their bytes; of a changed sheet, so do the unchanged cells. */
export function saveBook(opened: Opened): Uint8Array {
  const { book, bytes, shapes } = opened;
  book.calculate();
  const file = new OfficeFile(bytes);
  const styles = file.relationships(BOOK).find(({ type }) => type === `${RELATION}/styles`)?.target ?? '';
  const differentials = book.sheets.flatMap(({ conditionalFormats }) => conditionalFormats.filter(({ rule }) => rule === null));
  const { xml, ids } = Styles.withDifferentials(
    book.styles.text(),
    differentials.map(({ look }) => look),
  );
  if (xml !== file.text(styles)) file.set(styles, xml);
  const differentialIds = new Map(differentials.map(({ id }, index) => [id, ids[index] ?? 0]));
  for (const sheet of shapes.keys()) if (!book.sheets.includes(sheet)) removeSheet(file, sheet);
  const relations = new Map<Sheet, string>();
  for (const sheet of book.sheets) {
    if (sheet.origin && !isChanged(sheet, shapes.get(sheet))) continue;
    relations.set(sheet, writeSheet(file, sheet, shapes.get(sheet), differentialIds));
  }
  if (outlineOf(book) !== opened.outline) writeOutline(file, book, relations);
  if (relations.size > 0) dropCalculationChain(file);
  writeXmlParts(file, book, bytes);
  return file.bytes();
}

function isChanged(sheet: Sheet, shape: string | undefined): boolean {
  if (sheet.touched || shapeOf(sheet) !== shape) return true;
  for (const { cells } of sheet.rows.values()) for (const cell of cells.values()) if (cell.formula !== null && cell.source && !isAsRead(cell)) return true;
  return false;
}

/** Writes a sheet's part and tells by which relation the workbook reaches it. */
function writeSheet(file: OfficeFile, sheet: Sheet, shape: string | undefined, differentialIds: ReadonlyMap<string, number>): string {
  const part = sheet.origin?.part ?? file.freeName('xl/worksheets/sheet', '.xml');
  let relation = sheet.origin?.relation;
  if (relation === undefined) {
    file.add(part, `${CONTENT}.worksheet+xml`, '');
    relation = file.relate(BOOK, `${RELATION}/worksheet`, part);
  }
  const shell = sheet.origin?.shell ?? { before: `<worksheet xmlns="${MAIN}" xmlns:r="${RELATION}">`, after: '</worksheet>' };
  let around = shell;
  if (shapeOf(sheet) !== shape) {
    const root = parseNode(`${shell.before}<sheetData/>${shell.after}`);
    reshape(file, part, root, sheet, differentialIds);
    const [before = '', after = ''] = writeNode(root).split('<sheetData/>');
    around = { before: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${before}`, after };
  }
  file.set(part, `${withDimension(around.before, sheet)}<sheetData>${rowsXml(sheet)}</sheetData>${around.after}`);
  for (const table of sheet.tables) if (table.part !== null && sheet.touched) syncHeaders(file, sheet, table);
  return relation;
}

function rowsXml(sheet: Sheet): string {
  let xml = '';
  for (const [number, { attributes, cells }] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    xml += `<row${attributes}`;
    if (cells.size === 0) {
      xml += '/>';
      continue;
    }
    xml += '>';
    for (const [column, cell] of [...cells].sort(([a], [b]) => a - b)) xml += cellXml(cell, number, column);
    xml += '</row>';
  }
  return xml;
}

/** The sheet's extent, where it has grown. */
function withDimension(before: string, sheet: Sheet): string {
  const used = sheet.usedArea(false);
  return before.replace(/(<dimension ref=")([^"]*)(")/u, (whole, open: string, reference: string, close: string) => {
    const told = parseArea(reference);
    return used && told && !contains(told, used) ? `${open}${areaAddress(used)}${close}` : whole;
  });
}

function reshape(file: OfficeFile, part: string, root: XmlNode, sheet: Sheet, differentialIds: ReadonlyMap<string, number>): void {
  const put = (element: XmlNode): void => place(root, element, SHEET_ORDER, true);
  const drop = (name: string): void => void (root.children = root.children.filter((each) => typeof each === 'string' || each.name !== name));
  if (sheet.columns.length > 0) {
    put(
      node(
        'cols',
        {},
        sheet.columns.map(({ first, last, attributes }) => node('col', { min: String(first + 1), max: String(last + 1), ...attributes })),
      ),
    );
  }
  if (sheet.protection) put(node('sheetProtection', sheet.protection.attributes));
  else drop('sheetProtection');
  putPane(root, sheet);
  drop('conditionalFormatting');
  for (const format of [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority)) {
    const rule =
      format.rule ?? node('cfRule', { type: 'expression', dxfId: String(differentialIds.get(format.id) ?? 0) }, [node('formula', {}, [format.formula])]);
    rule.attributes['priority'] = String(format.priority);
    if (format.stopIfTrue) rule.attributes['stopIfTrue'] = '1';
    place(root, node('conditionalFormatting', { sqref: format.areas.map(areaAddress).join(' ') }, [rule]), SHEET_ORDER);
  }
  const added = sheet.tables.filter((table) => table.part === null).map((table) => addTable(file, part, table));
  if (added.length > 0) {
    const tableParts = elements(child(root, 'tableParts') ?? node('tableParts'));
    const all = [...tableParts, ...added.map((id) => node('tablePart', { 'r:id': id }))];
    put(node('tableParts', { count: String(all.length) }, all));
  }
  if (sheet.charts.length > 0) {
    const id = addDrawing(file, part, sheet);
    if (id !== null) put(node('drawing', { 'r:id': id }));
  }
}

function putPane(root: XmlNode, { frozenRows, frozenColumns }: Sheet): void {
  const pane = child(child(child(root, 'sheetViews'), 'sheetView'), 'pane');
  const had = pane?.attributes['state'] === 'frozen' ? [Number(pane.attributes['ySplit'] ?? 0), Number(pane.attributes['xSplit'] ?? 0)] : [0, 0];
  if (had[0] === frozenRows && had[1] === frozenColumns) return;
  const views = child(root, 'sheetViews') ?? node('sheetViews', {}, [node('sheetView', { workbookViewId: '0' })]);
  place(root, views, SHEET_ORDER, true);
  const view = child(views, 'sheetView');
  if (!view) return;
  const attributes: Record<string, string> = {};
  if (frozenColumns > 0) attributes['xSplit'] = String(frozenColumns);
  if (frozenRows > 0) attributes['ySplit'] = String(frozenRows);
  attributes['topLeftCell'] = cellAddress(frozenRows, frozenColumns);
  attributes['activePane'] = frozenColumns > 0 ? (frozenRows > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft';
  attributes['state'] = 'frozen';
  view.children = frozenRows + frozenColumns > 0 ? [node('pane', attributes)] : [];
}

function addTable(file: OfficeFile, part: string, table: Table): string {
  const name = file.freeName('xl/tables/table', '.xml');
  const reference = areaAddress(table.area);
  const columns = table.headers.map((header, index) => node('tableColumn', { id: String(index + 1), name: header }));
  const root = node('table', { xmlns: MAIN, id: String(table.id), name: table.name, displayName: table.name, ref: reference, totalsRowShown: '0' }, [
    node('autoFilter', { ref: reference }),
    node('tableColumns', { count: String(columns.length) }, columns),
    node('tableStyleInfo', { name: table.style, showFirstColumn: '0', showLastColumn: '0', showRowStripes: '1', showColumnStripes: '0' }),
  ]);
  file.add(name, `${CONTENT}.table+xml`, writePart(root));
  return file.relate(part, `${RELATION}/table`, name);
}

/** A table's part repeats its headers; where a header cell was retyped, it follows. */
function syncHeaders(file: OfficeFile, sheet: Sheet, { area, headers, part }: Table): void {
  if (part === null) return;
  const now = headers.map((header, index) => asText(sheet.cell(area.row, area.column + index)?.value ?? header));
  if (now.every((header, index) => header === headers[index])) return;
  const root = file.node(part);
  elements(child(root, 'tableColumns') ?? node('tableColumns')).forEach((column, index) => (column.attributes['name'] = now[index] ?? ''));
  file.set(part, writePart(root));
}

function removeSheet(file: OfficeFile, { origin }: Sheet): void {
  if (!origin) return;
  for (const { type, target } of file.relationships(origin.part)) if (type === `${RELATION}/table`) file.delete(target);
  file.unrelate(BOOK, origin.part);
  file.delete(origin.part);
  const folder = origin.part.lastIndexOf('/');
  file.delete(`${origin.part.slice(0, folder)}/_rels${origin.part.slice(folder)}.rels`);
}

/** Sheets and names as workbook.xml lists them. */
function writeOutline(file: OfficeFile, book: Book, relations: ReadonlyMap<Sheet, string>): void {
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

/** The order of the last calculation names cells that may hold no formula any more; Excel makes it anew. */
function dropCalculationChain(file: OfficeFile): void {
  const chain = file.relationships(BOOK).find(({ type }) => type === `${RELATION}/calcChain`)?.target;
  if (chain === undefined) return;
  file.unrelate(BOOK, chain);
  file.delete(chain);
}

function writeXmlParts(file: OfficeFile, book: Book, bytes: Uint8Array): void {
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
