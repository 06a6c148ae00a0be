import { conversion } from '../number/unit.js';
import type { Figure, Plan } from '../plan.js';
import { type Basis, type Denominator, type DenominatorId, DENOMINATORS, type Entry } from './comparison.js';
import { denominatorsOf, UNITS } from './denominators.js';
import { clean, intervalOf } from './interval.js';
import { basisOf, entryOf, isSize } from './level-entries.js';
import { reason } from './reason.js';

const BASES: Record<DenominatorId, Basis> = { gdp: 'per-gdp', 'resident-population': 'per-population' };

/**
 * Measured sizes of one year over that year's population, amounts over its GDP too. Where the only denominator was made of the size itself, an
 * entry without a value says so.
 */
export function perUnitEntries(plan: Plan): Entry[] {
  const denominatorFor = denominatorsOf(plan);
  return plan.figures.flatMap((figure): Entry[] => {
    const { year, fromYear, scope, indicator } = figure;
    const isDenominator = DENOMINATORS.some((id) => id === indicator.id);
    if (!isSize(indicator) || isDenominator || basisOf(figure) !== 'measured' || year === null || fromYear !== null || scope !== null) return [];
    return DENOMINATORS.flatMap((id): Entry[] => {
      if (id === 'gdp' && indicator.kind !== 'amount') return [];
      const found = denominatorFor(id, year, indicator.id);
      if (found.denominator === null && found.why === 'no-denominator') return [];
      return [perUnit(plan, figure, id, found.denominator)];
    });
  });
}

function perUnit(plan: Plan, figure: Figure, id: DenominatorId, denominator: Denominator | null): Entry {
  const { indicator, key, year, printings } = figure;
  const size = intervalOf(figure);
  const { unit, factor } = unitOver(indicator.unit, id);
  const over = (top: number | null | undefined, bottom: number | undefined): number | null =>
    top == null || bottom === undefined ? null : clean((top / bottom) * factor);
  const [low, high] = [over(size?.low, denominator?.high), over(size?.high, denominator?.low)];
  const reasons = denominator === null ? [reason('circular', { denominator: id })] : low === null || high === null ? [reason('open')] : [];
  return entryOf(plan, BASES[id], key, {
    place: plan.record.place,
    level: plan.record.place.level,
    indicator: indicator.id,
    scope: null,
    year,
    fromYear: null,
    value: over(size?.value, denominator?.value),
    low,
    high,
    unit,
    bound: printings[0].bound,
    printed: [printings[0].printed],
    operands: [key, ...(denominator?.operands ?? [])],
    note: printings[0].note,
    denominator,
    pace: null,
    verdict: 'incomparable',
    reasons,
  });
}

/** Amounts come in % of GDP or yuan a head, counts for each 10,000 people. `factor` turns size/denominator, each in its unit, into that. */
export function unitOver(unit: string, id: DenominatorId): { unit: string; factor: number } {
  const yuan = conversion(unit, UNITS.gdp);
  if (id === 'gdp') return { unit: '%', factor: (yuan ?? NaN) * 100 };
  return yuan === null ? { unit: `${unit}/${UNITS['resident-population']}`, factor: 1 } : { unit: '元/人', factor: yuan * 1e4 };
}
