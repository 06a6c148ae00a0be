import type { Hidden } from '../../plan/xlsx/read-sheet.js';

/** A run of rows or columns of a sheet, 0-based, of which it is asked whether it is hidden. */
interface Run {
  sheet: number;
  axis: 'row' | 'column';
  first: number;
  count: number;
}

/** Into how many parts a run is divided of which some is hidden and some is not. */
const PARTS = 32;

/**
 * Which rows and columns of each sheet's used range are hidden. A range tells it of all its rows at once, or that they differ: those
 * are divided, so that a hundred thousand rows take four round trips, and a sheet with nothing hidden takes one.
 */
export async function readHidden(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[], used: readonly Excel.Range[]): Promise<Hidden[]> {
  const hidden = used.map((): Hidden => ({ rows: [], columns: [] }));
  let runs = used.flatMap((range, sheet): Run[] =>
    range.isNullObject
      ? []
      : [
          { sheet, axis: 'row', first: range.rowIndex, count: range.rowCount },
          { sheet, axis: 'column', first: range.columnIndex, count: range.columnCount },
        ],
  );
  while (runs.length > 0) {
    const asked = runs.flatMap((run) => {
      const sheet = sheets[run.sheet];
      if (!sheet) return [];
      const range = run.axis === 'row' ? sheet.getRangeByIndexes(run.first, 0, run.count, 1) : sheet.getRangeByIndexes(0, run.first, 1, run.count);
      range.load(run.axis === 'row' ? 'rowHidden' : 'columnHidden');
      return [{ run, range }];
    });
    // One round trip for all runs of this size.
    await context.sync();
    runs = asked.flatMap(({ run, range }) => {
      const state = (run.axis === 'row' ? range.rowHidden : range.columnHidden) as boolean | null;
      if (state === null) return divided(run);
      const of = hidden[run.sheet];
      if (state && run.axis === 'row') for (let row = 1; row <= run.count; row += 1) of?.rows.push(run.first + row);
      else if (state) of?.columns.push([run.first + 1, run.first + run.count]);
      return [];
    });
  }
  for (const { rows } of hidden) rows.sort((a, b) => a - b);
  return hidden;
}

function divided({ first, count, ...run }: Run): Run[] {
  const size = Math.ceil(count / PARTS);
  return Array.from({ length: Math.ceil(count / size) }, (_, part) => ({ ...run, first: first + part * size, count: Math.min(size, count - part * size) }));
}
