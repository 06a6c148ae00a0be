import type { PlanYears } from './dating.js';
import { type Column, columnsOf, yearOf } from './table-columns.js';

/** One value of a table with what its row and column say of it. */
export interface TableValue {
  name: string;
  /** The unit that a column or brackets behind a name give, as printed. */
  unit: string;
  text: string;
  row: number;
  column: number;
  scope: string | null;
  when: Extract<Column, { role: 'value' }> | { role: 'growth'; heading: string };
}

const YEARS = /^(?:年份|年度|时间)$/u;
const PLACES = /^(?:板块|区域|地区|县区|县市区|县\(?市、?区\)?|区县|市县|园区|片区|乡镇|单位|城市|市州|县市|市|县|区)$/u;
const WHOLE = /^(?:全[省市县区域]|合计|总计|小计|全部|总体)$/u;

/** The values of a table of indicators, of whichever shape: an indicator, a year or a place a row; empty where it is another table. `caption` names what a table by places counts. */
export function valuesOf(rows: readonly (readonly string[])[], years: PlanYears, caption: string): TableValue[] {
  for (let first = 0; first < Math.min(rows.length, 4); first++) {
    const widest = Math.max(...rows.slice(first).map(({ length }) => length));
    for (const [heading, below] of headings(rows, first, widest)) {
      const columns = columnsOf(heading, years);
      if (columns) return byIndicator(rows, below, columns);
      if (YEARS.test(heading[0] ?? '')) return byYear(rows, below, heading, years);
      if (PLACES.test(heading[0] ?? '')) return byPlace(rows, below, heading, years, caption);
    }
  }
  return [];
}

/** The row as a heading, and with the row below it where a cell of it spans those. */
function headings(rows: readonly (readonly string[])[], first: number, widest: number): [string[], number][] {
  const upper = rows[first] ?? [];
  const lower = rows[first + 1] ?? [];
  const found: [string[], number][] = [];
  if (lower.length > 0 && lower.length < upper.length + lower.length - 1 && upper.length - 1 + lower.length === widest) {
    const spanning = upper.findIndex((cell) => /值|目标|规划|年度|安排|计划|完成/u.test(cell) && !/^(?:主要|具体|二级)?(?:指标|目标)(?:名称)?$/u.test(cell));
    if (spanning >= 0)
      found.push([[...upper.slice(0, spanning), ...lower.map((cell) => `${upper[spanning] ?? ''}${cell}`), ...upper.slice(spanning + 1)], first + 2]);
  }
  if (
    lower.length === upper.length &&
    upper.some((cell, index) => cell === lower[index] && cell !== '') &&
    upper.some((cell, index) => cell !== lower[index])
  ) {
    found.push([upper.map((cell, index) => (cell === lower[index] ? cell : `${cell}${lower[index] ?? ''}`)), first + 2]);
  }
  return [...found, [[...upper], first + 1]];
}

function byIndicator(rows: readonly (readonly string[])[], below: number, columns: readonly Column[]): TableValue[] {
  const at = (role: Column['role']): number => columns.findIndex((column) => column.role === role);
  return rows.slice(below).flatMap((cells, index) => {
    // Cells that span rows leave the ones below short of their first columns.
    const missing = Math.max(0, columns.length - cells.length);
    const cell = (place: number): string => (place < missing ? '' : (cells[place - missing] ?? ''));
    return columns.flatMap((when, column): TableValue[] =>
      when.role === 'value' || when.role === 'growth'
        ? [
            {
              name: cell(at('name')),
              unit: at('unit') < 0 ? '' : cell(at('unit')),
              text: cell(column),
              row: below + index + 1,
              column: column + 1,
              scope: null,
              when,
            },
          ]
        : [],
    );
  });
}

function byYear(rows: readonly (readonly string[])[], below: number, heading: readonly string[], years: PlanYears): TableValue[] {
  return rows.slice(below).flatMap((cells, index) => {
    const when = yearOf(cells[0] ?? '', years);
    if (when?.role !== 'value' || cells.length !== heading.length) return [];
    return heading
      .slice(1)
      .map((name, column): TableValue => ({ name, unit: '', text: cells[column + 1] ?? '', row: below + index + 1, column: column + 2, scope: null, when }));
  });
}

function byPlace(rows: readonly (readonly string[])[], below: number, heading: readonly string[], years: PlanYears, caption: string): TableValue[] {
  const inCaption = yearOf(caption, years);
  return rows.slice(below).flatMap((cells, index) => {
    if (cells.length !== heading.length) return [];
    const place = cells[0] ?? '';
    return heading.slice(1).flatMap((name, column): TableValue[] => {
      const own = yearOf(name, years);
      const when = own?.role === 'value' ? own : inCaption;
      if (when?.role !== 'value') return [];
      const unit = /\(([^()]{1,6})\)$/u.exec(name)?.[1] ?? '';
      const told = own?.role === 'value' ? caption : name;
      return [{ name: told, unit, text: cells[column + 1] ?? '', row: below + index + 1, column: column + 2, scope: WHOLE.test(place) ? null : place, when }];
    });
  });
}
