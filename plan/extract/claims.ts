import { parseClaim, type PrintedClaim } from '../number/parse-claim.js';
import type { PlanYears } from './dating.js';
import type { Dated } from './dating.js';
import type { Doubling } from './doublings.js';
import type { DraftClaim } from './draft.js';
import type { Reading } from './reading.js';
import { type Subject, subjectName } from './subjects.js';

/** The number of a claim in the unit of its kind, or null where its words are none. */
function claimNumber({ kind, quantity, lead }: Reading, words: string): PrintedClaim | null {
  if (kind === 'figure') return null;
  const falls = kind !== 'rank' && /(?:下降|降低|减少|下滑|回落)[^增升]{0,6}$/u.test(lead);
  const plain: PrintedClaim = { value: quantity.value, unit: quantity.unit, decimals: quantity.decimals, bound: quantity.bound };
  if (kind === 'growth' && quantity.unit === '倍') return { ...plain, value: quantity.value * 100, unit: '%' };
  if (kind === 'multiple') return parseClaim('multiple', words) ?? plain;
  return falls ? { ...plain, value: -quantity.value } : plain;
}

/** The claim a number makes, or null where it makes none. */
export function claimOf(reading: Reading, dated: Dated, printed: string, at: string, years: PlanYears): DraftClaim | null {
  const number = claimNumber(reading, printed);
  if (!number || reading.kind === 'figure') return null;
  const { subject, scope, than, kind } = reading;
  const aim = dated.role === 'target' || dated.role === 'vision';
  const start = aim ? years.base : dated.from === null ? null : dated.from - 1;
  return {
    ...claimShell(subject, printed, at),
    kind,
    scope: scope?.name ?? null,
    relation: scope?.relation ?? null,
    value: number.value,
    unit: number.unit,
    bound: number.bound,
    fromYear: kind === 'rank' ? null : than ? than.year : start,
    toYear: dated.year,
    among: reading.among,
  };
}

/** What all claims share before they are judged. */
export const claimShell = (
  subject: Subject | null,
  printed: string,
  at: string,
): Omit<DraftClaim, 'kind' | 'value' | 'unit' | 'bound' | 'fromYear' | 'toYear'> => ({
  indicator: subject?.indicator ?? null,
  name: subjectName(subject),
  scope: null,
  relation: null,
  printed,
  locators: [at],
  certain: false,
  reason: null,
  among: null,
  whole: null,
  parts: [],
});

/** A doubling runs from the base year to the plan's end, unless its words say otherwise. */
export const doublingClaim = (subject: Subject, { value }: Doubling, printed: string, at: string, years: PlanYears): DraftClaim => ({
  ...claimShell(subject, printed, at),
  kind: 'doubling',
  value,
  unit: '倍',
  bound: 'eq',
  fromYear: years.base,
  toYear: years.to,
});
