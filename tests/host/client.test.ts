import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { makeWorkbook } from '../workbook/made-workbooks.js';
import { errorOf, generated, openHost } from './open-host.js';

const made = () => makeWorkbook('yiyang-2021-2025', 'zh');

let opened: ReturnType<typeof openHost> | undefined;
/** One workbook for tests that leave it as it was, but for a cell apart. */
const unchanged = (): ReturnType<typeof openHost> => (opened ??= openHost());

describe('the real client reads', () => {
  test('sheets, their visibility and their tables in one sync', async () => {
    const { host, Excel } = await openHost();
    const sheets = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/visibility,items/tables/items/name');
      await context.sync();
      return worksheets.items.map(({ name, visibility, tables }) => [name, visibility, tables.items.map((table) => table.name).join(' ')]);
    });
    const { laid } = await made();
    expect(sheets).toEqual(
      laid.sheets.map(({ name, hidden, tables }) => [name, hidden ? 'VeryHidden' : 'Visible', tables.map((table) => table.name).join(' ')]),
    );
    expect(sheets.at(-1)).toEqual(['_planbook', 'VeryHidden', '']);
    expect([host.counts.syncs, host.counts.cleanups]).toEqual([1, 0]);
  });

  test('every value and formula of every sheet as the file has them', async () => {
    const { Excel } = await openHost();
    const file = readWorkbook(await generated());
    const differences: string[] = [];
    await Excel.run(async (context) => {
      for (const sheet of file.sheets) {
        const used = context.workbook.worksheets.getItem(sheet.name).getUsedRange(true).load('values,formulas,rowIndex,columnIndex');
        await context.sync();
        used.values.forEach((row: unknown[], rowOffset) => {
          row.forEach((value, columnOffset) => {
            const address = `${letters(used.columnIndex + columnOffset)}${used.rowIndex + rowOffset + 1}`;
            const cell = sheet.cells.get(address);
            const formula: unknown = (used.formulas[rowOffset] as unknown[])[columnOffset];
            const wanted = [cell?.value ?? '', cell?.formula === undefined ? (cell?.value ?? '') : `=${cell.formula}`];
            if (value !== wanted[0] || formula !== wanted[1]) differences.push(`${sheet.name}!${address}`);
          });
        });
      }
    });
    expect(differences).toEqual([]);
  });

  test('names with their formulas, but none of Excel’s own', async () => {
    const { Excel } = await openHost();
    const names = await Excel.run(async (context) => {
      const items = context.workbook.names.load('items/name,items/formula,items/visible,items/type');
      await context.sync();
      return items.items.map(({ name, formula, visible, type }) => [name, formula as unknown, visible, type] as const);
    });
    const { laid } = await made();
    expect(names.find(([name]) => name === 'fig_value')?.slice(1)).toEqual([`=${laid.names.get('fig_value') ?? ''}`, true, 'Range']);
    expect(names.filter(([name]) => name.startsWith('_xlnm'))).toEqual([]);
  });

  test('text as cells show it', async () => {
    const { Excel } = await openHost();
    const rows = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('texts');
      const range = sheet.getRange('A1:F1');
      range.numberFormat = [['#,##0.00', '0%', 'yyyy-mm-dd', '@', 'General', '0']];
      range.values = [[1234.565, 0.125, '2024-03-31', '007', 'TRUE', 2.5]];
      range.load('text,values,valueTypes');
      await context.sync();
      return [range.text[0], range.values[0] as unknown[], range.valueTypes[0]];
    });
    expect(rows).toEqual([
      ['1,234.57', '13%', '2024-03-31', '007', 'TRUE', '3'],
      [1234.565, 0.125, 45_382, '007', true, 2.5],
      ['Double', 'Double', 'Double', 'String', 'Boolean', 'Double'],
    ]);
  });

  test.each<[what: string, address: (sheet: Excel.Worksheet) => Excel.Range, expected: string]>([
    ['a cell of a range', (sheet) => sheet.getRange('B2:D9').getCell(1, 2), 'D3'],
    ['a resized range', (sheet) => sheet.getRange('B2').getResizedRange(2, 1), 'B2:C4'],
    ['an offset range', (sheet) => sheet.getRange('B2:C3').getOffsetRange(1, -1), 'A3:B4'],
    ['a whole column', (sheet) => sheet.getRange('B2').getEntireColumn(), 'B:B'],
    ['whole rows', (sheet) => sheet.getRange('B2:B3').getEntireRow(), '2:3'],
    ['what two share', (sheet) => sheet.getRange('A1:C3').getIntersection('B2:D9'), 'B2:C3'],
    ['what surrounds two', (sheet) => sheet.getRange('A1').getBoundingRect('C3'), 'A1:C3'],
    ['a row', (sheet) => sheet.getRange('B2:D9').getRow(3), 'B5:D5'],
    ['the last cell', (sheet) => sheet.getRange('B2:D9').getLastCell(), 'D9'],
    ['by indexes', (sheet) => sheet.getRangeByIndexes(4, 1, 2, 3), 'B5:D6'],
    ['a name of the sheet', (sheet) => sheet.getRange('fig_value').getCell(0, 0), 'G6'],
  ])('%s', async (_, addressed, expected) => {
    const { Excel } = await unchanged();
    const address = await Excel.run(async (context) => {
      const range = addressed(context.workbook.worksheets.getItem('原文数据')).load('address');
      await context.sync();
      return range.address;
    });
    expect(address).toBe(`原文数据!${expected}`);
  });
});

