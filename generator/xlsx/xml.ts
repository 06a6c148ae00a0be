/** Characters XML 1.0 cannot hold, and the two that no reader of workbooks takes; halves of pairs are told apart below. */
// eslint-disable-next-line no-control-regex -- these are the characters to be kept out
const QUESTIONABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
// eslint-disable-next-line no-control-regex -- as above
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/** Text as an element holds it; characters XML cannot hold become U+FFFD, so that their loss is seen. Most text holds nothing to be escaped: each look is short. */
export function escapeText(text: string): string {
  let escaped = QUESTIONABLE.test(text) ? text.replace(ILLEGAL, '\uFFFD') : text;
  if (escaped.includes('&')) escaped = escaped.replaceAll('&', '&amp;');
  if (escaped.includes('<')) escaped = escaped.replaceAll('<', '&lt;');
  return escaped.includes('>') ? escaped.replaceAll('>', '&gt;') : escaped;
}

/** Text as an attribute holds it. */
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

/** A cell's text before it is escaped: Excel reads _x0041_ as A, so what only looks like such an escape is spelt out (ECMA-376 part 1, 22.9.2.19). */
export const spellEscapes = (text: string): string => (text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_') : text);

/** A cell's text as an element holds it. */
export const escapeCellText = (text: string): string => escapeText(spellEscapes(text));
