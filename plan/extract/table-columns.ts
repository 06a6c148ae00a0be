import type { PlanYears } from './dating.js';
import { findTimes } from './times.js';

/** What a column of a table of indicators holds. */
export type Column =
  | { role: 'name' | 'unit' | 'other' }
  | { role: 'growth'; heading: string }
  /** `told`: the heading names the year; else it only says baseline or target. */
  | { role: 'value'; year: number | null; from: number | null; told: boolean; aim: boolean; heading: string };

const NAME = /^(?:指标|二级指标|三级指标|具体指标|主要指标|指标名称|名称|指标内容|项目|指标项|目标任务|发展指标|评价指标|考核指标)(?:名称)?$/u;
const UNIT = /^(?:计量)?单位(?:\/.{1,4})?$/u;
const BASE = /基期|基础值|基数|基准|现状|实际|完成值|初始|当前/u;
const TARGET = /目标|规划值|预期值|期末/u;
const GROWTH = /年均(?:增[长速幅]|递增)|增[长速](?:率|幅度)?|增幅/u;
const NO_TABLE_OF_INDICATORS = /总投资|投资额|投资\(|项目名称|建设内容|建设地点|起止|负责人|联系/u;

/** What the columns under a heading hold, or null where the table is none of indicators. */
export function columnsOf(heading: readonly string[], years: PlanYears): Column[] | null {
  if (heading.some((cell) => NO_TABLE_OF_INDICATORS.test(cell))) return null;
  const columns = heading.map((cell): Column => columnOf(cell, years));
  // Of 一级指标 and 二级指标 the last names what a row measures; what stands before it groups rows.
  const names = columns.flatMap(({ role }, index) => (role === 'name' ? [index] : []));
  if (names.length === 0 || !columns.some(({ role }) => role === 'value')) return null;
  return columns.map((column, index) => (column.role === 'name' && index !== names.at(-1) ? { role: 'other' } : column));
}

/** A heading or a first cell that names a year, or null. */
export function yearOf(text: string, years: PlanYears): Column | null {
  const column = columnOf(text, years);
  return column.role === 'value' && column.told ? column : null;
}

function columnOf(heading: string, years: PlanYears): Column {
  if (NAME.test(heading)) return { role: 'name' };
  if (UNIT.test(heading)) return { role: 'unit' };
  if (/属性|性质|类型|备注|责任|牵头|部门|序号|编号|权重|来源|说明|类别|领域|一级/u.test(heading)) return { role: 'other' };
  if (GROWTH.test(heading)) return { role: 'growth', heading };
  const time = findTimes(heading, { from: years.from, to: years.to }).at(-1) ?? bareYear(heading);
  const aim = TARGET.test(heading);
  if (time) return { role: 'value', year: time.year, from: time.from, told: true, aim, heading };
  const five = /(十[一二三四五])五/u.exec(heading)?.[1];
  const ends: Record<string, number> = { 十一: 2010, 十二: 2015, 十三: 2020, 十四: 2025, 十五: 2030 };
  if (five !== undefined && ends[five] !== undefined) return { role: 'value', year: ends[five], from: null, told: true, aim, heading };
  if (aim) return { role: 'value', year: years.to, from: null, told: false, aim: true, heading };
  if (BASE.test(heading)) return { role: 'value', year: years.base, from: null, told: false, aim: false, heading };
  return { role: 'other' };
}

/** A heading may print the year alone: 2025, 2025目标. */
function bareYear(heading: string): { year: number | null; from: null } | null {
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/u.exec(heading)?.[1];
  if (year !== undefined) return { year: Number(year), from: null };
  return /20[xX×*?□_○]{2}/u.test(heading) ? { year: null, from: null } : null;
}
