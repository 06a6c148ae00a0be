import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { describeWith, type Reader } from '../readers/available.js';
import { recalculate } from '../readers/libre-office.js';
import { validationErrors } from '../readers/ooxml-validator.js';
import { openWithOpenpyxl } from '../readers/openpyxl.js';
import { openParts } from '../readers/package-parts.js';
import { sameResult } from '../readers/same-result.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { typedInLibreOffice, typedWithOpenpyxl } from '../user-cells/type-in.js';
import { type MadeWorkbook, makeWorkbooks } from '../workbook/made-workbooks.js';
import { ExcelHost } from './host.js';
import { generated, openHost } from './open-host.js';

/** Names of the parts that differ; a part that only one of them has differs. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [openParts(before), openParts(after)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name)).sort();
}

const partOf = (host: ExcelHost, sheet: string): string | undefined => host.book.sheet(sheet)?.origin?.part;

let workbooks: MadeWorkbook[];
beforeAll(async () => {
  workbooks = await makeWorkbooks();
});

describe('a workbook opened and saved', () => {
  test('keeps every part of all ten workbooks byte for byte', () => {
    for (const { name, bytes } of workbooks) expect([name, changedParts(bytes, new ExcelHost(bytes).save())]).toEqual([name, []]);
  });

  test('computes every formula of all ten as the files have it, and leaves none out', () => {
    for (const { name, bytes } of workbooks) {
      const host = new ExcelHost(bytes);
      const different: string[] = [];
      let formulas = 0;
      for (const sheet of readWorkbook(bytes).sheets) {
        for (const [address, { value, formula }] of sheet.cells) {
          if (formula === undefined) continue;
          formulas += 1;
          const computed = host.cell(`'${sheet.name}'!${address}`).value;
          if ((computed ?? '') !== (value ?? '')) different.push(`${sheet.name}!${address}: ${String(value)}, here ${String(computed)}`);
        }
      }
      expect([name, different, host.book.unknownFormulas.size]).toEqual([name, [], 0]);
      expect(formulas).toBeGreaterThan(100);
    }
  });

  test('changes only the sheets that an edit reaches', async () => {
    const bytes = await generated('changzhutan-2017-2019');
    const host = new ExcelHost(bytes);
    host.type("'年度监测'!R6", '备注');
    expect(changedParts(bytes, host.save())).toEqual([partOf(host, '年度监测')]);
    host.type("'年度监测'!R6", '');
    expect(readWorkbook(host.save()).sheets).toEqual(readWorkbook(bytes).sheets);
  });

  test('marks laid over cells and taken away leave every part as it was', async () => {
    const bytes = await generated();
    const { host, Excel } = await openHost({}, bytes);
    await Excel.run(async (context) => {
      const format = context.workbook.worksheets.getItem('数据审核').getRange('A6').conditionalFormats.add('Custom');
      format.custom.rule.formula = '=LEN("mark")>0';
      format.custom.format.fill.color = '#F9D0CF';
      await context.sync();
    });
    const marked = host.save();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('数据审核').getRange().conditionalFormats.clearAll();
      await context.sync();
    });
    expect(changedParts(bytes, marked)).toEqual(['xl/styles.xml', partOf(host, '数据审核')]);
    expect(changedParts(bytes, host.save())).toEqual([]);
    expect(host.formatChanges).toBe(0);
  });
});

describe('a workbook that another program has saved', () => {
  const SAVERS: [program: Reader, save: (bytes: Uint8Array) => Uint8Array][] = [
    ['LibreOffice for Python', (bytes) => typedInLibreOffice(bytes, {})],
    ['openpyxl', (bytes) => typedWithOpenpyxl(bytes, {})],
  ];
  for (const [program, save] of SAVERS) {
    describeWith(program, program, () => {
      test('opens, computes, keeps what is locked, and saves', async () => {
        const { host, Excel } = await openHost({}, save(await generated()));
        host.type("'原文数据'!G7", 99);
        expect([host.cell("'原文数据'!N7").value, host.book.unknownFormulas.size]).toEqual([99.005, 0]);
        const locked = await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem('年度监测');
          const cells = ['A6', 'I6'].map((address) => sheet.getRange(address).format.protection.load('locked'));
          await context.sync();
          return cells.map((cell) => cell.locked);
        });
        expect(locked).toEqual([true, false]);
        const again = readWorkbook(host.save());
        expect(again.sheets.find(({ name }) => name === '原文数据')?.cells.get('N7')?.value).toBe(99.005);
      });
    });
  }
});

/** Everything the object model can add to a workbook. */
async function addEverything(): Promise<ExcelHost> {
  const { host, Excel } = await openHost();
  await Excel.run(async (context) => {
    const { worksheets, names, customXmlParts } = context.workbook;
    const sheet = worksheets.add('对比 <1>');
    sheet.getRange('A1:C3').values = [
      ['地区', '研发投入', '两倍'],
      ['益阳 & 仙居', 34.94, '=B2*2'],
      ["'=1+1", 12.78, '=B3*2'],
    ];
    sheet.tables.add('A1:C3', true).name = 'tbl_cmp';
    const chart = sheet.charts.add('BarClustered', sheet.getRange('A1:B3'), 'Columns');
    chart.title.text = '研发投入';
    chart.legend.visible = false;
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.valueAxis.title.text = '亿元';
    chart.series.getItemAt(0).format.fill.setSolidColor('#1B4F72');
    chart.series.getItemAt(0).setXAxisValues(sheet.getRange('A2:A3'));
    chart.setPosition('E2', 'K20');
    sheet.freezePanes.freezeRows(1);
    sheet.getRange('A1:C1').format.font.bold = true;
    sheet.getRange('A1:C1').format.fill.color = '#1B4F72';
    sheet.getRange('B2:C3').numberFormat = [['#,##0.00']];
    sheet.getRange('A:C').format.autofitColumns();
    names.add('cmp_value', sheet.getRange('B2:B3'));
    customXmlParts.add('<figures xmlns="urn:planbook:figures"><figure>34.94</figure></figures>');
    worksheets.getItem('封面').getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
    worksheets.getItem('原文数据').getRange('G7').values = [[99]];
    await context.sync();
  });
  return host;
}

