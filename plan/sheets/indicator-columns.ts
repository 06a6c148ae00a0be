import { unitName } from '../messages/unit-name.js';
import { add, byKey, call, cell, divide, type Expr, greater, multiply, negate, power, present, subtract, when } from '../expression/expression.js';
import { compoundPace, growthFactor, straightPace, yearlyShare } from '../formulas/pace.js';
import { type IndicatorRow, indicatorRows, type TargetType } from '../indicators/indicator-rows.js';
import type { MessageCode } from '../messages/message.js';
import { natureOf } from '../number/edges.js';
import { conversion } from '../number/unit.js';
import { type Figure, isAim, type Printing } from '../plan.js';
import type { Column, Content, Validation } from '../workbook/block.js';
import { sharedBy } from '../workbook/shared-by.js';
import { type CellStyle, decimalFormat, style } from '../workbook/style.js';
import { REMARK } from './inputs.js';
import { type PlanDoc, say, scopeName, yearOf } from './plan-doc.js';

const ANY_NUMBER: Validation = { kind: 'decimal', title: 'validation.number.title', text: 'validation.number.text' };
const A_YEAR: Validation = { kind: 'whole', min: 1900, max: 2100, title: 'validation.year.title', text: 'validation.year.text' };

/** The columns of the indicator table: facts, the way here, what is aimed at, what that demands, and the keys the formulas go by. */
function indicatorColumns(doc: PlanDoc): Column<IndicatorRow>[] {
  const facts = ({ indicator }: IndicatorRow): PlanDoc['plan']['record']['indicators'][string] | undefined => doc.plan.record.indicators[indicator.id];
  const text = style('text');
  const year = style('year');
  const pace = style('number', decimalFormat(2));
  return [
    { key: 'indicator', title: 'column.indicator', width: 44, style: style('label'), cell: (row) => rowName(doc, row) },
    { key: 'scope', title: 'column.scope', width: 20, style: text, cell: ({ scope }) => scopeName(doc, scope) },
    { key: 'type', title: 'column.type', width: 14, style: text, cell: ({ type }) => say(doc, `type.${type}`) },
    { key: 'binding', title: 'column.binding', width: 10, style: text, cell: (row) => bindingText(doc, facts(row)?.binding) },
    { key: 'responsible', title: 'column.responsible', width: 20, style: text, cell: (row) => facts(row)?.responsible?.[doc.language] ?? null },
    { key: 'unit', title: 'column.unit', width: 20, style: text, cell: (row) => unitShown(doc, row) },
    { key: 'history_year', title: 'column.history_year', width: 8, style: year, cell: ({ history }) => yearOf(history) },
    {
      key: 'history',
      title: 'column.history',
      width: 12,
      style: numberOf('history'),
      cell: sharedBy(factorOf('history'), (row) => figureValue(row.history, 'history_key', row)),
    },
    {
      key: 'baseline_year',
      title: 'column.baseline_year',
      width: 8,
      style: year,
      cell: (row) => startYear(doc, row),
      input: (row) => (usesBaseline(row.type) && startYear(doc, row) === null ? A_YEAR : null),
    },
    {
      key: 'baseline',
      title: 'column.baseline',
      width: 12,
      style: numberOf('baseline'),
      cell: sharedBy(factorOf('baseline'), (row) => figureValue(row.baseline, 'baseline_key', row)),
    },
    {
      key: 'baseline_bound',
      title: 'column.baseline_bound',
      width: 10,
      style: text,
      cell: ({ baseline }) => (baseline ? say(doc, `bound.${baseline.printings[0].bound}`) : null),
    },
    {
      key: 'revised',
      title: 'column.revised',
      width: 12,
      style: numberOf('baseline'),
      cell: () => null,
      input: ({ type }) => (usesBaseline(type) ? ANY_NUMBER : null),
    },
    {
      key: 'used',
      title: 'column.used',
      width: 12,
      style: numberOf('baseline'),
      cell: sharedBy(byType, ({ type }) =>
        usesBaseline(type) ? when(present(cell('revised')), cell('revised'), when(present(cell('baseline')), cell('baseline'), '')) : null,
      ),
    },
    { key: 'target_year', title: 'column.target_year', width: 8, style: year, cell: ({ target, growth }) => target?.year ?? growth?.toYear ?? null },
    { key: 'bound', title: 'column.bound', width: 10, style: text, cell: (row) => boundText(doc, row) },
    {
      key: 'target',
      title: 'column.target',
      width: 12,
      style: numberOf('target'),
      cell: sharedBy((row) => (row.growth ? 'growth' : factorOf('target')(row)), targetCell),
    },
    {
      key: 'target_unit',
      title: 'column.target_unit',
      width: 20,
      style: text,
      cell: (row) => (row.growth ? say(doc, row.type === 'multiple' ? 'unit.multiple' : 'pace.level') : row.target ? unitShown(doc, row) : null),
    },
    { key: 'years', title: 'column.years', width: 7, style: year, cell: sharedBy((row) => `${row.type} ${row.target === null}`, yearsCell) },
    { key: 'change', title: 'column.change', width: 12, style: changeStyle, cell: sharedBy(byType, changeCell) },
    {
      key: 'change_unit',
      title: 'column.change_unit',
      width: 18,
      style: text,
      cell: (row) => (!hasLevelTarget(row.type) ? null : row.type === 'ratio' ? say(doc, 'change.ratio') : unitShown(doc, row)),
    },
    { key: 'multiple', title: 'column.multiple', width: 10, style: pace, cell: sharedBy(byType, multipleCell) },
    { key: 'pace', title: 'column.pace', width: 12, style: pace, cell: sharedBy(byType, ({ type }) => paceCell(type)) },
    { key: 'pace_unit', title: 'column.pace_unit', width: 24, style: text, cell: (row) => paceUnit(doc, row) },
    {
      key: 'stated',
      title: 'column.stated',
      width: 10,
      style: pace,
      cell: sharedBy(
        ({ stated }) => `${stated === null}`,
        ({ stated }) => (stated ? claimValue('stated_key') : null),
      ),
    },
    {
      key: 'history_pace',
      title: 'column.history_pace',
      width: 10,
      style: pace,
      cell: sharedBy((row) => `${row.history === null} ${row.baseline === null} ${row.indicator.kind}`, historyPaceCell),
    },
    {
      key: 'ambition',
      title: 'column.ambition',
      width: 10,
      style: pace,
      cell: sharedBy(
        (row) => `${row.type} ${row.history === null}`,
        ({ history, type }) =>
          history && usesBaseline(type) ? when(present(cell('pace'), cell('history_pace')), subtract(cell('pace'), cell('history_pace')), '') : null,
      ),
    },
    {
      key: 'reason',
      title: 'column.reason',
      width: 40,
      style: text,
      cell: sharedBy(
        (row) => `${row.type} ${row.baseline?.guess ?? ''}`,
        (row) => reasonCell(doc, row),
      ),
    },
    { key: 'remark', title: 'column.remark', width: 16, style: style('wrap'), cell: () => null, input: () => REMARK },
    { key: 'history_key', title: 'column.history_key', width: 36, style: style('key'), cell: ({ history }) => history?.key ?? null },
    { key: 'baseline_key', title: 'column.baseline_key', width: 36, style: style('key'), cell: ({ baseline }) => baseline?.key ?? null },
    {
      key: 'target_key',
      title: 'column.target_key',
      width: 36,
      style: style('key'),
      cell: ({ target, growth }) => target?.key ?? (growth ? growth.key : null),
    },
    {
      key: 'stated_key',
      title: 'column.stated_key',
      width: 36,
      style: style('key'),
      cell: ({ stated }) => (stated ? stated.key : null),
    },
    {
      key: 'half',
      title: 'column.half',
      width: 10,
      style: style('key'),
      cell: sharedBy(
        (row) =>
          `${row.type} ${row.baseline === null ? '' : `${natureOf(row.baseline.role, row.baseline.indicator.kind, row.baseline.printings[0].unit)} ${factorOf('baseline')(row)}`}`,
        halfCell,
      ),
    },
    { key: 'key', title: 'column.key', width: 36, style: style('key'), cell: ({ key }) => key },
  ];
}

