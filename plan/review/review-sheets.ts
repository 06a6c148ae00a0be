import type { ClaimEntry, FigureEntry } from '../draft/draft-record.js';
import { message } from '../messages/message.js';
import type { AnyBlock, Block, Column, Sheet, SheetId } from '../workbook/block.js';
import { style } from '../workbook/style.js';
import { linesBlock, wrappedLines } from '../sheets/intro-block.js';
import { type EntryRow, entryRows, sharedColumns, words, years } from './entry-columns.js';
import { INPUT } from './inputs.js';
import { planBlocks } from './plan-blocks.js';
import { type ReviewDoc, sayIn } from './review-doc.js';
import { LISTS } from './shown.js';

type Part = 'plan' | 'figures' | 'claims' | 'indicators';
const WIDE = { title: 68, text: 130 };

/** A sheet with its title, how to use it, and its blocks. */
const sheet = (part: Part, blocks: (doc: ReviewDoc) => AnyBlock[]): Sheet<ReviewDoc> => ({
  id: `review-${part}` satisfies SheetId,
  name: (language) => message(language, `review.sheet.${part}`),
  guarded: part !== 'indicators',
  hidden: false,
  blocks: (doc) => [
    linesBlock(`rv${part.charAt(0)}_intro`, [
      ...wrappedLines('title', 'title', `${doc.draft.facts.title ?? doc.draft.id} · ${sayIn(doc, `review.sheet.${part}`)}`, WIDE),
      ...wrappedLines('intro', 'intro', sayIn(doc, `review.intro.${part}`), WIDE),
    ]),
    ...blocks(doc),
  ],
});

/** The sheets of a review workbook: the plan's facts, its figures, its claims, and the indicators to choose from. */
export const REVIEW_SHEETS: readonly Sheet<ReviewDoc>[] = [
  sheet('plan', planBlocks),
  sheet('figures', (doc) => [figuresBlock(doc)]),
  sheet('claims', (doc) => [claimsBlock(doc)]),
  sheet('indicators', (doc) => [indicatorsBlock(doc)]),
];

const yes = (doc: ReviewDoc, holds: boolean): string | null => (holds ? sayIn(doc, LISTS.yes.yes) : null);

function figuresBlock(doc: ReviewDoc): Block<EntryRow<FigureEntry>> {
  const { first, subject, decision, last } = sharedColumns<FigureEntry>(doc);
  return {
    ...{ id: 'rvf', table: true, rows: entryRows(doc.draft.figures, doc.spare.figures), rowKey: ({ id }) => id },
    columns: [
      ...first,
      ...subject,
      years<FigureEntry>('year', 'column.year', ({ year }) => year),
      words<FigureEntry>('role', 'column.role', 9, INPUT.role, ({ role }) => sayIn(doc, LISTS.role[role])),
      ...decision,
      years<FigureEntry>('from', 'column.from', ({ fromYear }) => fromYear),
      years<FigureEntry>('guess', 'review.column.guess', ({ guess }) => guess),
      words<FigureEntry>('estimated', 'review.column.estimated', 11, INPUT.yes, ({ estimated }) => yes(doc, estimated)),
      words<FigureEntry>('every', 'review.column.every', 8, INPUT.yes, ({ everyYear }) => yes(doc, everyYear)),
      ...last,
    ],
  };
}

function claimsBlock(doc: ReviewDoc): Block<EntryRow<ClaimEntry>> {
  const { first, subject, decision, last } = sharedColumns<ClaimEntry>(doc);
  return {
    ...{ id: 'rvc', table: true, rows: entryRows(doc.draft.claims, doc.spare.claims), rowKey: ({ id }) => id },
    columns: [
      ...first,
      words<ClaimEntry>('kind', 'column.kind', 12, INPUT.kind, ({ kind }) => sayIn(doc, LISTS.kind[kind])),
      ...subject,
      years<ClaimEntry>('from', 'column.claim_from', ({ fromYear }) => fromYear),
      years<ClaimEntry>('to', 'column.claim_to', ({ toYear }) => toYear),
      ...decision,
      words<ClaimEntry>('among', 'review.column.among', 10, INPUT.text, ({ among }) => among),
      words<ClaimEntry>('whole', 'review.column.whole', 8, INPUT.parts, ({ whole }) => whole),
      words<ClaimEntry>('parts', 'review.column.parts', 14, INPUT.parts, ({ parts }) => parts.join(', ') || null),
      ...last,
    ],
  };
}

interface IndicatorRow {
  id: string;
  name: string;
  unit: string;
  definition: string;
}

function indicatorsBlock({ catalogue, language }: ReviewDoc): Block<IndicatorRow> {
  const column = (key: keyof IndicatorRow, title: Column<IndicatorRow>['title'], width: number, look: 'label' | 'wrap' | 'key'): Column<IndicatorRow> => ({
    ...{ key: key === 'id' ? 'key' : key, title, width, style: style(look) },
    cell: (row) => row[key],
  });
  return {
    ...{ id: 'rvi', table: true, rowKey: ({ id }) => id },
    rows: Object.entries(catalogue.indicators).map(([id, entry]) => ({ id, name: entry[language], unit: entry.unit, definition: entry.definition[language] })),
    columns: [
      column('name', 'column.indicator', 44, 'label'),
      column('unit', 'column.unit', 12, 'label'),
      column('definition', 'review.column.definition', 90, 'wrap'),
      column('id', 'column.key', 34, 'key'),
    ],
  };
}
