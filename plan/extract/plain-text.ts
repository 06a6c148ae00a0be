/** A stretch of a document in one spelling (half-width, without white space inside sentences), each character with its place in the source. */
export interface PlainText {
  text: string;
  source: string;
  /** Place in the source of each character of `text`. */
  origin: number[];
}

const DASHES = /[—–―−‐‑﹣ー~〜∼]/u;
const ENDS_ITEM = /[\p{sc=Han}%‰\d)）]/u;

/**
 * One spelling of `source` from `start` to `end`: full-width forms halved, one dash, white space dropped. A break within a
 * line's words joins them; a break or a wide gap after which a list goes on stays as one line feed.
 */
export function plainText(source: string, start = 0, end = source.length): PlainText {
  let text = '';
  const origin: number[] = [];
  let gap = -1;
  for (let index = start; index < end; index++) {
    const character = source.charAt(index);
    if (/\s/u.test(character)) {
      if (gap < 0) gap = index;
      continue;
    }
    const last = text.charAt(text.length - 1);
    if (gap >= 0 && last !== '' && keepsGap(source, gap, index, last, character)) {
      text += '\n';
      origin.push(gap);
    }
    gap = -1;
    text += halved(character);
    origin.push(index);
  }
  return { text, source, origin };
}

/** A gap that lets an item of a list end: after a number's unit, or before a dash or a bullet that opens the next. */
function keepsGap(source: string, gap: number, index: number, last: string, next: string): boolean {
  const wide = index - gap >= 2 || /[\n\r\t\u3000]/u.test(source.charAt(gap));
  if (/[A-Za-z]/u.test(last) && /[A-Za-z]/u.test(next)) return true;
  if (!wide) return false;
  return /[—•●◆■▪·-]/u.test(next) || (ENDS_ITEM.test(last) && /[\p{sc=Han}A-Za-z\d“"(（]/u.test(next) && source.slice(gap, index).includes('\n'));
}

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
