const known: string[] = [];

/** 1 → A, 27 → AA. */
export const columnLetters = (column: number): string => (known[column] ??= spell(column));

function spell(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A → 1, AA → 27. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** A sheet's name as a formula writes it: quoted, apostrophes doubled. */
export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** '原文数据'!$G$5:$G$54 */
export const columnRange = (sheet: string, column: number, first: number, last: number): string =>
  `${quoteSheet(sheet)}!$${columnLetters(column)}$${first}:$${columnLetters(column)}$${last}`;
