import { byKey, cell, divide, type Expr, multiply, present, when } from '../../expression/expression.js';
import { message } from '../../messages/message.js';
import type { Plan } from '../../plan.js';
import { introBlock } from '../../sheets/intro-block.js';
import { say } from '../../sheets/plan-doc.js';
import { section } from '../../sheets/section.js';
import type { Block, Content, Sheet } from '../../workbook/block.js';
import { decimalFormat, style } from '../../workbook/style.js';
import type { Denominator, Entry } from '../comparison.js';
import { unitShown } from '../names.js';
import { DENOMINATOR_NAMES } from '../reason-text.js';
import { type ComparisonDoc, figureOf } from './comparison-doc.js';
import { denominatorKey, figureKey } from './value-cells.js';

/** Where everything comes from: documents, denominators, and annexes the documents lack. */
export const comparisonSourcesSheet: Sheet<ComparisonDoc> = {
  id: 'sources',
  name: (language) => message(language, 'sheet.sources'),
  guarded: false,
  hidden: false,
  blocks: (doc) => [
    introBlock(doc, 'sources', 'sheet.sources', 'compare-sources.intro'),
    ...section(doc, 'compare-sources.plans', plansBlock(doc)),
    ...section(doc, 'compare-sources.denominators', denominatorsBlock(doc)),
    ...section(doc, 'compare-sources.missing', missingBlock(doc)),
  ],
};

function plansBlock(doc: ComparisonDoc): Block<Plan> {
  const { language } = doc;
  const text = style('text');
  const unknown = say(doc, 'cover.unknown');
  return {
    id: 'src',
    table: true,
    rows: doc.plans,
    rowKey: ({ record }) => record.id,
    columns: [
      { key: 'place', title: 'column.place', width: 26, style: style('label'), cell: ({ record }) => record.place[language] },
      { key: 'level', title: 'column.place-level', width: 22, style: text, cell: ({ record }) => say(doc, `level.${record.place.level}`) },
      { key: 'period', title: 'cover.period', width: 12, style: style('year'), cell: ({ record }) => `${record.firstYear}–${record.lastYear}` },
      { key: 'title', title: 'column.plan', width: 66, style: style('wrap'), cell: ({ record }) => record.title[language] },
      { key: 'issuer', title: 'column.issuer', width: 30, style: text, cell: ({ record }) => record.issuer?.[language] ?? unknown },
      { key: 'issued', title: 'column.issued', width: 14, style: text, cell: ({ record }) => record.issued ?? unknown },
      { key: 'document', title: 'column.document', width: 28, style: text, cell: ({ record }) => record.source.document },
      { key: 'grade', title: 'column.grade', width: 14, style: text, cell: ({ record }) => say(doc, `grade.${record.source.grade}`) },
      { key: 'sha256', title: 'column.sha256', width: 68, style: style('key'), cell: ({ record }) => record.source.sha256 },
      { key: 'key', title: 'column.plan-id', width: 26, style: style('key'), cell: ({ record }) => record.id },
    ],
  };
}

interface DenominatorRow {
  key: string;
  entry: Entry;
  denominator: Denominator;
}

