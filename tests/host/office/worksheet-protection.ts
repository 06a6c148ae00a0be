import type { Sheet } from '../book/sheet.js';
import { OfficeError } from './office-error.js';
import { type OfficeType, type OnSheet, readOnly } from './office-type.js';

/** Excel's options and the file's attributes for them, in the schema's order; what the file says nothing of is locked, but for objects and scenarios. */
const OPTIONS: readonly [option: string, attribute: string, locked: '0' | '1' | null][] = [
  ['allowEditObjects', 'objects', '1'],
  ['allowEditScenarios', 'scenarios', '1'],
  ['allowFormatCells', 'formatCells', null],
  ['allowFormatColumns', 'formatColumns', null],
  ['allowFormatRows', 'formatRows', null],
  ['allowInsertColumns', 'insertColumns', null],
  ['allowInsertRows', 'insertRows', null],
  ['allowInsertHyperlinks', 'insertHyperlinks', null],
  ['allowDeleteColumns', 'deleteColumns', null],
  ['allowDeleteRows', 'deleteRows', null],
  ['allowSort', 'sort', null],
  ['allowAutoFilter', 'autoFilter', null],
  ['allowPivotTables', 'pivotTables', null],
];

const isAllowed = (attribute: string | undefined, locked: string | null): boolean => (locked === null ? attribute === '0' : attribute !== locked);

function protect(sheet: Sheet, options: Record<string, unknown>): void {
  const attributes: Record<string, string> = { sheet: '1' };
  for (const [option, attribute, locked] of OPTIONS) {
    const allowed = options[option] === true;
    if (allowed && locked === null) attributes[attribute] = '0';
    if (!allowed && locked !== null) attributes[attribute] = locked;
  }
  const mode = options['selectionMode'];
  if (mode === 'Unlocked' || mode === 'None') attributes['selectLockedCells'] = '1';
  if (mode === 'None') attributes['selectUnlockedCells'] = '1';
  sheet.protection = { attributes };
}

export const worksheetProtection: OfficeType<OnSheet> = {
  properties: {
    Protected: readOnly(({ sheet }) => sheet.protection !== null),
    Options: readOnly(({ sheet }) => {
      const { selectLockedCells, selectUnlockedCells, ...attributes } = sheet.protection?.attributes ?? {};
      return {
        ...Object.fromEntries(OPTIONS.map(([option, attribute, locked]) => [option, isAllowed(attributes[attribute], locked)])),
        selectionMode: selectUnlockedCells === '1' ? 'None' : selectLockedCells === '1' ? 'Unlocked' : 'Normal',
      };
    }),
  },
  methods: {
    Protect: ({ sheet }, options: Record<string, unknown> | null) => {
      if (sheet.protection) throw new OfficeError('AccessDenied', 'You cannot perform the requested operation: the sheet is protected already.');
      protect(sheet, options ?? { allowEditObjects: false, allowEditScenarios: false });
      return null;
    },
    Unprotect: ({ sheet }, password: string | null) => {
      const { hashValue, password: legacy } = sheet.protection?.attributes ?? {};
      if ((hashValue !== undefined || legacy !== undefined) && (password === null || password === '')) {
        throw new OfficeError('AccessDenied', 'You cannot perform the requested operation: the password is incorrect.');
      }
      sheet.protection = null;
      return null;
    },
  },
};
