import { LIMITS } from '../../../plan/xlsx/limits.js';
import { readWorkbook } from '../../../plan/xlsx/read-workbook.js';
import { OfficeFile } from '../file/office-file.js';
import { child, elements, flags, node, parseNode, type XmlNode } from '../file/xml-node.js';
import { type Area, parseArea } from './area.js';
import { Book, type Name, type XmlPart } from './book.js';
import type { ConditionalFormat } from './conditional-format.js';
import { readRows } from './read-rows.js';
import { Sheet } from './sheet.js';
import { Styles } from './styles.js';
import type { Table } from './table.js';

export const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const BOOK = 'xl/workbook.xml';

/** A workbook with the file it came from, and what it was like when it was opened, so that only what differs is written. */
export interface Opened {
  bytes: Uint8Array;
  book: Book;
  shapes: ReadonlyMap<Sheet, string>;
  outline: string;
}

/** What a sheet's part holds around its rows. */
export const shapeOf = ({ columns, conditionalFormats, tables, charts, protection, page, gridlines, frozenRows, frozenColumns }: Sheet): string =>
  JSON.stringify({ columns, conditionalFormats, tables, charts, protection, page, gridlines, frozenRows, frozenColumns });

/** What workbook.xml tells of sheets and names. */
export const outlineOf = ({ sheets, names }: Book): string =>
  JSON.stringify([sheets.map(({ number, name, visibility }) => [number, name, visibility]), names.map((name) => ({ ...name, scope: name.scope?.number }))]);

/** Opens a file as Excel does: where it asks for it, everything is computed anew. */
export function loadBook(bytes: Uint8Array): Opened {
  const file = new OfficeFile(bytes);
  const read = readWorkbook(bytes, { ...LIMITS, fileBytes: 512e6, partBytes: 512e6, totalBytes: 1024e6, sheets: 1000, cells: 20e6, formulaCharacters: 1e9 });
  const root = file.node(BOOK);
  const relations = file.relationships(BOOK);
  const sheets = elements(child(root, 'sheets') ?? node('sheets')).map(({ attributes }, index) => {
    const relation = attributes['r:id'] ?? '';
    const part = relations.find(({ id }) => id === relation)?.target ?? '';
    const known = read.sheets[index];
    if (!known) throw new Error(`sheet ${String(attributes['name'])} was not read`);
    const { shell, rows } = readRows(file.text(part), known.cells);
    const sheet = new Sheet(Number(attributes['sheetId']), known.name, known.state, { part, relation, shell });
    sheet.rows = rows;
    readShape(sheet, parseNode(`${shell.before}<sheetData/>${shell.after}`));
    sheet.tables = file.relationships(part).flatMap(({ type, target }) => (type === `${RELATION}/table` ? [readTable(file.node(target), target)] : []));
    return sheet;
  });
  const styles = relations.find(({ type }) => type === `${RELATION}/styles`)?.target;
  if (styles === undefined) throw new Error('a workbook without styles');
  const book = new Book(sheets, new Styles(file.text(styles)));
  book.names = readNames(root, sheets);
  book.xmlParts = readXmlParts(file);
  const calculation = flags(child(root, 'calcPr')?.attributes);
  book.calculationMode = calculation['calcMode'] === 'manual' ? 'Manual' : 'Automatic';
  if (calculation['fullCalcOnLoad'] === '1') book.calculate(true);
  return { bytes, book, shapes: new Map(sheets.map((sheet) => [sheet, shapeOf(sheet)])), outline: outlineOf(book) };
}

function readShape(sheet: Sheet, root: XmlNode): void {
  sheet.columns = elements(child(root, 'cols') ?? node('cols')).map(({ attributes: { min, max, ...attributes } }) => ({
    first: Number(min) - 1,
    last: Number(max) - 1,
    attributes: flags(attributes),
  }));
  const protection = flags(child(root, 'sheetProtection')?.attributes);
  sheet.protection = protection['sheet'] === '1' ? { attributes: protection } : null;
  const view = child(child(root, 'sheetViews'), 'sheetView');
  sheet.gridlines = flags(view?.attributes)['showGridLines'] !== '0';
  const pane = child(view, 'pane');
  if (pane?.attributes['state'] === 'frozen') {
    sheet.frozenRows = Number(pane.attributes['ySplit'] ?? 0);
    sheet.frozenColumns = Number(pane.attributes['xSplit'] ?? 0);
  }
  sheet.conditionalFormats = elements(root).flatMap((format) => (format.name === 'conditionalFormatting' ? readConditionalFormats(sheet, format) : []));
}

const TYPES: Record<string, string> = {
  expression: 'Custom',
  cellIs: 'CellValue',
  dataBar: 'DataBar',
  colorScale: 'ColorScale',
  iconSet: 'IconSet',
  top10: 'TopBottom',
  containsText: 'ContainsText',
};

function readConditionalFormats(sheet: Sheet, format: XmlNode): ConditionalFormat[] {
  const areas = (format.attributes['sqref'] ?? '')
    .split(' ')
    .map(parseArea)
    .filter((area): area is Area => area !== null);
  return elements(format)
    .filter(({ name }) => name === 'cfRule')
    .map((rule) => ({
      id: `{${sheet.id.slice(1, -1)}-${rule.attributes['priority'] ?? ''}}`,
      type: TYPES[rule.attributes['type'] ?? ''] ?? 'PresetCriteria',
      areas,
      priority: Number(rule.attributes['priority'] ?? 0),
      stopIfTrue: flags(rule.attributes)['stopIfTrue'] === '1',
      formula: text(child(rule, 'formula')),
      look: {},
      rule,
    }));
}

const text = (element: XmlNode | undefined): string => element?.children.filter((each) => typeof each === 'string').join('') ?? '';

function readTable(root: XmlNode, part: string): Table {
  const area = parseArea(root.attributes['ref'] ?? '');
  if (!area) throw new Error(`${part} has no range`);
  return {
    id: Number(root.attributes['id']),
    name: root.attributes['displayName'] ?? '',
    area,
    headers: elements(child(root, 'tableColumns') ?? node('tableColumns')).map(({ attributes }) => attributes['name'] ?? ''),
    style: child(root, 'tableStyleInfo')?.attributes['name'] ?? '',
    part,
  };
}

function readNames(root: XmlNode, sheets: readonly Sheet[]): Name[] {
  return elements(child(root, 'definedNames') ?? node('definedNames')).map((defined) => {
    const { name = '', localSheetId, hidden, comment = '', ...attributes } = flags(defined.attributes);
    const scope = localSheetId === undefined ? null : (sheets[Number(localSheetId)] ?? null);
    return { name, formula: text(defined), scope, visible: hidden !== '1', comment, attributes };
  });
}

function readXmlParts(file: OfficeFile): XmlPart[] {
  return file.relationships(BOOK).flatMap(({ type, target }) => {
    if (type !== `${RELATION}/customXml`) return [];
    const properties = file.relationships(target).find((each) => each.type === `${RELATION}/customXmlProps`)?.target;
    const id = properties === undefined ? target : (file.node(properties).attributes['ds:itemID'] ?? target);
    return [{ id, xml: file.text(target), part: target, changed: false }];
  });
}
