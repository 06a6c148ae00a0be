import { tablesOf } from '../../plan/contract/changes.js';
import { findBlock, type FoundBlock } from '../../plan/contract/read-block.js';
import type { Contract, GeneratedRow } from '../../plan/contract/read-contract.js';
import type { ReturnedPlan } from '../../plan/contract/returned-plan.js';
import type { Language } from '../../plan/messages/message.js';
import { showLocator } from '../../plan/sheets/plan-doc.js';
import type { ReadWorkbook } from '../../plan/xlsx/read-workbook.js';
import { generatedContent } from './generated-content.js';
import { type CellStory, type ShownFinding, some } from './shown.js';

/** How many of what rests on a cell, and of the checks that touch it, are told. */
const MOST = 100;

type Scalar = string | number | boolean | null;

/** What is known of the cell at an address; null where it belongs to no table of Planbook's. */
export function explainCell(
  workbook: ReadWorkbook,
  returned: ReturnedPlan,
  sheet: string,
  cell: string,
  language: Language,
  findings: readonly ShownFinding[],
): CellStory | null {
  const tables = tablesOf(returned.contract);
  const place = locate(workbook, [...tables.keys()], sheet, cell);
  if (!place) return null;
  const { id, block, row, column } = place;
  const now = block.sheet.cells.get(cell);
  const address = block.address(row, column) ?? cell;
  const valueCell = block.address(row, 'value');
  const generatedRow = tables.get(id)?.get(row) ?? null;
  return {
    cell: address,
    title: [headerOf(block, column), labelIn(block, row)].filter((part) => part !== '').join(' · '),
    facts: factsOf(block, row, column),
    source: sourceOf(returned, id, row, language),
    generated: generatedRow === null ? null : generatedContent(generatedRow.cells[column] ?? null, block, row, column, returned.contract),
    formula: now?.formula === undefined ? null : `=${now.formula}`,
    dependents: some(id === 'fig' || id === 'clm' || id === 'ind' ? dependentsOf(workbook, tables, returned.contract, id, row) : [], MOST),
    checks: some(
      findings.filter((finding) => (id === 'chk' ? finding.id === row : finding.cells.some((each) => each === address || each === valueCell))),
      MOST,
    ),
  };
}

interface Place {
  id: string;
  block: FoundBlock;
  row: string;
  column: string;
}

function locate(workbook: ReadWorkbook, ids: readonly string[], sheet: string, cell: string): Place | null {
  const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/u.exec(cell) ?? [];
  for (const id of ids) {
    const block = findBlock(workbook, id);
    if (block?.sheet.name !== sheet) continue;
    const column = [...block.columns].find(([, each]) => each === letters)?.[0];
    const row = [...block.rows].find(([, rows]) => rows.includes(Number(number)))?.[0];
    if (column !== undefined && row !== undefined) return { id, block, row, column };
  }
  return null;
}

/** Numbers without the noise of binary fractions. */
const textOf = (value: Scalar | undefined): string =>
  value === null || value === undefined ? '' : String(typeof value === 'number' ? Number(value.toPrecision(12)) : value);

/** The header as it stands above the table's first row, renamed or not. */
const headerOf = ({ sheet, first, columns }: FoundBlock, column: string): string => textOf(sheet.cells.get(`${columns.get(column) ?? ''}${first - 1}`)?.value);

/** What a row is about: its indicator, scope and year, or its first words. */
function labelIn(block: FoundBlock, row: string): string {
  const parts = ['rule', 'indicator', 'scope', 'target_year', 'year'].map((column) => textOf(block.cell(row, column)?.value));
  const [rule, indicator, scope, target, year] = parts;
  return [rule, indicator, scope, year === '' ? target : year].filter((part) => part !== undefined && part !== '').join(' · ');
}

const FACTS = [
  'printed',
  'value',
  'high_value',
  'unit',
  'bound',
  'role',
  'kind',
  'low',
  'high',
  'baseline',
  'target',
  'pace',
  'outcome',
  'explanation',
  'note',
];

/** What stands beside the cell in its row, under the headers as they stand. */
const factsOf = (block: FoundBlock, row: string, own: string): [string, string][] =>
  [...new Set([own, ...FACTS])].flatMap((column): [string, string][] => {
    const shown = textOf(block.cell(row, column)?.value);
    return block.columns.has(column) && shown !== '' && column !== 'key' ? [[headerOf(block, column), shown]] : [];
  });

/** The document and the place in it; figures and claims alone are printed anywhere. */
function sourceOf({ plan, contract }: ReturnedPlan, id: string, row: string, language: Language): CellStory['source'] {
  const doc = { plan, language, version: contract.version };
  const [figureKey, number = '1'] = row.split('#');
  const at =
    id === 'fig'
      ? plan.figures.find(({ key }) => key === figureKey)?.printings[Number(number) - 1]?.at
      : id === 'clm'
        ? plan.claims.find(({ key }) => key === row)?.at
        : undefined;
  return at === undefined ? null : { document: plan.record.source.document, locator: showLocator(doc, at) };
}

/** Rows that take the row's value by its key: in a column of keys, or in a formula. */
function dependentsOf(
  workbook: ReadWorkbook,
  tables: ReadonlyMap<string, ReadonlyMap<string, GeneratedRow>>,
  { formulas }: Contract,
  ownId: string,
  ownKey: string,
): CellStory['dependents']['first'] {
  const quoted = `"${ownKey.replaceAll('"', '""')}"`;
  const naming = new Set([...formulas].filter(([, text]) => text.includes(quoted)).map(([number]) => number));
  return [...tables].flatMap(([id, rows]) => {
    const block = findBlock(workbook, id);
    if (!block) return [];
    return [...rows].flatMap(([row, { cells }]) => {
      const takes = Object.entries(cells).find(
        ([column, cell]) => (cell === ownKey && column !== 'key' && !(id === ownId && row === ownKey)) || (Array.isArray(cell) && naming.has(cell[0])),
      );
      const address = takes ? block.address(row, takes[0].endsWith('_key') ? takes[0].slice(0, -'_key'.length) : takes[0]) : null;
      return address === null ? [] : [{ title: labelIn(block, row) || row, cell: address }];
    });
  });
}
