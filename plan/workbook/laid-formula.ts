import type { Expr } from '../expression/expression.js';
import { fillGaps, type FormulaText, formulaText } from '../expression/to-excel.js';

/** What the rows of a block share of a formula: one object for all of them. */
export interface SharedFormula {
  expression: Expr;
  text: FormulaText;
  /** For each gap in the text, the letters of the column that it stands for. */
  letters: readonly string[];
}

/** A formula in its row. Its text is long and most of it is shared: who writes it need not put it together. */
export class LaidFormula {
  constructor(
    readonly shared: SharedFormula,
    /** 1-based. */
    readonly row: number,
  ) {}

  /** What it was folded from. */
  get expression(): Expr {
    return this.shared.expression;
  }

  /** Excel text without "=". */
  get text(): string {
    const { text, letters } = this.shared;
    return fillGaps(text, ({ above }, index) => `${letters[index] ?? ''}${above ? this.row - 1 : this.row}`);
  }
}

/** Formulas kept to be shared: of long blocks, whose rows may have their own, the latest. */
const MOST_SHARED = 5_000;

/** Makes the formulas of a block's rows; `lettersOf` gives a column's letters by its key. */
export function formulasOf(lettersOf: (column: string) => string): (expression: Expr, row: number) => LaidFormula {
  const known = new Map<Expr, SharedFormula>();
  return (expression, row) => {
    let shared = known.get(expression);
    if (!shared) {
      if (known.size === MOST_SHARED) known.clear();
      const text = formulaText(expression);
      shared = { expression, text, letters: text.gaps.map(({ column }) => lettersOf(column)) };
      known.set(expression, shared);
    }
    return new LaidFormula(shared, row);
  };
}
