import { type Claim, type Figure, isAim, type Plan } from '../plan.js';
import type { Indicator } from '../plan.js';
import { bySeries, seriesKey } from '../series.js';

/** What a target asks for; it selects formula, check and wording. */
export type TargetType = 'level' | 'ratio' | 'growth' | 'multiple' | 'cumulative' | 'rank' | 'maintain' | 'none';

/** One indicator, for one scope and target year, with what it starts from and what it aims at. */
export interface IndicatorRow {
  /** The target's key; for a growth or doubling target without a level indicator|scope|growth-year or multiple-year; without any target, the baseline's key. */
  key: string;
  indicator: Indicator;
  scope: string | null;
  type: TargetType;
  /** The earliest printed value before the baseline. */
  history: Figure | null;
  baseline: Figure | null;
  target: Figure | null;
  /** Printed targets of the same series for earlier years, in order. */
  interim: Figure[];
  /** The growth or doubling that is aimed at, where no level is. */
  growth: Claim | null;
  /** The average growth the plan states up to the target's year, beside its level. */
  stated: Claim | null;
}

/**
 * The rows of the indicator table: targets in the document's order, then growth targets without a level, then what the plan
 * tells without aiming at it. Another place's figures are left to the comparison.
 */
export function indicatorRows(plan: Plan): IndicatorRow[] {
  const own = plan.figures.filter(({ scope }) => scope === null || plan.record.scopes[scope]?.relation === 'part');
  const ownOf = bySeries(own);
  const growthsOf = bySeries(plan.claims.filter((claim) => isGrowthTarget(claim, plan)));
  const targets = own.filter(isTarget).map((target): IndicatorRow => {
    const type = targetType(target);
    const measured = type === 'level' || type === 'ratio' || type === 'rank';
    return {
      key: target.key,
      indicator: target.indicator,
      scope: target.scope,
      type,
      history: measured ? historyOf(ownOf(target)) : null,
      baseline: measured ? baselineOf(ownOf(target)) : null,
      target,
      interim: measured ? interimOf(target, ownOf(target)) : [],
      growth: null,
      stated: measured ? (growthsOf(target).find((claim) => claim.toYear === target.year) ?? null) : null,
    };
  });
  const targetsOf = bySeries(targets);
  const promises = plan.claims.filter((claim) => isGrowthTarget(claim, plan) || (claim.kind === 'doubling' && isAim(plan, claim)));
  const growths = promises
    .filter((claim) => targetsOf(claim).length === 0)
    .map((growth): IndicatorRow => {
      const type = growth.kind === 'doubling' ? 'multiple' : 'growth';
      return {
        key: `${seriesKey(growth)}|${type}-${growth.toYear ?? 'target'}`,
        indicator: growth.indicator,
        scope: growth.scope,
        type,
        history: historyOf(ownOf(growth)),
        baseline: startOf(growth, ownOf(growth)),
        target: null,
        interim: [],
        growth,
        stated: null,
      };
    });
  const used = new Set([...targets, ...growths].map(({ baseline }) => baseline?.key));
  const told = own
    .filter(({ role, key }) => role === 'baseline' && !used.has(key))
    .map((baseline): IndicatorRow => {
      const { key, indicator, scope } = baseline;
      const history = baseline.fromYear === null ? historyOf(ownOf(baseline)) : null;
      return { key, indicator, scope, type: 'none', history, baseline, target: null, interim: [], growth: null, stated: null };
    });
  return [...targets, ...distinct(growths), ...told];
}

const isTarget = ({ role }: Figure): boolean => role === 'target' || role === 'vision';

/** A document may state one growth target twice; it is one row. */
const distinct = (rows: IndicatorRow[]): IndicatorRow[] => [...new Map(rows.toReversed().map((row) => [row.key, row])).values()].toReversed();

/** An average growth that reaches into the plan's years; past ones are history. */
const isGrowthTarget = (claim: Claim, plan: Plan): boolean => claim.kind === 'average-growth' && (claim.toYear === null || isAim(plan, claim));

function targetType(target: Figure): TargetType {
  if (target.everyYear) return 'maintain';
  if (target.indicator.kind === 'rank') return 'rank';
  if (target.fromYear !== null) return 'cumulative';
  return target.indicator.kind === 'ratio' || target.indicator.kind === 'rate' ? 'ratio' : 'level';
}

/** The baseline of a series; an accumulation starts from nothing. */
const baselineOf = (series: readonly Figure[]): Figure | null => series.find(({ role, fromYear }) => role === 'baseline' && fromYear === null) ?? null;

/** What a growth target grows from: the value of its own first year where it names one, else the baseline. */
const startOf = (growth: Claim, series: readonly Figure[]): Figure | null =>
  growth.fromYear === null ? baselineOf(series) : (series.find(({ year, fromYear }) => year === growth.fromYear && fromYear === null) ?? null);

function historyOf(series: readonly Figure[]): Figure | null {
  const dated = series.filter(({ role, fromYear, year }) => role === 'history' && fromYear === null && year !== null);
  return dated.sort((a, b) => (a.year ?? 0) - (b.year ?? 0))[0] ?? null;
}

const interimOf = (target: Figure, series: readonly Figure[]): Figure[] =>
  series
    .filter((figure) => isTarget(figure) && figure.fromYear === null && !figure.everyYear)
    .filter(({ year }) => year !== null && target.year !== null && year < target.year)
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
