import { byKey, cell, divide, equal, type Expr, multiply, present, subtract, unequal, when } from '../expression/expression.js';
import { growthFactor } from '../formulas/pace.js';
import { type Anchor, expectedBetween, expectedTotal } from '../formulas/pathway.js';
import type { IndicatorRow } from '../indicators/indicator-rows.js';
import { message, type MessageCode } from '../messages/message.js';
import { conversion } from '../number/unit.js';
import type { Figure } from '../plan.js';
import type { AnyBlock, Block, Chart, Column, Content, Sheet } from '../workbook/block.js';
import { sharedBy } from '../workbook/shared-by.js';
import { type CellStyle, decimalFormat, style } from '../workbook/style.js';
import { introBlock, linesBlock } from './intro-block.js';
import { type PlanDoc, rowsOf, say, scopeName } from './plan-doc.js';
import { levelUnit, unitShown } from './row-units.js';
import { onNewPage, sectionTitle } from './section.js';

/** What each year would have to reach; computed from baseline and target, and said to be so. */
export const pathwaySheet: Sheet<PlanDoc> = {
  id: 'pathway',
  name: (language) => message(language, 'sheet.pathway'),
  guarded: true,
  hidden: false,
  blocks: (doc): AnyBlock[] => {
    const intro = introBlock(doc, 'pathway', 'sheet.pathway', 'pathway.intro');
    const rows = rowsOf(doc).filter(hasPath);
    const title = (id: string, code: MessageCode): AnyBlock => sectionTitle(id, say(doc, code));
    if (rows.length === 0) return [intro, linesBlock('pth_none', [{ key: 'none', look: 'plain', text: say(doc, 'pathway.none') }])];
    const indexed = rows.filter(isIndexed);
    return [
      intro,
      title('pth_title', 'pathway.values'),
      pathBlock(doc, rows),
      ...(indexed.length > 0 ? onNewPage([title('idx_title', 'pathway.index'), indexBlock(doc, indexed)]) : []),
    ];
  },
  charts: (doc): Chart[] => {
    const rows = rowsOf(doc).filter(isIndexed);
    if (rows.length === 0) return [];
    const { firstYear, lastYear } = doc.plan.record;
    return [
      {
        title: say(doc, 'pathway.chart'),
        alt: say(doc, 'pathway.chart-alt', { count: rows.length }),
        axis: say(doc, 'pathway.index'),
        // Above this many rows table and chart do not share a page.
        newPage: rows.length > 4,
        block: 'idx',
        rows: rows.map(({ key }) => key),
        nameColumn: 'indicator',
        first: yearKey(firstYear - 1),
        last: yearKey(lastYear),
      },
    ];
  },
};

export const hasPath = ({ type }: IndicatorRow): boolean =>
  type === 'level' || type === 'ratio' || type === 'growth' || type === 'multiple' || type === 'cumulative' || type === 'maintain';
/** What an index can be drawn of: growth targets that say from when, and levels and ratios with a dated baseline and target. */
const isIndexed = ({ type, baseline, target, growth }: IndicatorRow): boolean =>
  (type === 'growth' && growth?.fromYear != null) ||
  (type === 'multiple' && baseline?.year != null) ||
  ((type === 'level' || type === 'ratio') && baseline?.year != null && target?.year != null);

/** The column of a year: y2023. */
export const yearKey = (year: number): string => `y${year}`;

export const planYears = ({ plan }: PlanDoc): number[] =>
  Array.from({ length: plan.record.lastYear - plan.record.firstYear + 1 }, (_, index) => plan.record.firstYear + index);

const fromIndicators = (column: string): Expr => {
  const found = byKey(`ind_${column}`, cell('key'), 'ind_key');
  return when(present(found), found, '');
};

const printedNumber =
  (which: 'baseline' | 'target') =>
  (row: IndicatorRow): CellStyle =>
    style('number', decimalFormat((row[which] ?? row.baseline ?? row.target)?.printings[0].decimals ?? 0));

/** Paths have a decimal more than counts: they are not counted but computed. */
const pathNumber = ({ target, baseline }: IndicatorRow): CellStyle =>
  style('number', decimalFormat(Math.max(target?.printings[0].decimals ?? 0, baseline?.printings[0].decimals ?? 0, 1)));

