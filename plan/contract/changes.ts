import type { Scalar } from '../expression/expression.js';
import { normalisePrinted } from '../number/parse-printed.js';
import { cellKey } from '../workbook/block.js';
import type { ReadCell } from '../xlsx/read-sheet.js';
import type { ReadWorkbook } from '../xlsx/read-workbook.js';
import { addedRows } from './added-rows.js';
import type { Change } from './change.js';
import type { GeneratedCell } from './contract-sheet.js';
import { findBlock, type FoundBlock } from './read-block.js';
import type { Contract, GeneratedRow } from './read-contract.js';
import { isSameFormula } from './same-formula.js';

/**
 * Every cell of the tables that is not as it was generated, wherever sorting and inserting have moved it. Lines of text
 * above the tables are wording and are not compared.
 */
export function changesIn(workbook: ReadWorkbook, contract: Contract, tables = tablesOf(contract)): Change[] {
  const lines = linesOf(contract);
  return [...tables].flatMap(([id, rows]): Change[] => {
    const block = findBlock(workbook, id);
    if (!block) return [lostColumn('name-removed', id, 'key')];
    return [...changedColumns(block, id, rows), ...changedRows(block, id, rows, contract), ...addedRows(block, id, new Set(rows.keys()), lines)];
  });
}

/** The generated rows of each table, by block and row key. A table's rows know their own key; lines of text do not. */
export function tablesOf({ rows }: Contract): Map<string, Map<string, GeneratedRow>> {
  const tables = new Map<string, Map<string, GeneratedRow>>();
  for (const [where, row] of rows) {
    if (!('key' in row.cells)) continue;
    const slash = where.indexOf('/');
    const id = where.slice(0, slash);
    const table = tables.get(id) ?? new Map<string, GeneratedRow>();
    tables.set(id, table.set(where.slice(slash + 1), row));
  }
  return tables;
}

/** The texts of the lines above tables. */
const linesOf = ({ rows }: Contract): Set<Scalar> =>
  new Set([...rows.values()].flatMap(({ cells }) => ('key' in cells ? [] : Object.values(cells).filter((cell) => typeof cell === 'string'))));

const lostColumn = (kind: 'column-removed' | 'name-removed', id: string, column: string): Change => ({
  kind,
  key: cellKey(id, '*', column),
  cell: null,
  about: '',
  header: '',
  from: `${id}_${column}`,
  to: null,
});

const changedColumns = (block: FoundBlock, id: string, rows: ReadonlyMap<string, GeneratedRow>): Change[] =>
  columnsOf(rows)
    .filter((column) => !block.columns.has(column))
    .map((column) => lostColumn(block.removedColumns.has(column) ? 'column-removed' : 'name-removed', id, column));

const columnsOf = (rows: ReadonlyMap<string, GeneratedRow>): string[] => [...new Set([...rows.values()].flatMap(({ cells }) => Object.keys(cells)))];

function changedRows(block: FoundBlock, id: string, rows: ReadonlyMap<string, GeneratedRow>, contract: Contract): Change[] {
  const columns = [...new Set([...columnsOf(rows).filter((column) => block.columns.has(column)), ...block.wholeColumns])];
  return [...rows].flatMap(([rowKey, generated]): Change[] => {
    const [, copy] = block.rows.get(rowKey) ?? [];
    const ofRow = { key: cellKey(id, rowKey, 'key'), about: aboutOf(generated), header: '', from: rowKey };
    if (!block.rows.has(rowKey)) return [{ kind: 'row-removed', cell: null, to: null, ...ofRow }];
    const copied: Change[] = copy === undefined ? [] : [{ kind: 'row-copied', cell: block.addressIn(copy, 'key'), to: rowKey, ...ofRow }];
    return [...copied, ...columns.flatMap((column) => changedCell(block, id, rowKey, column, generated, contract) ?? [])];
  });
}

/** What a reader knows a row by: 研究与试验发展经费 2020 34.94亿元. */
const aboutOf = ({ cells }: GeneratedRow): string =>
  ['rule', 'indicator', 'what', 'name', 'scope', 'year', 'printed']
    .map((column) => cells[column])
    .filter((cell) => typeof cell === 'string' || typeof cell === 'number')
    .join(' ');

/** Input cells that are to hold words; in any other a number as text is a mistake. */
const TEXT_INPUTS: ReadonlySet<string> = new Set(['stage', 'remark', 'disposition', 'reason']);

function changedCell(block: FoundBlock, id: string, rowKey: string, column: string, row: GeneratedRow, { formulas }: Contract): Change | null {
  const now = block.cell(rowKey, column);
  const generated: GeneratedCell = row.cells[column] ?? null;
  const change = (kind: Change['kind'], from: Scalar, to: Scalar): Change => ({
    kind,
    key: cellKey(id, rowKey, column),
    cell: block.address(rowKey, column),
    about: aboutOf(row),
    header: block.header(column),
    from,
    to,
  });
  const standing = shownBy(now);
  if (Array.isArray(generated)) {
    const formula = formulas.get(generated[0]) ?? '';
    if (now?.formula === undefined) return change('formula-overwritten', `=${formula}`, standing);
    const isSame = isSameFormula(now.formula, block.rows.get(rowKey)?.[0] ?? 0, formula, (letters) => block.columnAt.get(letters));
    return isSame ? null : change('formula-changed', `=${formula}`, `=${now.formula}`);
  }
  if (generated !== null && typeof generated === 'object') {
    if (same(standing, generated.input)) return null;
    if (!TEXT_INPUTS.has(column) && readsAsNumber(standing)) return change('text-number', generated.input, standing);
    return change('entered', generated.input, now?.formula === undefined ? standing : `=${now.formula}`);
  }
  if (now?.formula !== undefined) return change('formula-entered', generated, `=${now.formula}`);
  if (same(standing, generated)) return null;
  if (standing === null) return change('blanked', generated, null);
  return change(typeof generated === 'number' && readsAsNumber(standing) ? 'text-number' : 'edited', generated, standing);
}

/** What a cell shows; an empty text shows nothing. */
const shownBy = (cell: ReadCell | undefined): Scalar => (cell?.value === '' ? null : (cell?.value ?? null));

/** An empty text shows nothing; line ends are the program's own: LibreOffice writes one kind, Excel another. */
const same = (one: Scalar, other: Scalar): boolean =>
  (one ?? '') === (other ?? '') || (typeof one === 'string' && typeof other === 'string' && one.replace(/\r\n?/gu, '\n') === other.replace(/\r\n?/gu, '\n'));

/** Text that a reader takes for a number and a formula does not: "34.94", "１２", "1,234", "12 %", with stray spaces. */
const readsAsNumber = (shown: Scalar): boolean => typeof shown === 'string' && /^[+-]?\d+(?:\.\d+)?%?$/u.test(normalisePrinted(shown).replace(/^'/u, ''));
