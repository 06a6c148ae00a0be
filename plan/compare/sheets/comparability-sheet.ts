import { message } from '../../messages/message.js';
import { introBlock } from '../../sheets/intro-block.js';
import { say } from '../../sheets/plan-doc.js';
import type { Block, Column, Sheet } from '../../workbook/block.js';
import { style } from '../../workbook/style.js';
import type { Basis, Entry } from '../comparison.js';
import { indicatorName, unitShown, yearsShown } from '../names.js';
import type { ComparisonDoc } from './comparison-doc.js';
import { boundShown, keysOf, numberStyle, valueCell } from './value-cells.js';

/** Every value, and whether it can be compared. */
export const comparabilitySheet: Sheet<ComparisonDoc> = {
  id: 'comparability',
  name: (language) => message(language, 'sheet.comparability'),
  guarded: true,
  hidden: false,
  blocks: (doc) => [introBlock(doc, 'comparability', 'sheet.comparability', 'comparability.intro'), comparabilityBlock(doc)],
};

function comparabilityBlock(doc: ComparisonDoc): Block<Entry> {
  const { language } = doc;
  const text = style('text');
  const columns: Column<Entry>[] = [
    {
      key: 'indicator',
      title: 'column.indicator',
      width: 38,
      style: style('label'),
      cell: ({ indicator }) => indicatorName(language, doc.indicators, indicator),
    },
    { key: 'basis', title: 'column.basis-of', width: 18, style: text, cell: ({ basis }) => say(doc, `basis.${basis}`) },
    { key: 'place', title: 'column.place', width: 36, style: text, cell: ({ place }) => place[language] },
    { key: 'level', title: 'column.place-level', width: 22, style: text, cell: ({ level }) => say(doc, `level.${level}`) },
    { key: 'years', title: 'column.year', width: 12, style: style('year'), cell: (entry) => yearsShown(entry) || null },
    { key: 'value', title: 'column.value', width: 12, style: (entry) => numberStyle(doc, entry), cell: (entry) => valueCell(doc, entry, 'value') },
    { key: 'bound', title: 'column.bound', width: 10, style: text, cell: (entry) => boundShown(doc, entry) },
    { key: 'unit', title: 'column.unit', width: 16, style: text, cell: ({ unit }) => unitShown(language, unit) },
    { key: 'verdict', title: 'column.verdict', width: 24, style: text, cell: (entry) => doc.words.verdict(entry) },
    { key: 'explained', title: 'column.explained', width: 52, style: style('wrap'), cell: (entry) => doc.words.explained(entry) || null },
    { key: 'printed', title: 'column.printed', width: 24, style: style('wrap'), cell: ({ printed }) => printed.join(' → ') },
    { key: 'plan', title: 'column.plan-id', width: 26, style: style('key'), cell: ({ plan }) => plan },
    { key: 'figure_key', title: 'column.figure-key', width: 40, style: style('key'), cell: (entry) => keysOf(entry).figure },
    { key: 'den_key', title: 'column.denominator', width: 40, style: style('key'), cell: (entry) => keysOf(entry).denominator },
    { key: 'pace_key', title: 'column.pace-key', width: 40, style: style('key'), cell: (entry) => keysOf(entry).pace },
    { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: ({ key }) => key },
  ];
  return { id: 'cmp', table: true, rows: inOrder(doc), rowKey: ({ key }) => key, columns };
}

const BASES: readonly Basis[] = ['target', 'measured', 'per-gdp', 'per-population', 'pace'];
const VERDICTS: readonly Entry['verdict'][] = ['ranked', 'reference', 'incomparable', 'size'];

/** By indicator, the most shared first; then by basis, and what is ranked before what is not. */
function inOrder({ comparison: { entries, indicators } }: ComparisonDoc): Entry[] {
  const order = new Map(indicators.map(({ id }, index) => [id, index]));
  const weight = ({ indicator, basis, verdict }: Entry): number => (order.get(indicator) ?? 0) * 100 + BASES.indexOf(basis) * 10 + VERDICTS.indexOf(verdict);
  return entries
    .map((entry) => ({ entry, weight: weight(entry) }))
    .sort((a, b) => a.weight - b.weight || (a.entry.rank ?? 0) - (b.entry.rank ?? 0))
    .map(({ entry }) => entry);
}
