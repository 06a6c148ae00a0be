import { parsePrinted } from '../number/parse-printed.js';
import { conversion } from '../number/unit.js';
import type { Figure, Indicator, Plan } from '../plan.js';
import type { Denominator, DenominatorId } from './comparison.js';
import { clean, type Interval, intervalOf, numberInterval } from './interval.js';

/** The denominators a plan offers for a year, and for each what it must not divide, since it was made of that. */
interface Offer {
  denominator: Denominator;
  /** The indicator whose share implied it: dividing that one again would only print the share back. */
  madeOf: string | null;
}

/** What became of the search for a denominator. */
export type Found = { denominator: Denominator } | { denominator: null; why: 'no-denominator' | 'circular' };

/**
 * Denominators by year: from the named yearbooks in `context`; printed by the plan; or implied by a share and its part, the
 * most exact first. R&D expenditure over the GDP that its own share of GDP implies is circular and refused.
 */
export function denominatorsOf(plan: Plan): (id: DenominatorId, year: number, numerator: string) => Found {
  const offers = new Map<string, Offer[]>();
  const offer = (year: number, made: Offer): void => {
    const at = `${made.denominator.indicator} ${year}`;
    offers.set(at, [...(offers.get(at) ?? []), made]);
  };
  contextOffers(plan, offer);
  printedOffers(plan, offer);
  impliedOffers(plan, offer);
  return (id, year, numerator) => {
    const all = offers.get(`${id} ${year}`) ?? [];
    const [best] = all.filter(({ madeOf }) => madeOf !== numerator).sort((a, b) => preference(a) - preference(b) || width(a) - width(b));
    return best ? { denominator: best.denominator } : { denominator: null, why: all.length > 0 ? 'circular' : 'no-denominator' };
  };
}

const preference = ({ denominator: { source } }: Offer): number => ['context', 'printed', 'implied'].indexOf(source);
const width = ({ denominator: { low, high, value } }: Offer): number => (high - low) / value;

const isDenominator = (id: string): id is DenominatorId => id === 'gdp' || id === 'resident-population';

function closed(interval: Interval | null): { value: number; low: number; high: number } | null {
  if (!interval) return null;
  const { value, low, high } = interval;
  return low !== null && high !== null && low > 0 ? { value, low, high } : null;
}

function contextOffers({ record, indicators }: Plan, offer: (year: number, made: Offer) => void): void {
  for (const { indicator: id, year, printed, unit, source, vintage } of record.context) {
    const indicator = indicators.get(id);
    const number = parsePrinted(printed, unit);
    const ends = indicator && number ? closed(numberInterval(number, 'baseline', indicator)) : null;
    if (!isDenominator(id) || !indicator || !ends) continue;
    const from = vintage === undefined ? source : { zh: `${source.zh}（${vintage}）`, en: `${source.en} (${vintage})` };
    offer(year, { denominator: { indicator: id, source: 'context', ...ends, unit: indicator.unit, operands: [], scale: 1, from }, madeOf: null });
  }
}

const isOwnMeasured = ({ role, scope, fromYear, year }: Figure): boolean =>
  (role === 'history' || role === 'baseline') && scope === null && fromYear === null && year !== null;

function printedOffers({ figures }: Plan, offer: (year: number, made: Offer) => void): void {
  for (const figure of figures) {
    const { id, unit } = figure.indicator;
    if (!isDenominator(id) || !isOwnMeasured(figure) || figure.year === null) continue;
    const ends = closed(intervalOf(figure));
    if (ends)
      offer(figure.year, {
        denominator: {
          indicator: id,
          source: 'printed',
          ...ends,
          unit,
          operands: [figure.key],
          scale: conversion(figure.printings[0].unit, unit) ?? 1,
          from: null,
        },
        madeOf: null,
      });
  }
}

function impliedOffers({ figures, indicators }: Plan, offer: (year: number, made: Offer) => void): void {
  const measured = new Map(figures.filter(isOwnMeasured).map((figure) => [`${figure.indicator.id} ${String(figure.year)}`, figure]));
  for (const share of measured.values()) {
    const { of, over } = share.indicator;
    const part = of === undefined ? undefined : measured.get(`${of} ${String(share.year)}`);
    if (of === undefined || over === undefined || !isDenominator(over) || !part || share.year === null) continue;
    const [top, bottom] = [closed(intervalOf(part)), closed(intervalOf(share))];
    const scale = scaleOf(part.indicator, share.indicator, over);
    if (!top || !bottom || scale === null) continue;
    const unit = indicators.get(over)?.unit ?? UNITS[over];
    offer(share.year, {
      denominator: {
        indicator: over,
        source: 'implied',
        value: clean((top.value / bottom.value) * scale),
        low: clean((top.low / bottom.high) * scale),
        high: clean((top.high / bottom.low) * scale),
        unit,
        operands: [part.key, share.key],
        scale: clean(
          (scale * (conversion(part.printings[0].unit, part.indicator.unit) ?? 1)) / (conversion(share.printings[0].unit, share.indicator.unit) ?? 1),
        ),
        from: null,
      },
      madeOf: of,
    });
  }
}

/** The catalogue's units, which the division comes out in. */
export const UNITS: Record<DenominatorId, string> = { gdp: '亿元', 'resident-population': '万人' };

/** A part over a share in % is a hundredth of the whole; per 10,000 people it comes out in 万人 as it is. Null where the units do not fit. */
function scaleOf(part: Indicator, share: Indicator, over: DenominatorId): number | null {
  if (over === 'resident-population') return share.kind === 'per-capita' ? conversion(part.unit, share.unit) : null;
  const factor = conversion(part.unit, UNITS.gdp);
  return share.unit === '%' && factor !== null ? factor * 100 : null;
}
