import { message } from '../../messages/message.js';
import type { Indicator, Plan } from '../../plan.js';
import { introBlock } from '../../sheets/intro-block.js';
import { say } from '../../sheets/plan-doc.js';
import type { AnyBlock, Block, Column, Content, Sheet } from '../../workbook/block.js';
import { style } from '../../workbook/style.js';
import type { Entry } from '../comparison.js';
import { isSize } from '../level-entries.js';
import { unitShown, yearsShown } from '../names.js';
import { principalEntry } from '../principal.js';
import { type ComparisonDoc, entriesOf } from './comparison-doc.js';
import { figureKey, numberStyle, valueAt } from './value-cells.js';

/** Present values and targets, plans side by side: indicators down the page while the plans fit across it, else a row a plan. */
export const overviewSheet: Sheet<ComparisonDoc> = {
  id: 'overview',
  name: (language) => message(language, 'sheet.overview'),
  guarded: true,
  hidden: false,
  rowHeading: 'unit',
  blocks: (doc): AnyBlock[] =>
    doc.plans.length <= MOST_ACROSS
      ? [introBlock(doc, 'overview', 'sheet.overview', 'overview.intro'), byIndicator(doc)]
      : [introBlock(doc, 'overview', 'sheet.overview', 'overview.intro-many'), byPlan(doc)],
};

/** Plans that a landscape page takes side by side. */
const MOST_ACROSS = 6;

/** Of plans down the page, series that a landscape page takes; the rest is for the screen. */
const MOST_PRINTED = 6;

/** One indicator's present values, or its targets. */
interface Series {
  indicator: Indicator;
  basis: 'measured' | 'target';
}

function seriesOf(doc: ComparisonDoc): Series[] {
  const present = new Set<string>();
  for (const { indicator, basis, scope, value, pace } of doc.comparison.entries) {
    if (scope !== null) continue;
    if (pace?.growthKey) present.add(`${indicator} target`);
    if ((basis === 'target' || basis === 'measured') && value !== null) present.add(`${indicator} ${basis}`);
  }
  return doc.comparison.indicators.flatMap((indicator) =>
    (['measured', 'target'] as const).filter((basis) => present.has(`${indicator.id} ${basis}`)).map((basis) => ({ indicator, basis })),
  );
}

interface Cell {
  plan: Plan;
  entry: Entry | null;
  series: Series;
}

const cellOf = (doc: ComparisonDoc, plan: Plan, series: Series): Cell => ({
  plan,
  series,
  entry: principalEntry(plan, entriesOf(doc, plan.record.id, series.indicator.id), series.basis),
});

function byIndicator(doc: ComparisonDoc): Block<Series> {
  const { language } = doc;
  const names = placeNames(doc);
  const columns: Column<Series>[] = [
    { key: 'indicator', title: 'column.indicator', width: 36, style: style('label'), cell: ({ indicator }) => indicator[language] },
    { key: 'class', title: 'column.class', width: 14, style: style('text'), cell: ({ basis }) => say(doc, `basis.${basis}`) },
    { key: 'unit', title: 'column.unit', width: 14, style: style('text'), cell: ({ indicator }) => unitShown(language, indicator.unit) },
    ...doc.plans.flatMap((plan, index): Column<Series>[] => {
      const titleArgs = { name: names[index] ?? '' };
      return [
        {
          key: `v${index + 1}`,
          title: 'column.named',
          titleArgs,
          width: 14,
          style: (series) => numberStyle(doc, cellOf(doc, plan, series).entry),
          cell: (series) => shownValue(doc, cellOf(doc, plan, series)),
        },
        {
          key: `n${index + 1}`,
          title: 'column.named-note',
          titleArgs,
          width: language === 'zh' ? 24 : 36,
          style: style('wrap'),
          cell: (series) => note(doc, cellOf(doc, plan, series)),
        },
      ];
    }),
    { key: 'key', title: 'column.key', width: 36, style: style('key'), cell: ({ indicator, basis }) => `${indicator.id}|${basis}` },
  ];
  return { id: 'ovw', table: true, rows: seriesOf(doc), rowKey: ({ indicator, basis }) => `${indicator.id}|${basis}`, columns };
}

