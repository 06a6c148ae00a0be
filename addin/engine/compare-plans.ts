import type { Comparison, Entry, Group } from '../../plan/compare/comparison.js';
import { groupName, toldValue, unitShown, yearsShown } from '../../plan/compare/names.js';
import { type ReasonWords, reasonWords } from '../../plan/compare/reason-text.js';
import { type Language, message } from '../../plan/messages/message.js';
import { type Compared, type ComparedGroup, type ComparedRest, type ComparedRow, some } from './shown.js';

interface Shown {
  /** Rows of each list. */
  most: number;
  /** The open workbook's plan, which is always shown. */
  own: string | null;
}

/** A comparison as the pane shows it: all indicators to choose from, and the chosen one with its ranks and what is left out. */
export function showComparison(comparison: Comparison, wanted: string | null, shown: Shown, language: Language): Compared {
  const ranked = new Map<string, number>();
  for (const { indicator, members } of comparison.groups) ranked.set(indicator, Math.max(ranked.get(indicator) ?? 0, members.length));
  const indicators = comparison.indicators
    .map((indicator) => ({ id: indicator.id, name: indicator[language], places: ranked.get(indicator.id) ?? 0 }))
    .sort((a, b) => b.places - a.places);
  const chosen = indicators.find(({ id }) => id === wanted)?.id ?? indicators[0]?.id ?? null;
  const entries = new Map(comparison.entries.map((entry) => [entry.key, entry]));
  const words = reasonWords(comparison, language);
  const groups = comparison.groups.filter(({ indicator }) => indicator === chosen).map((group) => showGroup(group, comparison, entries, shown, language));
  const told = new Set(comparison.groups.flatMap(({ members, references }) => [...members, ...references]));
  const rest = comparison.entries.filter(({ indicator, key }) => indicator === chosen && !told.has(key));
  const { first, count } = some(rest, shown.most);
  return { indicators, chosen, groups, rest: { first: first.map((entry) => showRest(entry, words, language)), count } };
}

function showGroup(group: Group, { indicators }: Comparison, entries: ReadonlyMap<string, Entry>, { most, own }: Shown, language: Language): ComparedGroup {
  const indicator = indicators.find(({ id }) => id === group.indicator) ?? { zh: group.indicator, en: group.indicator };
  const rows = (keys: readonly string[]): ComparedRow[] => keys.flatMap((key) => showRow(entries.get(key), language));
  return {
    key: group.key,
    title: groupName(language, group, indicator),
    unit: unitShown(language, group.unit),
    note: group.mixedYears ? message(language, 'gate.mixed-years') : null,
    isPace: group.basis === 'pace',
    rows: { first: rows(group.members.filter((key, index) => index < most || entries.get(key)?.plan === own)), count: group.members.length },
    references: rows(group.references.slice(0, most)),
  };
}

function showRow(entry: Entry | undefined, language: Language): ComparedRow[] {
  if (entry?.value == null) return [];
  return [
    {
      plan: entry.plan,
      place: entry.place[language],
      shown: `${boundSign(entry.bound)}${toldValue(entry, entry.value)}`,
      value: entry.value,
      years: yearsShown(entry),
      printed: entry.printed.join(' → '),
      rank: entry.rank,
      tied: entry.tied,
      history: entry.pace?.historyPace ?? null,
      ambition: entry.pace?.ambition ?? null,
    },
  ];
}

const SIGNS: Partial<Record<Entry['bound'], string>> = { ge: '≥', gt: '>', le: '≤', lt: '<', approx: '≈', near: '≲' };
const boundSign = (bound: Entry['bound']): string => SIGNS[bound] ?? '';

const showRest = (entry: Entry, words: ReasonWords, language: Language): ComparedRest => ({
  place: entry.place[language],
  what: [message(language, `basis.${entry.basis}`), yearsShown(entry)].filter((part) => part !== '').join(' '),
  shown: entry.value === null ? '' : `${boundSign(entry.bound)}${toldValue(entry, entry.value)} ${unitShown(language, entry.unit)}`,
  verdict: words.verdict(entry),
  why: words.explained(entry),
});
