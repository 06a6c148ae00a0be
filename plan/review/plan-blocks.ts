import type { DraftFacts } from '../draft/draft-record.js';
import { call, type Expr, name } from '../expression/expression.js';
import type { MessageCode } from '../messages/message.js';
import type { AnyBlock, Block, Validation } from '../workbook/block.js';
import { style } from '../workbook/style.js';
import { INPUT } from './inputs.js';
import { type ReviewDoc, sayIn } from './review-doc.js';
import { LISTS } from './shown.js';
import { sectionTitle } from '../sheets/section.js';

type FactKey = 'id' | Exclude<keyof DraftFacts, 'titleEn' | 'placeEn' | 'parentEn' | 'issuerEn'>;

interface FactRow {
  fact: FactKey;
  label: MessageCode;
  input: Validation;
  /** The fact that holds its English name. */
  english?: 'titleEn' | 'placeEn' | 'parentEn' | 'issuerEn';
}

/** The facts of a plan, a row each. */
export const FACTS: readonly FactRow[] = [
  { fact: 'id', label: 'review.fact.id', input: INPUT.text },
  { fact: 'title', label: 'review.fact.title', input: INPUT.text, english: 'titleEn' },
  { fact: 'place', label: 'cover.place', input: INPUT.text, english: 'placeEn' },
  { fact: 'level', label: 'review.fact.level', input: INPUT.level },
  { fact: 'code', label: 'review.fact.code', input: INPUT.text },
  { fact: 'parent', label: 'review.fact.parent', input: INPUT.text, english: 'parentEn' },
  { fact: 'parentCode', label: 'review.fact.parent-code', input: INPUT.text },
  { fact: 'issuer', label: 'cover.issuer', input: INPUT.text, english: 'issuerEn' },
  { fact: 'issued', label: 'cover.issued', input: INPUT.text },
  { fact: 'baseYear', label: 'cover.base', input: INPUT.year },
  { fact: 'firstYear', label: 'review.fact.first-year', input: INPUT.year },
  { fact: 'lastYear', label: 'review.fact.last-year', input: INPUT.year },
  { fact: 'document', label: 'cover.document', input: INPUT.text },
  { fact: 'sha256', label: 'cover.sha256', input: INPUT.text },
  { fact: 'grade', label: 'cover.grade', input: INPUT.grade },
];

/** The first sheet: how much is still to review, live, and the plan's facts. */
export const planBlocks = (doc: ReviewDoc): AnyBlock[] => [
  sectionTitle('rvp_counts', sayIn(doc, 'review.counts')),
  countsBlock(doc),
  sectionTitle('rvp_facts', sayIn(doc, 'review.facts')),
  factsBlock(doc),
];

function countsBlock(doc: ReviewDoc): Block<{ label: MessageCode; count: Expr }> {
  const open = (column: string): Expr => call('COUNTIF', name(column), sayIn(doc, 'review.open'));
  return {
    ...{ id: 'rvn', table: false, rowKey: ({ label }) => label },
    rows: [
      { label: 'review.count.figures', count: open('rvf_state') },
      { label: 'review.count.claims', count: open('rvc_state') },
    ],
    columns: [
      { key: 'label', title: 'column.item', width: 26, style: style('label'), cell: ({ label }) => sayIn(doc, label) },
      { key: 'count', title: 'column.count', width: 68, style: style('count'), cell: ({ count }) => count },
    ],
  };
}

const TEXT = style('text', '@');

function factsBlock(doc: ReviewDoc): Block<FactRow> {
  const { draft, language } = doc;
  const shown = ({ fact }: FactRow): string | number | null => {
    if (fact === 'id') return draft.id;
    const held = draft.facts[fact];
    return fact === 'level' && draft.facts.level
      ? sayIn(doc, LISTS.level[draft.facts.level])
      : fact === 'grade'
        ? sayIn(doc, LISTS.grade[draft.facts.grade])
        : held;
  };
  const doubt = ({ fact }: FactRow): string | null => {
    const reasons = draft.doubts.filter((each) => each.fact === fact).map(({ reason }) => sayIn(doc, reason.code, reason.args));
    return reasons.length > 0 ? reasons.join(language === 'zh' ? '；' : '; ') : null;
  };
  return {
    ...{ id: 'rvp', table: true, rows: FACTS, rowKey: ({ fact }) => fact },
    columns: [
      { key: 'item', title: 'column.item', width: 26, style: style('label'), cell: ({ label }) => sayIn(doc, label) },
      {
        key: 'value',
        title: 'column.content',
        width: 68,
        style: ({ input }) => (input === INPUT.year ? style('year', '0') : TEXT),
        input: ({ input }) => input,
        cell: shown,
      },
      {
        ...{ key: 'english', title: 'review.column.english', width: 50, style: TEXT, input: ({ english }) => (english ? INPUT.text : null) },
        cell: ({ english }) => (english ? draft.facts[english] : null),
      },
      { key: 'doubt', title: 'review.column.doubt', width: 46, style: style('wrap'), cell: doubt },
      { key: 'key', title: 'column.key', width: 12, style: style('key'), cell: ({ fact }) => fact },
    ],
  };
}
