import { byKey, call, cell, type Expr, multiply, present, subtract, when } from '../../expression/expression.js';
import { message } from '../../messages/message.js';
import { conversion } from '../../number/unit.js';
import { introBlock } from '../../sheets/intro-block.js';
import { say } from '../../sheets/plan-doc.js';
import type { Block, Column, Content, Sheet } from '../../workbook/block.js';
import { sharedBy } from '../../workbook/shared-by.js';
import { type CellStyle, decimalFormat, style } from '../../workbook/style.js';
import type { Entry, Pace } from '../comparison.js';
import { indicatorName, unitShown } from '../names.js';
import { paceFormula } from '../pace-entries.js';
import { type ComparisonDoc, figureOf } from './comparison-doc.js';
import { figureKey, paceKey } from './value-cells.js';

/** What each plan's principal target demands a year, beside what went before: ambition. */
export const pacesSheet: Sheet<ComparisonDoc> = {
  id: 'paces',
  name: (language) => message(language, 'sheet.paces'),
  guarded: true,
  hidden: false,
  blocks: (doc) => [introBlock(doc, 'paces', 'sheet.paces', 'paces.intro'), pacesBlock(doc)],
};

type PaceRow = Entry & { pace: Pace };

function pacesBlock(doc: ComparisonDoc): Block<PaceRow> {
  const { language } = doc;
  const order = new Map(doc.comparison.indicators.map(({ id }, index) => [id, index]));
  const rows = doc.comparison.entries
    .filter((entry): entry is PaceRow => entry.pace !== null)
    .sort((a, b) => (order.get(a.indicator) ?? 0) - (order.get(b.indicator) ?? 0));
  const text = style('text');
  const pace = style('number', decimalFormat(2));
  const unitOf = ({ indicator }: PaceRow): string => doc.indicators.get(indicator)?.unit ?? '';
  const columns: Column<PaceRow>[] = [
    {
      key: 'indicator',
      title: 'column.indicator',
      width: 36,
      style: style('label'),
      cell: ({ indicator }) => indicatorName(language, doc.indicators, indicator),
    },
    { key: 'place', title: 'column.place', width: 22, style: text, cell: ({ place }) => place[language] },
    { key: 'level', title: 'column.place-level', width: 22, style: text, cell: ({ level }) => say(doc, `level.${level}`) },
    { key: 'unit', title: 'column.unit', width: 14, style: text, cell: (row) => unitShown(language, unitOf(row)) },
    { key: 'history_year', title: 'column.history_year', width: 8, style: style('year'), cell: ({ pace: { historyYear } }) => historyYear },
    { key: 'history', title: 'column.history', width: 10, style: numberOf(doc, 'historyKey'), cell: valueOf(doc, 'history', 'history_key') },
    { key: 'baseline_year', title: 'column.baseline_year', width: 8, style: style('year'), cell: ({ pace: { baselineYear } }) => baselineYear },
    { key: 'baseline', title: 'column.baseline', width: 10, style: numberOf(doc, 'baselineKey'), cell: valueOf(doc, 'baseline', 'baseline_key') },
    { key: 'target_year', title: 'column.target_year', width: 8, style: style('year'), cell: ({ year }) => year },
    { key: 'bound', title: 'column.bound', width: 10, style: text, cell: ({ bound }) => say(doc, `bound.${bound}`) },
    { key: 'target', title: 'column.target', width: 10, style: numberOf(doc, 'targetKey'), cell: valueOf(doc, 'target', 'target_key') },
    { key: 'target_unit', title: 'column.target_unit', width: 12, style: text, cell: (row) => targetUnit(doc, row, unitOf(row)) },
    {
      key: 'pace',
      title: 'column.pace',
      width: 11,
      style: pace,
      cell: sharedBy(
        ({ pace: { method } }) => method,
        (row) => paceCell(row, cell('baseline')),
      ),
    },
    { key: 'pace_unit', title: 'column.pace_unit', width: 12, style: text, cell: ({ unit }) => unitShown(language, unit) },
    { key: 'history_pace', title: 'column.history_pace', width: 11, style: pace, cell: sharedBy(historyTraits, historyCell) },
    { key: 'ambition', title: 'column.ambition', width: 13, least: 13, style: pace, cell: () => AMBITION },
    { key: 'rank', title: 'column.pace-rank', width: 8, style: style('progress'), cell: (row) => (doc.live ? rankLookUp(row) : row.rank) },
    { key: 'because', title: 'column.because', width: 34, style: style('wrap'), cell: (row) => because(doc, row) },
    { key: 'base_low', title: 'column.low', width: 8, style: style('key'), cell: endOf(doc, 'low') },
    { key: 'base_high', title: 'column.high', width: 8, style: style('key'), cell: endOf(doc, 'high') },
    { key: 'low', title: 'column.pace-low', width: 8, style: style('key'), cell: sharedBy(cornerTraits, (row) => cornerCell(row, 'low')) },
    { key: 'high', title: 'column.pace-high', width: 8, style: style('key'), cell: sharedBy(cornerTraits, (row) => cornerCell(row, 'high')) },
    { key: 'history_key', title: 'column.history_key', width: 36, style: style('key'), cell: (row) => keyed(row, row.pace.historyKey) },
    { key: 'baseline_key', title: 'column.baseline_key', width: 36, style: style('key'), cell: (row) => keyed(row, row.pace.baselineKey) },
    { key: 'target_key', title: 'column.target_key', width: 36, style: style('key'), cell: (row) => keyed(row, row.pace.targetKey) },
    { key: 'entry', title: 'column.member', width: 36, style: style('key'), cell: ({ key }) => key },
    { key: 'key', title: 'column.key', width: 36, style: style('key'), cell: (row) => paceKey(row) },
  ];
  return { id: 'pac', table: true, rows, rowKey: paceKey, columns };
}

