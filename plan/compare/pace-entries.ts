import { evaluate } from '../expression/evaluate.js';
import { type Expr, value as constant } from '../expression/expression.js';
import { compoundPace, straightPace } from '../formulas/pace.js';
import { type IndicatorRow, indicatorRows } from '../indicators/indicator-rows.js';
import type { Figure, Plan } from '../plan.js';
import { startYear } from '../sheets/indicator-columns.js';
import type { Entry, Pace } from './comparison.js';
import { clean, type Interval, intervalOf, isWrongWay } from './interval.js';
import { entryOf } from './level-entries.js';
import { reason } from './reason.js';

/**
 * The pace that each indicator's aim demands of the plan's place, beside the pace before: of its principal target (the last within
 * the plan's years, else a vision), or of the growth or doubling the plan promises without a level. Accumulations and targets for
 * each year have none. Formulas: plan/formulas/pace.
 */
export const paceEntries = (plan: Plan): Entry[] => principalRows(plan).map((row) => paceEntry(plan, row));

function principalRows(plan: Plan): IndicatorRow[] {
  const rows = new Map<string, IndicatorRow>();
  for (const row of indicatorRows(plan)) {
    if (row.scope !== null || (row.target === null && row.growth === null) || row.type === 'cumulative' || row.type === 'maintain') continue;
    const known = rows.get(row.indicator.id);
    if (!known || precedence(plan, row) > precedence(plan, known)) rows.set(row.indicator.id, row);
  }
  return [...rows.values()];
}

/** Targets within the plan's years before visions, late before early, levels before growth, growth before doublings. */
function precedence({ record }: Plan, { target, growth, type }: IndicatorRow): number {
  const year = target?.year ?? growth?.toYear ?? 0;
  return (year <= record.lastYear ? 10_000 : 0) + year + (target ? 0.5 : type === 'growth' ? 0.2 : 0);
}

function paceEntry(plan: Plan, row: IndicatorRow): Entry {
  const { indicator, target, growth } = row;
  const printing = target?.printings[0];
  const { pace, ends, reasons } = paceOf(plan, row);
  const wrongWay = printing && isWrongWay(printing.bound, indicator.better) ? [reason('wrong-way')] : [];
  return entryOf(plan, 'pace', row.key, {
    place: plan.record.place,
    level: plan.record.place.level,
    indicator: indicator.id,
    scope: null,
    year: target?.year ?? growth?.toYear ?? null,
    fromYear: pace.baselineYear,
    value: ends.value,
    low: ends.low,
    high: ends.high,
    unit: paceUnit(row),
    bound: printing?.bound ?? growth?.bound ?? 'eq',
    printed: [row.baseline?.printings[0].printed, printing?.printed ?? growth?.printed].filter((each) => each !== undefined),
    operands: [pace.baselineKey, pace.targetKey ?? pace.growthKey].filter((each) => each !== null),
    note: printing?.note ?? growth?.note ?? null,
    denominator: null,
    pace,
    verdict: 'incomparable',
    reasons: [...wrongWay, ...(ends.value === null ? reasons : [])],
  });
}

/** Ratios in points, ranks in places, all else in % a year. */
const paceUnit = ({ indicator, growth }: Pick<IndicatorRow, 'indicator' | 'growth'>): string =>
  growth ? '%/年' : indicator.kind === 'ratio' || indicator.kind === 'rate' ? '百分点/年' : indicator.kind === 'rank' ? '位/年' : '%/年';

const NO_ENDS = { value: null, low: null, high: null };

function paceOf(plan: Plan, row: IndicatorRow): { pace: Pace; ends: Pick<Entry, 'value' | 'low' | 'high'>; reasons: Entry['reasons'] } {
  const { indicator, target, growth, baseline, history, type } = row;
  const baselineYear = startYear({ plan }, row);
  const start = baseline ? intervalOf(baseline) : null;
  const goal = target ? (intervalOf(target)?.value ?? null) : (growth?.value ?? null);
  const goalYear = target?.year ?? growth?.toYear ?? null;
  const years = goalYear === null || baselineYear === null ? null : goalYear - baselineYear;
  const method: Pace['method'] =
    type === 'growth' ? 'stated' : type === 'multiple' ? 'multiple' : type === 'rank' ? 'rank' : type === 'ratio' ? 'straight' : 'compound';
  const ends = goal === null ? NO_ENDS : method === 'stated' ? { value: goal, low: goal, high: goal } : endsOf(method, start, goal, years);
  // A growth promised for a ratio is told in %, its past in points: the two are not set against each other.
  const mixed = growth !== null && paceUnit({ indicator, growth: null }) !== paceUnit(row);
  const historyPace = mixed ? null : paceBefore(indicator.kind, history, baseline, start);
  return {
    pace: {
      targetKey: target?.key ?? null,
      growthKey: growth?.key ?? null,
      baselineKey: baseline?.key ?? null,
      historyKey: history?.key ?? null,
      baselineYear,
      historyYear: history?.year ?? null,
      target: goal,
      baseline: start?.value ?? null,
      history: history ? (intervalOf(history)?.value ?? null) : null,
      method,
      historyPace,
      ambition: ends.value === null || historyPace === null ? null : clean(ends.value - historyPace),
    },
    ends,
    reasons: [reason('no-pace', { why: whyNone(method, start, baselineYear, goalYear, goal) })],
  };
}

/** Over the corners of the baseline: the lower it was, the faster the way to the target. */
function endsOf(method: Pace['method'], start: Interval | null, goal: number, years: number | null): Pick<Entry, 'value' | 'low' | 'high'> {
  if (years === null) return NO_ENDS;
  const from = method === 'multiple' ? { value: 1, low: 1, high: 1 } : start;
  if (!from) return NO_ENDS;
  const pace = (at: number | null): number | null => (at === null ? null : computed(paceFormula(method, constant(at), constant(goal), constant(years))));
  const corners = [pace(from.low), pace(from.high)];
  const [low, high] = method === 'rank' ? corners : corners.reverse();
  const value = pace(from.value);
  return { value, low: low ?? value, high: high ?? value };
}

/** The one formula of required pace, for values here and for cells in the workbook. */
export function paceFormula(method: Pace['method'], start: Expr, goal: Expr, years: Expr): Expr {
  if (method === 'straight') return straightPace(start, goal, years);
  return method === 'rank' ? straightPace(goal, start, years) : compoundPace(start, goal, years);
}

/** The pace from the earliest printed value to the baseline, by the formula of the target. */
function paceBefore(kind: Figure['indicator']['kind'], history: Figure | null, baseline: Figure | null, end: Interval | null): number | null {
  const start = history ? intervalOf(history) : null;
  if (!start || !end || history?.year == null || baseline?.year == null) return null;
  const method = kind === 'rank' ? 'rank' : kind === 'ratio' || kind === 'rate' ? 'straight' : 'compound';
  return computed(paceFormula(method, constant(start.value), constant(end.value), constant(baseline.year - history.year)));
}

function whyNone(method: Pace['method'], start: Interval | null, baselineYear: number | null, goalYear: number | null, goal: number | null): string {
  if (goal === null) return 'no-target';
  if (!start && method !== 'multiple') return 'no-baseline';
  if (baselineYear === null) return 'no-baseline-year';
  if (goalYear === null) return 'no-target-year';
  return goalYear <= baselineYear ? 'years' : 'not-positive';
}

const NO_CELLS = { cell: () => null, name: () => [] };

function computed(formula: Expr): number | null {
  const result = evaluate(formula, NO_CELLS);
  return typeof result === 'number' ? clean(result) : null;
}
