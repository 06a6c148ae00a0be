import { above, add, call, cell, equal, type Expr, greaterOrEqual, join, multiply, name, present, subtract, when } from '../../expression/expression.js';
import { message } from '../../messages/message.js';
import { introBlock, linesBlock } from '../../sheets/intro-block.js';
import { say } from '../../sheets/plan-doc.js';
import type { Block, Chart, Column, Sheet } from '../../workbook/block.js';
import { decimalFormat, style } from '../../workbook/style.js';
import type { ComparisonDoc } from './comparison-doc.js';
import { groupName } from '../names.js';

/** One group of the reader's choice: level beside ambition, ranked anew whenever a value changes, with charts. */
export const ambitionSheet: Sheet<ComparisonDoc> = {
  id: 'ambition',
  name: (language) => message(language, 'sheet.ambition'),
  guarded: true,
  hidden: false,
  blocks: (doc) => {
    const intro = introBlock(doc, 'ambition', 'sheet.ambition', 'ambition.intro');
    const slots = slotsOf(doc);
    if (slots === 0) return [intro, linesBlock('sel_none', [{ key: 'none', look: 'text', text: say(doc, 'ambition.none') }])];
    return [intro, choiceBlock(doc), chosenBlock(slots)];
  },
  charts: (doc) => (slotsOf(doc) === 0 ? [] : chartsOf(doc)),
};

/** Rows of the chosen group: enough for the largest, and no more than are ranked at once in a blink. */
const MOST_SLOTS = 1_000;
const slotsOf = ({ comparison: { groups } }: ComparisonDoc): number =>
  Math.min(
    MOST_SLOTS,
    groups.reduce((most, { members }) => Math.max(most, members.length), 0),
  );

/** What is shown until the reader chooses: the targets that most places share. */
function firstChoice(doc: ComparisonDoc): string {
  const { groups } = doc.comparison;
  const targets = groups.filter(({ basis }) => basis === 'target');
  const [first] = [...(targets.length > 0 ? targets : groups)].sort((a, b) => b.members.length - a.members.length);
  const indicator = first && doc.indicators.get(first.indicator);
  return first && indicator ? groupName(doc.language, first, indicator) : '';
}

/** The one cell in which a group is chosen, from all groups' names. */
function choiceBlock(doc: ComparisonDoc): Block<{ key: string }> {
  return {
    id: 'pick',
    table: false,
    rows: [{ key: 'choice' }],
    rowKey: ({ key }) => key,
    cellNames: { column: 'value', nameOf: () => 'sel_choice' },
    columns: [
      { key: 'label', title: 'column.choice', width: 24, style: style('label'), cell: () => say(doc, 'column.choice') },
      {
        key: 'value',
        title: 'column.chosen',
        width: 50,
        least: 50,
        style: style('text'),
        cell: () => firstChoice(doc),
        input: () => ({ kind: 'names', name: 'grp_name', title: 'validation.choice.title', text: 'validation.choice.text' }),
      },
    ],
  };
}

/** A row of the chosen group. Its helpers hold the group's k-th member as generated; what is shown is the member that is k-th now. */
interface Slot {
  k: number;
}

function chosenBlock(slots: number): Block<Slot> {
  const text = style('text');
  const number = style('number', decimalFormat(2));
  const columns: Column<Slot>[] = [
    { key: 'rank', title: 'column.rank', width: 24, style: style('progress'), cell: ({ k }) => (k === 1 ? FIRST_RANK : NEXT_RANK) },
    { key: 'place', title: 'column.place', width: 50, style: text, cell: () => shown('place') },
    { key: 'value', title: 'column.shown-value', width: 14, style: number, cell: () => shown('value') },
    { key: 'unit', title: 'column.unit', width: 22, style: text, cell: () => shown('unit') },
    { key: 'bound', title: 'column.bound', width: 14, style: text, cell: () => shown('bound') },
    { key: 'years', title: 'column.year', width: 14, style: style('year'), cell: () => shown('years') },
    { key: 'pace', title: 'column.pace', width: 16, least: 16, style: number, cell: () => paced('pace') },
    { key: 'history_pace', title: 'column.history_pace', width: 14, style: number, cell: () => paced('history_pace') },
    { key: 'ambition', title: 'column.ambition', width: 16, least: 16, style: number, cell: () => paced('ambition') },
    {
      key: 'pace_unit',
      title: 'column.pace_unit',
      width: 22,
      style: text,
      cell: () => when(present(cell('pace')), ofRow('pac_pace_unit', cell('pace_row')), ''),
    },
    { key: 'because', title: 'column.because', width: 34, least: 34, style: style('wrap'), cell: () => WHY_NO_PACE },
    { key: 'carried', title: 'column.carried', width: 10, style: style('key'), cell: ({ k }) => (k === 1 ? shown('near') : CARRIED) },
    { key: 'source', title: 'column.source-row', width: 8, style: style('key'), cell: () => SOURCE },
    { key: 'pace_row', title: 'column.pace-row', width: 8, style: style('key'), cell: () => PACE_ROW },
    { key: 'member', title: 'column.member', width: 40, style: style('key'), cell: () => join(join(name('sel_choice'), '#'), cell('k')) },
    { key: 'at', title: 'column.member-row', width: 8, style: style('key'), cell: () => MEMBER_ROW },
    { key: 'sorted', title: 'column.sorted', width: 10, style: style('key'), cell: () => SORTED },
    { key: 'order', title: 'column.order', width: 8, style: style('key'), cell: () => ORDER },
    { key: 'k', title: 'column.position', width: 8, style: style('key'), cell: ({ k }) => k },
  ];
  return { id: 'sel', table: true, rows: Array.from({ length: slots }, (_, index) => ({ k: index + 1 })), rowKey: ({ k }) => String(k), columns };
}

