import { byKey, call, cell, divide, equal, type Expr, greater, join, multiply, name, present, subtract, unequal, when } from '../expression/expression.js';
import { compoundPace, straightPace } from '../formulas/pace.js';
import { reaches } from '../formulas/progress.js';
import type { IndicatorRow } from '../indicators/indicator-rows.js';
import type { Content } from '../workbook/block.js';
import { hasPath } from './pathway-sheet.js';

/** One indicator in one year of the plan: what was reached, entered by the reader, and what that says. */
export interface MonitoringRow {
  /** indicator row's key@year */
  key: string;
  row: IndicatorRow;
  year: number;
}

/** 超过500家 and 低于1% exclude their own threshold. */
export const isStrict = ({ target, growth }: IndicatorRow): boolean => {
  const bound = growth?.bound ?? target?.printings[0].bound;
  return bound === 'gt' || bound === 'lt';
};

export const hasReached = (row: IndicatorRow, actual: Expr, goal: Expr): Expr => reaches(actual, goal, row.indicator.better, isStrict(row));

/** Accumulations and yearly targets are counted up from nothing, not measured from a baseline. */
export const isCounted = ({ type }: IndicatorRow): boolean => type === 'cumulative' || type === 'maintain';

const blankable = (found: Expr): Expr => when(present(found), found, '');
export const fromIndicators = (column: string): Expr => blankable(byKey(`ind_${column}`, cell('ind_key'), 'ind_key'));
export const fromPathway = (column: string): Expr => blankable(byKey(`pth_${column}`, cell('ind_key'), 'pth_key'));

/** Actuals of the same indicator up to this row's year. */
export const totalSoFar = (): Expr => call('SUMIFS', name('mon_actual'), name('mon_ind_key'), cell('ind_key'), name('mon_year'), join('<=', cell('year')));

const yearsSoFar = (...more: (Expr | string)[]): Expr =>
  call(
    'COUNTIFS',
    name('mon_ind_key'),
    cell('ind_key'),
    name('mon_year'),
    join('<=', cell('year')),
    name('mon_actual'),
    ...(more.length > 0 ? more : ['>-1E+300']),
  );

/** Every year so far is reported: an accumulation with a gap is not known. */
export const allReported = (): Expr => equal(yearsSoFar(), call('COUNTIFS', name('mon_ind_key'), cell('ind_key'), name('mon_year'), join('<=', cell('year'))));

/** Attainment (design 6; ESCAP's linear score): (A − B)/(T − B), ΣA/T for accumulations, years met over years reported where each year counts. In %. */
export function attainmentCell({ row }: MonitoringRow): Content {
  const [actual, base, goal] = [cell('actual'), cell('base'), cell('goal')];
  if (row.type === 'cumulative')
    return when(present(actual, goal), when(call('AND', greater(goal, 0), allReported()), multiply(divide(totalSoFar(), goal), 100), ''), '');
  if (row.type === 'maintain') {
    const met = yearsSoFar(join(row.indicator.better === 'higher' ? (isStrict(row) ? '>' : '>=') : isStrict(row) ? '<' : '<=', goal));
    return when(present(actual, goal), multiply(divide(met, yearsSoFar()), 100), '');
  }
  return when(present(actual, base, goal), when(unequal(goal, base), multiply(divide(subtract(actual, base), subtract(goal, base)), 100), ''), '');
}

/** Lead or lag in points: (A − expected)/(T − B); for accumulations (ΣA − expected)/T. */
export function leadCell({ row }: MonitoringRow): Content {
  const [actual, base, goal, expected] = [cell('actual'), cell('base'), cell('goal'), cell('expected')];
  if (row.type === 'cumulative') {
    return when(
      present(actual, goal, expected),
      when(call('AND', greater(goal, 0), allReported()), multiply(divide(subtract(totalSoFar(), expected), goal), 100), ''),
      '',
    );
  }
  if (!hasPath(row) || row.type === 'maintain') return null;
  return when(
    present(actual, base, goal, expected),
    when(unequal(goal, base), multiply(divide(subtract(actual, expected), subtract(goal, base)), 100), ''),
    '',
  );
}

/** Pace still required over the years left; nothing where the target is met or its year has come. */
export function stillCell({ row }: MonitoringRow): Content {
  const [actual, goal] = [cell('actual'), cell('goal')];
  if (row.type === 'maintain') return null;
  const left = subtract(cell('goal_year'), cell('year'));
  const reached = row.type === 'cumulative' ? totalSoFar() : actual;
  const pace =
    row.type === 'cumulative'
      ? divide(subtract(goal, reached), left)
      : row.type === 'ratio'
        ? straightPace(actual, goal, left)
        : row.type === 'rank'
          ? straightPace(goal, actual, left)
          : compoundPace(actual, goal, left);
  const needed = when(hasReached(row, reached, goal), '', when(greater(left, 0), pace, ''));
  return when(present(actual, goal, cell('goal_year')), row.type === 'cumulative' ? when(allReported(), needed, '') : needed, '');
}
