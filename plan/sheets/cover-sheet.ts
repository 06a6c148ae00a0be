import { call, type Expr, name } from '../expression/expression.js';
import { message, type MessageCode } from '../messages/message.js';
import type { Block, Sheet } from '../workbook/block.js';
import { style } from '../workbook/style.js';
import { factsBlock } from './facts-block.js';
import { linesBlock, wrappedLines } from './intro-block.js';
import { MEASURABLE_COUNT, TARGET_COUNT } from './indicator-columns.js';
import { metCount, monitoringRows, RECORDED_COUNT } from './monitoring-sheet.js';
import { type PlanDoc, say } from './plan-doc.js';
import { type ContentsRow, contentsBlock, coverSection, type LegendRow, legendBlock, useBlock } from './cover-blocks.js';

/** What the workbook is about, what is in it and how to use it, on one page. */
export const coverSheet: Sheet<PlanDoc> = {
  id: 'cover',
  name: (language) => message(language, 'sheet.cover'),
  onePage: true,
  guarded: true,
  hidden: false,
  blocks: (doc) => [
    linesBlock('cov_title', [
      ...wrappedLines('title', 'title', doc.plan.record.title[doc.language]),
      { key: 'subtitle', look: 'subtitle', text: say(doc, 'cover.subtitle') },
    ]),
    ...coverSection(doc, 'cover.facts', factsBlock('cov_facts', doc, ['place', 'issuer', 'issued', 'period', 'base', 'document', 'grade', 'posted', 'note'])),
    ...coverSection(doc, 'cover.counts', countsBlock(doc)),
    ...coverSection(doc, 'cover.contents', contentsBlock(doc, CONTENTS)),
    ...coverSection(doc, 'cover.legend', legendBlock(doc, LEGEND)),
    ...coverSection(doc, 'cover.use', useBlock(doc, USE)),
  ],
};

interface Count {
  label: MessageCode;
  count: Expr | number;
}

/** Live counts over the other sheets; a sheet without rows has no names to count. */
function countsBlock(doc: PlanDoc): Block<Count> {
  const { claims, figures, record } = doc.plan;
  const counted = (column: string, rows: readonly unknown[]): Expr | number => (rows.length > 0 ? call('COUNTA', name(column)) : 0);
  const monitored = monitoringRows(doc).length > 0;
  const hasRows = figures.length > 0 || claims.length > 0;
  const rows: Count[] = [
    { label: 'count.targets', count: hasRows ? TARGET_COUNT : 0 },
    { label: 'count.baselines', count: hasRows ? MEASURABLE_COUNT : 0 },
    { label: 'count.figures', count: counted('fig_key', figures) },
    { label: 'count.claims', count: counted('clm_key', claims) },
    { label: 'count.missing', count: counted('mis_what', record.source.missing) },
    { label: 'count.recorded', count: monitored ? RECORDED_COUNT : 0 },
    { label: 'count.met', count: monitored ? metCount(doc) : 0 },
    { label: 'count.checks', count: call('COUNTA', name('chk_key')) },
    { label: 'count.failed', count: call('COUNTIF', name('chk_outcome'), say(doc, 'outcome.fail')) },
    { label: 'count.undecided', count: call('COUNTIF', name('chk_outcome'), say(doc, 'outcome.undecided')) },
    { label: 'count.left-out', count: counted('out_printed', record.leftOut) },
  ];
  return {
    id: 'cov_counts',
    table: false,
    rows,
    rowKey: ({ label }) => label,
    columns: [
      { key: 'label', title: 'column.item', width: 28, style: style('label'), cell: ({ label }) => say(doc, label) },
      { key: 'count', title: 'column.count', width: 72, style: style('count'), cell: ({ count }) => count },
    ],
  };
}

const CONTENTS: readonly ContentsRow[] = [
  { to: 'indicators', title: 'sheet.indicators', text: 'contents.indicators' },
  { to: 'pathway', title: 'sheet.pathway', text: 'contents.pathway' },
  { to: 'monitoring', title: 'sheet.monitoring', text: 'contents.monitoring' },
  { to: 'figures', title: 'sheet.figures', text: 'contents.figures' },
  { to: 'checks', title: 'sheet.checks', text: 'contents.checks' },
  { to: 'operands', title: 'sheet.operands', text: 'contents.operands' },
  { to: 'definitions', title: 'sheet.definitions', text: 'contents.definitions' },
  { to: 'sources', title: 'sheet.sources', text: 'contents.sources' },
];

const LEGEND: readonly LegendRow[] = [
  { look: 'swatch-input', text: 'legend.input', sample: '' },
  { look: 'swatch-formula', text: 'legend.formula', sample: '12.34' },
  { look: 'swatch-fact', text: 'legend.fact', sample: '12.34' },
  { look: 'swatch-blank', text: 'legend.blank', sample: '' },
];

const USE: readonly MessageCode[] = ['use.sort', 'use.decimals', 'use.contract', 'use.version'];
