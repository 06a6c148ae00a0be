import { parsePrinted } from '../number/parse-printed.js';
import { parseUnit } from '../number/unit.js';
import type { Clock, Dated, PlanYears } from './dating.js';
import type { DraftClaim, DraftFigure } from './draft.js';
import { claimShell } from './claims.js';
import type { ReadFigure } from './figures.js';
import { type IndicatorNames, nameOf, spelling } from './indicator-names.js';
import type { SourceTable } from './passages.js';
import { changesNothing, type Subject } from './subjects.js';
import type { Column } from './table-columns.js';
import { type TableValue, valuesOf } from './table-shape.js';

export interface TableContext {
  names: IndicatorNames;
  place: string | null;
  years: PlanYears;
  clock: Clock;
}

interface Row {
  subject: Subject;
  unit: string;
  /** The place a row is for, or null for the plan's own. */
  scope: string | null;
  /** A row of growth rates is figures and claims at once. */
  growth: boolean;
}

/** The figures and claims of a table of indicators; none where it is another table. `number` counts the document's tables from 1. */
export function readTable(table: SourceTable, number: number, context: TableContext): { figures: ReadFigure[]; claims: DraftClaim[] } {
  const rows = table.rows.map((row) => row.map(plain));
  const figures: ReadFigure[] = [];
  const claims: DraftClaim[] = [];
  let above: Row | null = null;
  let told = 0;
  for (const value of valuesOf(rows, context.years, captionOf(table, context))) {
    const row = readRow(value, above, context);
    if (!row) continue;
    if (value.row !== told && !/^(?:其中|#|-)/u.test(value.name)) above = row;
    told = value.row;
    const raw = rows[value.row - 1]?.includes(value.text) ? (table.rows[value.row - 1]?.find((cell) => plain(cell) === value.text) ?? value.text) : value.text;
    if (value.when.role === 'value')
      readCell(row, value, value.when, raw.trim(), { table: number, row: value.row, column: value.column }, table.at, context, figures, claims);
    else readGrowth(row, value.text, raw.trim(), table.at, context, claims);
  }
  return { figures, claims };
}

const plain = (cell: string): string => cell.normalize('NFKC').replace(/\s+/gu, '').replace(/[—–―]/gu, '-');

/** What the words before a table count, if the catalogue knows it: the longest name among them. */
function captionOf({ before }: SourceTable, { names }: TableContext): string {
  const words = spelling(plain(before).slice(-60));
  let longest = '';
  for (const name of names.byName.keys()) if (name.length > longest.length && words.includes(name)) longest = name;
  return longest;
}

function readRow({ name: printed, unit: column, scope }: TableValue, above: Row | null, { names, place }: TableContext): Row | null {
  if (!/\p{sc=Han}|R&D/u.test(printed)) return null;
  const inName = /\(([^()]{1,8})\)$/u.exec(printed)?.[1] ?? '';
  const unit = unitOf(column) ?? unitOf(inName) ?? '';
  const bare = unitOf(inName) === null ? printed : printed.slice(0, printed.length - inName.length - 2);
  const name = bare.replace(/^(?:其中[:,]?|#|-{1,2}|\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳])+/u, '');
  if (name === '') return null;
  const neutral = changesNothing(place);
  const grown = name.replace(/(?:年均)?增[长速幅](?:率|速度|幅度)?$/u, '');
  const indicator = nameOf(names, grown, neutral) ?? (name === bare || !above ? null : nameOf(names, name + above.subject.name, neutral));
  return {
    subject: { name, indicator, added: name.startsWith('新'), cumulative: name.includes('累计') },
    unit,
    scope,
    growth: /(?:年均)?增[长速幅](?:率|速度)?$|年均增[长速]/u.test(name),
  };
}

/** 件/万人 is counted in 件; 家(个) in 家; ％ is %. */
function unitOf(text: string): string | null {
  const bare = text
    .replace(/[()（）[\]].*$/u, '')
    .replace(/\/.*$/u, '')
    .replace(/^人年.*$/u, '人年');
  const whole = text === '人/年' ? '人年' : bare;
  return parseUnit(whole) ? whole : null;
}

/** The number of a cell; marks of accumulation ([35]) and of footnotes stand around it. */
function numberOf(text: string, unit: string): ReturnType<typeof parsePrinted> {
  const bare = text
    .replace(/^\[(.*)\]$/u, '$1')
    .replace(/^\((\d.*)\)$/u, '$1')
    .replace(/^(?:达到?|力争)/u, '')
    .replace(/\*+$/u, '')
    .replace('百分点', '个百分点')
    .replace('个个', '个');
  if (!/\d/u.test(bare) || bare.length > 24) return null;
  // 2.5左右 and 60以上 stand in a column whose unit stands elsewhere.
  return (
    parsePrinted(bare) ??
    (unit === ''
      ? null
      : (parsePrinted(bare.replace(/(\d)((?:及)?以上|以下|以内|左右)?$/u, `$1${unit}$2`)) ?? (bare.endsWith('%') ? null : parsePrinted(bare, unit))))
  );
}

function readCell(
  row: Row,
  { text }: TableValue,
  column: Extract<Column, { role: 'value' }>,
  raw: string,
  cell: NonNullable<DraftFigure['cell']>,
  at: string,
  { clock, years }: TableContext,
  figures: ReadFigure[],
  claims: DraftClaim[],
): void {
  const number = numberOf(text, row.growth && row.unit === '' ? '%' : row.unit);
  if (!number) return;
  const { subject } = row;
  const role = clock.roleOf(column.year, column.aim);
  const accumulated = /^\[.*\]$/u.test(text) || subject.cumulative || subject.added;
  const dated: Dated = {
    year: column.year,
    from: column.from,
    role,
    guess: column.year === null ? (column.aim ? years.to : years.base) : null,
    by: column.told ? 'own' : 'assumed',
    open: false,
  };
  figures.push({
    figure: {
      indicator: row.growth ? null : subject.indicator,
      name: subject.name,
      scope: row.scope,
      relation: row.scope === null ? null : 'part',
      printed: raw === '' ? text : raw,
      locators: [at],
      certain: false,
      reason: null,
      year: column.year,
      fromYear: accumulated && role === 'target' ? years.from : column.from,
      value: number.value,
      high: number.high,
      unit: number.unit,
      decimals: number.decimals,
      bound: number.bound,
      role,
      estimated: false,
      everyYear: false,
      guess: dated.guess,
      cell,
    },
    reading: null,
    dated,
    passage: null,
  });
  if (row.growth && number.unit === '%') claims.push(growthClaim(row, number, raw, at, column.year, years));
}

function readGrowth(row: Row, text: string, raw: string, at: string, { years }: TableContext, claims: DraftClaim[]): void {
  const number = numberOf(text, '%');
  if (number?.unit === '%') claims.push(growthClaim(row, number, raw, at, years.to, years));
}

function growthClaim(
  { subject, growth }: Row,
  number: NonNullable<ReturnType<typeof parsePrinted>>,
  printed: string,
  at: string,
  to: number | null,
  years: PlanYears,
): DraftClaim {
  const average = !growth || subject.name.includes('年均');
  return {
    ...claimShell({ ...subject, indicator: subject.indicator }, printed, at),
    kind: average ? 'average-growth' : 'growth',
    value: number.value,
    unit: '%',
    bound: number.bound,
    fromYear: years.base,
    toYear: to,
  };
}
