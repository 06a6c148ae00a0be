import { message } from '../../messages/message.js';
import { quoteSheet } from '../../workbook/address.js';
import { pass, type WorkbookFinding, type WorkbookRule } from './workbook-rule.js';

/**
 * [1]Sheet!A1, '[book.xlsx]Sheet'!A1, server|topic!item, and functions that fetch; not tbl[column], which is the workbook's own.
 * No part of it reads on over what another match could begin with: a formula takes time by its length, whatever stands in it.
 */
const OUTSIDE = /\[[^\][]+\][^'!\s(),+*/<>=&^[-]*!|'[^'[]*\[[^'\][]+\][^']*'!|[\w.]\|(?:'(?:[^']|'')*'|[^!\s'|]*)!|\b(?:WEBSERVICE|RTD|DDE)\(/iu;

/** Excel's own limit; what is longer is no formula and would only take time. */
const LONGEST = 8192;

const refersOutside = (formula: string): boolean => OUTSIDE.test(formula.slice(0, LONGEST).replace(/"(?:[^"]|"")*"/gu, '""'));

/** A number that comes from another file cannot be verified in this one, and is gone when the file is. */
export const externalLink: WorkbookRule = {
  code: 'EXTERNAL_LINK',
  level: 'warning',
  find: ({ workbook, language }) => {
    const links = workbook.links ?? [];
    const targets = links.length > 0 ? ` (${links.join(', ')})` : '';
    const cells = workbook.sheets.flatMap(({ name, cells: own }) =>
      [...own].flatMap(([address, { formula }]) => (formula !== undefined && refersOutside(formula) ? [`${quoteSheet(name)}!${address}`] : [])),
    );
    const names = [...workbook.names].filter(([, reference]) => refersOutside(reference)).map(([name]) => name);
    const found = (text: string, at: string[] = []): WorkbookFinding => ({ outcome: 'fail', message: text, cells: at, changes: [] });
    const findings = [
      ...(cells.length > 0 ? [found(message(language, 'link.cells', { cells: shortened(cells), targets }), cells)] : []),
      ...(names.length > 0 ? [found(message(language, 'link.names', { names: shortened(names) }))] : []),
      ...(cells.length === 0 && names.length === 0 && links.length > 0 ? [found(message(language, 'link.kept', { targets }))] : []),
    ];
    return findings.length > 0 ? findings : [pass(message(language, 'workbook.none'))];
  },
};

const shortened = (all: readonly string[]): string => (all.length > 3 ? `${all.slice(0, 3).join(', ')} …` : all.join(', '));