/** The year a row is measured from: the baseline's; a growth target's own first year; the plan's base year where no baseline is printed. */
export function startYear({ plan }: Pick<PlanDoc, 'plan'>, { type, baseline, growth }: IndicatorRow): number | null {
  if (growth?.fromYear != null) return growth.fromYear;
  if (baseline) return baseline.year;
  return usesBaseline(type) ? plan.record.baseYear : null;
}

const byType = ({ type }: IndicatorRow): string => type;

/** How a figure's printed unit converts into the row's; empty where there is no figure. */
const factorOf =
  (which: 'history' | 'baseline' | 'target') =>
  (row: IndicatorRow): string => {
    const figure = row[which];
    return figure ? String(conversion(figure.printings[0].unit, levelUnit(row)) ?? 1) : '';
  };

/** An accumulation says over which years, so that it is not taken for a year's value. */
export function rowName(doc: PlanDoc, { indicator, baseline, target }: IndicatorRow): string {
  const figure = target ?? baseline;
  const name = indicator[doc.language];
  return figure?.fromYear == null || figure.year === null ? name : say(doc, 'indicator.accumulated', { name, from: figure.fromYear, year: figure.year });
}

/** Types measured against where the plan starts. */
const usesBaseline = (type: TargetType): boolean => hasLevelTarget(type) || type === 'growth' || type === 'multiple';
const hasLevelTarget = (type: TargetType): boolean => type === 'level' || type === 'ratio' || type === 'rank';

