import { openParts } from '../package-parts.js';
import { below, child, parseTree, type XmlElement } from '../xml-tree.js';
import { type Area, areaOf, placeOf } from './area.js';
import { ILLEGAL_CHARACTERS } from './illegal-characters.js';

export interface OpenCell {
  address: string;
  column: number;
  row: number;
  type: string;
  style: CellLook;
  /** Without "="; null for constants. */
  formula: string | null;
  /** The text of its <v>, as it stands in the file. */
  raw: string | null;
  value: string | number | boolean | null;
}

/** What of a cell's format decides whether it can be edited and how wide it shows. */
interface CellLook {
  locked: boolean;
  wrap: boolean;
  indent: number;
  format: string;
  fontSize: number;
}

export interface OpenTable {
  name: string;
  reference: string;
  area: Area;
  headers: string[];
}

export interface OpenSheet {
  name: string;
  state: string;
  part: string;
  xml: XmlElement;
  cells: Map<string, OpenCell>;
  tables: OpenTable[];
  heights: Map<number, number>;
  defaultHeight: number;
  width(column: number): number;
}

interface DefinedName {
  name: string;
  text: string;
  sheet: number | null;
}

/** A workbook taken apart for the lint, by code that shares nothing with the product's own reader. */
export interface OpenBook {
  parts: Map<string, string>;
  book: XmlElement;
  core: XmlElement | undefined;
  sheets: OpenSheet[];
  names: DefinedName[];
  baseFontSize: number;
}

const BUILT_IN_FORMATS: Record<string, string> = { '0': 'General', '1': '0', '2': '0.00', '3': '#,##0', '4': '#,##0.00', '9': '0%', '49': '@' };

export function openBook(bytes: Uint8Array): OpenBook {
  const parts = openParts(bytes);
  const tree = (name: string): XmlElement | undefined => {
    const xml = parts.get(name);
    // A rule of its own finds these; the others go on without them.
    return xml === undefined ? undefined : parseTree(xml.replace(ILLEGAL_CHARACTERS, '?'));
  };
  const book = tree('xl/workbook.xml');
  if (!book) throw new Error('no xl/workbook.xml');
  const strings = below(tree('xl/sharedStrings.xml'), 'si').map((item) =>
    below(item, 't')
      .map(({ text }) => text)
      .join(''),
  );
  const styles = tree('xl/styles.xml');
  const fontSizes = (child(styles, 'fonts')?.children ?? []).map((font) => Number(child(font, 'sz')?.attributes['val'] ?? 11));
  const looks = readLooks(styles, fontSizes);
  const targets = relationsOf(tree('xl/_rels/workbook.xml.rels'), 'xl');
  const sheets = below(book, 'sheet').map(({ attributes }): OpenSheet => {
    const part = targets.get(attributes['id'] ?? '') ?? '';
    const xml = tree(part);
    if (!xml) throw new Error(`no part for the sheet ${attributes['name'] ?? ''}`);
    const relations = relationsOf(tree(part.replace(/([^/]+)$/u, '_rels/$1.rels')), 'xl/worksheets');
    const widths = below(xml, 'col').map(({ attributes: { min, max, width } }) => ({ min: Number(min), max: Number(max), width: Number(width) }));
    return {
      name: attributes['name'] ?? '',
      state: attributes['state'] ?? 'visible',
      part,
      xml,
      cells: new Map(below(xml, 'c').map((cell) => [cell.attributes['r'] ?? '', readCell(cell, strings, looks)])),
      tables: below(xml, 'tablePart').flatMap((link) => readTable(tree(relations.get(link.attributes['id'] ?? '') ?? ''))),
      heights: new Map(below(xml, 'row').flatMap(({ attributes: { r, ht } }) => (ht === undefined ? [] : [[Number(r), Number(ht)]]))),
      defaultHeight: Number(child(xml, 'sheetFormatPr')?.attributes['defaultRowHeight'] ?? 15),
      width: (column) => widths.find(({ min, max }) => min <= column && column <= max)?.width ?? 8.43,
    };
  });
  const names = below(book, 'definedName').map(({ attributes: { name = '', localSheetId }, text }) => ({
    name,
    text,
    sheet: localSheetId === undefined ? null : Number(localSheetId),
  }));
  return { parts, book, core: tree('docProps/core.xml'), sheets, names, baseFontSize: fontSizes[0] ?? 11 };
}

function relationsOf(tree: XmlElement | undefined, folder: string): Map<string, string> {
  const resolve = (target: string): string => {
    if (target.startsWith('/')) return target.slice(1);
    const up = target.startsWith('../');
    return `${up ? folder.slice(0, folder.lastIndexOf('/')) : folder}/${up ? target.slice(3) : target}`;
  };
  return new Map(below(tree, 'Relationship').map(({ attributes: { Id = '', Target = '' } }) => [Id, resolve(Target)]));
}

function readLooks(styles: XmlElement | undefined, fontSizes: readonly number[]): CellLook[] {
  const formats = new Map(below(styles, 'numFmt').map(({ attributes: { numFmtId = '', formatCode = '' } }) => [numFmtId, formatCode]));
  return (child(styles, 'cellXfs')?.children ?? []).map((xf) => {
    const id = xf.attributes['numFmtId'] ?? '0';
    const alignment = child(xf, 'alignment')?.attributes;
    return {
      locked: child(xf, 'protection')?.attributes['locked'] !== '0',
      wrap: alignment?.['wrapText'] === '1',
      indent: Number(alignment?.['indent'] ?? 0),
      format: formats.get(id) ?? BUILT_IN_FORMATS[id] ?? 'General',
      fontSize: fontSizes[Number(xf.attributes['fontId'] ?? 0)] ?? 11,
    };
  });
}

const PLAIN: CellLook = { locked: true, wrap: false, indent: 0, format: 'General', fontSize: 11 };

function readCell(cell: XmlElement, strings: readonly string[], looks: readonly CellLook[]): OpenCell {
  const { r: address = '', t: type = 'n', s = '0' } = cell.attributes;
  const raw = child(cell, 'v')?.text ?? null;
  const value = raw === null ? null : type === 's' ? (strings[Number(raw)] ?? null) : type === 'b' ? raw === '1' : type === 'n' ? Number(raw) : raw;
  return { address, ...placeOf(address), type, style: looks[Number(s)] ?? PLAIN, formula: child(cell, 'f')?.text ?? null, raw, value };
}

function readTable(tree: XmlElement | undefined): OpenTable[] {
  if (!tree) return [];
  const { displayName = '', ref = '' } = tree.attributes;
  return [{ name: displayName, reference: ref, area: areaOf(ref), headers: below(tree, 'tableColumn').map(({ attributes }) => attributes['name'] ?? '') }];
}
