import type { Comparison, Entry, Group } from '../../plan/compare/comparison.js';
import { groupName, toldValue, unitShown, yearsShown } from '../../plan/compare/names.js';
import { reasonWords } from '../../plan/compare/reason-text.js';
import { type Language, message } from '../../plan/messages/message.js';
import { oneLine } from '../../plan/messages/one-line.js';
import type { Indicator } from '../../plan/plan.js';
import { textWidth } from '../../plan/workbook/text-width.js';

/** A comparison for a terminal: each group with its ranks, beside it what of the same indicator is left out and why; with `all`, everything else too. */
export function comparisonTable(comparison: Comparison, language: Language, all: boolean): string {
  const { groups, entries, indicators } = comparison;
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const names = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const words = reasonWords(comparison, language);
  const row = (entry: Entry): string[] => [
    entry.rank === null ? words.verdict(entry) : `${entry.rank}${entry.tied ? `(${message(language, 'compare.tied')})` : ''}`,
    entry.place[language],
    valueShown(entry, language),
    [entry.rank === null ? '' : entry.printed.join(' → '), words.explained(entry)].filter((part) => part !== '').join('  '),
  ];
  const told = new Set<Entry>();
  const paragraph = (title: string, listed: readonly Entry[]): string => {
    for (const entry of listed) told.add(entry);
    // Names may come from workbooks that anyone may have made.
    return [title, ...aligned(listed.map(row).map((cells) => cells.map((cell) => oneLine(cell))))].join('\n');
  };
  const ranked = groups.map((group) => paragraph(titleOf(group, names, language), [...listedOf(group, byKey), ...besides(group, entries, told)]));
  const rest = entries.filter((entry) => !told.has(entry));
  if (all) return [...ranked, ...restByIndicator(rest, names, language, paragraph)].join('\n\n') || message(language, 'compare.none');
  const count = (verdict: Entry['verdict']): number => rest.filter((entry) => entry.verdict === verdict).length;
  const counts = { incomparable: count('incomparable'), size: count('size'), reference: count('reference') };
  const paragraphs = ranked.length > 0 ? ranked : [message(language, 'compare.none')];
  return [...paragraphs, ...(rest.length > 0 ? [message(language, 'compare.rest', counts)] : [])].join('\n\n');
}

function titleOf(group: Group, names: ReadonlyMap<string, Indicator>, language: Language): string {
  const indicator = names.get(group.indicator) ?? { zh: group.indicator, en: group.indicator };
  const mixed = group.mixedYears ? ` · ${message(language, 'gate.mixed-years')}` : '';
  return `${groupName(language, group, indicator)} (${unitShown(language, group.unit)})${mixed}`;
}

const listedOf = ({ members, references }: Group, byKey: ReadonlyMap<string, Entry>): Entry[] =>
  [...members, ...references].flatMap((key) => byKey.get(key) ?? []);

/** What is of the same indicator and basis and has a value, but is not ranked. */
const besides = ({ indicator, basis }: Group, entries: readonly Entry[], told: ReadonlySet<Entry>): Entry[] =>
  entries.filter((entry) => entry.indicator === indicator && entry.basis === basis && entry.verdict !== 'ranked' && !told.has(entry));

function restByIndicator(
  rest: readonly Entry[],
  names: ReadonlyMap<string, Indicator>,
  language: Language,
  paragraph: (title: string, listed: readonly Entry[]) => string,
): string[] {
  const lists = new Map<string, Entry[]>();
  for (const entry of rest) {
    const title = `${names.get(entry.indicator)?.[language] ?? entry.indicator} · ${message(language, `basis.${entry.basis}`)} (${unitShown(language, entry.unit)})`;
    const list = lists.get(title);
    if (list) list.push(entry);
    else lists.set(title, [entry]);
  }
  return [...lists].map(([title, listed]) => paragraph(title, listed));
}

/** 3.2 (2025). */
function valueShown(entry: Entry, language: Language): string {
  const years = yearsShown(entry);
  const value = entry.value === null ? '—' : String(toldValue(entry, entry.value));
  const bound = entry.value === null || entry.bound === 'eq' ? '' : `${message(language, `bound.${entry.bound}`)} `;
  return `${bound}${value}${years === '' ? '' : ` (${years})`}`;
}

/** Columns of a terminal, where a Chinese character takes two. */
function aligned(rows: readonly string[][]): string[] {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, index) => Math.max(most[index] ?? 0, textWidth(cell))), []);
  return rows.map((row) => `  ${row.map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - textWidth(cell))).join('  ')}`.trimEnd());
}
