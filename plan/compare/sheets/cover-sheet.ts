import { call, type Expr, name } from '../../expression/expression.js';
import { message, type MessageCode } from '../../messages/message.js';
import { linesBlock, wrappedLines } from '../../sheets/intro-block.js';
import { say } from '../../sheets/plan-doc.js';
import type { AnyBlock, Block, Sheet, SheetId } from '../../workbook/block.js';
import { type Look, style } from '../../workbook/style.js';
import type { Entry } from '../comparison.js';
import type { ComparisonDoc } from './comparison-doc.js';

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
    ...section(doc, 'compare-sources.plans', plansBlock(doc)),
    ...section(doc, 'cover.counts', countsBlock(doc)),
    ...section(doc, 'cover.contents', contentsBlock(doc)),
    ...section(doc, 'cover.legend', legendBlock(doc)),
    ...section(doc, 'cover.use', useBlock(doc)),
  ],
};

function section(doc: ComparisonDoc, title: MessageCode, block: AnyBlock): AnyBlock[] {
  const heading = linesBlock(`sec_${block.id}`, [{ key: 'title', look: 'section', text: say(doc, title) }]);
  return [{ ...heading, joined: true }, block];
}

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

const CONTENTS: readonly { to: SheetId; title: MessageCode; text: MessageCode }[] = [
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

function contentsBlock(doc: ComparisonDoc): Block<(typeof CONTENTS)[number]> {
  return {
    id: 'cov_contents',
    table: false,
    rows: CONTENTS,
    rowKey: ({ to }) => to,
    columns: [
      { key: 'link', title: 'column.item', width: 28, style: style('link'), cell: ({ to, title }) => ({ text: say(doc, title), to }) },
      { key: 'text', title: 'column.content', width: 72, style: style('text'), cell: ({ text }) => say(doc, text) },
    ],
  };
}

const LEGEND: readonly { look: Look; text: MessageCode; sample: string }[] = [
  { look: 'swatch-input', text: 'legend.compare-input', sample: '' },
  { look: 'swatch-formula', text: 'legend.compare-formula', sample: '12.34' },
  { look: 'swatch-fact', text: 'legend.fact', sample: '12.34' },
];

function legendBlock(doc: ComparisonDoc): Block<(typeof LEGEND)[number]> {
  return {
    id: 'cov_legend',
    table: false,
    rows: LEGEND,
    rowKey: ({ look }) => look,
    columns: [
      { key: 'sample', title: 'column.item', width: 28, style: ({ look }) => style(look), cell: ({ sample }) => sample || null },
      { key: 'text', title: 'column.content', width: 72, style: style('text'), cell: ({ text }) => say(doc, text) },
    ],
  };
}

function useBlock(doc: ComparisonDoc): AnyBlock {
  const codes: MessageCode[] = ['use.compare-choose', 'use.compare-correct', 'use.decimals', 'use.compare-contract', 'use.version'];
  return linesBlock(
    'cov_use',
    codes.flatMap((code) => wrappedLines(code, 'plain', say(doc, code, { version: doc.version }))),
  );
}
