import type { DraftEntry, DraftRecord } from '../draft/draft-record.js';
import { cell, equal, unequal, when } from '../expression/expression.js';
import type { MessageCode } from '../messages/message.js';
import type { Column, Content, Validation } from '../workbook/block.js';
import { style } from '../workbook/style.js';
import { INPUT } from './inputs.js';
import { contextOf, type ReviewDoc, sayIn } from './review-doc.js';

/** A figure or claim under review, or an empty row for one that a person adds. */
export interface EntryRow<E> {
  id: string;
  each: DraftEntry<E> | null;
}

interface AnyEntry {
  indicator: string | null;
  name: string;
  scope: string | null;
  printed: string;
  unit: string | null;
  at: string;
}

/** Text stays text: 12% is not to become 0.12, nor 2021-11 a date. */
const TEXT = style('text', '@');

/** An input column of words. */
export const words = <E>(key: string, title: MessageCode, width: number, input: Validation, read: (entry: E) => Content): Column<EntryRow<E>> => ({
  ...{ key, title, width, style: TEXT, input: () => input },
  cell: ({ each }) => (each ? read(each.entry) : null),
});

/** An input column of years. */
export const years = <E>(key: string, title: MessageCode, read: (entry: E) => number | null): Column<EntryRow<E>> => ({
  ...{ key, title, width: 9, style: style('year', '0'), input: () => INPUT.year },
  cell: ({ each }) => (each ? read(each.entry) : null),
});

const fact = <E>(key: string, title: MessageCode, width: number, read: (each: DraftEntry<E>) => Content): Column<EntryRow<E>> => ({
  ...{ key, title, width, style: style('wrap') },
  cell: ({ each }) => (each ? read(each) : null),
});

/** The columns that figures and claims share: what is printed and where, and what the reviewer decides. */
export function sharedColumns<E extends AnyEntry>(doc: ReviewDoc): Record<'first' | 'subject' | 'decision' | 'last', Column<EntryRow<E>>[]> {
  const indicatorName = ({ indicator }: E): Content => (indicator === null ? null : (doc.catalogue.indicators[indicator]?.[doc.language] ?? indicator));
  return {
    first: [
      words<E>('printed', 'column.printed', 18, INPUT.printed, ({ printed }) => printed),
      fact('context', 'review.column.context', 56, ({ entry }) => contextOf(doc, entry.at, entry.printed)),
    ],
    subject: [words<E>('indicator', 'column.indicator', 34, INPUT.indicator, indicatorName)],
    decision: [
      words<E>('scope', 'column.scope', 14, INPUT.scope, ({ scope }) => scopeText(doc.draft, scope)),
      words<E>('unit', 'column.unit', 10, INPUT.unit, ({ unit }) => unit),
      {
        key: 'state',
        title: 'review.column.state',
        width: 12,
        least: 10,
        style: ({ each }) => style(each?.review ? 'progress' : 'text'),
        cell: ({ each }) => stateOf(doc, each),
      },
      fact('reason', 'review.column.reason', 34, ({ review }) => (review ? sayIn(doc, review.code, review.args) : null)),
      {
        ...{ key: 'decision', title: 'review.column.decision', width: 10, style: style('text'), input: () => INPUT.decision },
        cell: ({ each }) => (each && !each.review ? sayIn(doc, 'review.accept') : null),
      },
      { ...{ key: 'remark', title: 'column.note', width: 24, style: TEXT, input: () => INPUT.text }, cell: ({ each }) => each?.remark ?? null },
    ],
    last: [
      fact('name', 'review.column.name', 24, ({ entry }) => entry.name || null),
      words<E>('at', 'column.locator', 14, INPUT.locator, ({ at }) => at),
      { key: 'key', title: 'column.key', width: 8, style: style('key'), cell: ({ id }) => id },
    ],
  };
}

/** To review until something is decided; the count on the first sheet follows. */
function stateOf<E>(doc: ReviewDoc, each: DraftEntry<E> | null): Content {
  if (!each) return when(unequal(cell('printed'), ''), sayIn(doc, 'review.added'), '');
  if (!each.review) return sayIn(doc, 'review.certain');
  return when(equal(cell('decision'), ''), sayIn(doc, 'review.open'), sayIn(doc, 'review.decided'));
}

const scopeText = ({ scopes }: DraftRecord, scope: string | null): string | null =>
  scope === null ? null : (scopes.find(({ slug }) => slug === scope)?.zh ?? scope);

/** The entries, and below them the empty rows. */
export const entryRows = <E>(entries: readonly DraftEntry<E>[], spare: number): EntryRow<E>[] => [
  ...entries.map((each) => ({ id: each.id, each })),
  ...Array.from({ length: spare }, (_, index) => ({ id: `n${index + 1}`, each: null })),
];
