import { below } from '../xml-tree.js';
import { addressOf, areaOf } from './area.js';
import type { LintRule } from './lint-rule.js';
import type { OpenBook } from './opened-book.js';
import { isLegalName } from './table-rules.js';

const RANGE = /^(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?|\$\d+:\$\d+|\$[A-Z]+:\$[A-Z]+)$/u;
/** Between the columns that print repeats and the rows. */
const COLUMNS_AND_ROWS = /,(?=[^,]+!\$\d+:\$\d+$)/u;
const sheetOf = (reference: string): string | undefined => {
  const match = RANGE.exec(reference);
  return match?.[1]?.replaceAll("''", "'") ?? match?.[2];
};

/** Words of a formula that are neither functions, cells, texts nor truth values. */
const namesIn = (formula: string): string[] =>
  (formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!/gu, '').match(/[\p{L}_][\p{L}\p{N}_.]*(?![\p{L}\p{N}_.(!])/gu) ?? []).filter(
    (word) => !/^[A-Z]{1,3}\d+$/u.test(word) && !/^(?:TRUE|FALSE|E)$/u.test(word),
  );

export const NAME_RULES: readonly LintRule[] = [
  {
    code: 'name-legal',
    find: ({ names }) => names.flatMap(({ name }) => (name.startsWith('_xlnm.') || isLegalName(name) ? [] : [name])),
  },
  {
    code: 'name-resolves',
    find: ({ names, sheets }) =>
      names.flatMap(({ name, text }) => {
        // Another workbook's ranges are another rule's business.
        if (text.includes('[')) return [];
        const areas = name === '_xlnm.Print_Titles' ? text.split(COLUMNS_AND_ROWS) : [text];
        const [sheet] = areas.map((area) => sheets.find((each) => each.name === sheetOf(area)));
        if (!sheet || areas.some((area) => sheetOf(area) !== sheet.name)) return [`${name}: ${text}`];
        if (name.startsWith('_xlnm.')) return [];
        const { left, top, right, bottom } = areaOf(text.slice(text.lastIndexOf('!') + 1).replaceAll('$', ''));
        // A parameter is one cell; a column's name that covers less or more than its table's rows finds too little or too much.
        if (left === right && top === bottom) return sheet.cells.has(addressOf(left, top)) ? [] : [`${name}: ${text} is no cell`];
        const table = sheet.tables.find(({ area }) => area.left <= left && right <= area.right && area.top + 1 === top && bottom === area.bottom);
        return table && left === right ? [] : [`${name}: ${text} is not the rows of one column of a table`];
      }),
  },
  {
    code: 'name-defined',
    find: ({ names, sheets }) => {
      const known = new Set(names.map(({ name }) => name));
      return sheets.flatMap(({ name: sheet, cells }) =>
        [...cells.values()].flatMap(({ address, formula }) =>
          namesIn(formula ?? '')
            .filter((name) => !known.has(name))
            .map((name) => `${sheet}!${address}: ${name}`),
        ),
      );
    },
  },
  {
    code: 'link-location',
    find: (book: OpenBook) =>
      book.sheets.flatMap((sheet) =>
        below(sheet.xml, 'hyperlink').flatMap(({ attributes: { ref = '', location = '', id } }) => {
          // By name: a sheet's own would be lost with its renaming.
          const target = book.names.find(({ name }) => name === location)?.text ?? '';
          const known = book.sheets.some(({ name, state }) => name === sheetOf(target) && state === 'visible');
          return known && id === undefined ? [] : [`${sheet.name}!${ref}: ${location}`];
        }),
      ),
  },
];