function pathBlock(doc: PlanDoc, rows: IndicatorRow[]): Block<IndicatorRow> {
  const columns: Column<IndicatorRow>[] = [
    { key: 'indicator', title: 'column.indicator', width: 44, style: style('label'), cell: ({ indicator }) => indicator[doc.language] },
    { key: 'scope', title: 'column.scope', width: 20, style: style('text'), cell: ({ scope }) => scopeName(doc, scope) },
    { key: 'unit', title: 'column.unit', width: 20, style: style('text'), cell: (row) => unitShown(doc, row) },
    { key: 'method', title: 'column.method', width: 14, style: style('text'), cell: (row) => say(doc, methodOf(row)) },
    {
      key: 'base_year',
      title: 'column.baseline_year',
      width: 8,
      style: style('year'),
      cell: sharedBy(byType, ({ type }) => (usesBase(type) ? fromIndicators('baseline_year') : null)),
    },
    {
      key: 'base',
      title: 'column.base',
      width: 12,
      style: printedNumber('baseline'),
      cell: sharedBy(byType, ({ type }) => (usesBase(type) ? fromIndicators('used') : null)),
    },
    { key: 'goal_year', title: 'column.target_year', width: 8, style: style('year'), cell: sharedBy(byType, () => fromIndicators('target_year')) },
    {
      key: 'goal',
      title: 'column.goal',
      width: 12,
      style: pathNumber,
      cell: sharedBy(byType, ({ type }) => (type === 'growth' || type === 'multiple' ? impliedGoal(type) : fromIndicators('target'))),
    },
    ...planYears(doc).map((year): Column<IndicatorRow> => ({
      key: yearKey(year),
      title: 'column.path_year',
      titleArgs: { year },
      width: 12,
      style: pathNumber,
      cell: sharedBy(
        (row) => (row.interim.length > 0 ? row.key : row.type),
        (row) => expected(row, year),
      ),
    })),
    { key: 'key', title: 'column.key', width: 36, style: style('key'), cell: ({ key }) => key },
  ];
  return { id: 'pth', table: true, rows, rowKey: ({ key }) => key, columns };
}

const byType = ({ type }: IndicatorRow): string => type;
const byOrigin = ({ type, growth }: IndicatorRow): string => `${type} ${growth?.fromYear ?? ''}`;

const usesBase = (type: IndicatorRow['type']): boolean => type === 'level' || type === 'ratio' || type === 'growth' || type === 'multiple';

function methodOf({ type, indicator }: IndicatorRow): MessageCode {
  switch (type) {
    case 'ratio':
      return 'method.linear';
    case 'cumulative':
      return 'method.total';
    case 'maintain':
      return 'method.constant';
    case 'growth':
      return indicator.growthPrices === 'constant' ? 'method.growth-constant' : 'method.growth';
    default:
      return 'method.geometric';
  }
}

/** A growth target's level in its last year, where there is a level to grow from. */
function impliedGoal(type: 'growth' | 'multiple'): Expr {
  const percent = byKey('ind_target', cell('key'), 'ind_key');
  if (type === 'multiple') return when(present(cell('base'), percent), multiply(cell('base'), percent), '');
  const years = subtract(cell('goal_year'), cell('base_year'));
  return when(present(cell('base'), cell('base_year'), cell('goal_year'), percent), multiply(cell('base'), growthFactor(percent, years)), '');
}

function expected(row: IndicatorRow, year: number): Content {
  if (row.type === 'maintain') return when(present(cell('goal')), cell('goal'), '');
  if (row.type === 'cumulative') return expectedTotal(cell('goal'), byKey('fig_from', cell('key'), 'fig_key'), cell('goal_year'), year);
  const interim = row.interim.map((figure): Anchor => ({ year: figure.year ?? 0, value: interimValue(row, figure) }));
  const anchors: Anchor[] = [{ year: cell('base_year'), value: cell('base') }, ...interim, { year: cell('goal_year'), value: cell('goal') }];
  const after = row.interim.filter((figure) => (figure.year ?? 0) < year).length;
  const [from, to] = [anchors[after], anchors[after + 1]];
  return from && to ? expectedBetween(from, to, year, row.type === 'ratio' ? 'linear' : 'geometric') : null;
}

