import type { Expr } from '../expression/expression.js';
import type { Bilingual, Plan } from '../plan.js';

/** error 错误: the document contradicts itself. warning 需核实: it does unless something not printed explains it. info 提示: worth knowing. */
export type Level = 'error' | 'warning' | 'info';

/** pass 通过: the statement can hold given the edges. fail 不通过: it cannot. undecided 无法判定: something is missing, named. */
export type Outcome = 'pass' | 'fail' | 'undecided';

/** A figure, claim or figure of context that takes part in a check, by the key of its row in the workbook. */
export interface Operand {
  kind: 'figure' | 'claim' | 'context';
  key: string;
}

/** The ends between which something lies; null where it has none. */
export interface Ends {
  low: Expr | null;
  high: Expr | null;
}

/** One statement of one plan put to the test. Its ends are expressions over the figures' and claims' rows, the same in code and workbook. */
export interface Check {
  /** The rule's code; with the subject it is the check's key. */
  code: string;
  /** CODE|subject, unique in a plan: the name of its row, by which dispositions are kept. */
  key: string;
  level: Level;
  /** How bad a miss is that an open target (以上, 超过, 不超过) can still make good, where that is another level. */
  levelIfOpen?: Level;
  /** Indicator id, scope and year that the check is about. */
  indicator: string | null;
  scope: string | null;
  year: number | null;
  operands: Operand[];
  /** What the figures give, and what the statement asks for. */
  computed: Ends;
  required: Ends;
  /** The statement excludes its own threshold: 超过90家 (gt), 不足20% (lt). */
  strict?: 'gt' | 'lt' | null;
  /** Something else that must be computable for the check to be decided. */
  also?: Expr;
  /** What the figures give at face value, for the reader to follow. */
  face: Expr | null;
  /** Digits after the point to which the two are compared. */
  digits: number;
  /** What both are told in: %, 百分点, 倍, or a printed unit. */
  unit: string;
  /** What is not there, so that nothing can be decided; empty where all is. */
  missing: Missing[];
  /** The statement as the document makes it. */
  printed: string | null;
  /** A year was guessed to make the check possible. */
  guessed?: boolean;
  /** Reads the statement another way: holds it then? For growth of shares told in % or points. */
  otherwise?: { computed: Ends; reading: 'points' | 'percent' };
}

/** Something a check would need: a figure of an indicator in a year, a figure's year (or a guess at it), the whole unit of a print, an annex. */
export type Missing =
  | { what: 'figure'; indicator: Bilingual; year: number | null }
  | { what: 'year'; guess: number | null }
  | { what: 'unit'; unit: string }
  | { what: 'base-year' }
  | { what: 'annex'; name: Bilingual; lost: 'scrape' | 'plan' };

/** A rule states what a plan must agree with; one rule, one file. */
export interface Rule {
  code: string;
  /** Every check the rule makes of a plan; passes count too: nothing is silently skipped. */
  find(plan: Plan): Check[];
}