describe('a saved workbook with everything added', () => {
  let saved: Uint8Array;
  beforeAll(async () => {
    saved = (await addEverything()).save();
  });

  test('is valid for Excel', async () => {
    const errors = await inTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'saved.xlsx');
      writeFileSync(file, saved);
      return validationErrors(file);
    });
    expect(errors).toEqual([]);
  });

  test('reads back as it was written', () => {
    const { sheets, names } = readWorkbook(saved);
    const sheet = sheets.at(-1);
    expect(sheet?.name).toBe('对比 <1>');
    expect(names.get('cmp_value')).toBe("'对比 <1>'!$B$2:$B$3");
    expect(['A2', 'B2', 'C2', 'A3', 'C3'].map((address) => sheet?.cells.get(address))).toEqual([
      { value: '益阳 & 仙居' },
      { value: 34.94 },
      { value: 69.88, formula: 'B2*2' },
      { value: '=1+1' },
      { value: 25.56, formula: 'B3*2' },
    ]);
  });

  test('opens again with all of it', async () => {
    const { Excel } = await openHost({}, saved);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('对比 <1>');
      const font = sheet.getRange('A1').format.font.load('bold');
      const fill = sheet.getRange('B1').format.fill.load('color');
      const cells = sheet.getRange('B2:C3').load('text');
      const table = sheet.tables.getItem('tbl_cmp').getDataBodyRange().load('address');
      const parts = context.workbook.customXmlParts.getByNamespace('urn:planbook:figures').getOnlyItem();
      const xml = parts.getXml();
      const formats = context.workbook.worksheets.getItem('封面').getRange('A1').conditionalFormats.load('items/type');
      await context.sync();
      expect([font.bold, fill.color, cells.text, table.address, formats.items.map(({ type }) => type)]).toEqual([
        true,
        '#1B4F72',
        [
          ['34.94', '69.88'],
          ['12.78', '25.56'],
        ],
        "'对比 <1>'!A2:C3",
        ['Custom'],
      ]);
      expect(xml.value).toContain('34.94');
    });
  });

  describeWith('openpyxl', 'openpyxl', () => {
    test('opens it without complaint', () => {
      const [book] = inTemporaryFolder((folder) => {
        const file = path.join(folder, 'saved.xlsx');
        writeFileSync(file, saved);
        return openWithOpenpyxl([file]);
      });
      expect(book?.problems).toEqual([]);
      expect(book?.sheets.at(-1)).toBe('对比 <1>');
      expect(book?.tables['tbl_cmp']).toBe('A1:C3');
    });
  });

  describeWith('LibreOffice', 'LibreOffice', () => {
    test('computes every formula to what stands in the file, after the edit', () => {
      const [recalculated] = recalculate([saved]);
      const different: string[] = [];
      let formulas = 0;
      readWorkbook(saved).sheets.forEach((sheet, index) => {
        for (const [address, cell] of sheet.cells) {
          if (cell.formula === undefined) continue;
          formulas += 1;
          const theirs = recalculated?.sheets[index]?.cells.get(address)?.value ?? null;
          if (!sameResult(cell.value, theirs)) different.push(`${sheet.name}!${address}: ${String(cell.value)}, LibreOffice ${String(theirs)}`);
        }
      });
      expect(different).toEqual([]);
      expect(formulas).toBeGreaterThan(1000);
    });
  });
});
