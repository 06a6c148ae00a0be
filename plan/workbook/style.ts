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

const plain = new Map<Look, CellStyle>();
const formatted = new Map<string, Map<Look, CellStyle>>();

/** The one object for a look and format. */
export function style(look: Look, format?: string): CellStyle {
  const known = format === undefined ? plain : (formatted.get(format) ?? new Map<Look, CellStyle>());
  let made = known.get(look);
  if (made) return made;
  made = Object.freeze(format === undefined ? { look } : { look, format });
  known.set(look, made);
  if (format !== undefined) formatted.set(format, known);
  return made;
}

const decimalFormats: string[] = [];

/** Thousands separated, with as many decimals as the document prints. */
export const decimalFormat = (decimals: number): string => (decimalFormats[decimals] ??= `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`);
