import { CellError, type Result } from '../../plan/expression/evaluate.js';
import { columnLetters } from '../../plan/workbook/address.js';
import type { SheetId } from '../../plan/workbook/block.js';
import type { LaidFormula } from '../../plan/workbook/laid-formula.js';
import type { LaidCell, LaidRow } from '../../plan/workbook/laid-workbook.js';
import type { CellStyle } from '../../plan/workbook/style.js';
import type { PartWriter } from './part-writer.js';
import type { SharedStrings } from './shared-strings.js';
import { spellEscapes } from './xml.js';

/** More is written without complaint by some programs and cut by others. */
const MOST_CHARACTERS = 32_767;

/** How the cells of a sheet are written. */
export interface SheetWriting {
  /** What a cell's opening tag tells of its style, with the id exceljs assigned: `" s="12`. */
  styleMarks: ReadonlyMap<CellStyle, string>;
  strings: SharedStrings;
  /** Keys stand in their cells: in a long sheet nearly each is told once, and shared all of them would be held to the end. */
  keysInline: boolean;
}

/** A cell that leads to a sheet. */
export interface LinkedCell {
  /** B7 */
  address: string;
  to: SheetId;
}

/** A sheet's rows as the XML of its sheetData; the links among them stand elsewhere in the part. */
export function writeSheetData(out: PartWriter, rows: Iterable<LaidRow>, writing: SheetWriting): LinkedCell[] {
  const links: LinkedCell[] = [];
  out.markup('<sheetData>');
  for (const { number, height, cells } of rows) {
    const row = String(number);
    out.markup('<row r="');
    out.markup(row);
    out.markup(height === undefined ? '">' : `" ht="${height}" customHeight="1">`);
    for (const cell of cells) {
      writeCell(out, cell, row, writing);
      if (cell.to !== undefined) links.push({ address: columnLetters(cell.column) + row, to: cell.to });
    }
    out.markup('</row>');
  }
  out.markup('</sheetData>');
  return links;
}

const openings: string[] = [];

function writeCell(out: PartWriter, { column, style, value, formula }: LaidCell, row: string, { styleMarks, strings, keysInline }: SheetWriting): void {
  const fault = faultOf(value);
  if (fault !== null) throw new Error(`cell ${columnLetters(column)}${row} holds ${fault}`);
  out.markup((openings[column] ??= `<c r="${columnLetters(column)}`));
  out.markup(row);
  out.markup(styleMarks.get(style) ?? '" s="0');
  if (formula) {
    out.markup(openingOfFormula(value));
    writeFormula(out, formula, row);
    out.markup('</f>');
    if (value !== null) {
      out.markup('<v>');
      if (typeof value === 'string') out.text(spellEscapes(value));
      else out.markup(plain(value));
      out.markup('</v>');
    }
    out.markup('</c>');
  } else if (value === null) {
    out.markup('"/>');
  } else if (typeof value !== 'string') {
    out.markup(typeof value === 'number' ? '"><v>' : typeof value === 'boolean' ? '" t="b"><v>' : '" t="e"><v>');
    out.markup(plain(value));
    out.markup('</v></c>');
  } else if (keysInline && style.look === 'key') {
    out.markup('" t="inlineStr"><is><t xml:space="preserve">');
    out.text(spellEscapes(value));
    out.markup('</t></is></c>');
  } else {
    out.markup('" t="s"><v>');
    out.markup(String(strings.indexOf(value)));
    out.markup('</v></c>');
  }
}

/** Piece by piece: most formulas are as in the rows above but for the cells of their own row. */
function writeFormula(out: PartWriter, { shared: { text, letters }, row }: LaidFormula, ownRow: string): void {
  const { texts, gaps } = text;
  out.text(texts[0] ?? '');
  for (let index = 0; index < gaps.length; index += 1) {
    out.markup(letters[index] ?? '');
    out.markup(gaps[index]?.above ? String(row - 1) : ownRow);
    out.text(texts[index + 1] ?? '');
  }
}

function faultOf(value: Result): string | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return `${value}, which no sheet can`;
  return typeof value === 'string' && value.length > MOST_CHARACTERS ? `${value.length} characters; Excel keeps ${MOST_CHARACTERS}` : null;
}

/** Strings are shared but where a formula gives them. */
function openingOfFormula(value: Result): string {
  if (typeof value === 'string') return '" t="str"><f>';
  if (typeof value === 'boolean') return '" t="b"><f>';
  return value instanceof CellError ? '" t="e"><f>' : '"><f>';
}

function plain(value: number | boolean | CellError): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return value instanceof CellError ? value.code : String(value);
}
