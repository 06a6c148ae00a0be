import { above, call, cell, equal, type Expr, greater, greaterOrEqual, multiply, negate, present, subtract, when } from '../../expression/expression.js';
import type { MessageCode } from '../../messages/message.js';
import { say } from '../../sheets/plan-doc.js';
import type { Block, Column } from '../../workbook/block.js';
import { style } from '../../workbook/style.js';
import type { Entry, Group } from '../comparison.js';
import { groupName, unitShown, yearsShown } from '../names.js';
import type { ComparisonDoc } from './comparison-doc.js';
import { boundShown, keysOf, numberStyle, paceKey, valueCell } from './value-cells.js';

/** One place in one group, best first; reference rows have no position. */
export interface RankRow {
  group: Group;
  name: string;
  entry: Entry;
  position: number | null;
}

/** Digits to which ends are compared: as plan/compare/rank has it. */
const DIGITS = 9;

/**
 * Every group, one under another, each row ranked by its own values and those of the row above: a running rank costs a row the same
 * however many there are. Where a corrected value breaks the order, the rank says so and so does every one after it.
 */
export function rankingBlock(doc: ComparisonDoc): Block<RankRow> {
  const { language } = doc;
  const text = style('text');
  const columns: Column<RankRow>[] = [
    { key: 'group', title: 'column.group', width: 80, style: style('label'), cell: ({ name }) => name },
    { key: 'rank', title: 'column.rank', width: 10, style: style('progress'), cell: (row) => rankCell(doc, row) },
    { key: 'place', title: 'column.place', width: 30, style: text, cell: ({ entry }) => entry.place[language] },
    { key: 'value', title: 'column.value', width: 12, style: ({ entry }) => numberStyle(doc, entry), cell: ({ entry }) => valueCell(doc, entry, 'value') },
    { key: 'bound', title: 'column.bound', width: 10, style: text, cell: ({ entry }) => boundShown(doc, entry) },
    { key: 'unit', title: 'column.unit', width: 18, style: text, cell: ({ entry }) => unitShown(language, entry.unit) },
    { key: 'years', title: 'column.year', width: 12, style: style('year'), cell: ({ entry }) => yearsShown(entry) || null },
    { key: 'low', title: 'column.low', width: 12, style: ({ entry }) => edgeStyle(doc, entry), cell: ({ entry }) => valueCell(doc, entry, 'low') },
    { key: 'high', title: 'column.high', width: 12, style: ({ entry }) => edgeStyle(doc, entry), cell: ({ entry }) => valueCell(doc, entry, 'high') },
    { key: 'printed', title: 'column.printed', width: 30, style: style('wrap'), cell: ({ entry }) => entry.printed.join(' → ') },
    { key: 'position', title: 'column.position', width: 8, style: style('key'), cell: ({ position }) => position },
    { key: 'direction', title: 'column.direction', width: 8, style: style('key'), cell: ({ group }) => (group.better === 'higher' ? 1 : -1) },
    { key: 'near', title: 'column.near', width: 10, style: style('key'), cell: ({ position }) => (position === null ? null : NEAR) },
    { key: 'far', title: 'column.far', width: 10, style: style('key'), cell: ({ position }) => (position === null ? null : FAR) },
    {
      key: 'carried',
      title: 'column.carried',
      width: 10,
      style: style('key'),
      cell: ({ position }) => (position === null ? null : carriedCell(position === 1)),
    },
    { key: 'figure_key', title: 'column.figure-key', width: 40, style: style('key'), cell: ({ entry }) => keysOf(entry).figure },
    { key: 'den_key', title: 'column.denominator', width: 40, style: style('key'), cell: ({ entry }) => keysOf(entry).denominator },
    { key: 'pace_key', title: 'column.pace-key', width: 40, style: style('key'), cell: ({ entry }) => paceKey(entry) },
    {
      key: 'member',
      title: 'column.member',
      width: 40,
      style: style('key'),
      cell: ({ name, position }) => (position === null ? null : memberKey(name, position)),
    },
    { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: ({ entry }) => entry.key },
  ];
  return { id: 'rnk', table: true, rows: rankRows(doc), rowKey: ({ group, entry }) => `${group.key}|${entry.key}`, columns };
}

function rankRows(doc: ComparisonDoc): RankRow[] {
  const entries = new Map(doc.comparison.entries.map((entry) => [entry.key, entry]));
  return doc.comparison.groups.flatMap((group) => {
    const indicator = doc.indicators.get(group.indicator) ?? { zh: group.indicator, en: group.indicator };
    const name = groupName(doc.language, group, indicator);
    const rowOf = (key: string, position: number | null): RankRow[] => {
      const entry = entries.get(key);
      return entry ? [{ group, name, entry, position }] : [];
    };
    return [...group.members.flatMap((key, index) => rowOf(key, index + 1)), ...group.references.flatMap((key) => rowOf(key, null))];
  });
}

/** By which the chosen group's members are found: the group's name, and the place in it. */
const memberKey = (group: string, position: number): string => `${group}#${position}`;

const NEAR: Expr = when(present(cell('value')), when(equal(cell('direction'), 1), cell('low'), negate(cell('high'))), '');
const FAR: Expr = when(present(cell('value')), when(equal(cell('direction'), 1), cell('high'), negate(cell('low'))), '');

function rankCell(doc: ComparisonDoc, { position }: RankRow): Expr | string {
  if (position === null) return say(doc, 'verdict.reference');
  const stale = say(doc, 'rank.stale' satisfies MessageCode);
  if (position === 1) return when(present(cell('value')), 1, stale);
  return runningRank(stale, when(present(cell('near'), cell('far')), isBroken(), true));
}

/** Better than the row above, to nine decimals. */
const isBroken = (): Expr => greater(call('ROUND', multiply(cell('direction'), subtract(cell('value'), above('value'))), DIGITS), 0);

/** The rank above where this row's better end reaches the worse end of the first with that rank, else its own position. */
const runningRank = (stale: string, broken: Expr): Expr =>
  when(
    present(above('rank')),
    when(broken, stale, when(greaterOrEqual(call('ROUND', subtract(cell('far'), above('carried')), DIGITS), 0), above('rank'), cell('position'))),
    stale,
  );

/** The worse end of the first with this row's rank. */
const carriedCell = (isFirst: boolean): Expr => (isFirst ? cell('near') : when(equal(cell('rank'), above('rank')), above('carried'), cell('near')));

const edgeStyle = (doc: ComparisonDoc, entry: Entry): ReturnType<typeof style> => {
  const { look, format } = numberStyle(doc, entry);
  if (entry.basis === 'target') return style(look, format);
  return style(look, format?.includes('.') ? `${format}0` : `${format ?? '#,##0'}.0`);
};
