import { call, type Expr, name } from '../expression/expression.js';
import type { ProgressWords } from '../formulas/progress.js';
import type { IndicatorRow } from '../indicators/indicator-rows.js';
import { message } from '../messages/message.js';
import { onceFor } from '../once-for.js';
import type { Block, Column, Content, Sheet, Validation } from '../workbook/block.js';
import { sharedBy } from '../workbook/shared-by.js';
import { type CellStyle, decimalFormat, style } from '../workbook/style.js';
import { rowName } from './indicator-columns.js';
import { REMARK } from './inputs.js';
import { introBlock } from './intro-block.js';
import { attainmentCell, fromIndicators, fromPathway, isCounted, isStrict, leadCell, type MonitoringRow, stillCell } from './monitoring-cells.js';
import { noStatusReason, progressCell } from './monitoring-progress.js';
import { hasPath, planYears, yearKey } from './pathway-sheet.js';
import { type PlanDoc, rowsOf, say, scopeName } from './plan-doc.js';
import { paceUnit, unitShown } from './row-units.js';

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
export const monitoringRows = onceFor((doc: PlanDoc): readonly MonitoringRow[] =>
  rowsOf(doc)
    .filter(({ type }) => type !== 'none')
    .flatMap((row) => {
      const last = row.target?.year ?? row.growth?.toYear ?? Infinity;
      return planYears(doc)
        .filter((year) => year <= last)
        .map((year) => ({ key: `${row.key}@${year}`, row, year }));
    }),
);

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
    { key: 'still_unit', title: 'column.pace_unit', width: 24, style: style('text'), cell: ({ row }) => paceUnit(doc, row) },
    { key: 'progress', title: 'column.progress', width: 14, least: 16, style: style('progress'), cell: sharedBy(traits, (each) => progressCell(each, words)) },
    { key: 'reason', title: 'column.no-status', width: 30, least: 24, style: style('text'), cell: sharedBy(traits, (each) => noStatusReason(doc, each)) },
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

/** Live counts for the cover: actuals entered, and of these met. */
export const RECORDED_COUNT: Expr = call('COUNT', name('mon_actual'));
export const metCount = (doc: PlanDoc): Expr => call('COUNTIF', name('mon_progress'), say(doc, 'progress.met'));
