import type { Bound } from '../number/parse-printed.js';
import type { Bilingual, Indicator, Plan } from '../plan.js';

/** County beside county, city beside city: places are ranked within their level only. */
export type PlaceLevel = Plan['record']['place']['level'];

/** By which a size may be divided so that places of different weight can be set side by side. */
export const DENOMINATORS = ['gdp', 'resident-population'] as const;
export type DenominatorId = (typeof DENOMINATORS)[number];

/** What is set side by side: targets, measured values, sizes per unit of GDP or population, required pace. */
export type Basis = 'target' | 'measured' | 'per-gdp' | 'per-population' | 'pace';

/** Why something is not ranked; each belongs to one of the gate's four heads: 年份, 口径, 层级, 数据. */
export type ReasonCode =
  | 'year'
  | 'year-unknown'
  | 'level'
  | 'scope'
  | 'look-alike'
  | 'definition'
  | 'size'
  | 'no-denominator'
  | 'circular'
  | 'open'
  | 'wrong-way'
  | 'no-value'
  | 'no-pace'
  | 'same-place'
  | 'alone';
export type ReasonHead = 'year' | 'basis' | 'level' | 'data';

export interface Reason {
  code: ReasonCode;
  head: ReasonHead;
  /** What the sentence about it needs: years, levels, indicator ids, places. */
  args: Readonly<Record<string, string | number>>;
}

/** ranked 可比: among at least two places. size 仅列示: a size, not ranked as it stands. reference 参照: another place's value, printed for orientation. */
type Verdict = 'ranked' | 'size' | 'reference' | 'incomparable';

/** One plan among those compared. */
export interface ComparedPlan {
  id: string;
  title: Bilingual;
  place: Bilingual;
  code: string | null;
  level: PlaceLevel;
  firstYear: number;
  lastYear: number;
}

/** Where a denominator comes from: a named yearbook, the plan itself, or a share and its part that the plan prints. */
export interface Denominator {
  indicator: DenominatorId;
  source: 'context' | 'printed' | 'implied';
  value: number;
  low: number;
  high: number;
  unit: string;
  /** Figure keys it rests on: the printed figure, or part and share; none where a yearbook gives it. */
  operands: string[];
  /** By what those, as printed, are multiplied: 100 for a share in %. */
  scale: number;
  /** The yearbook's name. */
  from: Bilingual | null;
}

/** What a required pace is made of; see design 6. */
export interface Pace {
  targetKey: string | null;
  growthKey: string | null;
  baselineKey: string | null;
  historyKey: string | null;
  baselineYear: number | null;
  historyYear: number | null;
  /** In the indicator's unit; a growth target's in % a year, a doubling's as a multiple. */
  target: number | null;
  baseline: number | null;
  history: number | null;
  method: 'compound' | 'straight' | 'stated' | 'multiple' | 'rank';
  historyPace: number | null;
  /** Required pace less the pace before, in points. */
  ambition: number | null;
}

/** One value of one plan on one basis, and what the gate says of it. */
export interface Entry {
  /** plan|basis|figure key: unique in a comparison. */
  key: string;
  plan: string;
  /** The plan's place, or the one the scope names. */
  place: Bilingual;
  level: PlaceLevel;
  indicator: string;
  basis: Basis;
  scope: string | null;
  year: number | null;
  /** First year of an accumulation; of a pace, the year it starts from. */
  fromYear: number | null;
  /** In `unit`, the threshold of a target; with the ends it stands for. Null where nothing could be made of the print. */
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string;
  bound: Bound;
  /** The fragments it rests on. */
  printed: string[];
  /** Keys of the figures or claims it rests on, in the plan. */
  operands: string[];
  /** What the record notes beside the print. */
  note: Bilingual | null;
  denominator: Denominator | null;
  pace: Pace | null;
  verdict: Verdict;
  reasons: Reason[];
  /** The group it is ranked in, its rank there, and whether it shares that rank. */
  group: string | null;
  rank: number | null;
  tied: boolean;
}

/** Places whose values may be ranked: one indicator, one basis, one year, one level. */
export interface Group {
  key: string;
  indicator: string;
  basis: Basis;
  year: number | null;
  fromYear: number | null;
  level: PlaceLevel;
  unit: string;
  better: 'higher' | 'lower';
  /** Paces over different years: comparable as paces only. */
  mixedYears: boolean;
  /** Keys of its entries, best first; then those of reference rows. */
  members: string[];
  references: string[];
}

/** Plans side by side: what the workbook, the JSON and the terminal all show. */
export interface Comparison {
  plans: ComparedPlan[];
  /** Those that any plan prints, the most shared first. */
  indicators: Indicator[];
  entries: Entry[];
  groups: Group[];
}
