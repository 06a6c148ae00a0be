/** A rectangle of cells, 1-based, ends included. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** B7, $B$7 → column 2, row 7. */
export function placeOf(address: string): { column: number; row: number } {
  const [, letters = '', row = '0'] = /^\$?([A-Z]+)\$?(\d+)$/u.exec(address) ?? [];
  return { column: Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0), row: Number(row) };
}

/** A5:K44, or one cell. */
export function areaOf(reference: string): Area {
  const [first = '', last = first] = reference.split(':');
  const [start, end] = [placeOf(first), placeOf(last)];
  return { left: start.column, top: start.row, right: end.column, bottom: end.row };
}

/** 2, 7 → B7. */
export function addressOf(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

export const overlap = (a: Area, b: Area): boolean => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

export const holds = (area: Area, { column, row }: { column: number; row: number }): boolean =>
  area.left <= column && column <= area.right && area.top <= row && row <= area.bottom;

/** Every address of an area, row by row. */
export const addressesOf = ({ left, top, right, bottom }: Area): string[] =>
  Array.from({ length: bottom - top + 1 }, (_, row) => Array.from({ length: right - left + 1 }, (__, column) => addressOf(left + column, top + row))).flat();
