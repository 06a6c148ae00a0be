import { add, byKey, call, cell, divide, type Expr, greater, multiply, name, power, present, subtract, when } from '../expression/expression.js';
import { type IndicatorRow, indicatorRows, type TargetType } from '../indicators/indicator-rows.js';
import { message, type MessageCode } from '../messages/message.js';
import { conversion } from '../number/unit.js';
import type { Figure } from '../plan.js';
import type { Block, Column, Content, Sheet, Validation } from '../workbook/block.js';
import { type CellStyle, decimalFormat, style } from '../workbook/style.js';
import { claimKey } from './claims-block.js';
import { introBlock } from './intro-block.js';
import { type PlanDoc, say, scopeName, yearOf } from './plan-doc.js';

/** One row for each indicator, scope and target year: what it starts from, what it aims at, what that demands. */
export const indicatorsSheet: Sheet<PlanDoc> = {
  id: 'indicators',
  name: (language) => message(language, 'sheet.indicators'),
  guarded: true,
  hidden: false,
  blocks: (doc) => [introBlock(doc, 'indicators', 'sheet.indicators', 'indicators.intro'), indicatorsBlock(doc)],
};

const ANY_NUMBER: Validation = { kind: 'decimal', title: 'validation.number.title', text: 'validation.number.text' };
const A_YEAR: Validation = { kind: 'whole', min: 1900, max: 2100, title: 'validation.year.title', text: 'validation.year.text' };

function indicatorsBlock(doc: PlanDoc): Block<IndicatorRow> {
  const facts = Object.values(doc.plan.record.indicators);
  const unused = new Set([facts.some(({ binding }) => binding) ? '' : 'binding', facts.some(({ responsible }) => responsible) ? '' : 'responsible']);
  const columns = indicatorColumns(doc).filter(({ key }) => !unused.has(key));
  return { id: 'ind', table: true, rows: indicatorRows(doc.plan), rowKey: ({ key }) => key, columns };
}