describe('the real client is refused', () => {
  test.each<[what: string, run: (workbook: Excel.Workbook) => unknown, code: string, place: string | undefined]>([
    ['a sheet that is not there', ({ worksheets }) => worksheets.getItem('nowhere').load('name'), 'ItemNotFound', 'WorksheetCollection.getItem'],
    ['an address that is none', ({ worksheets }) => worksheets.getItem('封面').getRange('1A').load('values'), 'InvalidArgument', ''],
    ['values of another shape', ({ worksheets }) => void (worksheets.getItem('封面').getRange('A1:B2').values = [[1]]), 'InvalidArgument', ''],
    ['a second sheet of one name', ({ worksheets }) => worksheets.add('封面'), 'ItemAlreadyExists', ''],
    ['a sheet name with a slash', ({ worksheets }) => worksheets.add('a/b'), 'InvalidArgument', ''],
    ['text that Excel takes for a formula', ({ worksheets }) => void (worksheets.getItem('封面').getRange('D1').values = [['-见备注']]), 'InvalidArgument', ''],
    ['showing a cell of a hidden sheet', ({ worksheets }) => worksheets.getItem('_planbook').getRange('A1').select(), 'InvalidSelection', ''],
    ['XML that is none', ({ customXmlParts }) => customXmlParts.add('<a>'), 'InvalidArgument', ''],
    ['a member not modelled', ({ worksheets }) => worksheets.getItem('封面').getRange('A1').dataValidation.load('type'), 'ApiNotFound', 'Range.DataValidation'],
    ['a method not modelled', ({ worksheets }) => worksheets.getItem('封面').getRange('A1').merge(), 'ApiNotFound', 'Range.Merge'],
    ['a property not modelled', ({ worksheets }) => worksheets.getItem('封面').getRange('A1').load('hyperlink'), 'ApiNotFound', 'Range.Hyperlink'],
    [
      'an event not modelled',
      ({ worksheets }) => worksheets.onFormatChanged.add(() => Promise.resolve()),
      'ApiNotFound',
      'WorksheetCollection._RegisterFormatChangedEvent',
    ],
  ])('%s', async (_, run, code, place) => {
    const { Excel } = await unchanged();
    const error = await errorOf(
      Excel.run(async (context) => {
        run(context.workbook);
        await context.sync();
      }),
    );
    expect(error).toEqual({ code, place });
  });

  test('null objects where it asked for those', async () => {
    const { Excel } = await openHost();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('nowhere').load('name');
      const used = sheet.getUsedRangeOrNullObject().load('address');
      const name = context.workbook.names.getItemOrNullObject('nothing').load('formula');
      const blank = context.workbook.worksheets.add('blank').getUsedRangeOrNullObject(true).load('address');
      await context.sync();
      expect([sheet.isNullObject, used.isNullObject, name.isNullObject, blank.isNullObject]).toEqual([true, true, true, true]);
    });
  });
});

