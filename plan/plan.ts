import type { ClaimKind, PrintedClaim } from './number/parse-claim.js';
import type { PrintedNumber } from './number/parse-printed.js';
import type { CatalogueEntry, Record } from './record/schema.js';

/** How an indicator is measured; see the catalogue. */
export type IndicatorKind = CatalogueEntry['kind'];

export type Role = 'history' | 'baseline' | 'target' | 'vision';

/** A name in both languages of the workbook. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** An indicator of the catalogue under its id, its look-alikes named. */
export type Indicator = Omit<CatalogueEntry, 'lookAlikes'> & { id: string; lookAlikes: { id: string; name: Bilingual; why: Bilingual }[] };

/** One place where the document prints a figure. */
export interface Printing extends Omit<PrintedNumber, 'value'> {
  /** Null where a workbook came back without it: cleared, removed, or text that no formula reckons with. A record always has it. */
  value: number | null;
  /** The fragment as the document has it. */
  printed: string;
  at: string;
  /** Its place among all printings of the plan, in the document's order. */
  order: number;
  estimated: boolean;
  /** The unit was cut short in print and completed by the record. */
  unitCompleted: boolean;
  note: Bilingual | null;
}

/** One number of the plan: an indicator, for a scope, in a year; printed once or more. */
export interface Figure {
  /** indicator|scope|year, unique in a plan: rd-expenditure||2020, with 2016-2020 for an accumulation and the role where the year is null. */
  key: string;
  indicator: Indicator;
  /** A key of the record's scopes, or null for the plan's own place. */
  scope: string | null;
  year: number | null;
  fromYear: number | null;
  /** The reader's guess at a masked or omitted year; never used as the year. */
  guess: number | null;
  role: Role;
  /** To be met in each year of the plan, not only in the last. */
  everyYear: boolean;
  /** At least one; the first in document order speaks for the figure. */
  printings: [Printing, ...Printing[]];
}

/** A statement that relates figures: growth, multiples, ranks, sums. */
export interface Claim extends PrintedClaim {
  /** kind|indicator|scope|from-to, with #2 … where a document makes a claim again: its name in the workbook. */
  key: string;
  kind: ClaimKind;
  indicator: Indicator;
  scope: string | null;
  fromYear: number | null;
  toYear: number | null;
  printed: string;
  at: string;
  among: Bilingual | null;
  /** Figure keys of a sum: its whole, its parts, and whether the parts should make up the whole. */
  whole: string | null;
  parts: string[];
  complete: boolean;
  note: Bilingual | null;
}

/** A plan as its record tells it, every number taken apart. */
export interface Plan {
  record: Record;
  indicators: Map<string, Indicator>;
  figures: Figure[];
  claims: Claim[];
}

/** A claim about years to come: what it states is a threshold to be met, not a fact to be rounded. */
export const isAim = ({ record }: Plan, { toYear }: Claim): boolean => toYear !== null && toYear > (record.baseYear ?? record.firstYear - 1);
