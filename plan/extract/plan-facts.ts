import type { DraftPlan, PlaceLevel } from './draft.js';
import type { Passages } from './passages.js';
import { findTimes } from './times.js';

/** What the document tells of the plan as a whole, and whether it masks years. */
export interface PlanFacts extends DraftPlan {
  masked: boolean;
}

const KINDS = '规划|计划|方案|纲要|行动计划|实施意见|若干措施';
const TITLE = new RegExp(String.raw`[^\n。，,;；:：|《》]{4,60}?(?:${KINDS}){1,2}(?:\(?\(?[^\n()（）]{0,20}\d{4}[^\n()（）]{0,20}\)?)?`, 'u');
const PLACE = /(?:[\u4e00-\u9fa5]{2,7}?(?:自治州|自治县|自治区|省|市|县|区(?!域|块)|州|盟|旗))+/u;
const ISSUER =
  /^[\u4e00-\u9fa5]{2,12}?(?:省|市|县|区|州|盟|旗|示范区|开发区|高新区)(?:人民政府办公[厅室]|人民政府|科学技术[局厅]|科技[局厅]|科学技术和[\u4e00-\u9fa5]{2,6}局|[\u4e00-\u9fa5]{2,10}(?:局|厅|办公室|委员会|管委会|领导小组))$/u;
const FIVE: Record<string, number> = { 十: 2001, 十一: 2006, 十二: 2011, 十三: 2016, 十四: 2021, 十五: 2026 };

/** Reads title, place, level, issuer, date of issue, period and base year. */
export function planFacts(document: string, { passages, tables }: Passages): PlanFacts {
  const text = halfWidth(document);
  const head = text.slice(0, 3000);
  const title = titleIn(head);
  const period = periodIn(title ?? '', text);
  const issuer = issuerIn(text);
  const place = placeIn(title, text) ?? placeIn(issuer?.name ?? null, text);
  const masked = /20[xX×*?□_○]{2}年/u.test(text);
  return {
    title,
    place,
    level: levelOf(place),
    issuer: issuer?.name ?? null,
    issued: issuer?.date ?? null,
    periodStart: period?.from ?? null,
    periodEnd: period?.to ?? null,
    baseYear: baseYear(text, period?.from ?? null, { passages, tables }, masked),
    masked,
  };
}

const halfWidth = (document: string): string =>
  document.replace(/[\uff01-\uff5e]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/[—–―－～]/gu, '-');

/** The title stands in title marks of a covering notice, or is the first line that names a plan. */
function titleIn(head: string): string | null {
  const marked = new RegExp(String.raw`(?:印发|发布|公布)(?:了)?《([^》\n]{4,60}(?:\n[^》\n]{1,40})?(?:${KINDS})[^》]{0,30})》`, 'u').exec(head)?.[1];
  if (marked) return tidy(marked);
  const lines = head.split('\n').slice(0, 80);
  for (const [index, line] of lines.entries()) {
    const found = TITLE.exec(line.slice(0, 200))?.[0];
    if (found === undefined || /(?:根据|按照|依据|制定|编制|为了?深入|为贯彻|落实)/u.test(found)) continue;
    // The years may stand on a line of their own below.
    const years = /^\s*(\([^()\n]{0,8}\d{4}[^()\n]{0,20}\))\s*$/u.exec(lines[index + 1] ?? '')?.[1] ?? '';
    return tidy(found.includes('(') ? found : found + years);
  }
  return null;
}

const tidy = (title: string): string =>
  title
    .replace(/\s+/gu, '')
    .replace(/^.{0,40}?(?:关于印发|大家整理的|网友整理的|(?<=[\u4e00-\u9fa5]{2})关于)/u, '')
    .replace(/(规划|方案|计划)(?:范文|解读|及全文|全文).*$/u, '$1')
    .replace(/^(?:附件\d*:?|《)/u, '')
    .replace(/【.*$/u, '');

