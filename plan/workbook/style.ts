/** The looks a cell can have; the writer gives each its font, fill and borders. */
export type Look =
  | 'title'
  | 'subtitle'
  | 'intro'
  | 'section'
  | 'header'
  | 'text'
  | 'plain'
  | 'wrap'
  | 'label'
  | 'number'
  | 'count'
  | 'year'
  | 'link'
  | 'progress'
  | 'input'
  | 'input-text'
  | 'key'
  | 'swatch-input'
  | 'swatch-formula'
  | 'swatch-fact'
  | 'swatch-blank';

/** A cell's style: its look and, for numbers, their format. Two cells of one style share one object. */
export interface CellStyle {
  look: Look;
  /** Excel number format code. */
  format?: string;
}

const interned = new Map<string, CellStyle>();

/** The one object for a look and format. */
export function style(look: Look, format?: string): CellStyle {
  const key = `${look} ${format ?? ''}`;
  const known = interned.get(key) ?? Object.freeze(format === undefined ? { look } : { look, format });
  interned.set(key, known);
  return known;
}

/** Thousands separated, with as many decimals as the document prints. */
export const decimalFormat = (decimals: number): string => `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
