import { type Limits, UnreadableWorkbook } from './limits.js';
import { formulaTokens, type Token } from '../expression/formula-tokens.js';
import { columnNumber } from '../workbook/address.js';
import { parseXml, unescapeCellText } from './parse-xml.js';
import { shiftTokens } from './shift-formula.js';

export interface ReadCell {
  /** Blank is null; an error is its code as text with `error` set. */
  value: string | number | boolean | null;
  error?: true;
  /** Without "=". */
  formula?: string;
}

/** What of a sheet is not shown, by hiding, by a filter or by a height or width of 0. Rows and columns are counted from 1. */
export interface Hidden {
  rows: number[];
  /** First and last of neighbouring columns. */
  columns: [first: number, last: number][];
}

/** What of the limits on a whole workbook its sheets so far have left. */
export type Budget = Pick<Limits, 'cells' | 'formulaCharacters'>;

/** Reads a sheet's cells that hold something, and which of its rows and columns are hidden. */
export function readSheet(
  xml: string,
  part: string,
  strings: readonly string[],
  budget: Budget,
  limits: Limits,
): { cells: Map<string, ReadCell>; hidden: Hidden } {
  const cells = new Map<string, ReadCell>();
  const hidden: Hidden = { rows: [], columns: [] };
  const sharedFormulas = new Map<string, SharedFormula>();
  let address = '';
  let type = '';
  let formula: { text: string; group: string | undefined } | null = null;
  let value: string | null = null;
  let into: 'f' | 'v' | 't' | null = null;
  parseXml(xml, part, {
    open: (name, attributes) => {
      switch (name) {
        case 'row':
          if (isOn(attributes['hidden']) || attributes['ht'] === '0') hidden.rows.push(Number(attributes['r']));
          break;
        case 'col':
          if (isOn(attributes['hidden']) || attributes['width'] === '0') hidden.columns.push(columnsOf(attributes, hidden.columns, part));
          break;
        case 'c':
          address = attributes['r'] ?? '';
          // Every program says where a cell stands, and a reader that guesses would move numbers.
          if (!ADDRESS.test(address)) throw new UnreadableWorkbook('unreadable.part', { part, why: `no cell ${JSON.stringify(address.slice(0, 20))}` });
          type = attributes['t'] ?? 'n';
          formula = null;
          value = null;
          break;
        case 'f':
          formula = { text: '', group: attributes['t'] === 'shared' ? attributes['si'] : undefined };
          into = 'f';
          break;
        case 'v':
          value = '';
          into = 'v';
          break;
        case 't':
          value ??= '';
          into = 't';
      }
    },
    text: (piece) => {
      if (into === 'f' && formula) formula.text += piece;
      else if (into !== null && value !== null) value += piece;
      else return;
      const held = (into === 'f' ? formula?.text : value) ?? '';
      if (held.length > limits.cellCharacters) throw new UnreadableWorkbook('unreadable.cell-text', { most: limits.cellCharacters });
    },
    close: (name) => {
      if (name === 'f' || name === 'v' || name === 't') into = null;
      if (name !== 'c' || (value === null && formula === null)) return;
      budget.cells -= 1;
      if (budget.cells < 0) throw new UnreadableWorkbook('unreadable.cells', { most: limits.cells });
      const cell = finishCell(address, type, value, formula, strings, sharedFormulas, part);
      budget.formulaCharacters -= cell.formula?.length ?? 0;
      if (budget.formulaCharacters < 0) throw new UnreadableWorkbook('unreadable.formulas', { most: limits.formulaCharacters });
      cells.set(address, cell);
    },
  });
  return { cells, hidden };
}

const ADDRESS = /^[A-Z]{1,3}[1-9]\d{0,6}$/u;

/** Columns a sheet has in Excel; a part that hides more of them, one by one, is no sheet's. */
const MOST_COLUMNS = 16_384;

function columnsOf(attributes: Record<string, string>, known: readonly unknown[], part: string): [first: number, last: number] {
  const [first, last] = [Number(attributes['min']), Number(attributes['max'])];
  if (first >= 1 && last <= MOST_COLUMNS && known.length < MOST_COLUMNS) return [first, last];
  throw new UnreadableWorkbook('unreadable.part', { part, why: 'hides columns that no sheet has' });
}

const isOn = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

/** A formula that is written once for several cells, and the cell it is written in. */
interface SharedFormula {
  text: string;
  tokens: readonly Token[] | null;
  at: string;
}

function finishCell(
  address: string,
  type: string,
  raw: string | null,
  formula: { text: string; group: string | undefined } | null,
  strings: readonly string[],
  sharedFormulas: Map<string, SharedFormula>,
  part: string,
): ReadCell {
  const cell: ReadCell = { value: raw === null ? null : valueOf(type, raw, strings, part) };
  if (type === 'e') cell.error = true;
  if (!formula) return cell;
  if (formula.group === undefined) return { ...cell, formula: formula.text };
  if (formula.text !== '') {
    sharedFormulas.set(formula.group, { text: formula.text, tokens: formulaTokens(formula.text), at: address });
    return { ...cell, formula: formula.text };
  }
  const shared = sharedFormulas.get(formula.group);
  return { ...cell, formula: shared ? follow(shared, address) : '' };
}

/** A follower's own text; where that cannot be told, the first cell's. */
function follow({ text, tokens, at }: SharedFormula, address: string): string {
  const [from, to] = [place(at), place(address)];
  return shiftTokens(tokens, to.row - from.row, to.column - from.column) ?? text;
}

const place = (address: string): { row: number; column: number } => ({
  row: Number(/\d+$/u.exec(address)?.[0]),
  column: columnNumber(/^[A-Z]+/u.exec(address)?.[0] ?? ''),
});

function valueOf(type: string, raw: string, strings: readonly string[], part: string): string | number | boolean | null {
  switch (type) {
    case 's': {
      const text = strings[Number(raw)];
      // A number or text that is not there must not pass for a blank.
      if (text === undefined) throw new UnreadableWorkbook('unreadable.part', { part, why: `no shared text ${JSON.stringify(raw.slice(0, 20))}` });
      return text;
    }
    case 'b':
      return raw === '1' || raw === 'true';
    case 'n': {
      if (raw.trim() === '') return null;
      const number = Number(raw);
      if (!Number.isFinite(number)) throw new UnreadableWorkbook('unreadable.part', { part, why: `no number ${JSON.stringify(raw.slice(0, 20))}` });
      return number;
    }
    default:
      return unescapeCellText(raw);
  }
}
