import { type ComparisonContract, readComparisonContract } from '../../plan/compare/contract.js';
import { type ReturnedPlan, returnedPlan } from '../../plan/contract/returned-plan.js';
import { type Language, message } from '../../plan/messages/message.js';
import type { Plan } from '../../plan/plan.js';
import { UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import { type ReadWorkbook, readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { addPiece, emptyBook, type Outline, type Piece } from './book-pieces.js';
import { checkBook, headOf } from './check-book.js';
import { checksReport } from './checks-report.js';
import { comparePlans } from './compare-plans.js';
import { comparisonSheet } from './comparison-sheet.js';
import { explainCell } from './explain-cell.js';
import { packBook, unpackBook } from './kept-book.js';
import type { AddedPlan, BookKind, CellStory, Checked, ChecksReport, Compared, SheetToWrite } from './shown.js';

/** What a workbook is found to be, and what its checks say where it is a plan's. */
export interface Examined {
  book: BookKind;
  checked: Checked | null;
}

/** An added workbook: what to keep of it, or why it is not taken. */
export type Added = { id: string; kept: string } | { refused: string };

/**
 * Everything the pane reckons: it holds the workbook as last read and answers questions about it. It runs in a worker, so
 * that the pane never stands still, and knows neither Office nor the page.
 */
export class Engine {
  private reading: ReadWorkbook = emptyBook({ sheets: [], names: [] });
  private book: ReadWorkbook = this.reading;
  private returned: ReturnedPlan | null = null;
  private comparison: ComparisonContract | null = null;
  private checked: Checked | null = null;
  /** Added workbooks by plan id, in the order they came. */
  private readonly added = new Map<string, { file: string; returned: ReturnedPlan }>();

  constructor(private readonly version: string) {}

  /** A reading begins; the workbook read before stands until it is complete. */
  outline(outline: Outline): void {
    this.reading = emptyBook(outline);
  }

  piece(piece: Piece): void {
    addPiece(this.reading, piece);
  }

  /** The reading is complete: what the workbook is, and what its checks say. */
  examine(language: Language): Examined {
    this.book = this.reading;
    this.returned = null;
    this.checked = null;
    this.comparison = null;
    try {
      this.returned = returnedPlan(this.book);
      this.comparison = readComparisonContract(this.book);
    } catch (error) {
      if (error instanceof UnreadableWorkbook) return { book: { kind: 'unreadable', told: error.told(language) }, checked: null };
      throw error;
    }
    if (!this.returned) return { book: this.comparison ? { kind: 'comparison', plans: this.comparison.plans.length } : { kind: 'foreign' }, checked: null };
    this.checked = checkBook(this.book, this.returned, language, this.version);
    return { book: { kind: 'plan', plan: headOf(this.returned, language) }, checked: this.checked };
  }

  explain(sheet: string, cell: string, language: Language): CellStory | null {
    return this.returned && explainCell(this.book, this.returned, sheet, cell, language, this.checked?.findings ?? []);
  }

  /** What brings the Checks sheet up to date; null where that sheet is gone. */
  report(): ChecksReport | null {
    if (!this.returned) return null;
    return checksReport(this.book, this.returned, checkBook(this.book, this.returned, this.returned.language, this.version).findings);
  }

  /** Reads an added file: what to keep of it, or why it is not taken. A file of a plan that is there already replaces it. */
  add(file: string, bytes: Uint8Array, language: Language): Added {
    return this.take(file, language, () => readWorkbook(bytes));
  }

  /** Takes up again what the open workbook keeps of an added one. */
  takeKept(file: string, kept: string, language: Language): Added {
    return this.take(file, language, () => unpackBook(kept));
  }

  private take(file: string, language: Language, read: () => ReadWorkbook): Added {
    try {
      const workbook = read();
      const returned = returnedPlan(workbook);
      if (!returned) return { refused: message(language, readComparisonContract(workbook) ? 'cmp.is-comparison' : 'cmp.not-ours') };
      const { id } = returned.plan.record;
      if (id === this.returned?.plan.record.id) return { refused: message(language, 'cmp.is-open') };
      this.added.set(id, { file, returned });
      return { id, kept: packBook(workbook) };
    } catch (error) {
      if (error instanceof UnreadableWorkbook) return { refused: error.told(language) };
      throw error;
    }
  }

  /** Forgets added plans; all of them where none is named. */
  forget(id: string | null): void {
    if (id === null) this.added.clear();
    else this.added.delete(id);
  }

  /** The open workbook's plan, then the added ones. */
  compared(indicator: string | null, without: readonly string[], language: Language): { plans: AddedPlan[]; compared: Compared | null } {
    const plans: AddedPlan[] = [
      ...(this.returned ? [{ plan: headOf(this.returned, language), file: null }] : []),
      ...[...this.added.values()].map(({ file, returned }) => ({ plan: headOf(returned, language), file })),
    ];
    const among = this.among(without);
    return { plans, compared: among.length < 2 ? null : comparePlans(among, indicator, language).shown };
  }

  /** The comparison of one indicator as a sheet to write. */
  sheet(indicator: string, without: readonly string[], language: Language): SheetToWrite {
    const { comparison } = comparePlans(this.among(without), indicator, language);
    return comparisonSheet(comparison, indicator, language);
  }

  private among(without: readonly string[]): Plan[] {
    const plans = [...(this.returned ? [this.returned.plan] : []), ...[...this.added.values()].map(({ returned }) => returned.plan)];
    return plans.filter(({ record }) => !without.includes(record.id));
  }
}
