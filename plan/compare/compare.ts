import type { Indicator, Plan } from '../plan.js';
import type { ComparedPlan, Comparison, Entry } from './comparison.js';
import { gate } from './gate.js';
import { levelEntries } from './level-entries.js';
import { paceEntries } from './pace-entries.js';
import { perUnitEntries } from './per-unit-entries.js';
import { reason } from './reason.js';

/**
 * Plans side by side: every figure's value, sizes per unit, required paces; ranked where the gate lets them be (design 9), and else
 * with the reason. The order of `plans` makes no difference but to the order in which they are listed.
 */
export function compare(plans: readonly Plan[]): Comparison {
  const compared = plans.map(comparedPlan);
  const indicators = new Map<string, Indicator>();
  for (const plan of plans) for (const [id, indicator] of plan.indicators) if (!indicators.has(id)) indicators.set(id, indicator);
  const shared = sharedLists();
  const entries = plans.flatMap((plan) => {
    const [levels, perUnit] = [levelEntries(plan), perUnitEntries(plan)];
    sayWhatIsMissing(levels, perUnit);
    const own = [...levels, ...perUnit, ...paceEntries(plan)];
    refuseOtherDefinitions(plan, own, indicators);
    for (const entry of own) {
      // A list that has grown keeps room for sixteen more.
      entry.reasons = entry.reasons.slice();
      entry.printed = shared(entry.printed);
      entry.operands = shared(entry.operands);
    }
    return own;
  });
  const groups = gate(entries, { plans: new Map(compared.map((plan) => [plan.id, plan])), indicators });
  const listed = byUse(entries, indicators);
  const order = new Map(listed.map(({ id }, index) => [id, index]));
  groups.sort((a, b) => (order.get(a.indicator) ?? 0) - (order.get(b.indicator) ?? 0) || (a.key < b.key ? -1 : 1));
  return { plans: compared, indicators: listed, entries, groups };
}

/** Most entries rest on one figure, and many on prints of the same words: one list for all that hold the same. */
function sharedLists(): (list: string[]) => string[] {
  const known = new Map<string, string[]>();
  return (list) => {
    const key = list.join('\n');
    const first = known.get(key) ?? list.slice();
    known.set(key, first);
    return first;
  };
}

const comparedPlan = ({ record }: Plan): ComparedPlan => ({
  id: record.id,
  title: record.title,
  place: { zh: record.place.zh, en: record.place.en },
  code: record.place.code ?? null,
  level: record.place.level,
  firstYear: record.firstYear,
  lastYear: record.lastYear,
});

/** A measured size that nothing could be found to divide it by. */
function sayWhatIsMissing(levels: readonly Entry[], perUnit: readonly Entry[]): void {
  const divided = new Set(perUnit.flatMap(({ operands }) => operands.slice(0, 1)));
  for (const entry of levels) {
    if (entry.verdict !== 'size' || entry.basis !== 'measured' || entry.scope !== null || entry.year === null) continue;
    if (!divided.has(entry.operands[0] ?? '')) entry.reasons.push(reason('no-denominator'));
  }
}

/** Plans may come with catalogues of their own: an id that means something else there is another indicator. */
function refuseOtherDefinitions(plan: Plan, entries: readonly Entry[], indicators: ReadonlyMap<string, Indicator>): void {
  const differing = [...plan.indicators.values()].filter((own) => meaning(own) !== meaning(indicators.get(own.id)));
  const ids = new Set(differing.map(({ id }) => id));
  if (ids.size > 0) for (const entry of entries) if (ids.has(entry.indicator)) entry.reasons.push(reason('definition'));
}

const meaning = (indicator: Indicator | undefined): string =>
  JSON.stringify([indicator?.unit, indicator?.kind, indicator?.better, indicator?.definition.zh, indicator?.of, indicator?.over]);

/** The indicators some plan has an entry of: those of most plans first, else as the catalogues have them. */
function byUse(entries: readonly Entry[], indicators: ReadonlyMap<string, Indicator>): Indicator[] {
  const plansOf = new Map<string, Set<string>>();
  for (const { indicator, plan, scope } of entries) {
    const known = plansOf.get(indicator) ?? new Set<string>();
    if (scope === null) known.add(plan);
    plansOf.set(indicator, known);
  }
  const used = [...indicators.values()].filter(({ id }) => plansOf.has(id));
  return used.sort((a, b) => (plansOf.get(b.id)?.size ?? 0) - (plansOf.get(a.id)?.size ?? 0));
}
