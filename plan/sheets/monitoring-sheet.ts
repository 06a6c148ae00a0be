import {
  byKey,
  call,
  cell,
  divide,
  equal,
  type Expr,
  greater,
  greaterOrEqual,
  join,
  less,
  lessOrEqual,
  multiply,
  name,
  present,
  subtract,
  unequal,
  when,
} from '../expression/expression.js';
import { compoundPace, compoundRate, straightPace } from '../formulas/pace.js';
import { progressStatus, type ProgressWords, reaches } from '../formulas/progress.js';
import { type IndicatorRow, indicatorRows } from '../indicators/indicator-rows.js';
import { message, type MessageCode } from '../messages/message.js';
import type { Block, Column, Content, Sheet, Validation } from '../workbook/block.js';
import { sharedBy } from '../workbook/shared-by.js';
import { type CellStyle, decimalFormat, style } from '../workbook/style.js';
import { rowName, unitShown } from './indicator-columns.js';
import { REMARK } from './inputs.js';
import { introBlock } from './intro-block.js';
import { hasPath, planYears, yearKey } from './pathway-sheet.js';
import { type PlanDoc, say, scopeName } from './plan-doc.js';

/** One indicator in one year of the plan: what was reached, entered by the reader, and what that says. */
export interface MonitoringRow {
  /** indicator row's key@year */
  key: string;
  row: IndicatorRow;
  year: number;
}

/** Filled in year by year; everything else follows. */
export const monitoringSheet: Sheet<PlanDoc> = {
  id: 'monitoring',
  name: (language) => message(language, 'sheet.monitoring'),
  guarded: true,
  hidden: false,
  rowHeading: 'year',
  blocks: (doc) => [introBlock(doc, 'monitoring', 'sheet.monitoring', 'monitoring.intro'), monitoringBlock(doc)],
};

const ACTUAL: Validation = { kind: 'decimal', title: 'validation.number.title', text: 'validation.number.text' };
const STAGE: Validation = {
  kind: 'list',
  options: ['stage.flash', 'stage.preliminary', 'stage.annual', 'stage.final'],
  title: 'validation.stage.title',
  text: 'validation.stage.text',
};
/** Excel's day numbers of 1990-01-01 and 2100-12-31. */
const REPORTED: Validation = { kind: 'date', min: 32_874, max: 73_415, title: 'validation.date.title', text: 'validation.date.text' };

/** An indicator's target and each year of the plan up to the target's. */
export const monitoringRows = (doc: PlanDoc): MonitoringRow[] =>
  indicatorRows(doc.plan)
    .filter(({ type }) => type !== 'none')
    .flatMap((row) => {
      const last = row.target?.year ?? row.growth?.toYear ?? Infinity;
      return planYears(doc)
        .filter((year) => year <= last)
        .map((year) => ({ key: `${row.key}@${year}`, row, year }));
    });

