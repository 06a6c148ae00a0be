import { type Limits, LIMITS, UnreadableWorkbook } from './limits.js';
import { attribute, parseXml, unescapeCellText } from './parse-xml.js';
import { type Hidden, type ReadCell, readSheet } from './read-sheet.js';
import { openZip, type Parts } from './unzip.js';

export interface ReadSheet {
  name: string;
  state: 'visible' | 'hidden' | 'veryHidden';
  /** By address: A1, B7. Cells without value and formula are left out. */
  cells: Map<string, ReadCell>;
  /** Rows and columns that are not shown; absent where the reader cannot tell. */
  hidden?: Hidden;
}

/** A workbook as it stands in a file: values, formulas and names; no looks. */
export interface ReadWorkbook {
  sheets: ReadSheet[];
  /** Workbook-wide defined names, as written: fig_value → '原文数据'!$G$5:$G$54. */
  names: Map<string, string>;
  /** Other files that its formulas may refer to, as the file names them; absent where the reader cannot tell. */
  links?: string[];
}

/** What holds names, rows and strings; looks, pictures, macros and whatever else is in the file are not unpacked. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|xl\/(?:workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml|externalLinks\/(?:_rels\/)?[^/]+\.(?:xml|rels)))$/u;

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];

/** What else is packed as a zip and taken for an .xlsx file, by a part of it. */
const OTHER_FORMATS: readonly [part: string, format: string][] = [
  ['xl/workbook.bin', '.xlsb'],
  ['word/document.xml', '.docx'],
  ['content.xml', '.ods'],
];

/** Reads an .xlsx file within limits. Throws {@link UnreadableWorkbook} with one line that says why it cannot be read. */
export function readWorkbook(bytes: Uint8Array, limits: Limits = LIMITS): ReadWorkbook {
  if (OLE_SIGNATURE.every((byte, index) => bytes[index] === byte)) throw new UnreadableWorkbook('unreadable.locked');
  const parts = openZip(bytes, limits, WANTED);
  const book = parts.text('xl/workbook.xml');
  if (book === undefined) {
    const other = OTHER_FORMATS.find(([part]) => parts.has(part));
    throw other ? new UnreadableWorkbook('unreadable.other-format', { format: other[1] }) : new UnreadableWorkbook('unreadable.no-book');
  }
  const { sheets, names } = readBook(book, limits);
  const targets = readTargets(parts.text('xl/_rels/workbook.xml.rels') ?? '', limits);
  const strings = readStrings(parts.text('xl/sharedStrings.xml') ?? '<sst/>', limits);
  const budget = { ...limits };
  const read = new Set<string>();
  return {
    names,
    links: readLinks(parts),
    sheets: sheets.map(({ name, state, relation }) => {
      const part = `xl/${targets.get(relation) ?? ''}`;
      if (read.has(part)) throw new UnreadableWorkbook('unreadable.part-shared', { part });
      read.add(part);
      const xml = parts.text(part);
      if (xml === undefined) throw new UnreadableWorkbook('unreadable.sheet-missing', { sheet: name });
      return { name, state, ...readSheet(xml, part, strings, budget, limits) };
    }),
  };
}

function readTargets(xml: string, limits: Limits): Map<string, string> {
  const targets = new Map<string, string>();
  if (xml === '') return targets;
  parseXml(xml, 'xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      targets.set(attributes['Id'] ?? '', (attributes['Target'] ?? '').replace(/^\/?xl\//u, ''));
      if (targets.size > limits.parts) throw new UnreadableWorkbook('unreadable.parts', { most: limits.parts });
    },
  });
  return targets;
}

/** The files behind xl/externalLinks, which are told and never opened; one without a file (DDE, OLE) is told by its part. */
function readLinks(parts: Parts): string[] {
  return parts.names
    .filter((name) => /^xl\/externalLinks\/[^/]+\.xml$/u.test(name))
    .sort()
    .map((name) => {
      let target = name;
      const relations = parts.text(name.replace(/([^/]+)$/u, '_rels/$1.rels'));
      if (relations === undefined) return target;
      parseXml(relations, name, {
        open: (element, attributes) => {
          if (element === 'Relationship') target = attributes['Target'] ?? target;
        },
      });
      return target;
    });
}

function readBook(xml: string, limits: Limits): { sheets: { name: string; state: ReadSheet['state']; relation: string }[]; names: Map<string, string> } {
  const sheets: { name: string; state: ReadSheet['state']; relation: string }[] = [];
  const names = new Map<string, string>();
  let defining: string | null = null;
  let text = '';
  parseXml(xml, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'sheet') {
        if (sheets.length >= limits.sheets) throw new UnreadableWorkbook('unreadable.sheets', { most: limits.sheets });
        const state = attributes['state'];
        sheets.push({
          name: attributes['name'] ?? '',
          state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
          relation: attribute(attributes, 'id') ?? '',
        });
      }
      if (name === 'definedName' && attributes['localSheetId'] === undefined) defining = attributes['name'] ?? null;
      text = '';
    },
    text: (piece) => {
      if (defining !== null) text += piece;
    },
    close: (name) => {
      if (name !== 'definedName' || defining === null) return;
      if (names.size >= limits.names) throw new UnreadableWorkbook('unreadable.names', { most: limits.names });
      names.set(defining, text);
      defining = null;
    },
  });
  return { sheets, names };
}

function readStrings(xml: string, limits: Limits): string[] {
  const strings: string[] = [];
  let text: string | null = null;
  let inText = false;
  let phonetic = 0;
  parseXml(xml, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    text: (piece) => {
      if (!inText || text === null) return;
      text += piece;
      if (text.length > limits.cellCharacters) throw new UnreadableWorkbook('unreadable.cell-text', { most: limits.cellCharacters });
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name === 'si' && text !== null) strings.push(unescapeCellText(text));
    },
  });
  return strings;
}
