import { findBlock, namedCell } from '../contract/read-block.js';
import type { Language } from '../messages/message.js';
import type { CellKey } from '../workbook/block.js';
import type { UserCells } from '../workbook/cell-values.js';
import type { ReadWorkbook } from '../xlsx/read-workbook.js';
import type { Comparison } from './comparison.js';
import { groupName } from './names.js';

/** What was chosen and set in an earlier comparison's input cells, for one that takes its place: found by name, wherever the cells stand now. */
export function earlierEntries(workbook: ReadWorkbook, comparison: Comparison, language: Language): UserCells {
  const entries = new Map<CellKey, string | number>();
  const parameter = findBlock(workbook, 'par')?.cell('par_about', 'value')?.value;
  if (typeof parameter === 'number') entries.set('par/par_about/value', parameter);
  const chosen = chosenGroup(workbook, comparison, language);
  if (chosen !== null) entries.set('pick/choice/value', chosen);
  return entries;
}

/** The chosen group under its name in this language; null where the comparison has it no longer. The earlier workbook tells its key, and may be in the other language. */
function chosenGroup(workbook: ReadWorkbook, { groups, indicators }: Comparison, language: Language): string | null {
  const choice = namedCell(workbook, 'sel_choice')?.value;
  const known = findBlock(workbook, 'grp');
  const key = [...(known?.rows.keys() ?? [])].find((each) => known?.cell(each, 'name')?.value === choice);
  const group = key === undefined ? undefined : groups.find((each) => each.key === key);
  const indicator = group && indicators.find(({ id }) => id === group.indicator);
  return group && indicator ? groupName(language, group, indicator) : null;
}
