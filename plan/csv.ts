type Field = string | number | boolean | null | undefined;

/** Spreadsheets take a field that begins so for a formula; an apostrophe before it keeps it text. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/u;

/**
 * Rows as CSV (RFC 4180: commas, CRLF, fields quoted where they must be), with the byte order mark by which Excel knows
 * UTF-8. Text that a spreadsheet would run as a formula is made harmless; numbers stay numbers.
 */
export const toCsv = (header: readonly string[], rows: readonly (readonly Field[])[]): string =>
  `\uFEFF${[header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;

function field(value: Field): string {
  const text = typeof value === 'string' && LIKE_A_FORMULA.test(value) ? `'${value}` : String(value ?? '');
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
