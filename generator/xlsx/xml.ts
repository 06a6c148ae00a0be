/** Characters XML 1.0 cannot hold, and the two that no reader of workbooks takes. */
// eslint-disable-next-line no-control-regex -- these are the characters to be kept out
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;
/** Most text holds nothing of either kind; one look tells. */
// eslint-disable-next-line no-control-regex -- as above
const SUSPECT = /[&<>\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as an element holds it; characters XML cannot hold become U+FFFD, so that their loss is seen. */
export const escapeText = (text: string): string =>
  SUSPECT.test(text) ? text.replace(ILLEGAL, '\uFFFD').replace(/[&<>]/gu, (character) => ENTITIES[character] ?? character) : text;

/** Text as an attribute holds it. */
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

/** A cell's text: Excel reads _x0041_ as A, so what only looks like such an escape is escaped itself (ECMA-376 part 1, 22.9.2.19). */
export const escapeCellText = (text: string): string => escapeText(text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_') : text);