function periodIn(title: string, text: string): { from: number; to: number } | null {
  const run = /((?:19|20)\d\d)年?(?:-{1,2}|至|到)((?:19|20)\d\d)年?/u.exec(title);
  if (run) return { from: Number(run[1]), to: Number(run[2]) };
  const five = /(十[一二三四五]?)五/u.exec(title.replace(/["“”]/gu, ''));
  const first = FIVE[five?.[1] ?? ''];
  if (first !== undefined) return { from: first, to: first + 4 };
  const told = /(?:规划期限?|规划期间|实施期限|实施期|规划年限|建设期|期限)[^\n。]{0,10}?((?:19|20)\d\d)年?(?:-{1,2}|至|到)((?:19|20)\d\d)年?/u.exec(text);
  if (told) return { from: Number(told[1]), to: Number(told[2]) };
  const counts = new Map<number, number>();
  for (const match of text.matchAll(/(?:到|至)(20\d\d)年/gu)) counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1);
  const [aim] = [...counts].filter(([year]) => year % 5 === 0).sort(([a, n], [b, m]) => m - n || a - b)[0] ?? [];
  const fiveInText = /["“]?(十[一二三四五]?)五["”]?(?:期间|时期|末|期末)/u.exec(text.slice(text.indexOf('目标')));
  const start = aim === undefined ? FIVE[fiveInText?.[1] ?? ''] : aim - 4;
  return start === undefined ? null : { from: start, to: start + 4 };
}

/** The year the plan states, else the year before the period if the document gives it, else its latest year before that. */
function baseYear(text: string, from: number | null, { passages, tables }: Pick<Passages, 'passages' | 'tables'>, masked: boolean): number | null {
  const stated = /(?:规划基[年期]|基准年|基年|基期)(?:年份?)?(?:为|是|:)?((?:19|20)\d\d)年?|以((?:19|20)\d\d)年(?:为|作为)(?:规划)?基(?:准年|期|年|数)/u.exec(
    text,
  );
  if (stated) return Number(stated[1] ?? stated[2]);
  if (from === null) return null;
  const given = new Set<number>();
  for (const { plain } of passages) {
    if (!/\d/u.test(plain.text)) continue;
    for (const { year, from: first, use, start, end } of findTimes(plain.text, { from: null, to: null })) {
      // “十三五”末 names its year as well as digits do.
      if (!masked && year === from - 1 && first === null && use === 'lead' && /五["”]?期?末/u.test(plain.text.slice(start, end))) return year;
      // The year must date something counted, not the day a document was issued.
      if (
        year !== null &&
        use !== 'than' &&
        year < from &&
        /\d/u.test(plain.text.slice(end, end + 80)) &&
        !/^\d{1,2}月\d/u.test(plain.text.slice(end, end + 5))
      ) {
        if (/^(?:底|末|,|,?[^,;。]{0,60}\d)/u.test(plain.text.slice(end, end + 70))) given.add(year);
      }
    }
  }
  // A table may give the year alone, in its heading or before its rows.
  const year = new RegExp(`^\\D{0,6}${String(from - 1)}年?[^\\d-]{0,6}$`, 'u');
  if (!masked && tables.some(({ rows }) => rows.some((row, index) => (index < 2 ? row : row.slice(0, 1)).some((cell) => year.test(cell.trim())))))
    return from - 1;
  const printed = [...given].filter((year) => new RegExp(`${String(year)}年`, 'u').test(text));
  if (printed.includes(from - 1)) return from - 1;
  const latest = Math.max(...printed);
  return latest >= from - 3 ? latest : null;
}

function placeIn(title: string | null, text: string): string | null {
  if (title === null) return null;
  const cluster = /^(.{2,24}?(?:自主创新示范区|城市群|都市圈|科创走廊|高新技术产业开发区|高新技术产业园区|经济技术开发区|高新区|开发区|新区|示范区))/u.exec(
    title.replace(/^.*?关于/u, ''),
  );
  const found = PLACE.exec(title.replace(/^(?:中共|关于(?:印发)?)/u, '').slice(0, 24));
  if (cluster && !/^[\u4e00-\u9fa5]{2,6}(?:市|县)/u.test(title)) return fullZone(cluster[1] ?? '', text);
  if (found?.index === 0 && !/建设|科技|创新|强[县市区]|加快/u.test(found[0])) return lastPlace(found[0]);
  const root = title.slice(0, 2);
  const full = /^[\u4e00-\u9fa5]{2}$/u.test(root) ? ['市', '县'].map((kind) => root + kind).find((name) => text.includes(name)) : undefined;
  return full ?? null;
}

/** 松屏高新区 is 松屏高新技术产业开发区 where the document says so. */
function fullZone(name: string, text: string): string {
  const root = name.replace(/(?:高新区|开发区|经开区)$/u, '');
  if (root === name || root.length < 2) return name;
  return [`${root}高新技术产业开发区`, `${root}经济技术开发区`].find((full) => text.includes(full)) ?? name;
}

/** 湖南省益阳市 is 益阳市. */
function lastPlace(name: string): string {
  const parts = [...name.matchAll(/[\u4e00-\u9fa5]{2,7}?(?:自治州|自治县|自治区|省|市|县|区(?!域|块)|州|盟|旗)/gu)].map(([part]) => part);
  return parts.at(-1) ?? name;
}

function levelOf(place: string | null): PlaceLevel | null {
  if (place === null) return null;
  if (/(?:高新区|开发区|产业园区|园区|新区)$/u.test(place)) return 'zone';
  if (/(?:示范区|城市群|都市圈|走廊)$/u.test(place)) return 'cluster';
  if (/(?:省|自治区)$/u.test(place) || /^(?:北京|上海|天津|重庆)市$/u.test(place)) return 'province';
  return /(?:县|区|旗)$/u.test(place) ? 'county' : 'prefecture';
}

/** The office that signs, with the date below it: two short lines at the beginning or the end. */
function issuerIn(text: string): { name: string; date: string | null } | null {
  const edges = [...text.slice(0, 3000).split('\n'), ...text.slice(-600).split('\n')];
  const lines = edges.flatMap((line) => line.trim().split(/\s+/u));
  for (let index = lines.length - 1; index >= 0; index--) {
    const name = lines[index] ?? '';
    if (name.length > 30 || !ISSUER.test(name)) continue;
    return { name, date: dateIn(lines[index + 1] ?? '') };
  }
  return null;
}

function dateIn(line: string): string | null {
  const digits = line.replace(/[〇零○一二三四五六七八九]{4}(?=年)/u, (year) =>
    year.replace(/[零○]/gu, '〇').replace(/./gu, (digit) => String('〇一二三四五六七八九'.indexOf(digit))),
  );
  const date = /((?:19|20)\d\d)年(?:([\d一二三四五六七八九十]{1,2})月)?(?:([\d]{1,2})日)?/u.exec(digits);
  if (!date) return null;
  const month =
    date[2] === undefined ? NaN : Number(date[2]) || ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].indexOf(date[2]) + 1;
  const parts = [date[1] ?? '', Number.isNaN(month) ? '' : String(month).padStart(2, '0'), date[3] === undefined ? '' : date[3].padStart(2, '0')];
  return parts.filter((part) => part !== '').join('-');
}
