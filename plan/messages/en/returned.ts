import type { returned as zh } from '../zh/returned.js';

/** What is said of a workbook that came back. */
export const returned: Record<keyof typeof zh, string> = {
  'rule.FORMULA_OVERWRITTEN': 'no formula overwritten by a constant',
  'rule.IRREGULAR_FORMULA': 'formulas as generated',
  'rule.FIGURE_EDITED': 'figures as generated',
  'rule.CELL_EDITED': 'other contents as generated',
  'rule.NUMBER_AS_TEXT': 'no number stored as text',
  'rule.ROW_REMOVED': 'no row, column or name removed',
  'rule.ROW_ADDED': 'no row that formulas do not know',
  'rule.EXTERNAL_LINK': 'no reference to another file',
  'rule.HIDDEN_PARTS': 'no hidden row, column or sheet',
  'rule.STALE_RESULT': 'stored results follow from the values',

  'asks.FORMULA_OVERWRITTEN': 'A cell generated as a formula still is one; a constant or a blank in its place no longer follows the figures.',
  'asks.IRREGULAR_FORMULA':
    'Each column’s formulas are those generated, whatever spaces, brackets or moved rows and columns; a rewritten one is to be verified.',
  'asks.FIGURE_EDITED':
    'Values, units, years and bounds are those generated. A correction belongs into the plan record: generating again would set it back. Formulas do not follow a changed unit.',
  'asks.CELL_EDITED': 'Constants of the tables other than figures and claims are those generated.',
  'asks.NUMBER_AS_TEXT': 'Where a number is due, a number is stored; to a formula a number stored as text is missing.',
  'asks.ROW_REMOVED': 'Every generated row, column and defined name is there; without them formulas and checks cannot be computed.',
  'asks.ROW_ADDED': 'No row has been added or copied: no formula or check knows of an added row, and of copies the uppermost counts.',
  'asks.EXTERNAL_LINK': 'No formula or name refers to another file: without that file its number cannot be verified.',
  'asks.HIDDEN_PARTS': 'Nothing but the contract sheet is hidden or filtered out; what is hidden still counts.',
  'asks.STALE_RESULT':
    'The results stored in the file are those computed anew from its values, compared to 9 digits; otherwise a mail preview shows the old ones.',

  'workbook.fine': 'all {count} formulas',
  'workbook.none': 'none found',
  'change.value': '{where}: {from} → {to}',
  'change.row-removed': 'row removed: {about}',
  'change.row-copied': '{cell}: row copied ({about}); formulas take the uppermost',
  'change.row-added': '{cell}: row added ({to}); no formula or check knows of it',
  'change.column-removed': 'column removed: {from}',
  'change.name-removed': 'name removed: {from}; formulas do not find that column',
  'change.blank': 'blank',
  'change.more': '{first}; {count} in all',
  'link.cells': 'the formulas in {cells} refer to another file{targets}',
  'link.names': 'the names {names} refer to another file',
  'link.kept': 'the file keeps links to other files{targets}',
  'hidden.sheet': 'sheet “{sheet}” is hidden',
  'hidden.rows': '“{sheet}”: {count} rows hidden or filtered out ({rows})',
  'hidden.columns': '“{sheet}”: {count} columns hidden ({columns})',
  'stale.cells': '“{sheet}”: {count} cells store something else than their values give: {cell} stores {stored}, its values give {computed}',
  'stale.missing': '“{sheet}”: {count} formulas without a stored result ({cell} gives {computed})',
  'stale.all':
    'none of the {count} formulas has a stored result: the program that saved the file does not compute; open and save it once in Excel, WPS or LibreOffice',
  'stale.unknown': 'too many formulas, or formulas in a circle: {count} could not be computed anew',
  'check.changes': 'changed since generation: {count}',
  'check.entered': 'entered: {count} cells',
  'check.disposition': 'disposition: {text}',
  'check.workbook': '{plan} ({file})',
};