describe('the real client writes', () => {
  test('and what depends on it is computed anew', async () => {
    const { host, Excel } = await openHost();
    const before = host.cell("'原文数据'!N7").value;
    const after = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('原文数据');
      sheet.getRange('G7').values = [[99]];
      const edge = sheet.getRange('N7').load('values');
      await context.sync();
      return edge.values[0] as unknown[];
    });
    // 34.94 and 99, each with half a unit of the second decimal.
    expect([before, after]).toEqual([34.945, [99.005]]);
  });

  test('and nothing is computed before the next sync where it asked for that', async () => {
    const { Excel } = await openHost();
    const seen = await Excel.run(async (context) => {
      context.workbook.application.suspendApiCalculationUntilNextSync();
      const sheet = context.workbook.worksheets.getItem('原文数据');
      sheet.getRange('G7').values = [[99]];
      const edge = sheet.getRange('N7').load('values');
      await context.sync();
      const during: unknown = edge.values[0]?.[0];
      edge.load('values');
      await context.sync();
      return [during, edge.values[0]?.[0] as unknown];
    });
    expect(seen).toEqual([34.945, 99.005]);
  });

  test('more cells than one action takes, in one request', async () => {
    const { host, Excel } = await openHost();
    const rows = Array.from({ length: 4000 }, (_, row) => [row, `row ${row}`]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.add('many').getRange('A1:B4000').values = rows;
      await context.sync();
    });
    expect(host.counts.syncs).toBe(1);
    expect([host.cell("'many'!A4000").value, host.cell("'many'!B2500").value]).toEqual([3999, 'row 2499']);
  });

  test.each<[entered: string | number | boolean, value: unknown, formula: string | null]>([
    [12.5, 12.5, null],
    ['12.5', 12.5, null],
    ['1,234', 1234, null],
    ['12%', 0.12, null],
    ['2024/3/31', 45_382, null],
    ['2024-13-01', '2024-13-01', null],
    ['true', true, null],
    ["'007", '007', null],
    ['34.94亿元', '34.94亿元', null],
    ['=1+2*3', 7, '1+2*3'],
    ['=COUNTA(fig_key)-COUNTA(fig_role)', 0, 'COUNTA(fig_key)-COUNTA(fig_role)'],
    ['', null, null],
  ])('%j as Excel takes it', async (entered, value, formula) => {
    const { host, Excel } = await unchanged();
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('原文数据').getRange('AA1');
      cell.clear();
      cell.values = [[entered]];
      await context.sync();
    });
    expect(host.cell("'原文数据'!AA1")).toEqual({ value, formula });
  });

  test('a sheet’s name, and formulas follow; a sheet’s end, and they refer to nothing', async () => {
    const { host, Excel } = await openHost();
    const before = host.book.name('fig_value', null)?.formula;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('原文数据').name = "it's mine";
      await context.sync();
    });
    expect(host.book.name('fig_value', null)?.formula).toBe(before?.replace('原文数据', "it''s mine"));
    host.deleteSheet("it's mine");
    expect(host.book.name('fig_value', null)?.formula).toBe('#REF!');
    expect(readWorkbook(host.save()).sheets.map(({ name }) => name)).not.toContain("it's mine");
  });

  test('rows and columns out of sight', async () => {
    const { host, Excel } = await openHost();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('封面');
      sheet.getRange('3:4').rowHidden = true;
      sheet.getRange('B:B').columnHidden = true;
      const states = [sheet.getRange('A3:A4'), sheet.getRange('A4:A5'), sheet.getRange('A5')].map((range) => range.load('rowHidden'));
      const column = sheet.getRange('B1').load('columnHidden');
      await context.sync();
      expect([...states.map(({ rowHidden }) => rowHidden), column.columnHidden]).toEqual([true, null, false, true]);
    });
    const { host: again } = await openHost({}, host.save());
    expect([2, 3, 4].map((row) => again.book.sheet('封面')?.rows.get(row)?.hidden ?? false)).toEqual([true, true, false]);
  });
});

describe('the real client hears', () => {
  test('edits of this user, of a co-author, and its own', async () => {
    const { host, Excel } = await openHost();
    const heard: unknown[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        heard.push([event.address, event.source, event.triggerSource, before(event), after(event)]);
        return Promise.resolve();
      });
      await context.sync();
    });
    host.type("'原文数据'!G7", 35);
    host.type("'原文数据'!G8", '', 'Remote');
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('年度监测').getRange('I6:I7').values = [[1], [2]];
      await context.sync();
    }).catch(() => undefined);
    await host.settle();
    expect(heard).toEqual([
      ['G7', 'Local', 'Unknown', 34.94, 35],
      ['G8', 'Remote', 'Unknown', 0.94, ''],
      ['I6:I7', 'Local', 'ThisLocalAddin', undefined, undefined],
    ]);
  });

  test('sheets that come and go, and the selection', async () => {
    const { host, Excel } = await openHost();
    const heard: string[] = [];
    const note = (what: string) => () => {
      heard.push(what);
      return Promise.resolve();
    };
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(note('added'));
      worksheets.onDeleted.add(note('deleted'));
      worksheets.onSelectionChanged.add(note('selection in a sheet'));
      context.workbook.onSelectionChanged.add(note('selection'));
      await context.sync();
      worksheets.add('new');
      await context.sync();
    });
    await host.settle();
    host.deleteSheet('new', 'Remote');
    host.select("'原文数据'!G7");
    await host.settle();
    expect(heard.sort()).toEqual(['added', 'deleted', 'selection', 'selection in a sheet']);
    expect(host.selected).toBe('原文数据!G7');
  });

  test('nothing any more once it has stopped listening', async () => {
    const { host, Excel } = await openHost();
    let heard = 0;
    const result = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(() => {
        heard += 1;
        return Promise.resolve();
      });
      await context.sync();
      return added;
    });
    await Excel.run(result.context, async (context) => {
      result.remove();
      await context.sync();
    });
    host.type("'原文数据'!G7", 1);
    await host.settle();
    expect(heard).toBe(0);
  });
});

const letters = (column: number): string => (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Present for edits of one cell only, whatever the types say. */
type Details = Partial<Excel.ChangedEventDetail> | undefined;
const before = ({ details }: Excel.WorksheetChangedEventArgs): unknown => (details as Details)?.valueBefore;
const after = ({ details }: Excel.WorksheetChangedEventArgs): unknown => (details as Details)?.valueAfter;
