import { call, type Expr, name } from '../../expression/expression.js';
import { message, type MessageCode } from '../../messages/message.js';
import { linesBlock, wrappedLines } from '../../sheets/intro-block.js';
import { say } from '../../sheets/plan-doc.js';
import type { Block, Sheet } from '../../workbook/block.js';
import { type Look, style } from '../../workbook/style.js';
import type { Entry } from '../comparison.js';
import type { ComparisonDoc } from './comparison-doc.js';
import { type ContentsRow, contentsBlock, coverSection, type LegendRow, legendBlock, useBlock } from '../../sheets/cover-blocks.js';

/** What is compared, how much of it can be, and where to find it, on one page. */
export const comparisonCoverSheet: Sheet<ComparisonDoc> = {
  id: 'cover',
  name: (language) => message(language, 'sheet.cover'),
  onePage: true,
  guarded: true,
  hidden: false,
  blocks: (doc) => [
    linesBlock('cov_title', [
      ...wrappedLines('title', 'title', doc.plan.record.title[doc.language]),
      { key: 'subtitle', look: 'subtitle', text: say(doc, 'compare.subtitle') },
    ]),
    ...coverSection(doc, 'compare-sources.plans', plansBlock(doc)),
    ...coverSection(doc, 'cover.counts', countsBlock(doc)),
    ...coverSection(doc, 'cover.contents', contentsBlock(doc, CONTENTS)),
    ...coverSection(doc, 'cover.legend', legendBlock(doc, LEGEND)),
    ...coverSection(doc, 'cover.use', useBlock(doc, USE)),
  ],
};

interface Line {
  key: string;
  label: string;
  content: Expr | string | number;
}

function pairs(id: string, rows: Line[], look: Look): Block<Line> {
  return {
    id,
    table: false,
    rows,
    rowKey: ({ key }) => key,
    columns: [
      { key: 'label', title: 'column.item', width: 28, style: style('label'), cell: ({ label }) => label },
      { key: 'content', title: 'column.content', width: 72, style: style(look), cell: ({ content }) => content },
    ],
  };
}

/** More plans than this fill a cover; all stand on Sources. */
const MOST_LISTED = 12;

function plansBlock(doc: ComparisonDoc): Block<Line> {
  const listed = doc.plans.slice(0, MOST_LISTED).map(({ record }): Line => ({
    key: record.id,
    label: record.place[doc.language],
    content: `${say(doc, `level.${record.place.level}`)} · ${say(doc, 'cover.years', { first: record.firstYear, last: record.lastYear })} · ${record.title[doc.language]}`,
  }));
  const more = doc.plans.length - listed.length;
  return pairs('cov_plans', more > 0 ? [...listed, { key: 'more', label: '…', content: say(doc, 'cover.more-plans', { count: more }) }] : listed, 'text');
}

function countsBlock(doc: ComparisonDoc): Block<Line> {
  const { comparison, plans } = doc;
  const verdict = (code: 'ranked' | 'size' | 'incomparable'): number => comparison.entries.filter((entry: Entry) => entry.verdict === code).length;
  const live = (column: string, rows: number): Expr | number => (rows > 0 ? call('COUNTA', name(column)) : 0);
  const places = new Set(comparison.plans.map(({ code, place }) => code ?? place.zh)).size;
  const counts: [MessageCode, Expr | number][] = [
    ['count.plans', live('src_key', plans.length)],
    ['count.places', places],
    [
      'count.figures',
      live(
        'fig_key',
        plans.reduce((sum, { figures }) => sum + figures.length, 0),
      ),
    ],
    ['count.entries', live('cmp_key', comparison.entries.length)],
    ['count.ranked', verdict('ranked')],
    ['count.sizes', verdict('size')],
    ['count.incomparable', verdict('incomparable')],
    ['count.groups', live('grp_key', comparison.groups.length)],
  ];
  return pairs(
    'cov_counts',
    counts.map(([code, content]) => ({ key: code, label: say(doc, code), content })),
    'count',
  );
}

const CONTENTS: readonly ContentsRow[] = [
  { to: 'overview', title: 'sheet.overview', text: 'contents.overview' },
  { to: 'comparability', title: 'sheet.comparability', text: 'contents.comparability' },
  { to: 'ranking', title: 'sheet.ranking', text: 'contents.ranking' },
  { to: 'ambition', title: 'sheet.ambition', text: 'contents.ambition' },
  { to: 'paces', title: 'sheet.paces', text: 'contents.paces' },
  { to: 'figures', title: 'sheet.figures', text: 'contents.compare-figures' },
  { to: 'checks', title: 'sheet.checks', text: 'contents.compare-checks' },
  { to: 'definitions', title: 'sheet.definitions', text: 'contents.compare-definitions' },
  { to: 'sources', title: 'sheet.sources', text: 'contents.compare-sources' },
];

const LEGEND: readonly LegendRow[] = [
  { look: 'swatch-input', text: 'legend.compare-input', sample: '' },
  { look: 'swatch-formula', text: 'legend.compare-formula', sample: '12.34' },
  { look: 'swatch-fact', text: 'legend.fact', sample: '12.34' },
];

const USE: readonly MessageCode[] = ['use.compare-choose', 'use.compare-correct', 'use.decimals', 'use.compare-contract', 'use.version'];