function indicatorColumns(doc: PlanDoc): Column<IndicatorRow>[] {
  const facts = ({ indicator }: IndicatorRow): PlanDoc['plan']['record']['indicators'][string] | undefined => doc.plan.record.indicators[indicator.id];
  return [
    { key: 'indicator', title: 'column.indicator', width: 40, style: style('label'), cell: ({ indicator }) => indicator[doc.language] },
    { key: 'scope', title: 'column.scope', width: 20, style: style('text'), cell: ({ scope }) => scopeName(doc, scope) },
    { key: 'type', title: 'column.type', width: 10, style: style('text'), cell: ({ type }) => say(doc, `type.${type}`) },
    { key: 'binding', title: 'column.binding', width: 9, style: style('text'), cell: (row) => bindingText(doc, facts(row)?.binding) },
    { key: 'responsible', title: 'column.responsible', width: 14, style: style('text'), cell: (row) => facts(row)?.responsible?.[doc.language] ?? null },
    { key: 'unit', title: 'column.unit', width: 9, style: style('text'), cell: unitOf },
    {
      key: 'baseline_year',
      title: 'column.baseline_year',
      width: 8,
      style: style('year'),
      cell: ({ baseline }) => (baseline ? yearOf(baseline) : doc.plan.record.baseYear),
      input: (row) =>
        startsFromBaseline(row.type) && yearOf(row.baseline) === null && (row.baseline !== null || doc.plan.record.baseYear === null) ? A_YEAR : null,
    },
    { key: 'baseline', title: 'column.baseline', width: 12, style: numberOf('baseline'), cell: (row) => figureValue(row.baseline, 'baseline_key', row) },
    {
      key: 'revised',
      title: 'column.revised',
      width: 11,
      style: numberOf('baseline'),
      cell: () => null,
      input: ({ type }) => (startsFromBaseline(type) ? ANY_NUMBER : null),
    },
    {
      key: 'used',
      title: 'column.used',
      width: 12,
      style: numberOf('baseline'),
      cell: (row) =>
        startsFromBaseline(row.type) ? when(present(cell('revised')), cell('revised'), when(present(cell('baseline')), cell('baseline'), '')) : null,
    },
    {
      key: 'target_year',
      title: 'column.target_year',
      width: 8,
      style: style('year'),
      cell: ({ target, growth }) => target?.year ?? growth?.claim.toYear ?? null,
    },
    { key: 'bound', title: 'column.bound', width: 10, style: style('text'), cell: (row) => boundText(doc, row) },
    { key: 'target', title: 'column.target', width: 12, style: numberOf('target'), cell: targetCell(doc) },
    { key: 'years', title: 'column.years', width: 7, style: style('year'), cell: yearsCell },
    { key: 'change', title: 'column.change', width: 12, style: changeStyle, cell: changeCell },
    {
      key: 'change_unit',
      title: 'column.change_unit',
      width: 9,
      style: style('text'),
      cell: (row) => (startsFromBaseline(row.type) ? (row.type === 'ratio' ? say(doc, 'change.ratio') : unitOf(row)) : null),
    },
    {
      key: 'multiple',
      title: 'column.multiple',
      width: 10,
      style: style('number', decimalFormat(2)),
      cell: ({ type }) =>
        type === 'level' ? when(present(cell('used'), cell('target')), when(greater(cell('used'), 0), divide(cell('target'), cell('used')), ''), '') : null,
    },
    { key: 'pace', title: 'column.pace', width: 12, style: style('number', decimalFormat(2)), cell: ({ type }) => paceCell(type) },
    { key: 'pace_unit', title: 'column.pace_unit', width: 12, style: style('text'), cell: (row) => paceUnit(doc, row) },
    { key: 'reason', title: 'column.reason', width: 26, style: style('text'), cell: (row) => reasonCell(doc, row) },
    { key: 'baseline_key', title: 'column.baseline_key', width: 36, style: style('key'), cell: ({ baseline }) => baseline?.key ?? null },
    {
      key: 'target_key',
      title: 'column.target_key',
      width: 36,
      style: style('key'),
      cell: ({ target, growth }) => target?.key ?? (growth ? claimKey(growth.claim, growth.index) : null),
    },
    { key: 'key', title: 'column.key', width: 36, style: style('key'), cell: ({ key }) => key },
  ];
}

/** Only these types measure a target against where the plan starts. */
const startsFromBaseline = (type: TargetType): boolean => type === 'level' || type === 'ratio' || type === 'rank';

const printing = (figure: Figure | null): Figure['printings'][0] | null => figure?.printings[0] ?? null;
const unitOf = ({ target, baseline, growth, indicator }: IndicatorRow): string =>
  growth ? '%' : (printing(target)?.unit ?? printing(baseline)?.unit ?? indicator.unit);

const numberOf =
  (which: 'baseline' | 'target') =>
  (row: IndicatorRow): CellStyle =>
    style(
      'number',
      decimalFormat(row.growth && which === 'target' ? row.growth.claim.decimals : (printing(row[which])?.decimals ?? printing(row.target)?.decimals ?? 0)),
    );

const changeStyle = ({ baseline, target }: IndicatorRow): CellStyle =>
  style('number', decimalFormat(Math.max(printing(baseline)?.decimals ?? 0, printing(target)?.decimals ?? 0)));

/** The value cell of a figure, found by the key in this row and told in this row's unit. */
function figureValue(figure: Figure | null, keyColumn: string, row: IndicatorRow): Content {
  if (!figure) return null;
  const found = byKey('fig_value', cell(keyColumn), 'fig_key');
  const factor = conversion(figure.printings[0].unit, unitOf(row)) ?? 1;
  return when(present(found), factor === 1 ? found : multiply(found, factor), '');
}

const targetCell =
  (doc: PlanDoc) =>
  (row: IndicatorRow): Content => {
    if (row.target) return figureValue(row.target, 'target_key', row);
    if (!row.growth) return null;
    const found = byKey('clm_value', cell('target_key'), 'clm_key');
    return doc.plan.claims.length > 0 ? when(present(found), found, '') : null;
  };