const ofRow = (column: string, row: Expr): Expr => call('INDEX', name(column), row);
const orBlank = (expression: Expr): Expr => call('IFERROR', expression, '');

// Helpers: the k-th member as generated, what it is sorted by, and its place among the others now.
const MEMBER_ROW = orBlank(call('MATCH', cell('member'), name('rnk_member'), 0));
/** Better is greater; six decimals, so that a number and its text in the criterion are the same. */
const SORTED = orBlank(
  when(present(ofRow('rnk_value', cell('at'))), call('ROUND', multiply(ofRow('rnk_direction', cell('at')), ofRow('rnk_value', cell('at'))), 6), ''),
);
const ORDER = when(
  present(cell('sorted')),
  add(
    add(
      call('COUNTIF', name('sel_sorted'), join('>', cell('sorted'))),
      call('COUNTIFS', name('sel_sorted'), cell('sorted'), name('sel_k'), join('<', cell('k'))),
    ),
    1,
  ),
  '',
);

// Shown: the member that is k-th now, and its pace.
const SOURCE = orBlank(ofRow('sel_at', call('MATCH', cell('k'), name('sel_order'), 0)));
const PACE_ROW = orBlank(call('MATCH', ofRow('rnk_pace_key', cell('source')), name('pac_key'), 0));
const shown = (column: string): Expr => when(present(cell('source')), ofRow(`rnk_${column}`, cell('source')), '');
/** A blank cell that is looked up would show 0. */
const paced = (column: string): Expr => {
  const found = ofRow(`pac_${column}`, cell('pace_row'));
  return when(present(cell('pace_row')), when(present(found), found, ''), '');
};

/** Why a place's target has no pace, as its row on Paces says. */
const BECAUSE = ofRow('pac_because', cell('pace_row'));
const WHY_NO_PACE = when(present(cell('pace_row')), when(present(cell('pace')), '', when(equal(BECAUSE, ''), '', BECAUSE)), '');

const FIRST_RANK = when(present(cell('value')), 1, '');
const TIED = greaterOrEqual(call('ROUND', subtract(ofRow('rnk_far', cell('source')), above('carried')), 9), 0);
const NEXT_RANK = when(present(cell('source')), when(TIED, above('rank'), cell('k')), '');
const CARRIED = when(present(cell('source')), when(equal(cell('rank'), above('rank')), above('carried'), ofRow('rnk_near', cell('source'))), '');

/** Places that a page takes above the charts; of more, the charts stand on the next page, whole. */
const MOST_BESIDE_CHARTS = 3;

/** More bars than this on one chart cannot be read. */
const MOST_BARS = 40;

function chartsOf(doc: ComparisonDoc): Chart[] {
  const frame = {
    kind: 'bar' as const,
    block: 'sel',
    count: Math.min(MOST_BARS, slotsOf(doc)),
    categories: 'place',
    axis: '',
    newPage: slotsOf(doc) > MOST_BESIDE_CHARTS,
  };
  return [
    { ...frame, title: say(doc, 'ambition.level-chart'), alt: say(doc, 'ambition.level-alt'), series: ['value'], from: 'rank', to: 'place', beside: false },
    {
      ...frame,
      title: say(doc, 'ambition.pace-chart'),
      alt: say(doc, 'ambition.pace-alt'),
      series: ['pace', 'history_pace'],
      newPage: false,
      from: 'value',
      to: 'because',
      beside: true,
    },
  ];
}
