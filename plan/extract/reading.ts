import type { ClaimKind } from '../number/parse-claim.js';
import type { DraftLeftOut } from './draft.js';
import type { IndicatorNames } from './indicator-names.js';
import type { Quantity } from './quantities.js';
import type { Subject } from './subjects.js';
import type { Period, Time } from './times.js';

/** What a number is: a figure, a claim of some kind, or neither. */
export type ReadingKind = 'figure' | Exclude<ClaimKind, 'sum' | 'doubling'>;

/** One number of a sentence, understood as far as the sentence goes. */
export interface Reading {
  quantity: Quantity;
  kind: ReadingKind;
  subject: Subject | null;
  /** Where the subject was found: in the number's own words, behind it, or in words before. */
  subjectFrom: 'lead' | 'tail' | 'carried' | 'before';
  scope: { name: string; relation: 'part' | 'above' | 'other' } | null;
  /** The time that dates it, if the sentence names one. */
  time: Time | null;
  /** The time that leads the sentence there, though another may be bound to the number. */
  leading: Time | null;
  /** 较2015年, 是2015年的: what it is compared with. */
  than: Time | null;
  /** First or second of 由…增长到…. */
  step: 'from' | 'to' | null;
  /** The reading it is a part of (其中), by its place among the readings. */
  whole: number | null;
  estimated: boolean;
  everyYear: boolean;
  /** All of the sentence before the number, and the words since the last stop. */
  before: string;
  lead: string;
  /** The number and the words that make a claim of it, in the plain text. */
  claim: { start: number; end: number };
  /** A zone named before the number in its sentence, whose number it may be. */
  zone: string | null;
  among: string | null;
  why: DraftLeftOut['why'] | null;
}

export interface SentenceContext {
  names: IndicatorNames;
  place: string | null;
  period: Period;
  /** Places that the document names beside its own: 株洲, 赫山区. */
  places: readonly string[];
  /** The last subject of the sentence before. */
  last: Subject | null;
  /** The place that the sentence before is about, if it is another than the plan's. */
  lastPlace: string | null;
}

/** A number and the bounded stretch of its sentence that it is read in. */
export interface Spot {
  text: string;
  quantity: Quantity;
  /** Where the words of the number begin: after the last stop or number. */
  from: number;
  lead: string;
  /** The latest time within the lead, and what stands between it and the number; the whole lead where there is none. */
  leadTime: Time | null;
  close: string;
  /** The words behind the number, to the next stop. */
  tail: string;
}
