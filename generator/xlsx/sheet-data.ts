import { CellError } from '../../plan/expression/evaluate.js';
import { columnLetters } from '../../plan/workbook/address.js';
import type { LaidCell, LaidRow } from '../../plan/workbook/laid-workbook.js';
import type { CellStyle } from '../../plan/workbook/style.js';
import type { SharedStrings } from './shared-strings.js';
import { escapeCellText, escapeText } from './xml.js';

/** More is written without complaint by some programs and cut by others. */
const MOST_CHARACTERS = 32_767;

/** A sheet's rows as the XML of its sheetData, with the style ids exceljs assigned and strings shared. */
export function sheetData(rows: readonly LaidRow[], styleIds: ReadonlyMap<CellStyle, number>, strings: SharedStrings): string {
  let xml = '<sheetData>';
  for (const row of rows) xml += rowXml(row, styleIds, strings);
  return `${xml}</sheetData>`;
}

/** The same a row at a time, for rows that are laid while they are written. */
export function* sheetDataPieces(rows: Iterable<LaidRow>, styleIds: ReadonlyMap<CellStyle, number>, strings: SharedStrings): Generator<string> {
  yield '<sheetData>';
  for (const row of rows) yield rowXml(row, styleIds, strings);
  yield '</sheetData>';
}

function rowXml({ number, height, cells }: LaidRow, styleIds: ReadonlyMap<CellStyle, number>, strings: SharedStrings): string {
  let xml = height === undefined ? `<row r="${number}">` : `<row r="${number}" ht="${height}" customHeight="1">`;
  for (const cell of cells) xml += cellXml(cell, number, styleIds.get(cell.style) ?? 0, strings);
  return `${xml}</row>`;
}

function cellXml({ column, value, formula }: LaidCell, row: number, styleId: number, strings: SharedStrings): string {
  const open = `<c r="${columnLetters(column)}${row}" s="${styleId}"`;
  const f = formula ? `<f>${escapeText(formula.text)}</f>` : '';
  if (value === null) return formula ? `${open}>${f}</c>` : `${open}/>`;
  if (value instanceof CellError) return `${open} t="e">${f}<v>${value.code}</v></c>`;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`cell ${columnLetters(column)}${row} holds ${value}, which no sheet can`);
    return `${open}>${f}<v>${value}</v></c>`;
  }
  if (typeof value === 'boolean') return `${open} t="b">${f}<v>${value ? '1' : '0'}</v></c>`;
  if (value.length > MOST_CHARACTERS) throw new Error(`cell ${columnLetters(column)}${row} holds ${value.length} characters; Excel keeps ${MOST_CHARACTERS}`);
  return formula ? `${open} t="str">${f}<v>${escapeCellText(value)}</v></c>` : `${open} t="s"><v>${strings.indexOf(value)}</v></c>`;
}
