import { findBlock } from '../../plan/contract/read-block.js';
import { type ReadWorkbook, readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { openParts, packParts, replaceIn, withPart } from '../readers/package-parts.js';
import { cellOf } from '../user-cells/type-in.js';

/** What is to stand in a cell: a constant, nothing (null), or a formula with the result that is stored beside it. */
export type Edit = string | number | null | { formula: string; stored?: string | number };

/** A cell's place: the part of its sheet, and its address there. */
export interface Place {
  part: string;
  sheet: string;
  address: string;
}

/** Where a cell stands, found by the key in its row: fig/rd-expenditure||2020/value. Throws where it is not there. */
export function placeOf(workbook: ReadWorkbook, key: string): Place {
  const [block, row, column] = cellOf(key);
  const found = findBlock(workbook, block);
  const whole = found?.address(row, column);
  if (!found || whole == null) throw new Error(`no cell ${key}`);
  return { part: partOf(workbook, found.sheet.name), sheet: found.sheet.name, address: whole.slice(whole.lastIndexOf('!') + 1) };
}

/** Planbook's workbooks hold their sheets' parts in the order of the tabs. */
export const partOf = (workbook: ReadWorkbook, sheet: string): string =>
  `xl/worksheets/sheet${workbook.sheets.findIndex(({ name }) => name === sheet) + 1}.xml`;

/** A copy of a workbook with other cells, as a person leaves it who writes with a program that does not compute. */
export function edited(bytes: Uint8Array, edits: Readonly<Record<string, Edit>>): Uint8Array {
  const workbook = readWorkbook(bytes);
  return Object.entries(edits).reduce((book, [key, edit]) => {
    const { part, address } = placeOf(workbook, key);
    return withPart(book, part, (xml) => cellInXml(xml, address, edit));
  }, bytes);
}

/** A sheet's XML with another cell at an address, its style kept. */
function cellInXml(xml: string, address: string, edit: Edit): string {
  const found = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, 'su').exec(xml);
  if (!found) throw new Error(`no cell ${address}`);
  const style = / s="\d+"/u.exec(found[1] ?? '')?.[0] ?? '';
  return xml.replace(found[0], () => `<c r="${address}"${style}${contentOf(edit)}`);
}

function contentOf(edit: Edit): string {
  if (edit === null) return '/>';
  if (typeof edit === 'number') return `><v>${edit}</v></c>`;
  if (typeof edit === 'string') return ` t="inlineStr"><is><t xml:space="preserve">${escaped(edit)}</t></is></c>`;
  const { formula, stored } = edit;
  const value = stored === undefined ? '' : `<v>${escaped(String(stored))}</v>`;
  return `${typeof stored === 'string' ? ' t="str"' : ''}><f>${escaped(formula)}</f>${value}</c>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A copy whose row of that cell holds nothing, as after clearing it: references keep their places. */
export function withoutRow(bytes: Uint8Array, key: string): Uint8Array {
  const { part, address } = placeOf(readWorkbook(bytes), key);
  const row = /\d+$/u.exec(address)?.[0] ?? '';
  return withPart(bytes, part, (xml) => replaceIn(xml, new RegExp(`<row r="${row}"[^>]*>.*?</row>`, 'su'), ''));
}

/** A copy whose row of that cell is hidden, as a filter hides it. */
export function withHiddenRow(bytes: Uint8Array, key: string): Uint8Array {
  const { part, address } = placeOf(readWorkbook(bytes), key);
  const row = /\d+$/u.exec(address)?.[0] ?? '';
  return withPart(bytes, part, (xml) => replaceIn(xml, `<row r="${row}"`, `<row r="${row}" hidden="1"`));
}

/** A copy with another part besides. */
export const withMorePart = (bytes: Uint8Array, name: string, xml: string): Uint8Array => packParts(openParts(bytes).set(name, xml));