const keyed = ({ plan }: PaceRow, key: string | null): string | null => (key === null ? null : figureKey(plan, key));

function numberOf(doc: ComparisonDoc, which: 'historyKey' | 'baselineKey' | 'targetKey'): (row: PaceRow) => CellStyle {
  return (row) => {
    const printing = figureOf(doc, row.plan, row.pace[which])?.printings[0];
    return style('number', decimalFormat(printing?.decimals ?? (which === 'targetKey' ? 1 : 0)));
  };
}

/** The figure's value by key, in the catalogue's unit; what a claim promises stands as it is. */
function valueOf(doc: ComparisonDoc, which: 'history' | 'baseline' | 'target', keyColumn: string): (row: PaceRow) => Content {
  return (row) => {
    const value = row.pace[which];
    const figure = figureOf(doc, row.plan, row.pace[`${which}Key`]);
    if (!doc.live || !figure || value === null) return value;
    const printing = figure.printings[0];
    const factor = conversion(printing.unit, figure.indicator.unit) ?? 1;
    // Of a range, what plan/compare/interval takes of it is no cell: it stands as computed.
    if (printing.bound === 'range') return value;
    const found = byKey('fig_value', cell(keyColumn), 'fig_key');
    return when(present(found), factor === 1 ? found : multiply(found, factor), '');
  };
}

function endOf(doc: ComparisonDoc, end: 'low' | 'high'): (row: PaceRow) => Content {
  return (row) => {
    const figure = figureOf(doc, row.plan, row.pace.baselineKey);
    if (!figure || row.value === null || !isByBaseline(row)) return null;
    const factor = conversion(figure.printings[0].unit, figure.indicator.unit) ?? 1;
    if (!doc.live) return null;
    const found = byKey(`fig_${end}`, cell('baseline_key'), 'fig_key');
    return when(present(found), factor === 1 ? found : multiply(found, factor), '');
  };
}

const isByBaseline = ({ pace: { method } }: PaceRow): boolean => method === 'compound' || method === 'straight' || method === 'rank';

const YEARS: Expr = when(present(cell('target_year'), cell('baseline_year')), subtract(cell('target_year'), cell('baseline_year')), '');

function paceCell({ pace: { method } }: PaceRow, start: Expr): Expr {
  if (method === 'stated') return when(present(cell('target')), cell('target'), '');
  return paceFormula(method, method === 'multiple' ? { op: 'value', value: 1 } : start, cell('target'), YEARS);
}

const cornerTraits = (row: PaceRow): string => `${row.pace.method} ${row.value === null}`;

/** The slowest and fastest pace the baseline's print allows; the pace itself where there is no such range. */
function cornerCell(row: PaceRow, end: 'low' | 'high'): Expr {
  if (!isByBaseline(row)) return when(present(cell('pace')), cell('pace'), '');
  const rising = row.pace.method === 'rank';
  const start = (end === 'low') === rising ? 'base_low' : 'base_high';
  return when(present(cell(start)), paceCell(row, cell(start)), when(present(cell('pace')), cell('pace'), ''));
}

const historyTraits = ({ pace: { method, historyPace }, unit }: PaceRow): string => `${method} ${unit} ${historyPace === null}`;

function historyCell({ pace: { method, historyPace }, unit }: PaceRow): Content {
  if (historyPace === null) return null;
  const years = when(present(cell('baseline_year'), cell('history_year')), subtract(cell('baseline_year'), cell('history_year')), '');
  const by = method === 'rank' || method === 'straight' ? method : unit === '%/年' ? 'compound' : 'straight';
  return paceFormula(by, cell('history'), cell('baseline'), years);
}

const AMBITION: Expr = when(present(cell('pace'), cell('history_pace')), subtract(cell('pace'), cell('history_pace')), '');

const rankLookUp = ({ group }: PaceRow): Content => (group === null ? null : call('IFERROR', byKey('rnk_rank', cell('entry'), 'rnk_key'), ''));

function targetUnit(doc: ComparisonDoc, { pace: { method } }: PaceRow, unit: string): string {
  return method === 'stated' ? say(doc, 'pace.level') : method === 'multiple' ? say(doc, 'unit.multiple') : unitShown(doc.language, unit);
}

const because = (doc: ComparisonDoc, row: PaceRow): string | null =>
  row.verdict === 'ranked' ? null : `${doc.words.verdict(row)}${doc.language === 'zh' ? '：' : ': '}${doc.words.explained(row)}`;
