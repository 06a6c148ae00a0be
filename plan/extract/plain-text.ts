import type { IsSoft } from './line-breaks.js';

/** A stretch of a document in one spelling (half-width, without white space inside sentences), each character with its place in the source. */
export interface PlainText {
  text: string;
  source: string;
  /** Place in the source of each character of `text`. */
  origin: number[];
}

const DASHES = /[—–―−‐‑﹣ー~〜∼]/u;

/**
 * One spelling of `source` from `start` to `end`: full-width forms halved, one dash, white space dropped. A line break that
 * breaks words joins them; one after which something else begins stays as a line feed, which ends a number's words.
 */
export function plainText(source: string, isSoft: IsSoft, start = 0, end = source.length): PlainText {
  // The text is joined once: asking a growing string for its end costs its length each time.
  const characters: string[] = [];
  const origin: number[] = [];
  let gap = -1;
  let breaks = false;
  for (let index = start; index < end; index++) {
    const character = source.charAt(index);
    if (/\s/u.test(character)) {
      if (gap < 0) gap = index;
      if (character === '\n' && !isSoft(index)) breaks = true;
      continue;
    }
    const last = characters.at(-1) ?? '';
    if (gap >= 0 && last !== '' && (breaks || keepsGap(index - gap, last, character))) {
      characters.push('\n');
      origin.push(gap);
    }
    gap = -1;
    breaks = false;
    characters.push(halved(character));
    origin.push(index);
  }
  return { text: characters.join(''), source, origin };
}

/** A gap within a line that parts words: between Latin letters, or a wide one. */
const keepsGap = (width: number, last: string, next: string): boolean =>
  (/[A-Za-z]/u.test(last) && /[A-Za-z]/u.test(next)) || (width >= 2 && /[\p{sc=Han}%‰)]/u.test(last) && /[\p{sc=Han}“"(\d]/u.test(next));

function halved(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return character;
  if (code >= 0xff01 && code <= 0xff5e) return character === '～' ? '-' : String.fromCharCode(code - 0xfee0);
  if (code === 0xfe6a) return '%';
  return DASHES.test(character) ? '-' : character;
}

/** The fragment of the source that stands behind a stretch of the plain text, its white space single. */
export const printedAt = ({ source, origin }: PlainText, start: number, end: number): string =>
  source.slice(origin[start] ?? 0, (origin[end - 1] ?? 0) + 1).replace(/\s+/gu, ' ');
