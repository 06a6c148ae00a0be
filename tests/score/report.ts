import type { Found } from './recognizers.js';
import type { Score } from './score.js';
import { rates, type Tally } from './tally.js';

/** A set of documents with the score of each, and why one could not be read. */
export interface ScoredSet {
  set: string;
  documents: { name: string; score: Score; unread: string | null }[];
  total: Score;
  numbers: { planbook: Found; recognizers: Found };
}

const percent = (share: number | null): string => (share === null ? '–' : (share * 100).toFixed(1)).padStart(6);
const prf = (tally: Tally): string => {
  const { precision, recall, f1 } = rates(tally);
  return `${percent(precision)}${percent(recall)}${percent(f1)}`;
};
const shares = (...parts: number[]): string => parts.map((part) => percent(Number.isNaN(part) ? null : part)).join('');

const COLUMNS = ['strict P', 'R', 'F1', 'whole F1', 'loose P', 'R', 'F1', 'claims P', 'R', 'F1', 'certain', 'right', 'whole', 'claims', 'right', 'facts'];
const WIDTHS = [10, 6, 6, 10, 10, 6, 6, 10, 6, 6, 10, 6, 6, 10, 6, 7];
const header = (name: string): string => name.padEnd(24) + COLUMNS.map((title, index) => title.padStart(WIDTHS[index] ?? 6)).join('');

const line = (name: string, { strict, whole, loose, claims, certain: { figures, claims: stated }, facts }: Score, documents: number): string =>
  [
    name.padEnd(24),
    `    ${prf(strict)}    ${percent(rates(whole).f1)}`,
    ...[loose, claims].map((tally) => `    ${prf(tally)}`),
    `    ${shares(figures.marked / figures.all, figures.right / figures.marked, figures.whole / figures.marked)}`,
    `    ${shares(stated.marked / stated.all, stated.right / stated.marked)}`,
    `${facts.right}/${documents * 6}`.padStart(7),
  ].join('');

/** Sets of documents as a table in per cent: strict is value, unit, year and role; whole indicator and scope besides; loose value and unit; claims kind and value. */
export function report(sets: readonly ScoredSet[]): string[] {
  return sets.flatMap(({ set, documents, total, numbers }) => [
    header(set),
    ...documents.map(({ name, score }) => line(name, score, 1)),
    line('all', total, documents.length),
    ...documents.flatMap(({ name, unread }) => (unread === null ? [] : [`${name} counts as empty: ${unread}`])),
    ...numbersTable(numbers),
    '',
  ]);
}

const numbersTable = (numbers: ScoredSet['numbers']): string[] => [
  `  ${'Numbers of the figures'.padEnd(24)}${['figures', 'found', 'with unit', 'missed'].map((title) => title.padStart(11)).join('')}${'reported beyond them'.padStart(22)}`,
  ...Object.entries(numbers).map(
    ([reader, { figures, number, withUnit, beyond }]) =>
      `  ${reader.padEnd(24)}${[figures, number, withUnit, figures - withUnit].map((count) => String(count).padStart(11)).join('')}${String(beyond).padStart(22)}`,
  ),
];

/** How much better one set was read than another, in points of F1. */
export function gap(tuning: Score, unseen: Score): string {
  const points = (one: Tally, other: Tally): string => {
    const [high, low] = [rates(one).f1, rates(other).f1];
    return high === null || low === null ? '–' : ((high - low) * 100).toFixed(1).replace('-0.0', '0.0');
  };
  return `Gap between tuning and unseen, points of F1: strict ${points(tuning.strict, unseen.strict)}, loose ${points(tuning.loose, unseen.loose)}, claims ${points(tuning.claims, unseen.claims)}`;
}
