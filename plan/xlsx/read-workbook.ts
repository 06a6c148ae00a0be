import { type Limits, LIMITS, UnreadableWorkbook } from './limits.js';
import { attribute, parseXml, unescapeCellText } from './parse-xml.js';
import { type Hidden, type ReadCell, readSheet } from './read-sheet.js';
import { unzipWorkbook } from './unzip.js';

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

/** Reads an .xlsx file within limits. Throws {@link UnreadableWorkbook} with one line that says why it cannot be read. */
export function readWorkbook(bytes: Uint8Array, limits: Limits = LIMITS): ReadWorkbook {
  const parts = unzipWorkbook(bytes, limits);
  const book = parts.get('xl/workbook.xml');
  if (book === undefined) throw new UnreadableWorkbook('unreadable.no-book');
  const targets = readTargets(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const { sheets, names } = readBook(book);
  if (sheets.length > limits.sheets) throw new UnreadableWorkbook('unreadable.sheets', { most: limits.sheets });
  const strings = readStrings(parts.get('xl/sharedStrings.xml') ?? '<sst/>');
  const budget = { cells: limits.cells, most: limits.cells };
  const read = new Set<string>();
  return {
    names,
    links: readLinks(parts),
    sheets: sheets.map(({ name, state, relation }) => {
      const part = `xl/${targets.get(relation) ?? ''}`;
      const xml = parts.get(part);
      if (xml === undefined) throw new UnreadableWorkbook('unreadable.sheet-missing', { sheet: name });
      if (read.has(part)) throw new UnreadableWorkbook('unreadable.part-shared', { part });
      read.add(part);
      return { name, state, ...readSheet(xml, part, strings, budget) };
    }),
  };
}

function readTargets(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  if (xml === '') return targets;
  parseXml(xml, 'xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', (attributes['Target'] ?? '').replace(/^\/?xl\//u, ''));
    },
  });
  return targets;
}

/** The files behind xl/externalLinks; one without a file (DDE, OLE) is told by its part. */
function readLinks(parts: ReadonlyMap<string, string>): string[] {
  return [...parts.keys()]
    .filter((name) => /^xl\/externalLinks\/[^/]+\.xml$/u.test(name))
    .sort()
    .map((name) => {
      let target = name;
      const relations = parts.get(name.replace(/([^/]+)$/u, '_rels/$1.rels'));
      if (relations === undefined) return target;
      parseXml(relations, name, {
        open: (element, attributes) => {
          if (element === 'Relationship') target = attributes['Target'] ?? target;
        },
      });
      return target;
    });
}

function readBook(xml: string): { sheets: { name: string; state: ReadSheet['state']; relation: string }[]; names: Map<string, string> } {
  const sheets: { name: string; state: ReadSheet['state']; relation: string }[] = [];
  const names = new Map<string, string>();
  let defining: string | null = null;
  let text = '';
  parseXml(xml, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'sheet') {
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
      names.set(defining, text);
      defining = null;
    },
  });
  return { sheets, names };
}

function readStrings(xml: string): string[] {
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
      if (inText && text !== null) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name === 'si' && text !== null) strings.push(unescapeCellText(text));
    },
  });
  return strings;
}
