import { message } from '../messages/message.js';
import type { Record } from '../record/schema.js';
import type { AnyBlock, Block, Sheet } from '../workbook/block.js';
import { distinctKeys } from '../workbook/distinct-keys.js';
import { style } from '../workbook/style.js';
import { claimsBlock } from './claims-block.js';
import { contextBlock } from './context-block.js';
import { runningFactsBlock } from './facts-block.js';
import { introBlock, linesBlock } from './intro-block.js';
import { type PlanDoc, say, showLocator } from './plan-doc.js';
import { sectionTitle } from './section.js';

/** Where the figures come from, what the source lacks, and what was read but not taken. */
export const sourcesSheet: Sheet<PlanDoc> = {
  id: 'sources',
  name: (language) => message(language, 'sheet.sources'),
  guarded: false,
  hidden: false,
  blocks: (doc) => [
    introBlock(doc, 'sources', 'sheet.sources', 'sources.intro'),
    ...section(doc, 'facts', runningFactsBlock('src', doc, ['document', 'grade', 'posted', 'issuer', 'issued', 'sha256', 'note'])),
    ...section(doc, 'missing', missingBlock(doc)),
    ...section(doc, 'claims', claimsBlock(doc)),
    ...contextSection(doc),
    ...section(doc, 'left-out', leftOutBlock(doc)),
  ],
};

function section(doc: PlanDoc, part: 'claims' | 'missing' | 'left-out' | 'facts', block: AnyBlock): AnyBlock[] {
  const title = sectionTitle(`sec_${part}`, say(doc, `sources.${part}`));
  const empty = linesBlock(`none_${part}`, [{ key: 'none', look: 'text', text: say(doc, 'sources.none') }]);
  return [title, block.rows.length > 0 ? block : empty];
}

/** Few plans have context: where there is none, nothing is said of it. */
function contextSection(doc: PlanDoc): AnyBlock[] {
  const block = contextBlock(doc);
  if (block.rows.length === 0) return [];
  return [sectionTitle('sec_context', say(doc, 'sources.context')), block];
}

/** Keys run on to the right, where the widest table has its numbers. */
const KEY = 12;

interface MissingRow {
  entry: Record['source']['missing'][number];
  key: string;
}

function missingBlock(doc: PlanDoc): Block<MissingRow> {
  const { missing } = doc.plan.record.source;
  const keys = distinctKeys(missing, ({ at, what }) => `${at}|${what.zh}`);
  return {
    id: 'mis',
    table: true,
    rows: missing.map((entry, index) => ({ entry, key: keys[index] ?? '' })),
    rowKey: ({ key }) => key,
    columns: [
      { key: 'what', title: 'column.what', width: 40, style: style('label'), cell: ({ entry }) => entry.what[doc.language] },
      { key: 'locator', title: 'column.locator', width: 22, style: style('text'), cell: ({ entry }) => showLocator(doc, entry.at) },
      { key: 'lost', title: 'column.lost', width: 20, style: style('text'), cell: ({ entry }) => say(doc, `lost.${entry.lost}`) },
      { key: 'key', title: 'column.key', width: KEY, style: style('key'), cell: ({ key }) => key },
    ],
  };
}

interface LeftOutRow {
  entry: Record['leftOut'][number];
  key: string;
}

function leftOutBlock(doc: PlanDoc): Block<LeftOutRow> {
  return {
    id: 'out',
    table: true,
    rows: doc.plan.record.leftOut.map((entry, index) => ({ entry, key: `${entry.at}|${entry.printed}#${index + 1}` })),
    rowKey: ({ key }) => key,
    columns: [
      { key: 'printed', title: 'column.printed', width: 40, style: style('label'), cell: ({ entry }) => entry.printed },
      { key: 'locator', title: 'column.locator', width: 22, style: style('text'), cell: ({ entry }) => showLocator(doc, entry.at) },
      { key: 'why', title: 'column.why', width: 20, style: style('text'), cell: ({ entry }) => say(doc, `why.${entry.why}`) },
      { key: 'note', title: 'column.note', width: 28, style: style('text'), cell: ({ entry }) => entry.note?.[doc.language] ?? null },
      { key: 'key', title: 'column.key', width: KEY, style: style('key'), cell: ({ key }) => key },
    ],
  };
}