/** An interim target's own row tells it in its own unit; this row may have another. */
function interimValue(row: IndicatorRow, interim: Figure): Expr {
  const found = byKey('ind_target', interim.key, 'ind_key');
  const factor = conversion(interim.printings[0].unit, levelUnit(row)) ?? 1;
  return factor === 1 ? found : multiply(found, factor);
}

/** Each path with its baseline at 100: the one unit that a chart can share. */
function indexBlock(doc: PlanDoc, rows: IndicatorRow[]): Block<IndicatorRow> {
  const start = doc.plan.record.firstYear - 1;
  const number = style('number', decimalFormat(1));
  const blank = style('text');
  // The columns up to the years are those of the table above, so that each year stands under itself.
  const columns: Column<IndicatorRow>[] = [
    { key: 'indicator', title: 'column.indicator', width: 44, style: style('label'), cell: (row) => seriesName(doc, row) },
    { key: 'scope', title: 'column.scope', width: 20, style: blank, cell: ({ scope }) => scopeName(doc, scope) },
    { key: 'unit', title: 'column.unit', width: 9, style: blank, cell: () => say(doc, 'pathway.index-unit') },
    { key: 'method', title: 'column.method', width: 14, style: blank, cell: (row) => say(doc, methodOf(row)) },
    {
      key: 'base_year',
      title: 'column.baseline_year',
      width: 8,
      style: style('year'),
      cell: sharedBy(byType, ({ type }) => (usesBase(type) ? fromIndicators('baseline_year') : null)),
    },
    { key: 'base', title: 'column.base', width: 12, style: pathNumber, cell: sharedBy(byType, baseOrBlank) },
    { key: 'goal_year', title: 'column.target_year', width: 8, style: style('year'), cell: sharedBy(byType, () => fromIndicators('target_year')) },
    {
      key: yearKey(start),
      title: 'column.path_year',
      titleArgs: { year: start },
      width: 12,
      style: number,
      cell: sharedBy(byOrigin, (row) => indexAtStart(row, start)),
    },
    ...planYears(doc).map((year): Column<IndicatorRow> => ({
      key: yearKey(year),
      title: 'column.path_year',
      titleArgs: { year },
      width: 12,
      style: number,
      cell: sharedBy(byOrigin, (row) => indexIn(row, year, start)),
    })),
    { key: 'key', title: 'column.key', width: 36, style: style('key'), cell: ({ key }) => key },
  ];
  return { id: 'idx', table: true, rows, rowKey: ({ key }) => key, columns };
}

/** Names are unique in a chart: a part of the place, or an interim target, says so. */
function seriesName(doc: PlanDoc, { indicator, scope, target, key }: IndicatorRow): string {
  const others = rowsOf(doc).filter((row) => isIndexed(row) && row.key !== key && row.indicator.id === indicator.id);
  const place = scope === null ? '' : ` · ${scopeName(doc, scope)}`;
  const year = others.some((row) => row.scope === scope) ? ` · ${target?.year ?? ''}` : '';
  return `${indicator[doc.language]}${place}${year}`;
}

const baseOrBlank = (): Expr => {
  const base = byKey('pth_base', cell('key'), 'pth_key');
  return when(present(base), base, '');
};

/** 100 in the year before the plan's first, where the baseline is of that year; a growth target needs no baseline for its index. */
function indexAtStart(row: IndicatorRow, start: number): Content {
  if (row.type === 'growth') return (row.growth?.fromYear ?? start) === start ? 100 : null;
  return when(present(cell('base')), when(unequal(cell('base'), 0), when(equal(cell('base_year'), start), 100, ''), ''), '');
}

function indexIn({ type, growth }: IndicatorRow, year: number, start: number): Content {
  if (type === 'growth') {
    const origin = growth?.fromYear ?? start;
    if (year < origin) return null;
    const percent = byKey('ind_target', cell('key'), 'ind_key');
    return when(present(percent), multiply(100, growthFactor(percent, year - origin)), '');
  }
  const path = byKey(`pth_${yearKey(year)}`, cell('key'), 'pth_key');
  return when(present(path, cell('base')), when(unequal(cell('base'), 0), multiply(divide(path, cell('base')), 100), ''), '');
}
