/** A line break within words, made by a page's width, not by the text. */
export type IsSoft = (index: number) => boolean;

/** The display width of a line: a Chinese character counts two. */
const widthOf = (line: string): number => {
  let width = 0;
  for (let index = 0; index < line.length; index++) width += line.charCodeAt(index) > 0x2e7f ? 2 : 1;
  return width;
};

/**
 * Tells which line breaks of a document break words. Where many lines are as wide as the widest, the page broke them;
 * elsewhere a break is soft where it cuts a long run of words that goes on.
 */
export function softBreaks(document: string): IsSoft {
  const lines = document.split('\n');
  const widths = lines.map((line) => widthOf(line.trimEnd()));
  const full = fullWidth(widths);
  const soft = new Set<number>();
  let end = -1;
  lines.forEach((line, index) => {
    end += line.length + 1;
    const next = lines[index + 1];
    if (next === undefined || next.trim() === '' || line.trim() === '') return;
    const cut = full === null ? runsOn(line.trimEnd(), next) : (widths[index] ?? 0) >= full - 3 && !/^\s{2,}|^\u3000/u.test(next);
    if (cut) soft.add(end);
  });
  return (index) => soft.has(index);
}

/** The width that a page gives its lines, or null where the text breaks its own. */
function fullWidth(widths: readonly number[]): number | null {
  const counts = new Map<number, number>();
  const filled = widths.filter((width) => width >= 24);
  for (const width of filled) counts.set(width, (counts.get(width) ?? 0) + 1);
  const widest = Math.max(0, ...[...counts.keys()]);
  if (filled.length < 6 || widest > 160) return null;
  let near = 0;
  for (const [width, count] of counts) if (width >= widest - 3) near += count;
  return near * 3 >= filled.length ? widest : null;
}

/** A long line that ends in the middle of words, before a line that goes on with them. */
const runsOn = (line: string, next: string): boolean =>
  numberRunsOn(line, next) ||
  (line.length >= 28 &&
    /[\p{sc=Han}\d.]$/u.test(line) &&
    !/[\d一二三四五六七八九十百千万亿][家个项件人名篇所种次倍支座%‰元位户]$/u.test(line) &&
    /^[\p{sc=Han}\d%‰]/u.test(next) &&
    !/^(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.．]|第[一二三四五六七八九十])/u.test(next));

/** 拥有量 at a line's end, 2.96件 at the next one's beginning; 2. and 2、 open an item of a list. */
const numberRunsOn = (line: string, next: string): boolean =>
  line.length >= 12 &&
  /\p{sc=Han}$/u.test(line) &&
  /[,，;；。]/u.test(line) &&
  /^\d[\d.,]*(?:[\p{sc=Han}%‰])/u.test(next) &&
  !/^\d{1,2}(?:[、．]|[.](?!\d))/u.test(next);
