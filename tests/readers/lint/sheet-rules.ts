import { below, child } from '../xml-tree.js';
import { addressesOf, areaOf } from './area.js';
import type { LintRule } from './lint-rule.js';
import type { OpenBook, OpenSheet } from './opened-book.js';

const everySheet = (find: (sheet: OpenSheet, book: OpenBook, index: number) => string[]): LintRule['find'] => {
  return (book) => book.sheets.flatMap((sheet, index) => find(sheet, book, index).map((what) => `${sheet.name}: ${what}`));
};
const everyVisibleSheet = (find: (sheet: OpenSheet, book: OpenBook, index: number) => string[]): LintRule['find'] =>
  everySheet((sheet, book, index) => (sheet.state === 'visible' ? find(sheet, book, index) : []));

const printName = ({ names }: OpenBook, index: number, which: 'Print_Area' | 'Print_Titles'): string | undefined =>
  names.find(({ name, sheet }) => name === `_xlnm.${which}` && sheet === index)?.text;

/** Two pages side by side repeat their first columns: then each page's header tells the title, and print begins with the table. */
const isSideBySide = (book: OpenBook, index: number): boolean => /\$A:\$[A-Z]+,/u.test(printName(book, index, 'Print_Titles') ?? '');

const inputs = ({ xml }: OpenSheet): Set<string> =>
  new Set(below(xml, 'dataValidation').flatMap(({ attributes: { sqref = '' } }) => sqref.split(' ').flatMap((reference) => addressesOf(areaOf(reference)))));

const tooLong = (text: string | undefined, most: number): boolean => (text ?? '').length > most;

export const SHEET_RULES: readonly LintRule[] = [
  {
    code: 'sheet-name',
    find: ({ sheets }) =>
      sheets.flatMap(({ name }, index) => {
        const repeated = sheets.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) !== index;
        return name === '' || name.length > 31 || /[:\\/?*[\]]|^'|'$/u.test(name) || name.toLowerCase() === 'history' || repeated ? [name] : [];
      }),
  },
  { code: 'merged-cells', find: everySheet(({ xml }) => below(xml, 'mergeCell').map(({ attributes }) => attributes['ref'] ?? '')) },
  {
    code: 'prompt-length',
    find: everySheet(({ xml }) =>
      below(xml, 'dataValidation').flatMap(({ attributes: { sqref = '', prompt, promptTitle, error, errorTitle } }) =>
        tooLong(prompt, 255) || tooLong(error, 255) || tooLong(promptTitle, 32) || tooLong(errorTitle, 32) ? [sqref] : [],
      ),
    ),
  },
  {
    code: 'list-length',
    find: everySheet(({ xml }) =>
      below(xml, 'dataValidation').flatMap((rule) => {
        const options = child(rule, 'formula1')?.text ?? '';
        return rule.attributes['type'] === 'list' && tooLong(options.replace(/^"|"$/gu, ''), 255) ? [rule.attributes['sqref'] ?? ''] : [];
      }),
    ),
  },
  {
    code: 'unlocked-inputs',
    find: everySheet((sheet) => {
      const wanted = inputs(sheet);
      const unlocked = new Set([...sheet.cells.values()].flatMap(({ address, style }) => (style.locked ? [] : [address])));
      return [
        ...[...wanted].filter((address) => !unlocked.has(address)).map((address) => `${address} takes input and is locked`),
        ...[...unlocked].filter((address) => !wanted.has(address)).map((address) => `${address} is unlocked and has no rule`),
      ];
    }),
  },
  {
    code: 'protection',
    find: everySheet((sheet) => {
      const attributes = child(sheet.xml, 'sheetProtection')?.attributes;
      if (!attributes) return inputs(sheet).size > 0 ? ['takes input and is not protected'] : [];
      if (attributes['sheet'] !== '1') return ['its protection is switched off'];
      return ['password', 'hashValue', 'saltValue'].some((name) => name in attributes) ? ['has a password'] : [];
    }),
  },
  {
    code: 'frozen-header',
    find: everyVisibleSheet(({ xml, tables }) => {
      const [table] = tables;
      if (tables.length !== 1 || !table) return [];
      const pane = below(xml, 'pane')[0]?.attributes;
      return pane?.['state'] === 'frozen' && Number(pane['ySplit']) === table.area.top && pane['topLeftCell']?.endsWith(String(table.area.top + 1))
        ? []
        : [`row ${table.area.top} does not stay when scrolling`];
    }),
  },
  {
    code: 'print-titles',
    find: everyVisibleSheet(({ tables }, book, index) => {
      const [table] = tables;
      if (tables.length !== 1 || !table) return [];
      return printName(book, index, 'Print_Titles')?.endsWith(`!$${table.area.top}:$${table.area.top}`)
        ? []
        : [`row ${table.area.top} is not repeated in print`];
    }),
  },
  {
    code: 'print-area',
    find: everyVisibleSheet(({ cells, tables }, book, index) => {
      const area = printName(book, index, 'Print_Area');
      const last = Math.max(1, ...[...cells.values()].map(({ row }) => row));
      const first = isSideBySide(book, index) ? tables[0]?.area.top : 1;
      return area?.includes(`!$A$${first}:$`) && Number(/\d+$/u.exec(area)?.[0]) >= last ? [] : [`${String(area)}, where row ${last} is the last`];
    }),
  },
  {
    code: 'page-set-up',
    find: everyVisibleSheet(({ name, xml }, book, index) => {
      const page = child(xml, 'pageSetup')?.attributes;
      const beside = isSideBySide(book, index);
      const fit = below(xml, 'pageSetUpPr')[0]?.attributes['fitToPage'] === '1' && page?.['fitToWidth'] === (beside ? '2' : '1');
      const ordered = !beside || page?.['pageOrder'] === 'overThenDown';
      const titled = !beside || below(xml, 'oddHeader')[0]?.text.includes(name);
      const numbered = below(xml, 'oddFooter')[0]?.text.includes('&P');
      return [
        ...(page?.['paperSize'] === '9' ? [] : ['not A4']),
        ...(fit ? [] : ['not fitted to the width']),
        ...(ordered ? [] : ['pages side by side that do not follow one another']),
        ...(titled ? [] : ['pages without titles']),
        ...(numbered ? [] : ['pages without numbers']),
      ];
    }),
  },
  {
    code: 'first-sheet',
    find: ({ book, sheets }) => {
      const active = below(book, 'workbookView')[0]?.attributes['activeTab'] ?? '0';
      const selected = sheets.filter(({ xml }) => below(xml, 'sheetView')[0]?.attributes['tabSelected'] === '1');
      const cursors = sheets.filter(({ xml, state }) => state === 'visible' && (below(xml, 'selection')[0]?.attributes['activeCell'] ?? 'A1') !== 'A1');
      return [
        ...(active === '0' && sheets[0]?.state === 'visible' ? [] : [`tab ${active} is active`]),
        ...(selected.length === 1 && selected[0] === sheets[0] ? [] : [`selected: ${selected.map(({ name }) => name).join(', ')}`]),
        ...cursors.map(({ name }) => `${name}: the cursor is not at A1`),
      ];
    },
  },
  {
    code: 'properties',
    find: ({ core }) => ['title', 'subject', 'creator', 'language'].filter((name) => (child(core, name)?.text ?? '').trim() === ''),
  },
];
