import { call, cell, type Expr, present, subtract, when } from '../expression/expression.js';
import type { IndicatorRow } from '../indicators/indicator-rows.js';
import { natureOf } from '../number/edges.js';
import { conversion } from '../number/unit.js';
import type { Column, Content, Validation } from '../workbook/block.js';
import { sharedBy } from '../workbook/shared-by.js';
import { type CellStyle, decimalFormat, style } from '../workbook/style.js';
import {
  changeCell,
  claimValue,
  figureValue,
  halfCell,
  hasLevelTarget,
  historyPaceCell,
  multipleCell,
  paceCell,
  targetCell,
  usesBaseline,
  yearsCell,
} from './indicator-cells.js';
import { REMARK } from './inputs.js';
import { noPaceReason } from './no-pace-reason.js';
import { type PlanDoc, rowsOf, say, scopeName, yearOf } from './plan-doc.js';
import { firstPrinting, levelUnit, paceUnit, unitShown } from './row-units.js';

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
        (row) => noPaceReason(doc, row),
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

const numberOf =
  (which: 'history' | 'baseline' | 'target') =>
  (row: IndicatorRow): CellStyle => {
    const decimals =
      which === 'target' && row.growth
        ? row.growth.decimals
        : (firstPrinting(row[which])?.decimals ?? firstPrinting(row.baseline)?.decimals ?? firstPrinting(row.target)?.decimals);
    return style('number', decimalFormat(decimals ?? 0));
  };

const changeStyle = ({ baseline, target }: IndicatorRow): CellStyle =>
  style('number', decimalFormat(Math.max(firstPrinting(baseline)?.decimals ?? 0, firstPrinting(target)?.decimals ?? 0)));

const bindingText = (doc: PlanDoc, binding: 'binding' | 'expected' | undefined): Content => (binding === undefined ? null : say(doc, `binding.${binding}`));

function boundText(doc: PlanDoc, { target, growth }: IndicatorRow): Content {
  const bound = growth?.bound ?? firstPrinting(target)?.bound;
  const number = firstPrinting(target);
  if (number?.bound === 'range') return `${say(doc, 'bound.range')} ${number.value ?? ''}–${number.high ?? ''}`;
  return bound === undefined ? null : say(doc, `bound.${bound}`);
}

/** How many rows have a target, and how many of them can be measured against a baseline: live counts for the cover. */
export const TARGET_COUNT: Expr = call('COUNT', { op: 'name', name: 'ind_target' });
export const MEASURABLE_COUNT: Expr = call('COUNT', { op: 'name', name: 'ind_change' });

/** Columns that no figure of this plan fills are left out: an empty column tells nothing. */
export function usedColumns(doc: PlanDoc): Column<IndicatorRow>[] {
  const facts = Object.values(doc.plan.record.indicators);
  const rows = rowsOf(doc);
  const unused = new Set<string>();
  if (!facts.some(({ binding }) => binding)) unused.add('binding');
  if (!facts.some(({ responsible }) => responsible)) unused.add('responsible');
  if (!rows.some(({ baseline }) => baseline && baseline.printings[0].bound !== 'eq')) unused.add('baseline_bound');
  if (!rows.some(({ stated }) => stated)) unused.add('stated').add('stated_key');
  return indicatorColumns(doc).filter(({ key }) => !unused.has(key));
}
