/** What a part of a plan is about: what has been reached, what is aimed at, what is to be done. */
export type PartKind = 'state' | 'goals' | 'task';

const STATE = /基础|现状|成效|成就|回顾|成绩|完成情况|进展|形势|背景|评估|问题|短板|挑战|机遇|面临|亮点|主要成果|取得|哪里出发|家底/u;
const GOALS = /目标|指标|愿景|愿景|展望|到哪里去/u;

/** What a title says its part is about, or null where it does not say. */
export const kindOfTitle = (title: string): PartKind | null => (STATE.test(title) ? 'state' : GOALS.test(title) ? 'goals' : null);

/** A title that stands on a line of its own, with its rank among headings: 0 for chapters. */
export interface TitleLine {
  text: string;
  rank: number;
  /** Length in the document, with the line's end. */
  length: number;
}

const LABELS: [RegExp, number][] = [
  [/^第[一二三四五六七八九十\d]{1,3}[章篇部]/u, 0],
  [/^[一二三四五六七八九十]{1,3}(?:、|\s|[.．])/u, 0],
  [/^第[一二三四五六七八九十\d]{1,3}节/u, 1],
  [/^[(（][一二三四五六七八九十]{1,3}[)）]/u, 1],
  [/^\d{1,2}(?:[.．](?!\d)|、)/u, 2],
  [/^[(（]\d{1,2}[)）]/u, 3],
];

/** The titles that stand on lines of their own at the beginning of `text`. */
export function titleLines(text: string): TitleLine[] {
  const titles: TitleLine[] = [];
  let rest = text;
  for (;;) {
    const match = /^[\s\ufeff]{0,40}([^\n]{2,40})\n/u.exec(rest);
    const line = match?.[1]?.trim() ?? '';
    if (!match || !isTitle(/^第.{1,3}[章篇]/u.test(line) ? line.replace(/[:：“”]/gu, '') : line)) return titles;
    titles.push({ text: line, rank: rankOf(line), length: match[0].length });
    rest = rest.slice(match[0].length, match[0].length + 600);
  }
}

/** Short, without stops or figures in it; years may stand in a title. */
const isTitle = (line: string): boolean =>
  line.length <= 32 &&
  /\p{sc=Han}{2}/u.test(line) &&
  !/[,，;；:：。|\t]/u.test(line) &&
  !/\d(?!\d{0,3}年|[.、．]|\d|[)）])/u.test(line.replace(/^[\d(（]{1,3}[.、．)）]|^第\d{1,2}[章节篇]/u, '')) &&
  !/[家个项件元%％人名位]$/u.test(line);

const rankOf = (line: string): number => LABELS.find(([label]) => label.test(line))?.[1] ?? 4;

/** A chapter that runs on in a scraped line: its title is what follows its label, as far as can be told. */
export function chapterWithin(text: string): { title: string; rank: number } | null {
  const chapter = /第[一二三四五六七八九十\d]{1,3}([章篇节])\s*([^。;；,，]{2,24})/u.exec(text.slice(0, 120));
  return chapter ? { title: chapter[2] ?? '', rank: chapter[1] === '节' ? 1 : 0 } : null;
}
