import { columnLetters, columnNumber, quoteSheet } from '../workbook/address.js';
import { cellKey } from '../workbook/block.js';
import type { ReadSheet, ReadWorkbook } from '../xlsx/read-workbook.js';
import type { Change } from './change.js';
import { type Contract, type GeneratedRow, sheetOfContract } from './read-contract.js';
import { isSameFormula } from './same-formula.js';

/**
 * Formulas outside tables (the cover's counts) that are not as generated. Such lines have no defined names: a line is found
 * again by its label, and its formula by its place beside the label.
 */
export function changedLines(workbook: ReadWorkbook, contract: Contract): Change[] {
  const contractSheet = sheetOfContract(workbook);
  const others = workbook.sheets.filter((sheet) => sheet !== contractSheet).map(searched);
  return [...contract.rows].flatMap(([key, row]) => ('key' in row.cells ? [] : changedLine(others, key, row, contract)));
}

function changedLine(sheets: readonly Searched[], key: string, row: GeneratedRow, { formulas }: Contract): Change[] {
  const cells = Object.entries(row.cells);
  const label = cells.findIndex(([, cell]) => typeof cell === 'string');
  const text = cells[label]?.[1];
  if (typeof text !== 'string' || !cells.some(([, cell]) => Array.isArray(cell))) return [];
  const [id = '', line = ''] = key.split('/');
  const own = sheets.find(({ sheet: { name } }) => row.where.startsWith(`${quoteSheet(name)}!`));
  const found = [...(own ? [own] : []), ...sheets].flatMap((sheet) => findText(sheet, text) ?? [])[0];
  const of = (column: string): Pick<Change, 'key' | 'about' | 'header'> => ({ key: cellKey(id, line, column), about: text, header: '' });
  if (!found) return [{ kind: 'row-removed', cell: null, from: text, to: null, ...of('label') }];
  return cells.flatMap(([column, generated], index): Change[] => {
    if (!Array.isArray(generated)) return [];
    const address = `${columnLetters(found.column + index - label)}${found.row}`;
    const now = found.sheet.cells.get(address);
    const formula = formulas.get(generated[0]) ?? '';
    if (now?.formula !== undefined && isSameFormula(now.formula, found.row, formula, () => undefined)) return [];
    const change = { cell: `${quoteSheet(found.sheet.name)}!${address}`, from: `=${formula}`, ...of(column) };
    return [
      now?.formula === undefined
        ? { kind: 'formula-overwritten', to: now?.value ?? null, ...change }
        : { kind: 'formula-changed', to: `=${now.formula}`, ...change },
    ];
  });
}

function findText({ sheet, texts }: Searched, text: string): { sheet: ReadSheet; row: number; column: number } | null {
  const address = texts().get(text);
  if (address === undefined) return null;
  return { sheet, row: Number(/\d+$/u.exec(address)?.[0]), column: columnNumber(/^[A-Z]+/u.exec(address)?.[0] ?? 'A') };
}

/** A sheet and where each of its texts first stands, looked through once however many lines are sought. */
interface Searched {
  sheet: ReadSheet;
  texts: () => ReadonlyMap<string, string>;
}

function searched(sheet: ReadSheet): Searched {
  let found: Map<string, string> | undefined;
  return { sheet, texts: () => (found ??= textsIn(sheet)) };
}

function textsIn({ cells }: ReadSheet): Map<string, string> {
  const found = new Map<string, string>();
  for (const [address, { value }] of cells) if (typeof value === 'string' && !found.has(value)) found.set(value, address);
  return found;
}
