import { type Expr, multiply } from '../../expression/expression.js';
import { conversion } from '../../number/unit.js';
import { onceFor } from '../../once-for.js';
import { type Figure, isAim, type Plan } from '../../plan.js';
import { bySeries, claimsOf, figuresOf } from '../../series.js';
import type { Operand } from '../check.js';
import { figureOf, growthTo, promisedGrowth, quantity, type Quantity, ratio, rising } from '../quantity.js';

/** The whole that a share and its part imply: R&D of 34.94亿元 at 1.89 % of GDP makes a GDP of 1848.7亿元. */
export interface ImpliedWhole {
  share: Figure;
  /** The indicator of the whole: gdp, industrial-value-added, resident-population. */
  whole: string;
  scope: string | null;
  year: number | null;
  /** The year, or where it is masked the record's guess at it. */
  guessedYear: number | null;
  quantity: Quantity;
  /** The part itself, printed or grown. */
  part: Quantity;
  /** The share as a part of one, and the key of the part it is of; where the part is grown from a baseline, that baseline's key and the growth. */
  shareQuantity: Quantity;
  partKey: string;
  grown: { factor: Expr; operands: Operand[] } | null;
  /** In which unit the whole is told. */
  unit: string;
}

/** Every whole that the plan's shares and parts imply, one a share. */
export const impliedWholes = onceFor((plan: Plan): readonly ImpliedWhole[] =>
  plan.figures.flatMap((share): ImpliedWhole[] => {
    const { of, over } = share.indicator;
    const part = of === undefined ? undefined : plan.indicators.get(of);
    if (over === undefined || !part || share.fromYear !== null) return [];
    const found = partOf(plan, share, part.id);
    if (!found) return [];
    const { quantity: partQuantity, unit, partKey, grown } = found;
    const shareQuantity = isPercent(share) ? rising(quantity(share, '%'), (each) => multiply(each, 0.01)) : quantity(share, unit);
    return [
      {
        share,
        whole: over,
        scope: share.scope,
        year: share.year,
        guessedYear: share.year ?? share.guess,
        quantity: ratio(partQuantity, shareQuantity),
        part: partQuantity,
        shareQuantity,
        partKey,
        grown,
        unit: isPercent(share) ? unit : PER,
      },
    ];
  }),
);

const wholes = onceFor((plan: Plan) => bySeries(impliedWholes(plan).map((each) => ({ each, indicator: { id: each.whole }, scope: each.scope }))));

/** Those of one whole and scope. */
export const wholesOf = (plan: Plan, { whole, scope }: { whole: string | undefined; scope: string | null }): readonly ImpliedWhole[] =>
  whole === undefined ? [] : wholes(plan)({ indicator: { id: whole }, scope }).map(({ each }) => each);

/** Shares are told in per cent; per-capita values per 10,000 people, so that their whole is told in them. */
export const isPercent = ({ indicator }: Figure): boolean => indicator.unit === '%';
const PER = '万人';

interface Part {
  quantity: Quantity;
  unit: string;
  partKey: string;
  grown: ImpliedWhole['grown'];
}

/** The part in the share's year: printed, or grown from its baseline by what the plan promises for that year. */
function partOf(plan: Plan, share: Figure, id: string): Part | null {
  const indicator = plan.indicators.get(id);
  if (!indicator) return null;
  const printed = figureOf(plan, { indicator, scope: share.scope }, share.year) ?? (share.year === null ? masked(plan, share, id) : null);
  if (printed && conversion(printed.printings[0].unit, indicator.unit) !== null) {
    return {
      quantity: quantity(printed, indicator.unit),
      unit: indicator.unit,
      partKey: printed.key,
      grown: null,
    };
  }
  const series = { indicator, scope: share.scope };
  const claim = claimsOf(plan, series).find(
    (each) => each.toYear === share.year && isAim(plan, each) && (each.kind === 'average-growth' || each.kind === 'doubling'),
  );
  const base = figuresOf(plan, series).find(({ role, fromYear }) => role === 'baseline' && fromYear === null);
  if (!claim || !base) return null;
  const years = claim.kind === 'average-growth' && claim.toYear !== null && base.year !== null ? claim.toYear - base.year : null;
  if (claim.kind === 'average-growth' && years === null) return null;
  return {
    quantity: growthTo(quantity(base, indicator.unit), claim, years),
    unit: indicator.unit,
    partKey: base.key,
    grown: promisedGrowth(claim, years),
  };
}

/** Where the year is masked, the part printed with the same role belongs to the share. */
const masked = (plan: Plan, share: Figure, id: string): Figure | null =>
  figuresOf(plan, { indicator: { id }, scope: share.scope }).find(({ year, role, fromYear }) => year === null && role === share.role && fromYear === null) ??
  null;
