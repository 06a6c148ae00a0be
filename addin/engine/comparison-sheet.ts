import type { Comparison, Entry, Group } from '../../plan/compare/comparison.js';
import { groupName, toldValue, unitShown, yearsShown } from '../../plan/compare/names.js';
import { reasonWords } from '../../plan/compare/reason-text.js';
import { type Language, message, type MessageCode } from '../../plan/messages/message.js';
import { columnLetters } from '../../plan/workbook/address.js';
import type { SheetToWrite, WrittenFormula } from './shown.js';

type Row = SheetToWrite['rows'][number];

/** Columns of a ranked group: the ends stand beside the value, for ranks are made from them. */
const COLUMNS = ['place', 'value', 'low', 'high', 'rank', 'years', 'printed'] as const;
const PACE_COLUMNS = ['place', 'baseline', 'baseline-year', 'target', 'target-year', 'pace', 'history', 'ambition', 'rank', 'printed'] as const;
type ColumnName = (typeof COLUMNS)[number] | (typeof PACE_COLUMNS)[number];
const WIDTHS = [20, 14, 14, 14, 14, 16, 16, 14, 10, 40];
const CHART_ROWS = 17;
/** Paces: reckoned, not printed. Printed values show their own digits. */
const COMPUTED: ReadonlySet<string> = new Set(['pace', 'history', 'ambition']);

/**
 * A comparison of one indicator as a sheet of its own. Values are what the plans print; ranks, paces and ambition are formulas
 * over them, so that a value that is corrected here is ranked anew.
 */
export function comparisonSheet(comparison: Comparison, chosen: string, language: Language): SheetToWrite {
  const say = (code: MessageCode, args?: Record<string, string | number>): string => message(language, code, args);
  const indicator = comparison.indicators.find(({ id }) => id === chosen) ?? { zh: chosen, en: chosen };
  const entries = new Map(comparison.entries.map((entry) => [entry.key, entry]));
  const sheet: SheetToWrite = {
    name: sheetName(say('cmp.sheet'), indicator[language]),
    rows: [
      [say('cmp.sheet-title', { indicator: indicator[language] })],
      [say('cmp.sheet-intro', { places: comparison.plans.map(({ place }) => place[language]).join(language === 'zh' ? '、' : ', ') })],
      [],
    ],
    headers: [],
    titles: [0],
    widths: WIDTHS,
    numberFormats: [],
    charts: [],
  };
  const groups = comparison.groups.filter((group) => group.indicator === chosen);
  for (const group of groups) addGroup(sheet, group, entries, groupTitle(group, indicator, language), language, say);
  if (groups.length === 0) sheet.rows.push([say('compare.none')], []);
  const told = new Set(comparison.groups.flatMap(({ members, references }) => [...members, ...references]));
  const rest = comparison.entries.filter(({ indicator: id, key }) => id === chosen && !told.has(key));
  if (rest.length > 0) addRest(sheet, rest, comparison, language, say);
  return sheet;
}

type Say = (code: MessageCode, args?: Record<string, string | number>) => string;

const groupTitle = (group: Group, indicator: { zh: string; en: string }, language: Language): string =>
  `${groupName(language, group, indicator)} (${unitShown(language, group.unit)})${group.mixedYears ? ` · ${message(language, 'gate.mixed-years')}` : ''}`;

/** Excel takes 31 characters and none of these. */
const sheetName = (word: string, indicator: string): string => `${word} ${indicator.replace(/[[\]:*?/\\']/gu, ' ')}`.slice(0, 27).trim();

function addGroup(sheet: SheetToWrite, group: Group, entries: ReadonlyMap<string, Entry>, title: string, language: Language, say: Say): void {
  const columns: readonly ColumnName[] = group.basis === 'pace' ? PACE_COLUMNS : COLUMNS;
  const members = group.members.flatMap((key) => entries.get(key) ?? []);
  const references = group.references.flatMap((key) => entries.get(key) ?? []);
  sheet.titles.push(sheet.rows.length);
  sheet.rows.push([title]);
  sheet.headers.push(sheet.rows.length);
  sheet.rows.push(columns.map((column) => say(`cmp.column.${column}`)));
  const first = sheet.rows.length + 1;
  const last = first + members.length - 1;
  const cellsOf = (entry: Entry, line: number, ranked: boolean): Row => {
    const at = (column: ColumnName): string => `${columnLetters(columns.indexOf(column) + 1)}${line}`;
    return columns.map((column) =>
      cellOf(
        entry,
        column,
        at,
        { first, last, better: group.better, ranked, measured: group.basis !== 'target' && group.basis !== 'pace', language },
        columns,
        say,
      ),
    );
  };
  members.forEach((entry, index) => sheet.rows.push(cellsOf(entry, first + index, true)));
  references.forEach((entry, index) => sheet.rows.push(cellsOf(entry, last + 1 + index, false)));
  const drawn = group.basis === 'pace' ? 'pace' : 'value';
  for (const column of ['value', 'low', 'high', 'baseline', 'target', 'pace', 'history', 'ambition'] as const) {
    const position = columns.indexOf(column);
    if (position >= 0)
      sheet.numberFormats.push({
        row: first - 1,
        column: position,
        rows: members.length + references.length,
        format: COMPUTED.has(column) ? '0.00' : 'General',
      });
  }
  sheet.rows.push([]);
  sheet.charts.push({ title, firstRow: first - 1, lastRow: last - 1, nameColumn: 0, valueColumn: columns.indexOf(drawn), belowRow: sheet.rows.length });
  for (let row = 0; row < CHART_ROWS; row += 1) sheet.rows.push([]);
}