function denominatorsBlock(doc: ComparisonDoc): Block<DenominatorRow> {
  const { language } = doc;
  const rows = new Map<string, DenominatorRow>();
  for (const entry of doc.comparison.entries) {
    const key = denominatorKey(entry);
    if (key !== null && entry.denominator !== null && !rows.has(key)) rows.set(key, { key, entry, denominator: entry.denominator });
  }
  const number = style('number', decimalFormat(2));
  const keyAt = ({ denominator, entry }: DenominatorRow, index: number): string | null => {
    const operand = denominator.operands[index];
    return operand === undefined ? null : figureKey(entry.plan, operand);
  };
  return {
    id: 'den',
    table: true,
    rows: [...rows.values()],
    rowKey: ({ key }) => key,
    columns: [
      { key: 'place', title: 'column.place', width: 26, style: style('label'), cell: ({ entry }) => entry.place[language] },
      {
        key: 'indicator',
        title: 'column.denominator',
        width: 16,
        style: style('text'),
        cell: ({ denominator }) => DENOMINATOR_NAMES[language][denominator.indicator] ?? null,
      },
      { key: 'year', title: 'column.year', width: 12, style: style('year'), cell: ({ entry }) => entry.year },
      { key: 'source', title: 'column.denominator-source', width: 66, style: style('wrap'), cell: (row) => sourceText(doc, row) },
      { key: 'unit', title: 'column.unit', width: 18, style: style('text'), cell: ({ denominator }) => unitShown(language, denominator.unit) },
      { key: 'value', title: 'column.value', width: 14, style: number, cell: (row) => ended(doc, row, 'value') },
      { key: 'low', title: 'column.low', width: 14, style: number, cell: (row) => ended(doc, row, 'low') },
      { key: 'high', title: 'column.high', width: 14, style: number, cell: (row) => ended(doc, row, 'high') },
      { key: 'part_key', title: 'column.figure-key', width: 40, style: style('key'), cell: (row) => keyAt(row, 0) },
      { key: 'share_key', title: 'column.share-key', width: 40, style: style('key'), cell: (row) => keyAt(row, 1) },
      { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: ({ key }) => key },
    ],
  };
}

/** The yearbook's name, or the figures it follows from. */
function sourceText(doc: ComparisonDoc, { denominator: { source, from, operands }, entry: { plan } }: DenominatorRow): string {
  const printed = operands.map((key) => {
    const figure = figureOf(doc, plan, key);
    return figure ? `${figure.indicator[doc.language]} ${figure.printings[0].printed}` : key;
  });
  const text = from?.[doc.language] ?? printed.join(' ÷ ');
  return `${say(doc, `denominator.${source}`)}${doc.language === 'zh' ? '：' : ': '}${text}`;
}

/** Live where it follows from figures of the workbook; a yearbook's stands as printed. */
function ended(doc: ComparisonDoc, { denominator }: DenominatorRow, which: 'value' | 'low' | 'high'): Content {
  if (!doc.live || denominator.source === 'context') return denominator[which];
  const at = (column: string, key: string): Expr => byKey(`fig_${column}`, cell(key), 'fig_key');
  const [part, share] = denominator.operands;
  const top = at(which, 'part_key');
  if (part === undefined || share === undefined) return when(present(top), multiply(top, denominator.scale), '');
  const bottom = at(which === 'low' ? 'high' : which === 'high' ? 'low' : 'value', 'share_key');
  return when(present(top, bottom), multiply(divide(top, bottom), denominator.scale), '');
}

interface MissingRow {
  plan: Plan;
  what: Plan['record']['source']['missing'][number];
  key: string;
}

function missingBlock(doc: ComparisonDoc): Block<MissingRow> {
  return {
    id: 'mis',
    table: true,
    rows: doc.plans.flatMap((plan) => plan.record.source.missing.map((what, index) => ({ plan, what, key: `${plan.record.id}#${index + 1}` }))),
    rowKey: ({ key }) => key,
    columns: [
      { key: 'place', title: 'column.place', width: 26, style: style('label'), cell: ({ plan }) => plan.record.place[doc.language] },
      { key: 'level', title: 'column.place-level', width: 22, style: style('text'), cell: ({ plan }) => say(doc, `level.${plan.record.place.level}`) },
      { key: 'period', title: 'cover.period', width: 12, style: style('year'), cell: ({ plan }) => `${plan.record.firstYear}–${plan.record.lastYear}` },
      { key: 'what', title: 'column.what', width: 66, style: style('wrap'), cell: ({ what }) => what.what[doc.language] },
      { key: 'lost', title: 'column.lost', width: 30, style: style('text'), cell: ({ what }) => say(doc, `lost.${what.lost}`) },
      { key: 'key', title: 'column.key', width: 26, style: style('key'), cell: ({ key }) => key },
    ],
  };
}
