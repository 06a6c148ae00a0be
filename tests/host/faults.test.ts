import { describe, expect, test } from 'vitest';
import { ExcelHost } from './host.js';
import { errorOf, generated, openHost } from './open-host.js';

const FIGURES = '原文数据';
const GUARDED = '年度监测';

describe('payloads', () => {
  test('a request above the limit is refused, and nothing of it is done', async () => {
    const { host, Excel } = await openHost({ payloadLimit: 100_000 });
    const text = 'x'.repeat(30_000);
    const error = await errorOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(FIGURES).getRange('T1:T4').values = [[text], [text], [text], [text]];
        await context.sync();
      }),
    );
    expect(error.code).toBe('RequestPayloadSizeLimitExceeded');
    expect(host.cell(`'${FIGURES}'!T1`).value).toBeNull();
    expect(host.counts.largestRequest).toBeGreaterThan(120_000);
  });

  test('an answer above the limit is refused', async () => {
    const { host, Excel } = await openHost({ payloadLimit: 5_000 });
    const error = await errorOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(FIGURES).getUsedRange().load('values');
        await context.sync();
      }),
    );
    expect(error.code).toBe('ResponsePayloadSizeLimitExceeded');
    expect([host.counts.largestAnswer > 5_000, host.counts.errors]).toEqual([true, ['ResponsePayloadSizeLimitExceeded']]);
  });

  test('a sheet used to its edge is refused before it fills the memory', async () => {
    const { host, Excel } = await openHost();
    host.type(`'${FIGURES}'!XFD1048576`, 'far away');
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem(FIGURES).getUsedRange(true).load('address,rowCount,columnCount');
      await context.sync();
      expect([used.address, used.rowCount, used.columnCount]).toEqual([`${FIGURES}!1:1048576`, 1_048_576, 16_384]);
      used.load('values');
      expect((await errorOf(context.sync())).code).toBe('ResponsePayloadSizeLimitExceeded');
    });
  });
});

describe('while a cell is being edited', () => {
  test('requests are refused', async () => {
    const { host, Excel } = await openHost();
    host.startEditing();
    const read = (): Promise<unknown> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.load('items/name');
        await context.sync();
      });
    expect((await errorOf(read())).code).toBe('InvalidOperationInCellEditMode');
    host.stopEditing();
    await read();
    expect(host.counts.errors).toEqual(['InvalidOperationInCellEditMode']);
  });

  test('one that said so waits', async () => {
    const { host, Excel } = await openHost();
    host.startEditing();
    let done = false;
    const reading = Excel.run({ delayForCellEdit: true }, async (context) => {
      const cell = context.workbook.worksheets.getItem(FIGURES).getRange('G7').load('values');
      await context.sync();
      done = true;
      return cell.values;
    });
    await host.settle();
    expect(done).toBe(false);
    host.type(`'${FIGURES}'!G7`, 35);
    host.stopEditing();
    expect(await reading).toEqual([[35]]);
  });
});

describe('a protected sheet', () => {
  test.each<[what: string, run: (sheet: Excel.Worksheet) => unknown, code: string | null]>([
    ['takes no value in a locked cell', (sheet) => void (sheet.getRange('A6').values = [['x']]), 'AccessDenied'],
    ['takes one in an input cell', (sheet) => void (sheet.getRange('I6').values = [[1]]), null],
    ['is not cleared', (sheet) => sheet.getRange('A6:B9').clear(), 'AccessDenied'],
    ['takes no table', (sheet) => sheet.tables.add('AA1:AB2', true), 'AccessDenied'],
    ['takes formats, as this one allows', (sheet) => void (sheet.getRange('A6').format.fill.color = '#FF0000'), null],
    ['takes conditional formats, as this one allows', (sheet) => sheet.getRange('A6').conditionalFormats.add('Custom'), null],
  ])('%s', async (_, run, code) => {
    const { Excel } = await openHost();
    const work = Excel.run(async (context) => {
      run(context.workbook.worksheets.getItem(GUARDED));
      await context.sync();
    });
    if (code === null) await work;
    else expect((await errorOf(work)).code).toBe(code);
  });

  test('is opened and closed again as it was, to the byte', async () => {
    const bytes = await generated();
    const { host, Excel } = await openHost({}, bytes);
    const states = await Excel.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem(GUARDED);
      protection.load('protected,options');
      await context.sync();
      const { options } = protection;
      protection.unprotect();
      protection.load('protected');
      await context.sync();
      const opened = protection.protected;
      protection.protect(options);
      protection.load('protected');
      await context.sync();
      return [opened, protection.protected, options.allowFormatCells, options.allowDeleteRows];
    });
    expect(states).toEqual([false, true, true, false]);
    expect(Buffer.compare(host.save(), new ExcelHost(bytes).save())).toBe(0);
  });

  test('with a password stays closed without it', async () => {
    const { host, Excel } = await openHost();
    const sheet = host.book.sheet(GUARDED);
    Object.assign(sheet?.protection?.attributes ?? {}, { hashValue: 'abc=' });
    const error = await errorOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(GUARDED).protection.unprotect();
        await context.sync();
      }),
    );
    expect(error.code).toBe('AccessDenied');
  });
});

