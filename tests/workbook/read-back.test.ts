import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { findBlock, type FoundBlock } from '../../plan/contract/read-block.js';
import { readContract } from '../../plan/contract/read-contract.js';
import { type ReadFigure, readFigures } from '../../plan/contract/read-figures.js';
import type { Plan } from '../../plan/plan.js';
import type { LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import { type ReadWorkbook, readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { describeWith } from '../readers/available.js';
import { inLibreOffice } from '../readers/libre-office.js';
import { sameResult } from '../readers/same-result.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { makeWorkbook, makeWorkbooks } from './made-workbooks.js';

const made = await makeWorkbooks();

/** Every printing of a plan in the document's order, as a workbook's rows should tell it. */
const printingsOf = ({ figures }: Plan): ReadFigure[] =>
  figures
    .flatMap(({ key, indicator, scope, year, fromYear, role, printings }) =>
      printings.map(({ order, printed, value, high, unit, decimals, bound }, index) => ({
        order,
        figure: {
          key: index === 0 ? key : `${key}#${index + 1}`,
          indicator: indicator.id,
          scope,
          year,
          fromYear,
          role,
          printed,
          value,
          high,
          unit,
          decimals,
          bound,
        },
      })),
    )
    .sort((a, b) => a.order - b.order)
    .map(({ figure }) => figure);

/** A copy whose hidden sheet has lost the rows that `lost` names. */
const withoutRows = (laid: LaidWorkbook, lost: RegExp): LaidWorkbook => ({
  ...laid,
  sheets: laid.sheets.map((sheet) =>
    sheet.id === '_planbook' ? { ...sheet, rows: sheet.rows.filter(({ cells }) => typeof cells[0]?.value !== 'string' || !lost.test(cells[0].value)) } : sheet,
  ),
});

describe('figures come from the visible sheet alone', () => {
  test.each(made)('$name: the record removed', async ({ laid, plan }) => {
    const read = readWorkbook(await writeWorkbook(withoutRows(laid, /^(?:record|catalogue)\./u)));
    expect(readContract(read)?.record).toBe(null);
    expect(readFigures(read)).toEqual(printingsOf(plan));
  });

  test.each(made)('$name: the hidden sheet removed', async ({ laid, plan }) => {
    const read = readWorkbook(await writeWorkbook({ ...laid, sheets: laid.sheets.filter(({ id }) => id !== '_planbook') }));
    expect(readContract(read)).toBe(null);
    expect(readFigures(read)).toEqual(printingsOf(plan));
  });
});

test.each(made)('$name: the contract holds the record, the catalogue and every row', ({ bytes, plan, laid }) => {
  const contract = readContract(readWorkbook(bytes));
  expect(JSON.parse(contract?.record ?? 'null')).toEqual(JSON.parse(JSON.stringify(plan.record)));
  expect(Object.keys(JSON.parse(contract?.catalogue ?? '{}') as object).sort()).toEqual([...plan.indicators.keys()].sort());
  const keys = laid.sheets.flatMap(({ rows }) => rows.flatMap(({ key }) => (key === undefined ? [] : [key])));
  expect([...(contract?.rows.keys() ?? [])]).toEqual(keys);
});

/** What a reader does to a workbook in a day's work; the tables' key column is their last. */
const A_DAYS_WORK = `
unprotect()

def table(prefix):
    keys = rows(prefix + "_key").RangeAddress
    sheet = doc.Sheets.getByIndex(keys.Sheet)
    return sheet, sheet.getCellRangeByPosition(0, keys.StartRow, keys.EndColumn, keys.EndRow)

def column(name):
    return rows(name).RangeAddress.StartColumn

sheet, cells = table("fig")
sort(cells, column("fig_value"), descending=True)
first = sheet.getCellByPosition(column("fig_value"), cells.RangeAddress.StartRow).Value
sheet, cells = table("ind")
sort(cells, column("ind_target"), descending=True)
for prefix, before in (("fig", "fig_value"), ("ind", "ind_target")):
    sheet, cells = table(prefix)
    sheet.Columns.insertByIndex(column(before), 1)
    sheet.Rows.insertByIndex(0, 1)
    header = rows(before).RangeAddress.StartRow - 1
    sheet.getCellByPosition(column(before), header).String = "Renamed & <more>"
    sheet.Name = "Some one's " + prefix
doc.calculateAll()
`;

describeWith('LibreOffice for Python', 'after sorting, inserting, renaming and saving in LibreOffice', () => {
  describe.each([
    ['yiyang-2021-2025', 'zh'],
    ['qingyuan-2021-2025', 'en'], // ranks, ranges and printings that differ
  ] as const)('%s %s', (id, language) => {
    let before: ReadWorkbook;
    let after: ReadWorkbook;
    let plan: Plan;
    beforeAll(async () => {
      const book = await makeWorkbook(id, language);
      plan = book.plan;
      before = readWorkbook(book.bytes);
      after = inTemporaryFolder((folder) => {
        const saved = path.join(folder, 'saved.xlsx');
        inLibreOffice(A_DAYS_WORK, book.bytes, saved);
        return readWorkbook(readFileSync(saved));
      });
    });

    test('the work was done', () => {
      const values = (readFigures(after) ?? []).flatMap(({ value }) => value ?? []);
      expect(values).toEqual([...values].sort((a, b) => b - a));
      expect(after.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["Some one's fig", "Some one's ind"]));
      expect(found(after, 'fig').columns.get('value')).not.toBe(found(before, 'fig').columns.get('value'));
      expect(headerOf(after, 'fig', 'value')).toBe('Renamed & <more>');
    });

    test('every figure is read as it was', () => {
      const byKey = (figures: readonly ReadFigure[] | null): ReadFigure[] => [...(figures ?? [])].sort((a, b) => (a.key < b.key ? -1 : 1));
      expect(byKey(readFigures(after))).toEqual(byKey(printingsOf(plan)));
    });

    test.each(['fig', 'ind', 'pth', 'idx', 'mon', 'def', 'par', 'clm'])('every key and column of %s is found', (block) => {
      expect(new Set(found(after, block).rows.keys())).toEqual(new Set(found(before, block).rows.keys()));
      expect([...found(after, block).columns.keys()].sort()).toEqual([...found(before, block).columns.keys()].sort());
      expect([...found(after, block).rows.values()].filter((rows) => rows.length > 1)).toEqual([]);
    });

    test('the contract is read as it was', () => {
      expect(readContract(after)).toEqual(readContract(before));
    });

    test.each(['ind', 'pth', 'idx', 'mon'])('every cell of %s shows what it showed', (block) => {
      expect(differences(found(before, block), found(after, block))).toEqual([]);
    });
  });
});

function found(workbook: ReadWorkbook, block: string): FoundBlock {
  const blockFound = findBlock(workbook, block);
  if (!blockFound) throw new Error(`no block ${block}`);
  return blockFound;
}

function headerOf(workbook: ReadWorkbook, block: string, column: string): unknown {
  const { rows, columns, sheet } = found(workbook, block);
  return sheet.cells.get(`${columns.get(column) ?? ''}${Math.min(...[...rows.values()].flat()) - 1}`)?.value;
}

/** The cells of a block that show another thing than before, by row and column key. */
function differences(before: FoundBlock, after: FoundBlock): string[] {
  return [...before.rows.keys()].flatMap((row) =>
    [...before.columns.keys()].flatMap((column) => {
      const [was, is] = [before.cell(row, column)?.value ?? null, after.cell(row, column)?.value ?? null];
      return sameResult(was, is) ? [] : [`${row}/${column}: ${String(was)} became ${String(is)}`];
    }),
  );
}
