import { add, byKey, cell, divide, type Expr, greater, multiply, negate, power, present, subtract, when } from '../expression/expression.js';
import { compoundPace, growthFactor, straightPace, yearlyShare } from '../formulas/pace.js';
import type { IndicatorRow, TargetType } from '../indicators/indicator-rows.js';
import { natureOf } from '../number/edges.js';
import { conversion } from '../number/unit.js';
import type { Figure } from '../plan.js';
import type { Content } from '../workbook/block.js';
import { levelUnit } from './row-units.js';

/** Types measured against where the plan starts. */
export const usesBaseline = (type: TargetType): boolean => hasLevelTarget(type) || type === 'growth' || type === 'multiple';

export const hasLevelTarget = (type: TargetType): boolean => type === 'level' || type === 'ratio' || type === 'rank';

/** The value cell of a figure, found by the key in this row and told in this row's unit. */
export function figureValue(figure: Figure | null, keyColumn: string, row: IndicatorRow): Content {
  if (!figure) return null;
  const found = byKey('fig_value', cell(keyColumn), 'fig_key');
  const factor = conversion(figure.printings[0].unit, levelUnit(row)) ?? 1;
  return when(present(found), factor === 1 ? found : multiply(found, factor), '');
}

export function claimValue(keyColumn: string): Expr {
  const found = byKey('clm_value', cell(keyColumn), 'clm_key');
  return when(present(found), found, '');
}

export const targetCell = (row: IndicatorRow): Content => (row.growth ? claimValue('target_key') : figureValue(row.target, 'target_key', row));

export function yearsCell({ type, target }: IndicatorRow): Content {
  if (usesBaseline(type)) return when(present(cell('target_year'), cell('baseline_year')), subtract(cell('target_year'), cell('baseline_year')), '');
  if (type !== 'cumulative' || target === null) return null;
  const from = byKey('fig_from', cell('target_key'), 'fig_key');
  return when(present(cell('target_year'), from), add(subtract(cell('target_year'), from), 1), '');
}

export function changeCell({ type }: IndicatorRow): Content {
  if (!hasLevelTarget(type)) return null;
  const change = type === 'rank' ? subtract(cell('used'), cell('target')) : subtract(cell('target'), cell('used'));
  return when(present(cell('used'), cell('target')), change, '');
}

export function multipleCell({ type }: IndicatorRow): Content {
  if (type === 'level') return when(present(cell('used'), cell('target')), when(greater(cell('used'), 0), divide(cell('target'), cell('used')), ''), '');
  if (type === 'multiple') return when(present(cell('target')), cell('target'), '');
  return type === 'growth' ? when(present(cell('target'), cell('years')), growthFactor(cell('target'), cell('years')), '') : null;
}

/** Required pace (design 6): compound for levels, straight for ratios and ranks, a year's share of an accumulation, a growth target as stated. */
export function paceCell(type: TargetType): Content {
  switch (type) {
    case 'level':
      return compoundPace(cell('used'), cell('target'), cell('years'));
    case 'ratio':
      return straightPace(cell('used'), cell('target'), cell('years'));
    case 'rank':
      return straightPace(cell('target'), cell('used'), cell('years'));
    case 'cumulative':
      return yearlyShare(cell('target'), cell('years'));
    case 'growth':
      return when(present(cell('target')), cell('target'), '');
    case 'multiple':
      return compoundPace(1, cell('target'), cell('years'));
    case 'maintain':
    case 'none':
      return null;
  }
}

/** From the earliest printed value to the baseline, by the formula of the target; so that the two can be set against each other. */
export function historyPaceCell({ history, baseline, indicator }: IndicatorRow): Content {
  if (!history || !baseline) return null;
  const baselineNow = when(present(cell('used')), cell('used'), cell('baseline'));
  const years = when(present(cell('baseline_year'), cell('history_year')), subtract(cell('baseline_year'), cell('history_year')), '');
  if (indicator.kind === 'rank') return straightPace(baselineNow, cell('history'), years);
  return indicator.kind === 'ratio' || indicator.kind === 'rate'
    ? straightPace(cell('history'), baselineNow, years)
    : compoundPace(cell('history'), baselineNow, years);
}

/** Half a unit of the baseline's last printed digit, within which a target is no change at all; 0 for counts. */
export function halfCell(row: IndicatorRow): Content {
  const { baseline, type } = row;
  if (!baseline || !hasLevelTarget(type)) return null;
  const { unit } = baseline.printings[0];
  if (natureOf(baseline.role, baseline.indicator.kind, unit) !== 'measured') return 0;
  const decimals = byKey('fig_decimals', cell('baseline_key'), 'fig_key');
  const factor = (conversion(unit, levelUnit(row)) ?? 1) * 0.5;
  return when(present(decimals), multiply(factor, power(10, negate(decimals))), '');
}
