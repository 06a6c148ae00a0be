import type { Entry, Group } from '../../../plan/compare/comparison.js';
import { clean, intervalOf } from '../../../plan/compare/interval.js';
import { toldValue, unitShown, yearsShown } from '../../../plan/compare/names.js';
import type { ReasonWords } from '../../../plan/compare/reason-text.js';
import { shownDecimals } from '../../../plan/compare/shown-decimals.js';
import { type Language, message, type MessageCode } from '../../../plan/messages/message.js';
import type { Figure } from '../../../plan/plan.js';
import { decimalFormat } from '../../../plan/workbook/style.js';
import { cellAt, type ColumnName, type Line, PACE, REST, VALUE } from './cell-at.js';
import { paceFormula, paceOver } from './pace-formula.js';
import { rankFormula } from './rank-formula.js';
import type { CellToWrite } from './sheet-to-write.js';

export interface SheetColumn {
  name: ColumnName;
  title: string;
  align: 'Left' | 'Center' | 'Right';
  /** At most so many characters wide; longer text is wrapped. */
  most: number;
  cell: (entry: Entry, line: Line) => CellToWrite;
  format?: (entry: Entry) => string;
}

/** What the columns are made from. */
export interface Told {
  language: Language;
  /** By plan, then key. */
  figures: ReadonlyMap<string, ReadonlyMap<string, Figure>>;
}

const figureOf = ({ figures }: Told, plan: string, key: string | null | undefined): Figure | undefined =>
  key == null ? undefined : figures.get(plan)?.get(key);

/** The columns of a ranked group: each value with what it is ranked by, of a pace what it is reckoned from. */
export function groupColumns(group: Group, told: Told, indicatorUnit: string): SheetColumn[] {
  const { language } = told;
  const say = (code: MessageCode): string => message(language, code);
  const unit = unitShown(language, group.unit);
  const own = all(told);
  const over = (title: MessageCode, words: string): string => `${say(title)}\n(${words})`;
  const isPace = group.basis === 'pace';
  const ranked: Partial<Record<ColumnName, SheetColumn>> = {
    rank: {
      ...own.rank,
      cell: (_, line) => (line.isRanked ? { formula: rankFormula(group, line, say('rank.stale')) } : say('verdict.reference')),
    },
    value: {
      ...own.value,
      title: isPace ? over('cmp.column.pace', unit) : own.value.title,
      cell: (entry, { line }) => (isPace ? paceFormula(entry, line) : (entry.value ?? '')),
    },
    low: { ...own.low, title: say('cmp.column.low'), cell: (entry, { line }) => endFormula(told, entry, 'low', line) },
    high: { ...own.high, title: say('cmp.column.high'), cell: (entry, { line }) => endFormula(told, entry, 'high', line) },
    history: { ...own.history, title: over('cmp.column.history', unit) },
    baseline: { ...own.baseline, title: over('cmp.column.baseline', unitShown(language, indicatorUnit)) },
  };
  return (isPace ? PACE : VALUE).map((name) => ranked[name] ?? own[name]);
}

/** The columns of what is not ranked: values as they are told, and why. */
export function restColumns(told: Told, words: ReasonWords): SheetColumn[] {
  const own = all(told);
  const not: Partial<Record<ColumnName, SheetColumn>> = {
    value: { ...own.value, cell: (entry) => (entry.value === null ? '' : toldValue(entry, entry.value)) },
    why: { ...own.why, cell: (entry) => verdictAndWhy(entry, words, told.language) },
  };
  return REST.map((name) => not[name] ?? own[name]);
}

function verdictAndWhy(entry: Entry, words: ReasonWords, language: Language): string {
  const [verdict, why] = [words.verdict(entry), words.explained(entry)];
  return why === '' ? verdict : `${verdict}${language === 'zh' ? '：' : ': '}${why}`;
}

