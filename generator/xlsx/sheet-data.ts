import { CellError, type Result } from '../../plan/expression/evaluate.js';
import { columnLetters } from '../../plan/workbook/address.js';
import type { LaidCell, LaidRow } from '../../plan/workbook/laid-workbook.js';
import type { CellStyle } from '../../plan/workbook/style.js';
import type { PartWriter } from './part-writer.js';
import type { SharedStrings } from './shared-strings.js';
import { spellEscapes } from './xml.js';

/** More is written without complaint by some programs and cut by others. */
const MOST_CHARACTERS = 32_767;

/** How the cells of a sheet are written. */
export interface SheetWriting {
  /** The style ids exceljs assigned. */
  styleIds: ReadonlyMap<CellStyle, number>;
  strings: SharedStrings;
  /** Keys stand in their cells: in a long sheet nearly each is told once, and shared all of them would be held to the end. */
  keysInline: boolean;
}

/** A sheet's rows as the XML of its sheetData. */
export function writeSheetData(out: PartWriter, rows: Iterable<LaidRow>, writing: SheetWriting): void {
  out.markup('<sheetData>');
  for (const { number, height, cells } of rows) {
    const row = String(number);
    out.markup(`<row r="${row}"`);
    out.markup(height === undefined ? '>' : ` ht="${height}" customHeight="1">`);
    for (const cell of cells) writeCell(out, cell, row, writing);
    out.markup('</row>');
  }
  out.markup('</sheetData>');
}

function writeCell(out: PartWriter, { column, style, value, formula }: LaidCell, row: string, { styleIds, strings, keysInline }: SheetWriting): void {
  const letters = columnLetters(column);
  const fault = faultOf(value);
  if (fault !== null) throw new Error(`cell ${letters}${row} holds ${fault}`);
  out.markup('<c r="');
  out.markup(letters);
  out.markup(row);
  out.markup('" s="');
  out.markup(String(styleIds.get(style) ?? 0));
  if (value === null && !formula) {
    out.markup('"/>');
    return;
  }
  if (keysInline && style.look === 'key' && typeof value === 'string' && !formula) {
    out.markup('" t="inlineStr"><is><t xml:space="preserve">');
    out.text(spellEscapes(value));
    out.markup('</t></is></c>');
    return;
  }
  out.markup(typeMark(value, !formula));
  if (formula) {
    out.markup('<f>');
    out.text(formula.text);
    out.markup('</f>');
  }
  if (value !== null) {
    out.markup('<v>');
    if (typeof value !== 'string') out.markup(typeof value === 'boolean' ? (value ? '1' : '0') : value instanceof CellError ? value.code : String(value));
    else if (formula) out.text(spellEscapes(value));
    else out.markup(String(strings.indexOf(value)));
    out.markup('</v>');
  }
  out.markup('</c>');
}

function faultOf(value: Result): string | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return `${value}, which no sheet can`;
  return typeof value === 'string' && value.length > MOST_CHARACTERS ? `${value.length} characters; Excel keeps ${MOST_CHARACTERS}` : null;
}

/** The end of a cell's opening tag; strings are shared but where a formula gives them. */
function typeMark(value: Result, isConstant: boolean): string {
  if (typeof value === 'string') return isConstant ? '" t="s">' : '" t="str">';
  if (typeof value === 'boolean') return '" t="b">';
  return value instanceof CellError ? '" t="e">' : '">';
}
