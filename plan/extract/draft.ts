import type { MessageCode } from '../messages/message.js';
import type { ClaimKind } from '../number/parse-claim.js';
import type { Bound } from '../number/parse-printed.js';
import type { IndicatorKind, Role } from '../plan.js';

/** A document's text as its format gives it, decoded and in simplified characters, in the document's order. Tables drawn within text (pipes, tabs, a cell a line) stay text: extraction finds them. */
export interface SourceText {
  blocks: SourceBlock[];
}
export type SourceBlock = { kind: 'text'; text: string } | { kind: 'table'; rows: string[][] };

/** What a plan document says, as far as it could be read without a person: every item certain, or to review with the reason. */
export interface Draft {
  plan: DraftPlan;
  /** One for each printing, in the document's order; those of tables last. */
  figures: DraftFigure[];
  claims: DraftClaim[];
  /** Numbers seen and left out, each with its reason: nothing is skipped silently. */
  leftOut: DraftLeftOut[];
  /** Indicators that the catalogue lacks, one for each name among the figures and claims. */
  proposals: ProposedIndicator[];
}

export type PlaceLevel = 'province' | 'prefecture' | 'county' | 'zone' | 'cluster';

/** Facts of the plan as a whole; null where the document does not tell. */
export interface DraftPlan {
  title: string | null;
  place: string | null;
  level: PlaceLevel | null;
  issuer: string | null;
  /** "2021-11-25", "2021-11" or "2021". */
  issued: string | null;
  periodStart: number | null;
  periodEnd: number | null;
  baseYear: number | null;
}

/** Why an item is to be reviewed, as a message for the reader's language. */
export interface ReviewReason {
  code: MessageCode;
  args: Record<string, string | number>;
}

interface DraftItem {
  /** An id of the catalogue, or null where it has no such indicator. */
  indicator: string | null;
  /** The indicator's name as printed; made up of its parts where the sentence spreads it (高新技术产业增加值占GDP比重). */
  name: string;
  /** Another place than the plan's own, as printed (全省, 长沙高新区), or null. */
  scope: string | null;
  /** How that place stands to the plan's own. */
  relation: 'part' | 'above' | 'other' | null;
  printed: string;
  /** Where it stands, as in records; a table's are those of the sentence or heading before it. */
  locators: string[];
  certain: boolean;
  /** Null where certain. */
  reason: ReviewReason | null;
}

export interface DraftFigure extends DraftItem {
  year: number | null;
  fromYear: number | null;
  value: number;
  high: number | null;
  unit: string;
  decimals: number;
  bound: Bound;
  role: Role;
  estimated: boolean;
  /** To be met in each year of the plan. */
  everyYear: boolean;
  /** The year the reader may take where none is printed; never used as the year. */
  guess: number | null;
  /** The cell of a table it was read from, counted from 1, else null. */
  cell: { table: number; row: number; column: number } | null;
}

export interface DraftClaim extends DraftItem {
  kind: ClaimKind;
  value: number | null;
  /** The unit of an increment or of a sum's whole; of others the one of their kind. */
  unit: string;
  bound: Bound;
  fromYear: number | null;
  toYear: number | null;
  /** Of a rank: 全省. */
  among: string | null;
  /** Of a sum: which of the draft's figures is the whole, and which its parts. */
  whole: number | null;
  parts: number[];
}

export interface DraftLeftOut {
  printed: string;
  at: string;
  why: 'budget' | 'document' | 'date' | 'area' | 'name' | 'policy' | 'phone' | 'clause' | 'count' | 'research' | 'other';
}

export interface ProposedIndicator {
  name: string;
  unit: string;
  kind: IndicatorKind;
  flow: boolean;
  better: 'higher' | 'lower';
}