const first = (figure: Figure | null): Printing | null => figure?.printings[0] ?? null;

/** The unit of baseline and target; a growth target's own is % a year. */
export const levelUnit = ({ target, baseline, indicator }: IndicatorRow): string => first(target)?.unit ?? first(baseline)?.unit ?? indicator.unit;

/** That unit in the workbook's language. */
export const unitShown = ({ language }: PlanDoc, row: IndicatorRow): string => unitName(language, levelUnit(row));

const numberOf =
  (which: 'history' | 'baseline' | 'target') =>
  (row: IndicatorRow): CellStyle => {
    const decimals =
      which === 'target' && row.growth ? row.growth.decimals : (first(row[which])?.decimals ?? first(row.baseline)?.decimals ?? first(row.target)?.decimals);
    return style('number', decimalFormat(decimals ?? 0));
  };

const changeStyle = ({ baseline, target }: IndicatorRow): CellStyle =>
  style('number', decimalFormat(Math.max(first(baseline)?.decimals ?? 0, first(target)?.decimals ?? 0)));

/** The value cell of a figure, found by the key in this row and told in this row's unit. */
function figureValue(figure: Figure | null, keyColumn: string, row: IndicatorRow): Content {
  if (!figure) return null;
  const found = byKey('fig_value', cell(keyColumn), 'fig_key');
  const factor = conversion(figure.printings[0].unit, levelUnit(row)) ?? 1;
  return when(present(found), factor === 1 ? found : multiply(found, factor), '');
}

function claimValue(keyColumn: string): Expr {
  const found = byKey('clm_value', cell(keyColumn), 'clm_key');
  return when(present(found), found, '');
}

const targetCell = (row: IndicatorRow): Content => (row.growth ? claimValue('target_key') : figureValue(row.target, 'target_key', row));

function yearsCell({ type, target }: IndicatorRow): Content {
  if (usesBaseline(type)) return when(present(cell('target_year'), cell('baseline_year')), subtract(cell('target_year'), cell('baseline_year')), '');
  if (type !== 'cumulative' || target === null) return null;
  const from = byKey('fig_from', cell('target_key'), 'fig_key');
  return when(present(cell('target_year'), from), add(subtract(cell('target_year'), from), 1), '');
}

function changeCell({ type }: IndicatorRow): Content {
  if (!hasLevelTarget(type)) return null;
  const change = type === 'rank' ? subtract(cell('used'), cell('target')) : subtract(cell('target'), cell('used'));
  return when(present(cell('used'), cell('target')), change, '');
}

function multipleCell({ type }: IndicatorRow): Content {
  if (type === 'level') return when(present(cell('used'), cell('target')), when(greater(cell('used'), 0), divide(cell('target'), cell('used')), ''), '');
  if (type === 'multiple') return when(present(cell('target')), cell('target'), '');
  return type === 'growth' ? when(present(cell('target'), cell('years')), growthFactor(cell('target'), cell('years')), '') : null;
}

