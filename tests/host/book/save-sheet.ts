import type { OfficeFile } from '../file/office-file.js';
import { child, elements, flags, node, parseNode, place, writeNode, writePart, type XmlNode } from '../file/xml-node.js';
import { areaAddress, cellAddress, contains, parseArea } from './area.js';
import { asText, cellXml } from './cell.js';
import { BOOK, RELATION, shapeOf } from './load.js';
import { addDrawing } from './save-charts.js';
import { putPageSetUp } from './save-page-set-up.js';
import type { Sheet } from './sheet.js';
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

/** Writes a sheet's part and tells by which relation the workbook reaches it. */
export function writeSheet(file: OfficeFile, sheet: Sheet, shape: string | undefined, differentialIds: ReadonlyMap<string, number>): string {
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
  if (sheet.page) putPageSetUp(root, sheet.page, SHEET_ORDER);
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

function putPane(root: XmlNode, { frozenRows, frozenColumns, gridlines }: Sheet): void {
  const known = child(child(root, 'sheetViews'), 'sheetView');
  if ((flags(known?.attributes)['showGridLines'] !== '0') !== gridlines) {
    const view = known ?? node('sheetView', { workbookViewId: '0' });
    view.attributes['showGridLines'] = gridlines ? '1' : '0';
    if (!known) place(root, node('sheetViews', {}, [view]), SHEET_ORDER, true);
  }
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
