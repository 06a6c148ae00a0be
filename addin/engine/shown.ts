import type { Level, Outcome } from '../../plan/checks/check.js';
import type { Language } from '../../plan/messages/message.js';

/** What the workbook that is open is. */
export type BookKind =
  | { kind: 'plan'; plan: PlanHead }
  /** A comparison made by the command line, and of how many plans. */
  | { kind: 'comparison'; plans: number }
  | { kind: 'foreign' }
  /** Planbook's, but its contract cannot be read, and why, in the reader's language. */
  | { kind: 'unreadable'; told: string };

/** What a plan's workbook is about. */
export interface PlanHead {
  id: string;
  title: string;
  place: string;
  /** The language its sheets are written in. */
  language: Language;
  /** Planbook's version that made it. */
  version: string;
}

/** A finding as the pane lists it, in the reader's language. */
export interface ShownFinding {
  /** Unique in its list, and the same as long as it is about the same thing. */
  id: string;
  code: string;
  /** The rule's name. */
  rule: string;
  outcome: Outcome;
  level: Level;
  /** Indicator, scope and year. */
  about: string;
  message: string;
  /** The numbers behind it: what each is, and the number. */
  numbers: [label: string, shown: string][];
  /** Where what it is about stands, the first to go to first: '原文数据'!G7. */
  cells: string[];
  /** Where its own row stands in the Checks sheet; null where it has none, being about the workbook. */
  row: string | null;
  /** What the rule asks; null where no words for it are at hand. */
  asks: string | null;
  /** What the reader has decided about it, in the Checks sheet. */
  disposition: string | null;
}

/** What `planbook check` says of the workbook, worst first. */
export interface Checked {
  findings: ShownFinding[];
}

/** What the pane knows of one cell. */
export interface CellStory {
  cell: string;
  /** The column's header and what its row is about. */
  title: string;
  facts: [label: string, shown: string][];
  /** The document, and where in it the number is printed. */
  source: { document: string; locator: string } | null;
  /** As it was generated, where it is not so any more; what Restore writes. */
  generated: { shown: string; write: string | number | boolean } | null;
  formula: string | null;
  dependents: Some<{ title: string; cell: string }>;
  checks: Some<ShownFinding>;
}

/** The first of what may be thousands, and how many there are: the page draws no more than a reader looks at. */
export interface Some<T> {
  first: T[];
  count: number;
}

export const some = <T>(all: readonly T[], most: number): Some<T> => ({ first: all.slice(0, most), count: all.length });

/** What the reader compares. */
export interface Choice {
  /** Null for the one that most places can be ranked by. */
  indicator: string | null;
  /** Ids of plans left out. */
  without: readonly string[];
}

/** A plan that takes part in the comparison. */
export interface AddedPlan {
  plan: PlanHead;
  /** The file it came from; null for the workbook that is open. */
  file: string | null;
}

/** What the comparison shows of one indicator. */
export interface Compared {
  /** Those that can be ranked among most places first. */
  indicators: { id: string; name: string; places: number }[];
  chosen: string | null;
  groups: ComparedGroup[];
  rest: Some<ComparedRest>;
}

/** Places that are ranked together, best first. */
export interface ComparedGroup {
  key: string;
  title: string;
  unit: string;
  note: string | null;
  isPace: boolean;
  /** Best first; the open workbook's own place is among them wherever it ranks. */
  rows: Some<ComparedRow>;
  /** Not ranked: another place's value, printed for orientation. */
  references: ComparedRow[];
}

export interface ComparedRow {
  plan: string;
  place: string;
  shown: string;
  value: number;
  years: string;
  printed: string;
  rank: number | null;
  tied: boolean;
  /** Of a pace: the pace before, and required less that. */
  history: number | null;
  ambition: number | null;
}

/** What is not ranked, and why. */
export interface ComparedRest {
  place: string;
  what: string;
  shown: string;
  verdict: string;
  why: string;
}

/** What brings the Checks sheet up to date. */
export interface ChecksReport {
  sheet: string;
  /** The defined name for the rows' keys. */
  name: string;
  /** Cells of the checks themselves to write as they were generated. */
  restored: { cell: string; write: string | number | boolean }[];
  /** Rows of the report before this one. */
  clear: [first: number, last: number] | null;
  /** Where the title goes; the header is below it, the rows below that. 1-based. */
  firstRow: number;
  title: string;
  columns: { letters: string; header: string; cells: (string | number)[]; input: boolean; key: boolean }[];
  rows: number;
  /** Dispositions that stay. */
  kept: number;
  /** Checks whose rows someone has deleted; rows are not brought back, for no request inserts them in their place with what stands below. */
  missing: number;
}
