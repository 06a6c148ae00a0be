import type { Hidden } from '../../plan/xlsx/read-sheet.js';
import { stopIfCancelled } from './failure.js';
import { nextTask } from './next-task.js';

/** A run of rows or columns of a sheet, 0-based, of which it is asked whether it is hidden. */
interface Run {
  sheet: number;
  axis: 'row' | 'column';
  first: number;
  count: number;
}

/** Into how many parts a run is divided of which some is hidden and some is not. */
const PARTS = 32;
/** How many runs are asked of at once: a filter that hides every other of a hundred thousand rows must not make one request of them all. */
const MOST_ASKED = 1_000;

/**
 * Which rows and columns of used ranges are hidden, by the sheet's number. A range tells it of all its rows at once, or that they differ:
 * those are divided, so that a hundred thousand rows take four round trips, and a sheet with nothing hidden takes one.
 */
export async function readHidden(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  used: readonly { sheet: number; used: Excel.Range }[],
  signal: AbortSignal,
): Promise<Map<number, Hidden>> {
  const hidden = new Map(used.map(({ sheet }): [number, Hidden] => [sheet, { rows: [], columns: [] }]));
  let runs = used.flatMap(({ sheet, used: { rowIndex, rowCount, columnIndex, columnCount } }): Run[] => [
    { sheet, axis: 'row', first: rowIndex, count: rowCount },
    { sheet, axis: 'column', first: columnIndex, count: columnCount },
  ]);
  while (runs.length > 0) {
    stopIfCancelled(signal);
    const some = runs.slice(0, MOST_ASKED);
    const asked = some.flatMap((run) => {
      const sheet = sheets[run.sheet];
      if (!sheet) return [];
      const range = run.axis === 'row' ? sheet.getRangeByIndexes(run.first, 0, run.count, 1) : sheet.getRangeByIndexes(0, run.first, 1, run.count);
      range.load(run.axis === 'row' ? 'rowHidden' : 'columnHidden');
      return [{ run, range }];
    });
    // One round trip for all runs of this size.
    await context.sync();
    await nextTask();
    const divisions = asked.flatMap(({ run, range }) => {
      const state = (run.axis === 'row' ? range.rowHidden : range.columnHidden) as boolean | null;
      if (state === null) return divided(run);
      const of = hidden.get(run.sheet);
      if (state && run.axis === 'row') for (let row = 1; row <= run.count; row += 1) of?.rows.push(run.first + row);
      else if (state) of?.columns.push([run.first + 1, run.first + run.count]);
      return [];
    });
    runs = [...runs.slice(some.length), ...divisions];
  }
  for (const { rows } of hidden.values()) rows.sort((a, b) => a - b);
  return hidden;
}

function divided({ first, count, ...run }: Run): Run[] {
  const size = Math.ceil(count / PARTS);
  return Array.from({ length: Math.ceil(count / size) }, (_, part) => ({ ...run, first: first + part * size, count: Math.min(size, count - part * size) }));
}
