import type { DraftLeftOut, PlaceLevel, ProposedIndicator, ReviewReason } from '../extract/draft.js';
import type { ClaimKind } from '../number/parse-claim.js';
import type { Role } from '../plan.js';

/** A record on its way: what a document was found to say, before and while people review it. Null where nothing is known. */
export interface DraftRecord {
  id: string;
  facts: DraftFacts;
  /** Facts that a person must look at, with the reason. */
  doubts: { fact: keyof DraftFacts; reason: ReviewReason }[];
  scopes: DraftScope[];
  figures: DraftEntry<FigureEntry>[];
  claims: DraftEntry<ClaimEntry>[];
  leftOut: DraftLeftOut[];
  proposals: ProposedIndicator[];
}

export interface DraftFacts {
  title: string | null;
  titleEn: string | null;
  place: string | null;
  placeEn: string | null;
  level: PlaceLevel | null;
  code: string | null;
  parent: string | null;
  parentEn: string | null;
  parentCode: string | null;
  issuer: string | null;
  issuerEn: string | null;
  issued: string | null;
  baseYear: number | null;
  firstYear: number | null;
  lastYear: number | null;
  document: string;
  sha256: string;
  grade: 'official' | 'official-reprint' | 'third-party';
}

/** Another place than the plan's own. */
export interface DraftScope {
  /** Its key in the record. */
  slug: string;
  zh: string;
  relation: 'part' | 'above' | 'other';
  code: string | null;
}

/** What a record's figures and claims have in common; `indicator` is null where the catalogue lacks it. */
interface EntryBase {
  indicator: string | null;
  /** The name as printed. */
  name: string;
  /** A scope's slug. */
  scope: string | null;
  printed: string;
  /** Where the print cuts the unit short, or a table keeps it elsewhere. */
  unit: string | null;
  at: string;
}

export interface FigureEntry extends EntryBase {
  year: number | null;
  fromYear: number | null;
  role: Role;
  estimated: boolean;
  everyYear: boolean;
  guess: number | null;
}

export interface ClaimEntry extends EntryBase {
  kind: ClaimKind;
  fromYear: number | null;
  toYear: number | null;
  /** Among whom a rank counts. */
  among: string | null;
  /** Ids of the whole's and the parts' figures among the draft's. */
  whole: string | null;
  parts: string[];
}

export interface DraftEntry<E> {
  /** f1, c3: its name while it is a draft. */
  id: string;
  entry: E;
  /** Why a person must look at it; null where it is certain or has been reviewed. */
  review: ReviewReason | null;
  /** A person's own remark. */
  remark: string | null;
}
