import type { Claim, Figure, Indicator, Plan } from '../plan.js';

/** What a target asks for; it selects formula, check and wording. */
export type TargetType = 'level' | 'ratio' | 'growth' | 'cumulative' | 'rank' | 'maintain' | 'none';

/** One indicator, for one scope and target year, with what it starts from and what it aims at. */
export interface IndicatorRow {
  /** The target's key; for a growth target without a level indicator|scope|growth-year; without any target, the baseline's key. */
  key: string;
  indicator: Indicator;
  scope: string | null;
  type: TargetType;
  baseline: Figure | null;
  target: Figure | null;
  /** The growth target's claim, and its place among the plan's claims. */
  growth: { claim: Claim; index: number } | null;
}

/**
 * The rows of the indicator table: targets in the document's order, then growth targets without a level, then what the plan
 * tells without aiming at it. Another place's figures are left to the comparison.
 */
export function indicatorRows(plan: Plan): IndicatorRow[] {
  const own = plan.figures.filter(({ scope }) => scope === null || plan.record.scopes[scope]?.relation === 'part');
  const targets = own.filter(({ role }) => role === 'target' || role === 'vision');
  const rows: IndicatorRow[] = targets.map((target) => ({
    key: target.key,
    indicator: target.indicator,
    scope: target.scope,
    type: targetType(target),
    baseline: baselineOf(target, own),
    target,
    growth: null,
  }));
  const aimed = new Set(rows.map(({ indicator, scope }) => `${indicator.id}|${scope ?? ''}`));
  for (const [index, claim] of plan.claims.entries()) {
    const isTarget = claim.kind === 'average-growth' && (claim.toYear === null || claim.toYear > (plan.record.baseYear ?? plan.record.firstYear - 1));
    const series = `${claim.indicator.id}|${claim.scope ?? ''}`;
    if (!isTarget || aimed.has(series)) continue;
    rows.push({
      key: `${series}|growth-${claim.toYear ?? 'target'}`,
      indicator: claim.indicator,
      scope: claim.scope,
      type: 'growth',
      baseline: null,
      target: null,
      growth: { claim, index },
    });
  }
  const used = new Set(rows.map(({ baseline }) => baseline?.key));
  const told = own.filter(({ role, key }) => role === 'baseline' && !used.has(key));
  for (const baseline of told) {
    rows.push({ key: baseline.key, indicator: baseline.indicator, scope: baseline.scope, type: 'none', baseline, target: null, growth: null });
  }
  return rows;
}

function targetType(target: Figure): TargetType {
  if (target.everyYear) return 'maintain';
  if (target.indicator.kind === 'rank') return 'rank';
  if (target.fromYear !== null) return 'cumulative';
  return target.indicator.kind === 'ratio' || target.indicator.kind === 'rate' ? 'ratio' : 'level';
}

/** The baseline of the same indicator and scope; accumulations start from nothing. */
function baselineOf(target: Figure, figures: readonly Figure[]): Figure | null {
  if (target.fromYear !== null || target.everyYear) return null;
  return (
    figures.find(
      ({ indicator, scope, role, fromYear }) => role === 'baseline' && fromYear === null && indicator.id === target.indicator.id && scope === target.scope,
    ) ?? null
  );
}