function yearsCell({ type, target }: IndicatorRow): Content {
  if (startsFromBaseline(type)) return when(present(cell('target_year'), cell('baseline_year')), subtract(cell('target_year'), cell('baseline_year')), '');
  if (type !== 'cumulative' || target === null) return null;
  const from = byKey('fig_from', cell('target_key'), 'fig_key');
  return when(present(cell('target_year'), from), add(subtract(cell('target_year'), from), 1), '');
}

function changeCell({ type }: IndicatorRow): Content {
  if (!startsFromBaseline(type)) return null;
  const change = type === 'rank' ? subtract(cell('used'), cell('target')) : subtract(cell('target'), cell('used'));
  return when(present(cell('used'), cell('target')), change, '');
}

/** Required pace (design 6): compound for levels, straight for ratios and ranks, a year's share of an accumulation, a growth target as stated. */
function paceCell(type: TargetType): Content {
  const [used, target, years] = [cell('used'), cell('target'), cell('years')];
  const yearly = (change: Expr): Expr => when(present(used, target, years), when(greater(years, 0), divide(change, years), ''), '');
  switch (type) {
    case 'level':
      return when(
        present(used, target, years),
        when(
          call('AND', greater(used, 0), greater(target, 0), greater(years, 0)),
          multiply(subtract(power(divide(target, used), divide(1, years)), 1), 100),
          '',
        ),
        '',
      );
    case 'ratio':
      return yearly(subtract(target, used));
    case 'rank':
      return yearly(subtract(used, target));
    case 'cumulative':
      return when(present(target, years), when(greater(years, 0), divide(target, years), ''), '');
    case 'growth':
      return when(present(target), target, '');
    case 'maintain':
    case 'none':
      return null;
  }
}

function paceUnit(doc: PlanDoc, row: IndicatorRow): Content {
  switch (row.type) {
    case 'level':
    case 'growth':
      return say(doc, 'pace.level');
    case 'ratio':
      return say(doc, 'pace.ratio');
    case 'rank':
      return say(doc, 'pace.rank');
    case 'cumulative':
      return say(doc, 'pace.cumulative', { unit: unitOf(row) });
    case 'maintain':
    case 'none':
      return null;
  }
}

/** Why the row has no pace, as things stand in the sheet: it follows what is entered. */
function reasonCell(doc: PlanDoc, { type, indicator, scope }: IndicatorRow): Content {
  const because = (code: MessageCode): string => say(doc, code);
  const missing = (column: string, code: MessageCode, otherwise: Expr | string): Expr => when(present(cell(column)), otherwise, because(code));
  switch (type) {
    case 'none':
      return because(hasGrowthTarget(doc, indicator.id, scope) ? 'reason.growth-only' : 'reason.no-target');
    case 'maintain':
      return because('reason.maintain');
    case 'growth':
      return when(present(cell('pace')), '', because('reason.no-target'));
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
          missing('baseline_year', 'reason.no-baseline-year', missing('target_year', 'reason.no-target-year', because('reason.not-positive'))),
        ),
      );
  }
}

const hasGrowthTarget = ({ plan }: PlanDoc, indicator: string, scope: string | null): boolean =>
  indicatorRows(plan).some((row) => row.type === 'growth' && row.indicator.id === indicator && row.scope === scope);

const bindingText = (doc: PlanDoc, binding: 'binding' | 'expected' | undefined): Content => (binding === undefined ? null : say(doc, `binding.${binding}`));

function boundText(doc: PlanDoc, { target, growth }: IndicatorRow): Content {
  const bound = growth?.claim.bound ?? printing(target)?.bound;
  return bound === undefined ? null : say(doc, `bound.${bound}`);
}

/** How many rows have a target, and how many of them can be measured against a baseline: live counts for the cover. */
export const targetCount = (): Expr => call('COUNT', name('ind_target'));
export const measurableCount = (): Expr => call('COUNT', name('ind_change'));