function byPlan(doc: ComparisonDoc): Block<Plan> {
  const { language } = doc;
  const columns: Column<Plan>[] = [
    { key: 'place', title: 'column.place', width: 28, style: style('label'), cell: ({ record }) => record.place[language] },
    { key: 'level', title: 'column.place-level', width: 22, style: style('text'), cell: ({ record }) => say(doc, `level.${record.place.level}`) },
    { key: 'first', title: 'column.first-year', width: 8, style: style('year'), cell: ({ record }) => record.firstYear },
    { key: 'last', title: 'column.last-year', width: 8, style: style('year'), cell: ({ record }) => record.lastYear },
    ...seriesOf(doc).flatMap((series, index): Column<Plan>[] => {
      const name = `${series.indicator[language]} · ${say(doc, `basis.${series.basis}`)}`;
      const screenOnly = index >= MOST_PRINTED;
      return [
        {
          key: `v${index + 1}`,
          title: 'column.named',
          titleArgs: { name: `${name} (${unitShown(language, series.indicator.unit)})` },
          width: 14,
          screenOnly,
          style: (plan) => numberStyle(doc, cellOf(doc, plan, series).entry),
          cell: (plan) => shownValue(doc, cellOf(doc, plan, series)),
        },
        {
          key: `n${index + 1}`,
          title: 'column.named-note',
          titleArgs: { name },
          screenOnly,
          width: 18,
          style: style('wrap'),
          cell: (plan) => note(doc, cellOf(doc, plan, series)),
        },
      ];
    }),
    { key: 'key', title: 'column.plan-id', width: 36, style: style('key'), cell: ({ record }) => record.id },
  ];
  return { id: 'ovw', table: true, rows: doc.plans, rowKey: ({ record }) => record.id, columns };
}

/** Places, told apart by years or id where two plans are of one. */
function placeNames({ plans, language }: ComparisonDoc): string[] {
  const plain = plans.map(({ record }) => record.place[language]);
  const dated = plans.map(({ record }, index) => `${plain[index] ?? ''} ${record.firstYear}–${record.lastYear}`);
  const isTwice = (names: readonly string[], name: string | undefined): boolean => names.filter((each) => each === name).length > 1;
  return plans.map(({ record }, index) =>
    isTwice(plain, plain[index]) ? (isTwice(dated, dated[index]) ? record.id : (dated[index] ?? '')) : (plain[index] ?? ''),
  );
}

const shownValue = (doc: ComparisonDoc, { entry }: Cell): Content =>
  entry === null ? null : valueAt(doc, entry, { op: 'value', value: figureKey(entry.plan, entry.operands[0] ?? '') });

/** Year and bound of what is there, and whether it can be compared where others have it too; why there is nothing where there is not. */
function note(doc: ComparisonDoc, shown: Cell): string {
  const { entry } = shown;
  if (entry === null) return whyEmpty(doc, shown);
  const verdict = entry.verdict === 'incomparable' && entry.reasons.some(({ code }) => code !== 'alone') ? doc.words.verdict(entry) : '';
  const bound = entry.bound === 'eq' ? '' : say(doc, `bound.${entry.bound}`);
  return [yearsShown(entry) || say(doc, 'gate.year-unknown'), bound, verdict].filter((part) => part !== '').join(' · ');
}

function whyEmpty(doc: ComparisonDoc, { plan, series: { indicator, basis } }: Cell): string {
  const { id } = plan.record;
  const own = entriesOf(doc, id, indicator.id);
  const promise = basis === 'target' ? own.find(({ pace }) => pace?.growthKey) : undefined;
  if (promise) return say(doc, 'overview.growth', { printed: promise.printed.at(-1) ?? '' });
  for (const { id: other } of isSize(indicator) ? [] : indicator.lookAlikes) {
    const alike = doc.indicators.get(other);
    if (!alike || isSize(alike)) continue;
    const entry = principalEntry(plan, entriesOf(doc, id, other), basis);
    if (entry) return say(doc, 'overview.look-alike', { name: alike[doc.language], printed: entry.printed[0] ?? '' });
  }
  if (own.some((entry) => entry.basis === basis)) return say(doc, 'overview.other');
  return say(doc, plan.record.source.missing.length > 0 ? 'overview.annex' : 'overview.absent');
}