describe('an older Excel', () => {
  const MEMBERS: [what: string, run: (workbook: Excel.Workbook) => unknown][] = [
    ['getRangeByIndexes (1.7)', ({ worksheets }) => worksheets.getItem(FIGURES).getRangeByIndexes(0, 0, 1, 1).load('values')],
    ['onChanged of all sheets (1.9)', ({ worksheets }) => worksheets.onChanged.add(() => Promise.resolve())],
    ['suspendScreenUpdating (1.9)', ({ application }) => application.suspendScreenUpdatingUntilNextSync()],
    [
      'a conditional format or null (1.14)',
      ({ worksheets }) => worksheets.getItem(FIGURES).getRange('A1').conditionalFormats.getItemOrNullObject('x').load('id'),
    ],
  ];
  test.each<[excelApi: string, works: number]>([
    ['1.6', 0],
    ['1.7', 1],
    ['1.9', 3],
    ['1.14', 4],
    ['1.17', 4],
  ])('with ExcelApi %s', async (excelApi, works) => {
    const { host, Excel, Office } = await openHost({ excelApi });
    const outcomes: string[] = [];
    for (const [what, run] of MEMBERS) {
      const outcome = await Excel.run(async (context) => {
        run(context.workbook);
        await context.sync();
        return 'works';
      }).catch((error: unknown) => (error as OfficeExtension.Error).code);
      outcomes.push(`${what}: ${outcome}`);
    }
    expect(outcomes).toEqual(MEMBERS.map(([what], index) => `${what}: ${index < works ? 'works' : 'ApiNotFound'}`));
    expect(host.counts.notFound).toHaveLength(MEMBERS.length - works);
    expect(['1.7', '1.9', '1.14'].map((version) => Office.context.requirements.isSetSupported('ExcelApi', version))).toEqual(
      [7, 9, 14].map((minor) => minor <= Number(excelApi.split('.')[1])),
    );
  });
});

describe('co-authors', () => {
  test('delete a sheet while it is being read: the next request on it fails, no other does', async () => {
    const { host, Excel } = await openHost();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(FIGURES);
      sheet.load('name');
      await context.sync();
      host.deleteSheet(FIGURES, 'Remote');
      sheet.getUsedRange().load('values');
      expect((await errorOf(context.sync())).code).toBe('ItemNotFound');
      const names = context.workbook.worksheets.load('items/name');
      await context.sync();
      expect(names.items.map(({ name }) => name)).not.toContain(FIGURES);
    });
    expect(host.referencesLeft).toBe(0);
  });

  test('delete a sheet of which a range is held', async () => {
    const { host, Excel } = await openHost();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(FIGURES).getRange('A1:C9').load('address');
      await context.sync();
      host.deleteSheet(FIGURES, 'Remote');
      range.load('values');
      expect((await errorOf(context.sync())).code).toBe('InvalidReference');
    });
    expect(host.referencesLeft).toBe(0);
  });
});

describe('counts', () => {
  test('references are held until they are let go', async () => {
    const { host, Excel } = await openHost();
    const held = await Excel.run(async (context) => {
      const ranges = [1, 2, 3].map((row) => context.workbook.worksheets.getItem(FIGURES).getRange(`A${row}`).load('values'));
      const first = ranges[0]?.track();
      await context.sync();
      expect(host.referencesLeft).toBe(3);
      return first as unknown as Excel.Range;
    });
    expect(host.referencesLeft).toBe(1);
    await Excel.run(held, async (context) => {
      held.untrack();
      await context.sync();
    });
    expect(host.referencesLeft).toBe(0);
  });

  test('formats are counted cell by cell, and begin anew', async () => {
    const { host, Excel } = await openHost();
    await Excel.run(async (context) => {
      const { format } = context.workbook.worksheets.getItem(FIGURES).getRange('A6:B7');
      format.font.bold = true;
      format.font.bold = true;
      await context.sync();
    });
    expect([host.formatChanges, host.counts.syncs]).toEqual([4, 1]);
    host.resetCounts();
    expect([host.formatChanges, host.counts.syncs]).toEqual([0, 0]);
  });
});

describe('what no request may reach', () => {
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is no member', async (member) => {
    const { host } = await openHost();
    const body = { Actions: [{ Id: 2, ActionType: 3, Name: member, ObjectPathId: 1 }], ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } } };
    const answer = JSON.parse(await host.processQuery(JSON.stringify(body), 0)) as { Error?: { Code: string } };
    expect(answer.Error?.Code).toBe('ApiNotFound');
  });
});
