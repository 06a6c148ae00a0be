import type { CellError, Result } from '../../../plan/expression/evaluate.js';
import { CellError as ErrorValue } from '../../../plan/expression/evaluate.js';
import type { ReadCell } from '../../../plan/xlsx/read-sheet.js';
import { columnNumber } from '../../../plan/workbook/address.js';
import type { Cell } from './cell.js';

/** A row as the file has it: its attributes as written, its cells by column. */
export interface Row {
  attributes: string;
  hidden: boolean;
  cells: Map<number, Cell>;
}

/** A sheet's part around its rows. */
export interface Shell {
  before: string;
  after: string;
}

const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/gu;

/** Takes a sheet's part apart, keeping each cell's own text beside the value and formula that Planbook's reader found in it. */
export function readRows(xml: string, read: ReadonlyMap<string, ReadCell>): { shell: Shell; rows: Map<number, Row> } {
  const { shell, from, to } = findRows(xml);
  const rows = new Map<number, Row>();
  // By search, not by one expression: a sheet of a hundred thousand rows is too much for those.
  for (let at = xml.indexOf('<row', from); at !== -1 && at < to; at = xml.indexOf('<row', at)) {
    const open = xml.indexOf('>', at);
    const isEmpty = xml[open - 1] === '/';
    const end = isEmpty ? open : xml.indexOf('</row>', open);
    const attributes = xml.slice(at + '<row'.length, isEmpty ? open - 1 : open);
    const number = Number(/ r="(\d+)"/u.exec(attributes)?.[1]) - 1;
    const cells = isEmpty ? new Map<number, Cell>() : readCells(xml.slice(open + 1, end), number, read);
    rows.set(number, { attributes, hidden: / hidden="(?:1|true)"/u.test(attributes), cells });
    at = end;
  }
  return { shell, rows };
}

function findRows(xml: string): { shell: Shell; from: number; to: number } {
  const empty = /<sheetData\s*\/>/u.exec(xml);
  if (empty) return { shell: { before: xml.slice(0, empty.index), after: xml.slice(empty.index + empty[0].length) }, from: 0, to: 0 };
  const from = xml.indexOf('<sheetData');
  const to = xml.indexOf('</sheetData>');
  if (from === -1 || to === -1) throw new Error('a sheet without sheetData (names with prefixes are not read here)');
  return { shell: { before: xml.slice(0, from), after: xml.slice(to + '</sheetData>'.length) }, from, to };
}

function readCells(content: string, row: number, read: ReadonlyMap<string, ReadCell>): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  for (const [element, attributes = '', inner = ''] of content.matchAll(CELL)) {
    const letters = / r="([A-Z]+)\d+"/u.exec(attributes)?.[1];
    if (letters === undefined) throw new Error(`a cell without an address in row ${row + 1}`);
    const found = read.get(`${letters}${row + 1}`);
    const value = found ? resultOf(found) : null;
    const style = Number(/ s="(\d+)"/u.exec(attributes)?.[1] ?? 0);
    // A shared formula is written out where it stands: its first cell may be overwritten.
    const source = inner.startsWith('<f') && inner.includes(' t="shared"') ? null : { xml: element, value };
    cells.set(columnNumber(letters) - 1, { style, value, formula: found?.formula ?? null, source });
  }
  return cells;
}

const resultOf = ({ value, error }: ReadCell): Result => (error ? new ErrorValue(String(value) as CellError['code']) : value);
