import { FUNCTIONS } from '../../../plan/expression/expression.js';
import { below } from '../xml-tree.js';
import { ILLEGAL_CHARACTERS } from './illegal-characters.js';
import type { LintRule } from './lint-rule.js';
import type { OpenBook, OpenCell, OpenSheet } from './opened-book.js';

const everyCell = (find: (cell: OpenCell, sheet: OpenSheet) => string | null): LintRule['find'] => {
  return ({ sheets }) =>
    sheets.flatMap((sheet) =>
      [...sheet.cells.values()].flatMap((cell) => {
        const what = find(cell, sheet);
        return what === null ? [] : [`${sheet.name}!${cell.address}: ${what}`];
      }),
    );
};

/** Formulas of cells, validations and conditional formats, and what names stand for; texts in quotes left out. */
function formulas({ sheets, names }: OpenBook): { where: string; text: string }[] {
  const bare = (text: string): string => text.replace(/"(?:[^"]|"")*"/gu, '""');
  return [
    ...sheets.flatMap(({ name, cells }) =>
      [...cells.values()].flatMap(({ address, formula }) => (formula ? [{ where: `${name}!${address}`, text: bare(formula) }] : [])),
    ),
    ...sheets.flatMap(({ name, xml }) =>
      ['formula', 'formula1', 'formula2'].flatMap((tag) => below(xml, tag).map(({ text }) => ({ where: `${name}, a rule`, text: bare(text) }))),
    ),
    ...names.map(({ name, text }) => ({ where: `name ${name}`, text: bare(text) })),
  ];
}

const VOLATILE = new Set(['NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'OFFSET', 'INDIRECT', 'CELL', 'INFO']);
const KNOWN = new Set<string>(FUNCTIONS);
const functionsIn = (text: string): string[] => [...text.matchAll(/([A-Z_][A-Z0-9_.]*)\s*\(/giu)].map((match) => (match[1] ?? '').toUpperCase());

/** Attributes that hold text for people, in which any word may stand. */
const PROSE = /^(?:name|title|prompt|promptTitle|error|errorTitle|display|location|val|formatCode)$/u;
const LONGEST_CELL = 32_767;

export const TEXT_RULES: readonly LintRule[] = [
  {
    code: 'xml-characters',
    find: ({ parts }) =>
      [...parts].flatMap(([name, xml]) => {
        const [bad] = xml.match(ILLEGAL_CHARACTERS) ?? [];
        return bad === undefined ? [] : [`${name}: ${bad.startsWith('&') ? bad : `U+${(bad.codePointAt(0) ?? 0).toString(16)}`}`];
      }),
  },
  {
    code: 'finite-numbers',
    find: ({ parts, sheets }) => [
      ...everyCell(({ type, raw }) => (type === 'n' && raw !== null && (raw.trim() === '' || !Number.isFinite(Number(raw))) ? raw : null))({
        sheets,
      } as OpenBook),
      ...[...parts].flatMap(([name, xml]) =>
        [...xml.matchAll(/ ([\w:]+)="(-?(?:NaN|Infinity)|undefined|null)"/gu)].flatMap(([, attribute = '', value = '']) =>
          PROSE.test(attribute) ? [] : [`${name}: ${attribute}="${value}"`],
        ),
      ),
    ],
  },
  {
    code: 'cell-length',
    find: everyCell(({ value }) => (typeof value === 'string' && value.length > LONGEST_CELL ? `${value.length} characters` : null)),
  },
  { code: 'cached-results', find: everyCell(({ formula, raw }) => (formula !== null && raw === null ? 'a formula without its result' : null)) },
  { code: 'error-values', find: everyCell(({ type, raw }) => (type === 'e' ? raw : null)) },
  {
    code: 'functions',
    find: (book) =>
      formulas(book).flatMap(({ where, text }) =>
        functionsIn(text)
          .filter((name) => !KNOWN.has(name) && !VOLATILE.has(name) && !name.startsWith('_XL'))
          .map((name) => `${where}: ${name}`),
      ),
  },
  {
    code: 'volatile-functions',
    find: (book) =>
      formulas(book).flatMap(({ where, text }) =>
        functionsIn(text)
          .filter((name) => VOLATILE.has(name))
          .map((name) => `${where}: ${name}`),
      ),
  },
  {
    code: 'future-functions',
    find: (book) => formulas(book).flatMap(({ where, text }) => (/_xl(?:fn|ws|pm|udf)\b/iu.test(text) ? [`${where}: ${text}`] : [])),
  },
  {
    code: 'external-links',
    find: (book) => [
      ...[...book.parts.keys()].filter((name) => name.startsWith('xl/externalLinks/')),
      ...[...book.parts].flatMap(([name, xml]) => (name.endsWith('.rels') && xml.includes('TargetMode="External"') ? [name] : [])),
      ...formulas(book).flatMap(({ where, text }) => (/\[\d+\]|\[[^\]]+\.xl|https?:|file:/iu.test(text) ? [`${where}: ${text}`] : [])),
    ],
  },
];
