import { parseChineseNumeral } from '../number/chinese-numeral.js';

/** One sentence, or one heading's title, of a document and where it stands. */
export interface Sentence {
  /** Heading labels and sentence number: 一/(四)/s6; s2 before any heading; 一/(四) for that heading's own title. */
  at: string;
  text: string;
}

/** A sentence with the stretch of the document it was read from. */
export interface PlacedSentence extends Sentence {
  start: number;
  end: number;
}

interface Heading {
  start: number;
  end: number;
  depth: number;
  path: string;
}

const LABEL = /([一二三四五六七八九十]{1,3})、|[(（]([一二三四五六七八九十]{1,3})[)）]|(\d{1,2})(?:[.．](?!\d)|、)/gu;
const AFTER_BREAK = /[\s。！？!?；;：:|”」]$/u;
const TITLE = /^\s*([^\s。！？]{1,40})(?:。(?=\s)|(?=\s|$))/u;

/**
 * Splits a document into sentences with locators. A heading is a label (一、 (一) 1.) in sequence, at a break or just after
 * the heading above it; its title, where white space sets it off, is no sentence. Documents come scraped into one line, so
 * line breaks end nothing.
 */
export const splitSentences = (document: string): Sentence[] => placeSentences(document).map(({ at, text }) => ({ at, text }));

/** The same with the place of each sentence in the document, for readers who need what the white space tells. */
export function placeSentences(document: string): PlacedSentence[] {
  const sections = [{ end: 0, path: '' }, ...findHeadings(document)];
  return sections.flatMap(({ end, path }, index) => {
    const next = sections[index + 1] as Heading | undefined;
    const body = document.slice(end, next?.start);
    const title = path === '' ? null : TITLE.exec(body);
    const titled = title && !isProse(title[1] ?? '', body.slice(title[0].length)) ? title[0].length : 0;
    const heading = title && titled > 0 ? [{ at: path, text: title[1] ?? '', start: end, end: end + titled }] : [];
    const sentences = [...body.slice(titled).matchAll(/[^。！？!?]+[。！？!?]*/gu)]
      .filter(([piece]) => /[\p{L}\p{N}]/u.test(piece))
      .map(({ 0: piece, index: offset }, sentence) => ({
        at: `${path === '' ? '' : `${path}/`}s${sentence + 1}`,
        text: piece.replace(/\s+/gu, ' ').trim(),
        start: end + titled + offset,
        end: end + titled + offset + piece.length,
      }));
    return [...heading, ...sentences];
  });
}

/** A first piece with a comma is a sentence's beginning, unless it is short and stands on a line of its own. */
const isProse = (title: string, after: string): boolean => /[,，；;]/u.test(title) && !(title.length <= 30 && after.startsWith('\n'));

function findHeadings(document: string): Heading[] {
  const headings: Heading[] = [];
  let counters = [0, 0, 0];
  for (const match of document.matchAll(LABEL)) {
    const depth = match[1] ? 0 : match[2] ? 1 : 2;
    const number = match[3] ? Number(match[3]) : (parseChineseNumeral(match[1] ?? match[2] ?? '') ?? 0);
    const restarts = depth === 0 && number === 1 && counters[0] === 1;
    if ((depth > 0 && counters[0] === 0) || (number !== (counters[depth] ?? 0) + 1 && !restarts)) continue;
    if (!atBreak(document, match.index, depth, headings.at(-1))) continue;
    counters = counters.map((count, level) => (level < depth ? count : level === depth ? number : 0));
    headings.push({ start: match.index, end: match.index + match[0].length, depth, path: pathOf(counters) });
  }
  return headings;
}

function atBreak(document: string, index: number, depth: number, above: Heading | undefined): boolean {
  if (index === 0 || AFTER_BREAK.test(document.slice(Math.max(0, index - 1), index))) return true;
  const between = above && depth > above.depth ? document.slice(above.end, index) : null;
  return between !== null && between.length <= 40 && !/[。！？!?；;]/u.test(between);
}

const pathOf = ([chapter = 0, section = 0, item = 0]: number[]): string =>
  [chapter && ordinal(chapter), section && `(${ordinal(section)})`, item && String(item)].filter(Boolean).join('/');

function ordinal(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${digits[number % 10] ?? ''}`;
}
