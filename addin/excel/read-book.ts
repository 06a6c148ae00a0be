import { CONTRACT_SHEET, opensComparison, opensContract } from '../../plan/contract/hidden-sheet.js';
import { quoteSheet } from '../../plan/workbook/address.js';
import type { Hidden } from '../../plan/xlsx/read-sheet.js';
import type { Outline, Piece, Shown } from '../engine/book-pieces.js';
import { Failure, isTooMuch, stopIfCancelled } from './failure.js';
import { nextTask } from './next-task.js';
import { readHidden } from './read-hidden.js';
import { askForRows, askForSamples, type AskedRows, type RowBytes, rowBytes, rowsIn, rowsWithin } from './row-bytes.js';

/** Where a workbook goes as it is read. */
export interface BookReader {
  outline(outline: Outline): void;
  piece(piece: Piece): void;
  /** 0 to 1. */
  progress(share: number): void;
}

/** What an answer is to hold: Excel on the web refuses 5 MB, and what rows take is judged by some of them. The page takes it apart in some 50 ms of a processor's time. */
const PIECE_BYTES = 3_200_000;
/** Beyond this no plan's workbook goes; what someone has filled to the edge is refused rather than half read. */
const MOST_CELLS = 4_000_000;

interface Pending {
  sheet: number;
  used: Excel.Range;
  /** A1 to C1, by which a contract is recognised whatever its sheet is called. */
  head: Excel.Range;
  /** Rows read so far. */
  done: number;
  /** What rows are expected to take in an answer. */
  bytes: RowBytes;
  /** A contract has no formulas, and those of a comparison are not looked at. */
  valuesAlone: boolean;
}

/**
 * Reads the workbook that is open: values and formulas of every sheet of a plan's, of a comparison its contract and figures, of any other nothing. In
 * pieces below the limit on an answer: what fits into one takes as many round trips however many rows it has, and each further 3 MB
 * one more. Gives the number of cells.
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
      return { sheet: index, used, head, done: 0, bytes: [], valuesAlone: sheet.name === CONTRACT_SHEET };
    });
    await context.sync();
    stopIfCancelled(signal);
    const wanted = worthReading(pending, worksheets.items, names.items);
    refuseTooLarge(wanted, worksheets.items);
    const hidden = await readHiddenAndSamples(context, worksheets.items, wanted, signal);
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

/** Which rows and columns are hidden; and what rows take, judged by samples that come with the first answer about it. */
async function readHiddenAndSamples(
  context: Excel.RequestContext,
  sheets: Excel.Worksheet[],
  wanted: readonly Pending[],
  signal: AbortSignal,
): Promise<Map<number, Hidden>> {
  const samples = wanted.map(({ sheet, used, valuesAlone }) => {
    const from = sheets[sheet];
    return from ? askForSamples(from, used, valuesAlone) : [];
  });
  try {
    const hidden = await readHidden(context, sheets, wanted, signal);
    wanted.forEach((each, index) => (each.bytes = rowBytes(samples[index] ?? [])));
    return hidden;
  } catch (error) {
    // Cells filled to the brim: their rows are taken for what most rows are, and asked for again where that is too much.
    if (!isTooMuch(error)) throw error;
    return readHidden(context, sheets, wanted, signal);
  }
}

function refuseTooLarge(wanted: readonly Pending[], sheets: readonly Excel.Worksheet[]): void {
  for (const { used, sheet } of wanted) {
    if (used.rowCount * used.columnCount > MOST_CELLS) throw new Failure('failure.too-large', { sheet: sheets[sheet]?.name ?? '' });
  }
}

/** Of a plan's workbook all sheets in use; of a comparison its contract and the values of its figures; nothing of a workbook that is not Planbook's, however large. */
function worthReading(all: readonly Pending[], sheets: readonly Excel.Worksheet[], names: readonly Excel.NamedItem[]): Pending[] {
  const used = all.filter((each) => !each.used.isNullObject);
  const begins = (opens: (first: unknown, third: unknown) => boolean): Pending[] => used.filter(({ head }) => opens(valueAt(head, 0), valueAt(head, 2)));
  if (begins(opensContract).length > 0) return used;
  const contracts = begins(opensComparison);
  if (contracts.length === 0) return [];
  const figures = String(names.find(({ name }) => name === FIGURES)?.formula ?? '');
  const holding = used.filter(({ sheet }) => figures.startsWith(`=${quoteSheet(sheets[sheet]?.name ?? '')}!`));
  return [...contracts, ...holding].map((each) => ({ ...each, valuesAlone: true }));
}

/** The name of the column by which a comparison's figures are found. */
const FIGURES = 'fig_key';

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
  let budget = PIECE_BYTES;
  let read = 0;
  while (pending.length > 0) {
    stopIfCancelled(signal);
    const pieces = nextPieces(sheets, pending, budget);
    try {
      // Each round trip brings as much as an answer may hold.
      await context.sync();
    } catch (error) {
      if (!isTooMuch(error) || budget < 1) throw error;
      budget /= 4;
      continue;
    }
    budget = Math.min(PIECE_BYTES, budget * 2);
    for (const { of, asked } of pieces) {
      await nextTask();
      const rows = rowsIn(asked);
      reader.piece({ sheet: of.sheet, row: of.used.rowIndex + of.done, column: of.used.columnIndex, ...rows });
      of.done += rows.values.length;
      read += rows.values.length * of.used.columnCount;
    }
    reader.progress(read / total);
    pending = pending.filter(({ done, used }) => done < used.rowCount);
  }
  return total;
}

interface AskedPiece {
  of: Pending;
  asked: AskedRows;
}

/** Asks for the next rows of as many sheets as one answer may bring. */
function nextPieces(sheets: Excel.Worksheet[], pending: readonly Pending[], budget: number): AskedPiece[] {
  let left = budget;
  const pieces: AskedPiece[] = [];
  for (const each of pending) {
    const sheet = sheets[each.sheet];
    const { rows, bytes } = rowsWithin(left, each.bytes, each.done, each.used.rowCount - each.done);
    const asking = pieces.length === 0 ? Math.max(1, rows) : rows;
    if (asking === 0 || !sheet) continue;
    pieces.push({ of: each, asked: askForRows(sheet, each.used, each.done, asking, each.valuesAlone) });
    left -= bytes;
  }
  return pieces;
}