function all(told: Told): Record<ColumnName, SheetColumn> {
  const { language } = told;
  const say = (code: MessageCode): string => message(language, code);
  const decimals = (entry: Entry): number => shownDecimals(entry, figureOf(told, entry.plan, entry.operands[0]));
  const number = (entry: Entry): string => decimalFormat(decimals(entry));
  // An end stands half a digit beyond the print.
  const end = (entry: Entry): string => (entry.basis === 'target' ? number(entry) : decimalFormat(decimals(entry) + 1));
  const printed = (key: 'baselineKey' | 'targetKey') => (entry: Entry) =>
    decimalFormat(figureOf(told, entry.plan, entry.pace?.[key])?.printings[0].decimals ?? 0);
  const column = (name: ColumnName, title: MessageCode, align: SheetColumn['align'], most: number, cell: SheetColumn['cell']): SheetColumn => ({
    name,
    title: say(title),
    align,
    most,
    cell,
  });
  const numbers = (name: ColumnName, title: MessageCode, format: (entry: Entry) => string, cell: SheetColumn['cell']): SheetColumn => ({
    ...column(name, title, 'Right', 16, cell),
    format,
  });
  return {
    rank: column('rank', 'cmp.column.rank', 'Center', 10, () => ''),
    place: column('place', 'cmp.column.place', 'Left', 24, ({ place }) => place[language]),
    value: numbers('value', 'cmp.column.value', number, ({ value }) => value ?? ''),
    bound: column('bound', 'column.bound', 'Left', 14, ({ bound, basis }) => (bound === 'eq' && basis !== 'target' ? '' : say(`bound.${bound}`))),
    unit: column('unit', 'column.unit', 'Left', 16, ({ unit }) => unitShown(language, unit)),
    history: numbers(
      'history',
      'cmp.column.history',
      () => decimalFormat(2),
      ({ pace }) => pace?.historyPace ?? '',
    ),
    ambition: numbers(
      'ambition',
      'cmp.column.ambition',
      () => decimalFormat(2),
      (_, { line }) => differenceFormula(cellAt('value', line), cellAt('history', line)),
    ),
    low: numbers('low', 'cmp.column.low', end, ({ low }) => low ?? ''),
    high: numbers('high', 'cmp.column.high', end, ({ high }) => high ?? ''),
    level: column('level', 'column.place-level', 'Left', 22, ({ level }) => say(`level.${level}`)),
    years: column('years', 'cmp.column.years', 'Center', 12, yearsShown),
    gap: numbers('gap', 'cmp.column.gap', number, (_, { line, first }) =>
      differenceFormula(cellAt('value', line), cellAt('value', first).replace(/(\d+)$/u, '$$$1')),
    ),
    basis: column('basis', 'cmp.column.basis', 'Left', 16, ({ basis }) => say(`basis.${basis}`)),
    printed: column('printed', 'cmp.column.printed', 'Left', 44, ({ printed: fragments }) => fragments.join(' → ')),
    why: column('why', 'cmp.column.why', 'Left', 44, () => ''),
    baseline: numbers('baseline', 'cmp.column.baseline', printed('baselineKey'), ({ pace }) => pace?.baseline ?? ''),
    'baseline-year': column('baseline-year', 'cmp.column.baseline-year', 'Center', 8, ({ pace }) => pace?.baselineYear ?? ''),
    target: numbers(
      'target',
      'cmp.column.target',
      (entry) => targetFormat(told, entry, printed('targetKey')(entry)),
      ({ pace }) => pace?.target ?? '',
    ),
    'target-year': column('target-year', 'cmp.column.target-year', 'Center', 8, ({ year }) => year ?? ''),
  };
}

/** A promised growth or multiple stands where others have a level: its unit shows beside it. */
function targetFormat({ language }: Told, { pace }: Entry, printed: string): string {
  const decimals = /\.(\d+)$/u.exec(String(pace?.target ?? ''))?.[1]?.length ?? 0;
  if (pace?.method === 'stated') return `${decimalFormat(decimals)}"${message(language, 'pace.level')}"`;
  return pace?.method === 'multiple' ? `${decimalFormat(decimals)}"${message(language, 'unit.multiple')}"` : printed;
}

/** An end moves with its value when that is corrected; a pace's is reckoned from the end of its baseline. */
function endFormula(told: Told, entry: Entry, end: 'low' | 'high', line: number): CellToWrite {
  const { pace, value, [end]: at } = entry;
  if (value === null || at === null) return '';
  if (pace) {
    const start = figureOf(told, entry.plan, pace.baselineKey);
    const interval = start && intervalOf(start);
    // The lower the baseline was, the faster the way; of ranks, the slower.
    const corner = interval?.[(end === 'low') === (pace.method === 'rank') ? 'low' : 'high'];
    if (interval && corner != null && pace.baseline !== null) return paceOver(entry, line, moved(cellAt('baseline', line), interval.value, corner));
  }
  return { formula: `=IF(COUNT(${cellAt('value', line)})=1,${moved(cellAt('value', line), value, at)},"")` };
}

/** A cell moved from its value to an end of it, by as few digits as lead there: half a printed digit is told without what binary fractions add. */
function moved(cell: string, value: number, end: number): string {
  const precision = Array.from({ length: 15 }, (_, index) => index + 1).find(
    (digits) => clean(value + Number((end - value).toPrecision(digits))) === clean(end),
  );
  const shift = Number((end - value).toPrecision(precision ?? 15));
  return shift === 0 ? cell : `ROUND(${cell}${shift < 0 ? '-' : '+'}${String(Math.abs(shift))},12)`;
}

const differenceFormula = (a: string, b: string): CellToWrite => ({ formula: `=IF(COUNT(${a},${b})=2,ROUND(${a}-${b},9),"")` });
