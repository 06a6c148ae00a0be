import { CONTRACT_SHEET, opensComparison, opensContract } from '../../plan/contract/hidden-sheet.js';
import type { Outline, Piece, Shown } from '../engine/book-pieces.js';
import { Failure, isTooMuch, stopIfCancelled } from './failure.js';
import { nextTask } from './next-task.js';
import { readHidden } from './read-hidden.js';

/** Where a workbook goes as it is read. */
export interface BookReader {
  outline(outline: Outline): void;
  piece(piece: Piece): void;
  /** 0 to 1. */
  progress(share: number): void;
}

/** What a request may bring back: Excel on the web refuses 5 MB, and the page stands still while the client takes an answer apart. */
const PIECE_BYTES = 1_500_000;
/** A cell's value and formula, until a sheet has shown what its cells take. */
const CELL_BYTES = 100;
/** The contract's cells hold up to 30,000 characters, some hundred on average; where a piece is too large after all, it is asked for again in smaller ones. */
const CONTRACT_CELL_BYTES = 500;
/** Beyond this no plan's workbook goes; what someone has filled to the edge is refused rather than half read. */
const MOST_CELLS = 4_000_000;

interface Pending {
  sheet: number;
  used: Excel.Range;
  /** A1 to C1, by which a contract is recognised whatever its sheet is called. */
  head: Excel.Range;
  /** Rows read so far. */
  done: number;
  cellBytes: number;
  contract: boolean;
}

/**
 * Reads the workbook that is open: values and formulas of every sheet of a plan's, of a comparison its contract, of any other nothing. In
 * pieces below the limit on a request: small workbooks take as many round trips however many rows they have, a larger one takes one more
 * for each piece. Gives the number of cells.
 */
export async function readBook(reader: BookReader, signal: AbortSignal): Promise<number> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load('items/name,items/visibility');
    names.load('items/name,items/formula');
    await context.sync();
    const pending = worksheets.items.map((sheet, index): Pending => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      const head = sheet.getRange('A1:C1');
      head.load('values');
      const contract = sheet.name === CONTRACT_SHEET;
      return { sheet: index, used, head, done: 0, cellBytes: contract ? CONTRACT_CELL_BYTES : CELL_BYTES, contract };
    });
    await context.sync();
    stopIfCancelled(signal);
    const wanted = worthReading(pending);
    const hidden = await readHidden(context, worksheets.items, wanted, signal);
    stopIfCancelled(signal);
    reader.outline({
      sheets: worksheets.items.map(({ name, visibility }, index) => ({
        name,
        state: STATES[visibility],
        hidden: hidden.get(index) ?? { rows: [], columns: [] },
      })),
      names: names.items.map(({ name, formula }) => [name, String(formula).replace(/^=/u, '')]),
    });
    return readCells(context, worksheets.items, wanted, reader, signal);
  });
}

/** Of a plan's workbook all sheets in use; of a comparison its contract alone, and nothing of a workbook that is not Planbook's, however large. */
function worthReading(all: readonly Pending[]): Pending[] {
  const used = all.filter((each) => !each.used.isNullObject);
  const begins = (opens: (first: unknown, third: unknown) => boolean): Pending[] => used.filter(({ head }) => opens(valueAt(head, 0), valueAt(head, 2)));
  return begins(opensContract).length > 0 ? used : begins(opensComparison);
}

const valueAt = ({ values }: Excel.Range, column: number): unknown => (values as Shown[][])[0]?.[column];

const STATES = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

async function readCells(
  context: Excel.RequestContext,
  sheets: Excel.Worksheet[],
  all: readonly Pending[],
  reader: BookReader,
  signal: AbortSignal,
): Promise<number> {
  let pending = [...all];
  const total = pending.reduce((sum, { used }) => sum + used.rowCount * used.columnCount, 0);
  for (const { used, sheet } of pending) {
    if (used.rowCount * used.columnCount > MOST_CELLS) throw new Failure('failure.too-large', { sheet: sheets[sheet]?.name ?? '' });
  }
  let budget = PIECE_BYTES;
  let read = 0;
  while (pending.length > 0) {
    stopIfCancelled(signal);
    const pieces = nextPieces(sheets, pending, budget);
    try {
      // Each round trip brings as much as a request may hold.
      await context.sync();
    } catch (error) {
      if (!isTooMuch(error) || budget < 20_000) throw error;
      budget /= 4;
      continue;
    }
    for (const { of, range, rows } of pieces) {
      await nextTask();
      const values = range.values as Shown[][];
      const formulas = of.contract ? null : (range.formulas as Shown[][]);
      reader.piece({ sheet: of.sheet, row: of.used.rowIndex + of.done, column: of.used.columnIndex, values, formulas });
      of.done += rows;
      of.cellBytes = Math.max(20, (bytesOf(values) + (formulas ? bytesOf(formulas) : 0)) / (rows * of.used.columnCount));
      read += rows * of.used.columnCount;
    }
    reader.progress(read / total);
    pending = pending.filter(({ done, used }) => done < used.rowCount);
  }
  return total;
}

interface Asked {
  of: Pending;
  range: Excel.Range;
  rows: number;
}

/** Asks for the next rows of as many sheets as one request may bring. */
function nextPieces(sheets: Excel.Worksheet[], pending: readonly Pending[], budget: number): Asked[] {
  let left = budget;
  const pieces: Asked[] = [];
  for (const each of pending) {
    const { used, done } = each;
    const rowBytes = used.columnCount * each.cellBytes;
    const rows = Math.min(used.rowCount - done, Math.max(pieces.length === 0 ? 1 : 0, Math.floor(left / rowBytes)));
    const sheet = sheets[each.sheet];
    if (rows === 0 || !sheet) continue;
    const range = sheet.getRangeByIndexes(used.rowIndex + done, used.columnIndex, rows, used.columnCount);
    range.load(each.contract ? 'values' : 'values,formulas');
    pieces.push({ of: each, range, rows });
    left -= rows * rowBytes;
  }
  return pieces;
}

/** About what cells take in a response: three bytes for a Chinese character. */
const bytesOf = (rows: readonly Shown[][]): number =>
  rows.reduce((sum, row) => sum + row.reduce<number>((bytes, cell) => bytes + 4 + (typeof cell === 'string' ? cell.length * 2 : 8), 0), 0);