/** Required pace (design 6): compound for levels, straight for ratios and ranks, a year's share of an accumulation, a growth target as stated. */
function paceCell(type: TargetType): Content {
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
function historyPaceCell({ history, baseline, indicator }: IndicatorRow): Content {
  if (!history || !baseline) return null;
  const baselineNow = when(present(cell('used')), cell('used'), cell('baseline'));
  const years = when(present(cell('baseline_year'), cell('history_year')), subtract(cell('baseline_year'), cell('history_year')), '');
  if (indicator.kind === 'rank') return straightPace(baselineNow, cell('history'), years);
  return indicator.kind === 'ratio' || indicator.kind === 'rate'
    ? straightPace(cell('history'), baselineNow, years)
    : compoundPace(cell('history'), baselineNow, years);
}

/** Half a unit of the baseline's last printed digit, within which a target is no change at all; 0 for counts. */
function halfCell(row: IndicatorRow): Content {
  const { baseline, type } = row;
  if (!baseline || !hasLevelTarget(type)) return null;
  const { unit } = baseline.printings[0];
  if (natureOf(baseline.role, baseline.indicator.kind, unit) !== 'measured') return 0;
  const decimals = byKey('fig_decimals', cell('baseline_key'), 'fig_key');
  const factor = (conversion(unit, levelUnit(row)) ?? 1) * 0.5;
  return when(present(decimals), multiply(factor, power(10, negate(decimals))), '');
}

function paceUnit(doc: PlanDoc, row: IndicatorRow): Content {
  switch (row.type) {
    case 'level':
    case 'growth':
    case 'multiple':
      return say(doc, 'pace.level');
    case 'ratio':
      return say(doc, 'pace.ratio');
    case 'rank':
      return say(doc, 'pace.rank');
    case 'cumulative':
      return say(doc, 'pace.cumulative', { unit: unitShown(doc, row) });
    case 'maintain':
      return null;
    case 'none':
      if (!row.history) return null;
      return say(
        doc,
        row.indicator.kind === 'rank' ? 'pace.rank' : row.indicator.kind === 'ratio' || row.indicator.kind === 'rate' ? 'pace.ratio' : 'pace.level',
      );
  }
}

/** Why the row has no pace, as things stand in the sheet: it follows what is entered. */
function reasonCell(doc: PlanDoc, { type, baseline, indicator, scope }: IndicatorRow): Content {
  const aimedElsewhere = type === 'none' && hasTarget(doc, indicator.id, scope);
  const because = (code: MessageCode): string => say(doc, code);
  const missing = (column: string, code: MessageCode, otherwise: Expr | string): Expr => when(present(cell(column)), otherwise, because(code));
  switch (type) {
    case 'none':
      return because(aimedElsewhere ? 'reason.elsewhere' : 'reason.no-target');
    case 'maintain':
      return because('reason.maintain');
    case 'growth':
      return when(present(cell('pace')), '', because('reason.no-target'));
    case 'multiple':
      return when(present(cell('pace')), '', when(present(cell('baseline_year')), because('reason.no-target-year'), yearUnknown(doc, baseline)));
    case 'cumulative':
      return when(present(cell('pace')), '', missing('target_year', 'reason.no-target-year', because('reason.flow-start')));
    case 'level':
    case 'ratio':
    case 'rank':
      return when(
        present(cell('pace')),
        '',
        missing(
          'used',
          'reason.no-baseline',
          missing('target', 'reason.no-target', when(present(cell('baseline_year')), datedTarget(doc), yearUnknown(doc, baseline))),
        ),
      );
  }
}

/** Another row of the table holds a target of the same indicator: an accumulation told beside what is aimed at. */
const hasTarget = ({ plan }: PlanDoc, indicator: string, scope: string | null): boolean =>
  plan.figures.some((figure) => figure.indicator.id === indicator && figure.scope === scope && (figure.role === 'target' || figure.role === 'vision')) ||
  plan.claims.some(
    (claim) =>
      claim.indicator.id === indicator && claim.scope === scope && (claim.kind === 'doubling' || claim.kind === 'average-growth') && isAim(plan, claim),
  );

/** The document gives no year; a guess may be entered, but is never used by itself. */
function yearUnknown(doc: PlanDoc, baseline: Figure | null): string {
  const guess = baseline?.guess ?? doc.plan.record.baseYearGuess;
  return guess == null ? say(doc, 'reason.no-baseline-year') : say(doc, 'reason.guess-baseline-year', { year: guess });
}

const datedTarget = (doc: PlanDoc): Expr => when(present(cell('target_year')), yearsOrder(doc), say(doc, 'reason.no-target-year'));

const notPositive = (doc: PlanDoc): Expr => when(greater(cell('used'), 0), say(doc, 'reason.target-not-positive'), say(doc, 'reason.not-positive'));

const yearsOrder = (doc: PlanDoc): Expr => when(greater(cell('years'), 0), notPositive(doc), say(doc, 'reason.years'));

const bindingText = (doc: PlanDoc, binding: 'binding' | 'expected' | undefined): Content => (binding === undefined ? null : say(doc, `binding.${binding}`));

function boundText(doc: PlanDoc, { target, growth }: IndicatorRow): Content {
  const bound = growth?.bound ?? first(target)?.bound;
  const number = first(target);
  if (number?.bound === 'range') return `${say(doc, 'bound.range')} ${number.value ?? ''}–${number.high ?? ''}`;
  return bound === undefined ? null : say(doc, `bound.${bound}`);
}

/** How many rows have a target, and how many of them can be measured against a baseline: live counts for the cover. */
export const TARGET_COUNT: Expr = call('COUNT', { op: 'name', name: 'ind_target' });
export const MEASURABLE_COUNT: Expr = call('COUNT', { op: 'name', name: 'ind_change' });

/** Columns that no figure of this plan fills are left out: an empty column tells nothing. */
export function usedColumns(doc: PlanDoc): Column<IndicatorRow>[] {
  const facts = Object.values(doc.plan.record.indicators);
  const rows = indicatorRows(doc.plan);
  const unused = new Set<string>();
  if (!facts.some(({ binding }) => binding)) unused.add('binding');
  if (!facts.some(({ responsible }) => responsible)) unused.add('responsible');
  if (!rows.some(({ baseline }) => baseline && baseline.printings[0].bound !== 'eq')) unused.add('baseline_bound');
  if (!rows.some(({ stated }) => stated)) unused.add('stated').add('stated_key');
  return indicatorColumns(doc).filter(({ key }) => !unused.has(key));
}
