import { addressesOf, addressOf, overlap } from './area.js';
import type { LintRule } from './lint-rule.js';
import type { OpenSheet, OpenTable } from './opened-book.js';

const everyTable = (find: (table: OpenTable, sheet: OpenSheet) => string[]): LintRule['find'] => {
  return ({ sheets }) => sheets.flatMap((sheet) => sheet.tables.flatMap((table) => find(table, sheet).map((what) => `${sheet.name}, ${table.name}: ${what}`)));
};

/** A1 to XFD1048576 and R1C1 are cells, so no name may look like them; nor may R and C alone. */
const CELL_LIKE = /^(?:[a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/iu;
export const isLegalName = (name: string): boolean => /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && !CELL_LIKE.test(name);

export const TABLE_RULES: readonly LintRule[] = [
  {
    code: 'table-name',
    find: ({ sheets }) => {
      const all = sheets.flatMap(({ tables }) => tables.map(({ name }) => name));
      return all.filter((name, index) => !isLegalName(name) || all.findIndex((each) => each.toLowerCase() === name.toLowerCase()) !== index);
    },
  },
  { code: 'table-header-unique', find: everyTable(({ headers }) => headers.filter((header, index) => header === '' || headers.indexOf(header) !== index)) },
  {
    code: 'table-header-cell',
    find: everyTable(({ headers, area }, { cells }) =>
      headers.length === area.right - area.left + 1
        ? headers.filter((header, index) => cells.get(addressOf(area.left + index, area.top))?.value !== header)
        : [`${headers.length} headers over ${area.right - area.left + 1} columns`],
    ),
  },
  {
    code: 'table-overlap',
    find: everyTable((table, { tables }) => tables.filter((other) => other !== table && overlap(table.area, other.area)).map(({ name }) => `overlaps ${name}`)),
  },
  {
    code: 'table-rows',
    find: everyTable(({ area }, { cells }) => {
      const filled = (row: number): boolean =>
        addressesOf({ ...area, top: row, bottom: row }).some((address) => {
          const cell = cells.get(address);
          return cell !== undefined && (cell.value !== null || cell.formula !== null);
        });
      const rows = Array.from({ length: area.bottom - area.top }, (_, index) => area.top + 1 + index);
      const empty = rows.filter((row) => !filled(row)).map((row) => `row ${row} is empty`);
      return [...(rows.length === 0 ? ['has no rows'] : []), ...empty, ...(filled(area.bottom + 1) ? [`row ${area.bottom + 1} follows it without a gap`] : [])];
    }),
  },
];
