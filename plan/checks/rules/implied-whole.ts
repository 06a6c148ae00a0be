import { type Expr, multiply } from '../../expression/expression.js';
import { conversion } from '../../number/unit.js';
import { type Figure, isAim, type Plan } from '../../plan.js';
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
  /** The share as a part of one, and the key of the part it is of; where the part is grown from a baseline, that baseline's key and the growth. */
  shareQuantity: Quantity;
  partKey: string;
  grown: { factor: Expr; operands: Operand[] } | null;
  /** In which unit the whole is told. */
  unit: string;
  /** The part is not printed for that year but follows from a growth or doubling the plan promises. */
  byGrowth: boolean;
  /** The part or share is an open target. */
  open: boolean;
}

/** Every whole that the plan's shares and parts imply, one a share. */
export const impliedWholes = (plan: Plan): ImpliedWhole[] =>
  plan.figures.flatMap((share): ImpliedWhole[] => {
    const { of, over } = share.indicator;
    const part = of === undefined ? undefined : plan.indicators.get(of);
    if (over === undefined || !part || share.fromYear !== null) return [];
    const found = partOf(plan, share, part.id);
    if (!found) return [];
    const { quantity: partQuantity, unit, byGrowth, open, partKey, grown } = found;
    const isPercent = share.printings[0].unit === '%' || share.printings[0].unit === '‰';
    const shareQuantity = isPercent ? rising(quantity(share, '%'), (each) => multiply(each, 0.01)) : quantity(share);
    return [
      {
        share,
        whole: over,
        scope: share.scope,
        year: share.year,
        guessedYear: share.year ?? share.guess,
        quantity: ratio(partQuantity, shareQuantity),
        shareQuantity,
        partKey,
        grown,
        unit,
        byGrowth,
        open: open || share.printings[0].bound === 'ge' || share.printings[0].bound === 'gt',
      },
    ];
  });

interface Part {
  quantity: Quantity;
  unit: string;
  byGrowth: boolean;
  open: boolean;
  partKey: string;
  grown: ImpliedWhole['grown'];
}

/** The part in the share's year: printed, or grown from its baseline by what the plan promises for that year. */
function partOf(plan: Plan, share: Figure, id: string): Part | null {
  const indicator = plan.indicators.get(id);
  if (!indicator) return null;
  const printed = figureOf(plan, { indicator, scope: share.scope }, share.year) ?? (share.year === null ? masked(plan, share, id) : null);
  if (printed && conversion(printed.printings[0].unit, indicator.unit) !== null) {
    const { bound } = printed.printings[0];
    return {
      quantity: quantity(printed, indicator.unit),
      unit: indicator.unit,
      byGrowth: false,
      open: bound === 'ge' || bound === 'gt',
      partKey: printed.key,
      grown: null,
    };
  }
  const claim = plan.claims.find(
    ({ kind, indicator: { id: of }, scope, toYear, ...rest }) =>
      of === id &&
      scope === share.scope &&
      toYear === share.year &&
      isAim(plan, { ...rest, kind, indicator, scope, toYear }) &&
      (kind === 'average-growth' || kind === 'doubling'),
  );
  const base = plan.figures.find(
    (figure) => figure.indicator.id === id && figure.scope === share.scope && figure.role === 'baseline' && figure.fromYear === null,
  );
  if (!claim || !base) return null;
  const years = claim.kind === 'average-growth' && claim.toYear !== null && base.year !== null ? claim.toYear - base.year : null;
  if (claim.kind === 'average-growth' && years === null) return null;
  return {
    quantity: growthTo(quantity(base, indicator.unit), claim, years),
    unit: indicator.unit,
    byGrowth: true,
    open: claim.bound === 'ge' || claim.bound === 'gt',
    partKey: base.key,
    grown: promisedGrowth(claim, years),
  };
}

/** Where the year is masked, the part printed with the same role belongs to the share. */
const masked = (plan: Plan, share: Figure, id: string): Figure | null =>
  plan.figures.find(
    ({ indicator, scope, year, role, fromYear }) => indicator.id === id && scope === share.scope && year === null && role === share.role && fromYear === null,
  ) ?? null;
