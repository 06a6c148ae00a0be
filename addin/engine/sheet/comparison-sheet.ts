import type { Comparison, Entry, Group } from '../../../plan/compare/comparison.js';
import { groupName, unitShown } from '../../../plan/compare/names.js';
import { reasonWords } from '../../../plan/compare/reason-text.js';
import { type Language, message, type MessageCode } from '../../../plan/messages/message.js';
import type { Plan } from '../../../plan/plan.js';
import { groupColumns, restColumns, type SheetColumn, type Told } from './group-columns.js';
import { SheetDraft } from './sheet-draft.js';
import type { ChartToWrite, SheetToWrite } from './sheet-to-write.js';

/** Places in a chart; more could not be told apart on one page. */
const MOST_DRAWN = 40;
/** Up to here each bar has its number beside it. */
const MOST_LABELLED = 20;
const PLACES_NAMED = 60;

/**
 * A comparison of one indicator as a sheet of its own. Values are what the plans print; ranks, ends, paces and ambition are
 * formulas over them, so that a value that is corrected here is ranked anew.
 */
export function comparisonSheet(comparison: Comparison, plans: readonly Plan[], chosen: string, own: string | null, language: Language): SheetToWrite {
  const say: Say = (code, args) => message(language, code, args);
  const indicator = comparison.indicators.find(({ id }) => id === chosen) ?? { zh: chosen, en: chosen, unit: '' };
  const entries = new Map(comparison.entries.map((entry) => [entry.key, entry]));
  const told: Told = { language, figures: new Map(plans.map(({ record, figures }) => [record.id, new Map(figures.map((figure) => [figure.key, figure]))])) };
  const sheet = new SheetDraft(own);
  sheet.line('title', say('cmp.sheet-title', { indicator: indicator[language] }));
  sheet.text(say('cmp.sheet-intro'));
  sheet.text(say('cmp.sheet-places', { places: placesNamed(comparison, language) }));
  sheet.space();
  const groups = comparison.groups.filter((group) => group.indicator === chosen);
  const among = (keys: readonly string[]): Entry[] => keys.flatMap((key) => entries.get(key) ?? []);
  for (const group of groups) {
    const title = groupTitle(group, indicator, language);
    const columns = groupColumns(group, told, indicator.unit);
    const members = among(group.members);
    const first = sheet.table(title, columns, members, among(group.references));
    sheet.chart(groupChart(group, title, columns, members, first, language));
  }
  if (groups.length === 0) sheet.text(say('compare.none'));
  const shown = new Set(comparison.groups.flatMap(({ members, references }) => [...members, ...references]));
  const rest = comparison.entries.filter(({ indicator: id, key }) => id === chosen && !shown.has(key));
  if (rest.length > 0) sheet.table(say('cmp.rest'), restColumns(told, reasonWords(comparison, language)), [], rest);
  return sheet.finished(sheetName(say('cmp.sheet'), indicator[language]), say('page'));
}

type Say = (code: MessageCode, args?: Record<string, string | number>) => string;

const groupTitle = (group: Group, indicator: { zh: string; en: string }, language: Language): string =>
  `${groupName(language, group, indicator)} (${unitShown(language, group.unit)})${group.mixedYears ? ` · ${message(language, 'gate.mixed-years')}` : ''}`;

/** Excel takes 31 characters and none of these. */
const sheetName = (word: string, indicator: string): string => `${word} ${indicator.replace(/[[\]:*?/\\']/gu, ' ')}`.slice(0, 27).trim();

function placesNamed({ plans }: Comparison, language: Language): string {
  const names = plans.slice(0, PLACES_NAMED).map(({ place }) => place[language]);
  const list = names.join(language === 'zh' ? '、' : ', ');
  return plans.length > PLACES_NAMED ? message(language, 'cmp.sheet-more-places', { places: list, count: plans.length }) : list;
}

function groupChart(
  group: Group,
  title: string,
  columns: readonly SheetColumn[],
  members: readonly Entry[],
  firstRow: number,
  language: Language,
): Omit<ChartToWrite, 'over'> {
  const isPace = group.basis === 'pace';
  const drawn = members.slice(0, MOST_DRAWN);
  const position = (name: SheetColumn['name']): number => columns.findIndex((column) => column.name === name);
  const series = (['value', ...(isPace ? (['history'] as const) : [])] as const).map((name) => ({
    name: (columns[position(name)]?.title ?? '').replace('\n', ' '),
    column: position(name),
  }));
  const values = drawn.flatMap(({ value, pace }) => [value ?? 0, isPace ? (pace?.historyPace ?? 0) : 0]);
  return {
    title: members.length > drawn.length ? message(language, 'cmp.chart-first', { title, count: drawn.length }) : title,
    firstRow,
    lastRow: firstRow + drawn.length - 1,
    nameColumn: position('place'),
    series,
    axis: isPace ? (series[0]?.name ?? '') : unitShown(language, group.unit),
    fromZero: values.every((value) => value >= 0),
    labelled: drawn.length <= MOST_LABELLED,
  };
}