function monitoringBlock(doc: PlanDoc): Block<MonitoringRow> {
  const number = ({ row }: MonitoringRow): CellStyle =>
    style('number', decimalFormat(Math.max(row.baseline?.printings[0].decimals ?? 0, row.target?.printings[0].decimals ?? 0)));
  const path = ({ row }: MonitoringRow): CellStyle =>
    style('number', decimalFormat(Math.max(row.baseline?.printings[0].decimals ?? 0, row.target?.printings[0].decimals ?? 0, 1)));
  const rate = style('number', decimalFormat(2));
  const words: ProgressWords = {
    met: say(doc, 'progress.met'),
    onTrack: say(doc, 'progress.on-track'),
    behind: say(doc, 'progress.behind'),
    farBehind: say(doc, 'progress.far-behind'),
    away: say(doc, 'progress.away'),
  };
  const columns: Column<MonitoringRow>[] = [
    { key: 'indicator', title: 'column.indicator', width: 44, style: style('label'), cell: ({ row }) => rowName(doc, row) },
    { key: 'scope', title: 'column.scope', width: 20, style: style('text'), cell: ({ row }) => scopeName(doc, row.scope) },
    { key: 'unit', title: 'column.unit', width: 20, style: style('text'), cell: ({ row }) => unitShown(doc, row) },
    { key: 'year', title: 'column.year', width: 8, style: style('year'), cell: ({ year }) => year },
    { key: 'base', title: 'column.base', width: 12, style: number, cell: sharedBy(traits, ({ row }) => (isCounted(row) ? null : fromIndicators('used'))) },
    {
      key: 'goal',
      title: 'column.goal',
      width: 12,
      style: path,
      cell: sharedBy(traits, ({ row }) => (row.type === 'growth' || row.type === 'multiple' ? fromPathway('goal') : fromIndicators('target'))),
    },
    {
      key: 'expected',
      title: 'column.expected',
      width: 12,
      style: path,
      cell: sharedBy(
        (each) => `${each.year} ${traits(each)}`,
        ({ row, year }) => (hasPath(row) ? fromPathway(yearKey(year)) : null),
      ),
    },
    {
      key: 'basis',
      title: 'column.basis',
      width: 12,
      style: style('text'),
      cell: ({ row }) => basisOf(doc, row),
    },
    { key: 'actual', title: 'column.actual', width: 14, style: number, cell: () => null, input: () => ACTUAL },
    { key: 'stage', title: 'column.stage', width: 14, style: style('text'), cell: () => null, input: () => STAGE },
    { key: 'reported', title: 'column.reported', width: 13, style: style('text'), cell: () => null, input: () => REPORTED },
    { key: 'attainment', title: 'column.attainment', width: 11, least: 12, style: rate, cell: sharedBy(traits, attainmentCell) },
    { key: 'lead', title: 'column.lead', width: 14, least: 14, style: rate, cell: sharedBy(traits, leadCell) },
    { key: 'still', title: 'column.still', width: 12, least: 14, style: rate, cell: sharedBy(traits, stillCell) },
    { key: 'still_unit', title: 'column.pace_unit', width: 24, style: style('text'), cell: ({ row }) => stillUnit(doc, row) },
    { key: 'progress', title: 'column.progress', width: 14, least: 16, style: style('progress'), cell: sharedBy(traits, (each) => progressCell(each, words)) },
    { key: 'reason', title: 'column.no-status', width: 30, least: 24, style: style('text'), cell: sharedBy(traits, (each) => reasonCell(doc, each)) },
    { key: 'remark', title: 'column.remark', width: 20, style: style('wrap'), cell: () => null, input: () => REMARK },
    {
      key: 'base_year',
      title: 'column.baseline_year',
      width: 8,
      style: style('key'),
      cell: sharedBy(traits, ({ row }) => (isCounted(row) ? null : fromIndicators('baseline_year'))),
    },
    { key: 'goal_year', title: 'column.target_year', width: 8, style: style('key'), cell: sharedBy(traits, () => fromIndicators('target_year')) },
    { key: 'ind_key', title: 'column.ind_key', width: 36, style: style('key'), cell: ({ row }) => row.key },
    { key: 'key', title: 'column.key', width: 36, style: style('key'), cell: ({ key }) => key },
  ];
  return { id: 'mon', table: true, rows: monitoringRows(doc), rowKey: ({ key }) => key, columns };
}

/** Sums of a year or stocks at its end; of ratios, per-head values and ranks the catalogue does not say which, so neither do we. */
function basisOf(doc: PlanDoc, { type, indicator: { kind, flow } }: IndicatorRow): Content {
  if (type === 'cumulative') return say(doc, 'basis.year');
  return kind === 'count' || kind === 'amount' ? say(doc, flow ? 'basis.year' : 'basis.end') : null;
}

/** What the formulas of a row depend on. */
const traits = ({ row }: MonitoringRow): string => `${row.type} ${row.indicator.better} ${isStrict(row)}`;

/** Accumulations and yearly targets are counted up from nothing, not measured from a baseline. */
const isCounted = ({ type }: IndicatorRow): boolean => type === 'cumulative' || type === 'maintain';

const blankable = (found: Expr): Expr => when(present(found), found, '');
const fromIndicators = (column: string): Expr => blankable(byKey(`ind_${column}`, cell('ind_key'), 'ind_key'));
const fromPathway = (column: string): Expr => blankable(byKey(`pth_${column}`, cell('ind_key'), 'pth_key'));

/** Actuals of the same indicator up to this row's year. */
const totalSoFar = (): Expr => call('SUMIFS', name('mon_actual'), name('mon_ind_key'), cell('ind_key'), name('mon_year'), join('<=', cell('year')));
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
const allReported = (): Expr => equal(yearsSoFar(), call('COUNTIFS', name('mon_ind_key'), cell('ind_key'), name('mon_year'), join('<=', cell('year'))));