interface Place {
  first: number;
  last: number;
  better: Group['better'];
  ranked: boolean;
  /** Measured values tie where their intervals overlap; thresholds and paces rank as they are. */
  measured: boolean;
  language: Language;
}

function cellOf(
  entry: Entry,
  column: ColumnName,
  at: (column: ColumnName) => string,
  place: Place,
  columns: readonly ColumnName[],
  say: Say,
): string | number | WrittenFormula {
  const { pace } = entry;
  switch (column) {
    case 'place':
      return entry.place[place.language];
    case 'value':
      return entry.value ?? '';
    case 'low':
      return entry.low ?? '';
    case 'high':
      return entry.high ?? '';
    case 'years':
      return yearsShown(entry);
    case 'printed':
      return entry.printed.join(' → ');
    case 'rank':
      return place.ranked ? { formula: rankFormula(at, place, columns) } : say('verdict.reference');
    case 'baseline':
      return pace?.baseline ?? '';
    case 'baseline-year':
      return pace?.baselineYear ?? '';
    case 'target':
      return pace?.target ?? '';
    case 'target-year':
      return entry.year ?? '';
    case 'pace':
      return paceFormula(entry, at);
    case 'history':
      return pace?.historyPace ?? '';
    case 'ambition':
      return { formula: `=IF(COUNT(${at('pace')},${at('history')})=2,${at('pace')}-${at('history')},"")` };
  }
}

/**
 * One more than the number of places that are better. A measured value is better only where its interval lies wholly beyond; where the
 * first of its tie reaches it, it shares that rank.
 */
function rankFormula(at: (column: ColumnName) => string, { first, last, better, measured }: Place, columns: readonly ColumnName[]): string {
  const own = columns.includes('pace') ? 'pace' : 'value';
  const range = (column: ColumnName): string => {
    const letters = at(column).replace(/\d+$/u, '');
    return `$${letters}$${first}:$${letters}$${last}`;
  };
  const isBetter = better === 'higher' ? '>' : '<';
  if (!measured) return `=IF(COUNT(${at(own)})=1,COUNTIF(${range(own)},"${isBetter}"&${at(own)})+1,"")`;
  // Rows stand best first: the row above leads the tie or is in it.
  const line = Number(/\d+$/u.exec(at(own))?.[0]);
  const [near, far] = better === 'higher' ? (['low', 'high'] as const) : (['high', 'low'] as const);
  if (line === first) return `=IF(COUNT(${at(own)})=1,1,"")`;
  const rankLetters = at('rank').replace(/\d+$/u, '');
  const above = `${rankLetters}${line - 1}`;
  const leader = `INDEX(${range(near)},MATCH(${above},$${rankLetters}$${first}:$${rankLetters}$${line - 1},0))`;
  return `=IF(COUNT(${at(own)})=0,"",IF(ROUND(${better === 'higher' ? `${at(far)}-${leader}` : `${leader}-${at(far)}`},9)>=0,${above},ROW()-${first - 1}))`;
}

/** Design 6: compound for levels, points a year for ratios, places a year for ranks; a promised growth as stated. */
function paceFormula({ pace, value }: Entry, at: (column: ColumnName) => string): string | number | WrittenFormula {
  if (!pace || pace.method === 'stated') return value ?? '';
  const years = `(${at('target-year')}-${at('baseline-year')})`;
  const [from, to] = [at('baseline'), at('target')];
  const needed = pace.method === 'multiple' ? `${to},${at('target-year')},${at('baseline-year')}` : `${from},${to},${at('target-year')},${at('baseline-year')}`;
  const computed = {
    compound: `((${to}/${from})^(1/${years})-1)*100`,
    multiple: `(${to}^(1/${years})-1)*100`,
    straight: `(${to}-${from})/${years}`,
    rank: `(${from}-${to})/${years}`,
  }[pace.method];
  return { formula: `=IF(COUNT(${needed})=${needed.split(',').length},${computed},"")` };
}

function addRest(sheet: SheetToWrite, rest: readonly Entry[], comparison: Comparison, language: Language, say: Say): void {
  const words = reasonWords(comparison, language);
  sheet.titles.push(sheet.rows.length);
  sheet.rows.push([say('cmp.rest')]);
  sheet.headers.push(sheet.rows.length);
  sheet.rows.push([
    say('cmp.column.place'),
    say('cmp.column.value'),
    say('column.unit'),
    say('cmp.column.years'),
    say('cmp.column.basis'),
    say('cmp.column.verdict'),
    say('cmp.column.why'),
  ]);
  for (const entry of rest) {
    sheet.rows.push([
      entry.place[language],
      entry.value === null ? '' : toldValue(entry, entry.value),
      unitShown(language, entry.unit),
      yearsShown(entry),
      message(language, `basis.${entry.basis}`),
      words.verdict(entry),
      words.explained(entry),
    ]);
  }
}
