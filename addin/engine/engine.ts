import { type ComparisonContract, readComparisonContract } from '../../plan/compare/contract.js';
import { type ReturnedPlan, returnedPlan } from '../../plan/contract/returned-plan.js';
import { type Language, message } from '../../plan/messages/message.js';
import type { Plan } from '../../plan/plan.js';
import { UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import { type ReadWorkbook, readWorkbook } from '../../plan/xlsx/read-workbook.js';
import type { Mark } from '../excel/marks.js';
import { type CheckFilter, checkModel, type CheckModel } from '../models/check-model.js';
import { marksOf } from '../models/marks-of.js';
import { addPiece, emptyBook, type Outline, type Piece } from './book-pieces.js';
import { checkBook, checkComparedBook, headOf } from './check-book.js';
import { checksReport } from './checks-report.js';
import { compare } from '../../plan/compare/compare.js';
import type { Comparison } from '../../plan/compare/comparison.js';
import { showComparison } from './compare-plans.js';
import { comparisonSheet } from './sheet/comparison-sheet.js';
import type { SheetToWrite } from './sheet/sheet-to-write.js';
import { explainCell } from './explain-cell.js';
import { packBook, unpackBook } from './kept-book.js';
import type { AddedPlan, BookKind, CellStory, Checked, ChecksReport, Choice, Compared } from './shown.js';

/** An added workbook: what to keep of it, or why it is not taken. */
export type Added = { id: string; kept: string } | { refused: string };

/** What one custom XML part may hold: it goes to Excel in one request. */
const MOST_KEPT = 4_000_000;

/**
 * Everything the pane reckons: it holds the workbook as last read and answers questions about it. It runs in a worker, so
 * that the pane never stands still, and knows neither Office nor the page.
 */
export class Engine {
  private reading: ReadWorkbook = emptyBook({ sheets: [], names: [] });
  private book: ReadWorkbook = this.reading;
  private returned: ReturnedPlan | null = null;
  private checked: Checked | null = null;
  /** Added workbooks by plan id, in the order they came. */
  private readonly added = new Map<string, { file: string; returned: ReturnedPlan }>();
  /** The comparison made last, for another look at it. */
  private comparison: { without: string; made: Comparison } | null = null;

  constructor(private readonly version: string) {}

  /** A reading begins; the workbook read before stands until it is complete. */
  outline(outline: Outline): void {
    this.reading = emptyBook(outline);
  }

  piece(piece: Piece): void {
    addPiece(this.reading, piece);
  }

  /** The reading is complete: what the workbook is. A plan's is checked, and the figures of a comparison. */
  examine(language: Language): BookKind {
    this.book = this.reading;
    this.returned = null;
    this.checked = null;
    this.comparison = null;
    let compared: ComparisonContract | null;
    let checked: Checked | null = null;
    try {
      this.returned = returnedPlan(this.book);
      compared = readComparisonContract(this.book);
      if (compared && !this.returned) checked = checkComparedBook(this.book, compared, language);
    } catch (error) {
      if (error instanceof UnreadableWorkbook) return { kind: 'unreadable', told: error.told(language) };
      throw error;
    }
    if (this.returned) {
      this.checked = checkBook(this.book, this.returned, language, this.version);
      return { kind: 'plan', plan: headOf(this.returned, language) };
    }
    if (!compared) return { kind: 'foreign' };
    this.checked = checked;
    return { kind: 'comparison', plans: compared.plans.length };
  }

  /** Of what the checks say, what a filter lets through; null where no plan is open. */
  list(filter: CheckFilter): CheckModel | null {
    return this.checked && checkModel(this.checked, filter);
  }

  /** The cells to mark, of whatever the filter shows. */
  marks(): Mark[] {
    return this.checked ? marksOf(this.checked) : [];
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
      const kept = packBook(workbook);
      if (kept.length > MOST_KEPT) return { refused: message(language, 'cmp.too-large') };
      this.added.set(id, { file, returned });
      this.comparison = null;
      return { id, kept };
    } catch (error) {
      if (error instanceof UnreadableWorkbook) return { refused: error.told(language) };
      throw error;
    }
  }

  /** Forgets added plans; all of them where none is named. */
  forget(id: string | null): void {
    this.comparison = null;
    if (id === null) this.added.clear();
    else this.added.delete(id);
  }

  /** The open workbook's plan, then the added ones, and `most` rows of each list of their comparison. */
  compared(choice: Choice, most: number, language: Language): { plans: AddedPlan[]; compared: Compared | null } {
    const plans: AddedPlan[] = [
      ...(this.returned ? [{ plan: headOf(this.returned, language), file: null }] : []),
      ...[...this.added.values()].map(({ file, returned }) => ({ plan: headOf(returned, language), file })),
    ];
    const taking = this.among(choice.without).length;
    const own = this.returned?.plan.record.id ?? null;
    return { plans, compared: taking < 2 ? null : showComparison(this.comparisonOf(choice), choice.indicator, { most, own }, language) };
  }

  /** The comparison of one indicator as a sheet to write. */
  sheet(indicator: string, choice: Choice, language: Language): SheetToWrite {
    const own = this.returned?.plan.record.id ?? null;
    return comparisonSheet(this.comparisonOf(choice), this.among(choice.without), indicator, own, language);
  }

  private comparisonOf({ without }: Choice): Comparison {
    const names = JSON.stringify(without);
    if (this.comparison?.without !== names) this.comparison = { without: names, made: compare(this.among(without)) };
    return this.comparison.made;
  }

  private among(without: readonly string[]): Plan[] {
    const left = new Set(without);
    const plans = [...(this.returned ? [this.returned.plan] : []), ...[...this.added.values()].map(({ returned }) => returned.plan)];
    return plans.filter(({ record }) => !left.has(record.id));
  }
}
