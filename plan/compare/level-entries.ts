import type { Figure, Plan } from '../plan.js';
import type { Basis, Entry, Reason } from './comparison.js';
import { intervalOf, isWrongWay } from './interval.js';
import { reason } from './reason.js';

/** Amounts and counts grow with the place: ranked as they stand, they would rank places by size. */
export const isSize = ({ kind }: Pick<Figure['indicator'], 'kind'>): boolean => kind === 'amount' || kind === 'count';

export const basisOf = ({ role }: Figure): 'target' | 'measured' => (role === 'target' || role === 'vision' ? 'target' : 'measured');

/** One entry a figure of the plan: its target or measured value, and what by itself keeps it from being ranked. */
export const levelEntries = (plan: Plan): Entry[] =>
  plan.figures.map((figure): Entry => {
    const basis = basisOf(figure);
    const interval = intervalOf(figure);
    const { scope, year, fromYear, indicator, printings } = figure;
    const relation = scope === null ? 'own' : (plan.record.scopes[scope]?.relation ?? 'other');
    const reasons = relation === 'above' && year !== null ? [] : ownReasons(figure, basis, relation);
    return entryOf(plan, basis, figure.key, {
      place: scope === null ? plan.record.place : (plan.record.scopes[scope] ?? { zh: scope, en: scope }),
      level: relation === 'above' ? 'province' : plan.record.place.level,
      indicator: indicator.id,
      scope,
      year,
      fromYear,
      value: interval?.value ?? null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      unit: indicator.unit,
      bound: printings[0].bound,
      printed: [printings[0].printed],
      operands: [figure.key],
      note: printings[0].note,
      denominator: null,
      pace: null,
      verdict: relation === 'above' ? 'reference' : reasons.some(({ code }) => code === 'size') ? 'size' : 'incomparable',
      reasons: interval === null ? [reason('no-value')] : reasons,
    });

    function ownReasons({ everyYear, guess }: Figure, on: Basis, scopeRelation: string): Reason[] {
      const found: Reason[] = [];
      if (year === null) found.push(reason('year-unknown', guess === null || everyYear ? {} : { guess }));
      if (scopeRelation === 'part' || scopeRelation === 'other') found.push(reason('scope', { scope: scope ?? '' }));
      if (on === 'target' && isWrongWay(printings[0].bound, indicator.better)) found.push(reason('wrong-way'));
      if (on === 'measured' && interval && (interval.low === null || interval.high === null)) found.push(reason('open'));
      if (isSize(indicator)) found.push(reason('size'));
      return found;
    }
  });

type OwnOf = Omit<Entry, 'key' | 'plan' | 'basis' | 'group' | 'rank' | 'tied'>;

/**
 * An entry as the gate gets it. There are many: one literal for all, for objects that are spread together cost V8 a hidden class each,
 * larger than they are; a key joined, for a template is kept as its pieces.
 */
export const entryOf = ({ record }: Plan, basis: Basis, key: string, own: OwnOf): Entry => ({
  key: [record.id, basis, key].join('|'),
  plan: record.id,
  place: own.place,
  level: own.level,
  basis,
  denominator: own.denominator,
  pace: own.pace,
  group: null,
  rank: null,
  tied: false,
  indicator: own.indicator,
  scope: own.scope,
  year: own.year,
  fromYear: own.fromYear,
  value: own.value,
  low: own.low,
  high: own.high,
  unit: own.unit,
  bound: own.bound,
  printed: own.printed,
  operands: own.operands,
  note: own.note,
  verdict: own.verdict,
  reasons: own.reasons,
});
