import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';
import type { CellStyle, Look } from '../../plan/workbook/style.js';

/** A font that every Chinese Windows and Office for Mac has. */
export const FONT = 'Microsoft YaHei';
const INK = 'FF1F2933';
const ACCENT = 'FF1B4F72';
const FAINT = 'FF6B7785';
const HAIR = { style: 'hair', color: { argb: 'FFB8C2CC' } } as const;

const font = (more: Partial<Font> = {}): Partial<Font> => ({ name: FONT, size: 10, color: { argb: INK }, ...more });
const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const align = (horizontal: 'left' | 'right' | 'center', more: Partial<Alignment> = {}): Partial<Alignment> => ({ horizontal, vertical: 'middle', ...more });
const line: Partial<Borders> = { bottom: HAIR };
const box: Partial<Borders> = { top: HAIR, left: HAIR, bottom: HAIR, right: HAIR };
const INPUT_FILL = fill('FFFFF6D6');

const LOOKS: Record<Look, Partial<Style>> = {
  title: { font: font({ size: 16, bold: true, color: { argb: ACCENT } }), alignment: align('left') },
  subtitle: { font: font({ size: 11, color: { argb: FAINT } }), alignment: align('left') },
  intro: { font: font({ size: 9, color: { argb: FAINT } }), alignment: align('left') },
  section: { font: font({ size: 11, bold: true, color: { argb: ACCENT } }), alignment: align('left') },
  header: { font: font({ bold: true, color: { argb: 'FFFFFFFF' } }), fill: fill(ACCENT), alignment: align('center', { wrapText: true }) },
  label: { font: font(), alignment: align('left', { wrapText: true }), border: line },
  text: { font: font(), alignment: align('left', { wrapText: true }), border: line },
  plain: { font: font(), alignment: align('left') },
  wrap: { font: font({ size: 9 }), alignment: align('left', { wrapText: true }), border: line },
  number: { font: font(), alignment: align('right', { indent: 1 }), border: line },
  count: { font: font(), alignment: align('left'), border: line, numFmt: '0' },
  year: { font: font(), alignment: align('center'), border: line, numFmt: '0' },
  link: { font: font({ underline: true, color: { argb: 'FF1F5FA8' } }), alignment: align('left'), border: line },
  progress: { font: font({ bold: true }), alignment: align('center'), border: line },
  'input-text': { font: font(), fill: INPUT_FILL, alignment: align('left', { wrapText: true }), border: box, protection: { locked: false } },
  input: { font: font(), fill: INPUT_FILL, alignment: align('right', { indent: 1 }), border: box, protection: { locked: false } },
  key: { font: font({ size: 8, color: { argb: FAINT } }), alignment: align('left'), border: line },
  'swatch-input': { fill: INPUT_FILL, border: box },
  'swatch-formula': { font: font(), alignment: align('right'), border: line },
  'swatch-fact': { font: font(), alignment: align('right'), border: line },
  'swatch-blank': { border: line },
};

const known = new Map<CellStyle, Partial<Style>>();

/** exceljs's style for a cell style: one frozen object each, which its style cache recognises. */
export function exceljsStyle(cellStyle: CellStyle): Partial<Style> {
  const made = known.get(cellStyle);
  if (made) return made;
  const base = LOOKS[cellStyle.look];
  const style = Object.freeze(cellStyle.format === undefined ? { ...base } : { ...base, numFmt: cellStyle.format });
  known.set(cellStyle, style);
  return style;
}
