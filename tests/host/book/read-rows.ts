import type { CellError, Result } from '../../../plan/expression/evaluate.js';
import { CellError as ErrorValue } from '../../../plan/expression/evaluate.js';
import type { ReadCell } from '../../../plan/xlsx/read-sheet.js';
import { parseArea } from './area.js';
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

const ROWS = /<sheetData\s*\/>|<sheetData\s*>([\s\S]*)<\/sheetData>/u;
const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/gu;
const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/gu;

/** Takes a sheet's part apart, keeping each cell's own text beside the value and formula that Planbook's reader found in it. */
export function readRows(xml: string, read: ReadonlyMap<string, ReadCell>): { shell: Shell; rows: Map<number, Row> } {
  const data = ROWS.exec(xml);
  if (!data) throw new Error('a sheet without sheetData (names with prefixes are not read here)');
  const rows = new Map<number, Row>();
  for (const [, attributes = '', content = ''] of (data[1] ?? '').matchAll(ROW)) {
    const number = Number(/ r="(\d+)"/u.exec(attributes)?.[1]) - 1;
    const cells = new Map<number, Cell>();
    rows.set(number, { attributes, hidden: / hidden="(?:1|true)"/u.test(attributes), cells });
    for (const [element, cellAttributes = '', inner = ''] of content.matchAll(CELL)) {
      const address = / r="([A-Z]+\d+)"/u.exec(cellAttributes)?.[1] ?? '';
      const place = parseArea(address);
      if (!place) throw new Error(`a cell without an address in row ${number + 1}`);
      const found = read.get(address);
      const value = found ? resultOf(found) : null;
      const shared = inner.includes(' t="shared"') ? (/ si="(\d+)"/u.exec(inner)?.[1] ?? null) : null;
      const formula = found?.formula ?? null;
      const style = Number(/ s="(\d+)"/u.exec(cellAttributes)?.[1] ?? 0);
      // A shared formula is written out where it stands: its first cell may be overwritten.
      cells.set(place.column, { style, value, formula, source: shared ? null : { xml: element, value } });
    }
  }
  return { shell: { before: xml.slice(0, data.index), after: xml.slice(data.index + data[0].length) }, rows };
}

const resultOf = ({ value, error }: ReadCell): Result => (error ? new ErrorValue(String(value) as CellError['code']) : value);