/** Attainment (design 6; ESCAP's linear score): (A − B)/(T − B), ΣA/T for accumulations, years met over years reported where each year counts. In %. */
function attainmentCell({ row }: MonitoringRow): Content {
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
function leadCell({ row }: MonitoringRow): Content {
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
function stillCell({ row }: MonitoringRow): Content {
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

/** 超过500家 and 低于1% exclude their own threshold. */
const isStrict = ({ target, growth }: IndicatorRow): boolean => {
  const bound = growth?.bound ?? target?.printings[0].bound;
  return bound === 'gt' || bound === 'lt';
};

const hasReached = (row: IndicatorRow, actual: Expr, goal: Expr): Expr => reaches(actual, goal, row.indicator.better, isStrict(row));

function stillUnit(doc: PlanDoc, row: IndicatorRow): Content {
  switch (row.type) {
    case 'ratio':
      return say(doc, 'pace.ratio');
    case 'rank':
      return say(doc, 'pace.rank');
    case 'cumulative':
      return say(doc, 'pace.cumulative', { unit: unitShown(doc, row) });
    case 'maintain':
    case 'none':
      return null;
    default:
      return say(doc, 'pace.level');
  }
}

/** Progress status (design 6): none for ranks, nor where the target lies within the rounding of the baseline. Met is met, whatever else is missing. */
function progressCell({ row }: MonitoringRow, words: ProgressWords): Content {
  const [actual, base, goal, baseYear, goalYear] = [cell('actual'), cell('base'), cell('goal'), cell('base_year'), cell('goal_year')];
  switch (row.type) {
    case 'rank':
    case 'none':
      return null;
    case 'maintain': {
      const all = equal(call('ROUND', subtract(cell('attainment'), 100), 9), 0);
      return when(present(cell('attainment')), when(all, words.onTrack, words.farBehind), '');
    }
    case 'cumulative': {
      const expected = cell('expected');
      const due = when(present(expected), when(greater(expected, 0), progressStatus(divide(totalSoFar(), expected), words), ''), '');
      return when(present(actual, goal), when(allReported(), when(hasReached(row, totalSoFar(), goal), words.met, due), ''), '');
    }
    case 'ratio': {
      const share = divide(divide(subtract(actual, base), subtract(goal, base)), divide(subtract(cell('year'), baseYear), subtract(goalYear, baseYear)));
      return measured(row, words, progressStatus(share, words), inOrder());
    }
    case 'level':
    case 'growth':
    case 'multiple': {
      const pace = divide(compoundRate(base, actual, subtract(cell('year'), baseYear)), compoundRate(base, goal, subtract(goalYear, baseYear)));
      return measured(row, words, progressStatus(pace, words), call('AND', greater(base, 0), greaterOrEqual(actual, 0), greater(goal, 0), inOrder()));
    }
  }
}

const inOrder = (): Expr => call('AND', greater(cell('year'), cell('base_year')), greater(cell('goal_year'), cell('base_year')));

/** The target is no more than rounding away from the baseline. */
function withinRounding(): Expr {
  const half = byKey('ind_half', cell('ind_key'), 'ind_key');
  const distance = call('ABS', subtract(cell('goal'), cell('base')));
  return when(present(cell('base'), half), lessOrEqual(call('ROUND', subtract(distance, half), 9), 0), false);
}

/** The target lies on the better side of the baseline; on the other side, going its way is no progress. */
const rightWay = (row: IndicatorRow): Expr => (row.indicator.better === 'higher' ? greater(cell('goal'), cell('base')) : less(cell('goal'), cell('base')));

function measured(row: IndicatorRow, words: ProgressWords, status: Expr, possible: Expr): Expr {
  const [actual, base, goal] = [cell('actual'), cell('base'), cell('goal')];
  const complete = present(base, cell('base_year'), cell('goal_year'));
  const due = when(complete, when(rightWay(row), when(possible, status, ''), ''), '');
  return when(present(actual, goal), when(withinRounding(), '', when(hasReached(row, actual, goal), words.met, due)), '');
}

/** Why an actual value has no status. */
function reasonCell(doc: PlanDoc, { row }: MonitoringRow): Content {
  const because = (code: MessageCode): string => say(doc, code);
  if (row.type === 'rank') return when(present(cell('actual')), because('reason.rank'), '');
  const known = unequal(cell('progress'), '');
  const cause =
    row.type === 'cumulative' || row.type === 'maintain'
      ? when(present(cell('goal')), because('reason.gap'), because('reason.no-target'))
      : when(
          present(cell('goal')),
          when(
            present(cell('base')),
            when(
              withinRounding(),
              because('reason.within-rounding'),
              when(
                present(cell('base_year')),
                when(
                  present(cell('goal_year')),
                  when(
                    rightWay(row),
                    when(greater(cell('base'), 0), because('reason.target-not-positive'), because('reason.not-positive')),
                    because('reason.wrong-way'),
                  ),
                  because('reason.no-target-year'),
                ),
                because('reason.no-baseline-year'),
              ),
            ),
            because('reason.no-baseline'),
          ),
          because('reason.no-target'),
        );
  return when(present(cell('actual')), when(known, '', cause), '');
}

/** Live counts for the cover: actuals entered, and of these met. */
export const RECORDED_COUNT: Expr = call('COUNT', name('mon_actual'));
export const metCount = (doc: PlanDoc): Expr => call('COUNTIF', name('mon_progress'), say(doc, 'progress.met'));
