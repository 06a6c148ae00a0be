import { onceFor } from './once-for.js';
import type { Claim, Figure, Plan } from './plan.js';

/** One indicator of one scope; null for the plan's own place. */
export interface Series {
  indicator: { id: string };
  scope: string | null;
}

export const seriesKey = ({ indicator, scope }: Series): string => `${indicator.id}|${scope ?? ''}`;

/** Items by their series, each in the order they came: whoever looks for a partner need not look at all of a plan. */
export function bySeries<T extends Series>(items: readonly T[]): (series: Series) => readonly T[] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const list = found.get(seriesKey(item));
    if (list) list.push(item);
    else found.set(seriesKey(item), [item]);
  }
  return (series) => found.get(seriesKey(series)) ?? [];
}

const figures = onceFor((plan: Plan) => bySeries(plan.figures));
const claims = onceFor((plan: Plan) => bySeries(plan.claims));
const figureKeys = onceFor((plan: Plan) => new Map(plan.figures.map((figure) => [figure.key, figure])));
const claimKeys = onceFor((plan: Plan) => new Map(plan.claims.map((claim) => [claim.key, claim])));

/** A plan's figures of a series, in the document's order. */
export const figuresOf = (plan: Plan, series: Series): readonly Figure[] => figures(plan)(series);

/** A plan's claims of a series, in the document's order. */
export const claimsOf = (plan: Plan, series: Series): readonly Claim[] => claims(plan)(series);

/** A plan's figure by its key; null where it has none. */
export const figureByKey = (plan: Plan, key: string | null): Figure | null => (key === null ? null : (figureKeys(plan).get(key) ?? null));

/** A plan's claim by its key; null where it has none. */
export const claimByKey = (plan: Plan, key: string): Claim | null => claimKeys(plan).get(key) ?? null;
