import { type Change, type ChangeKind, partsOfCellKey } from '../../contract/change.js';
import { message } from '../../messages/message.js';
import { changeText } from './change-text.js';
import { pass, type Reading, type WorkbookFinding } from './workbook-rule.js';

/** As many changes of a column are told one by one; more are told together, with all their cells. */
const ONE_BY_ONE = 5;

/** A finding for each change of these kinds, or for each column where a whole column has changed; one pass where there is none. */
export function changesOfKind(reading: Reading, kinds: readonly ChangeKind[], concerns: (table: string) => boolean = () => true): WorkbookFinding[] {
  const groups = new Map<string, Change[]>();
  for (const change of reading.changes) {
    if (!kinds.includes(change.kind)) continue;
    const { block, column } = partsOfCellKey(change.key);
    if (!concerns(block)) continue;
    const key = `${change.kind} ${block} ${column}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  if (groups.size === 0) return [pass(message(reading.language, 'workbook.none'))];
  return [...groups.values()].flatMap((changes) =>
    changes.length > ONE_BY_ONE ? [finding(reading, changes)] : changes.map((change) => finding(reading, [change])),
  );
}

function finding({ language }: Reading, changes: readonly Change[]): WorkbookFinding {
  const [first] = changes;
  const told = first ? changeText(language, first) : '';
  return {
    outcome: 'fail',
    message: changes.length > 1 ? message(language, 'change.more', { first: told, count: changes.length }) : told,
    cells: changes.flatMap(({ cell }) => cell ?? []),
    changes,
  };
}
