import { escapeCellText, escapeText } from '../../../generator/xlsx/xml.js';
import { CellError, type Result } from '../../../plan/expression/evaluate.js';
import { cellAddress } from './area.js';

/** One cell of a sheet, and the text it came from while nothing about it has changed. */
export interface Cell {
  style: number;
  value: Result;
  /** Without "="; null for constants. */
  formula: string | null;
  /** Its element as the file wrote it, and the value it shows; null once the cell is written anew. */
  source: { xml: string; value: Result } | null;
}

export const blankCell = (style = 0): Cell => ({ style, value: null, formula: null, source: null });

/** A value as text; a spreadsheet error by its code. */
export const asText = (value: Result): string => (value instanceof CellError ? value.code : String(value ?? ''));

const sameResult = (a: Result, b: Result): boolean => (a instanceof CellError && b instanceof CellError ? a.code === b.code : a === b);

/** Whether the cell still is what the file says. A formula that comes to nothing is blank to one program and "" to another: the same. */
export const isAsRead = ({ source, value }: Cell): boolean => source !== null && sameResult(source.value ?? '', value ?? '');

/** Gives a cell another style, and its text too. */
export function setStyle(cell: Cell, style: number): void {
  cell.style = style;
  if (cell.source) cell.source.xml = cell.source.xml.replace(/ s="\d+"/u, '').replace(/^<c( r="[^"]*")?/u, `$& s="${style}"`);
}

/** The cell's element: its own text where nothing changed, so that rich text and the like survive. */
export function cellXml(cell: Cell, row: number, column: number): string {
  const { value, formula, style, source } = cell;
  if (source !== null && isAsRead(cell)) return source.xml;
  const open = `<c r="${cellAddress(row, column)}"${style === 0 ? '' : ` s="${style}"`}`;
  const f = formula === null ? '' : `<f>${escapeText(formula)}</f>`;
  if (value === null) return f === '' ? `${open}/>` : `${open}>${f}</c>`;
  if (value instanceof CellError) return `${open} t="e">${f}<v>${value.code}</v></c>`;
  if (typeof value === 'number') return `${open}>${f}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${open} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (f !== '') return `${open} t="str">${f}<v>${escapeCellText(value)}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value)}</t></is></c>`;
}
