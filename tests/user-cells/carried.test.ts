import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { VERSION } from '../../generator/version.js';
import { readContract } from '../../plan/contract/read-contract.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import type { CellKey } from '../../plan/workbook/block.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { madePlan } from '../formulas/made-plan.js';
import { describeWith } from '../readers/available.js';
import { openParts, packParts, replaceIn, withoutSeal, withPart } from '../readers/package-parts.js';
import { BOOK, ID, inPlanFolder, type PlanFolder } from './plan-folder.js';
import { cellOf, type Typed, typedInLibreOffice, typedWithOpenpyxl } from './type-in.js';

/** One entry of every kind: amounts, a zero, a date (2022-03-31), a status of the list, a parameter, words that look like a formula or like XML. */
const ENTRIES: Typed = {
  'mon/level||2025@2021/actual': 119,
  'mon/level||2025@2021/stage': '年报数',
  'mon/level||2025@2021/reported': 44_651,
  'mon/level||2025@2021/remark': '=1+1 & <b>“引”𠮷</b>\n第二行  两个空格',
  'mon/level|east|2025@2021/actual': 48.5,
  'mon/cumulative||2021-2025@2023/actual': 0,
  'mon/no-target-year||target@2025/actual': -3.25,
  'mon/growth-alone||growth-2025@2024/stage': '最终核实数',
  'ind/level||2025/revised': 101.5,
  'ind/no-baseline-year||2025/baseline_year': 2020,
  'ind/zero-baseline||2025/remark': '口径调整',
  'par/par_on_track/value': 0.85,
};
const SHARE: Typed = { 'mon/share||2025@2021/actual': 2.19, 'mon/share||2025@2022/remark': '快报' };
const FEWER: Typed = { 'mon/fewer||2025@2021/actual': 180 };

/** What the workbook shows where something was typed, in the same shape. */
const shown = (folder: PlanFolder, typed: Typed, name?: string): Typed => {
  const at = folder.look(name);
  return Object.fromEntries(Object.keys(typed).map((key) => [key, at(...cellOf(key)) as string | number]));
};
const blank = (typed: Typed): Typed => Object.fromEntries(Object.keys(typed).map((key) => [key, '']));
const cleared = (typed: Typed): Typed => Object.fromEntries(Object.keys(typed).map((key) => [key, null]));

const FINE = { status: 0, stdout: `${BOOK}\n`, complaints: [] };
const generated = inPlanFolder((folder) => {
  folder.generate();
  return folder.book();
});
/** The workbook with these entries, made without any earlier one. */
const plain = await writeWorkbook(planWorkbook(madePlan(), 'zh', VERSION, new Map(Object.entries(ENTRIES) as [CellKey, string | number][])));
/** What generating makes of a workbook that stands in its place. */
const generatedOver = (bytes: Uint8Array): Buffer =>
  inPlanFolder((folder) => {
    folder.putBook(bytes);
    expect(folder.generate()).toEqual(FINE);
    return folder.book();
  });

const SORT = `
unprotect()
def table(prefix):
    keys = rows(prefix + "_key").RangeAddress
    return doc.Sheets.getByIndex(keys.Sheet).getCellRangeByPosition(0, keys.StartRow, keys.EndColumn, keys.EndRow)
sort(table("fig"), rows("fig_value").RangeAddress.StartColumn, descending=True)
sort(table("mon"), rows("mon_year").RangeAddress.StartColumn, descending=True)
years = [each[0] for each in rows("mon_year").getDataArray()]
assert years == sorted(years, reverse=True) and len(set(years)) == 5
doc.calculateAll()
`;
const INSERT = `
unprotect()
for prefix in ("fig", "mon", "ind"):
    keys = rows(prefix + "_key").RangeAddress
    sheet = doc.Sheets.getByIndex(keys.Sheet)
    sheet.Columns.insertByIndex(2, 2)
    sheet.Rows.insertByIndex(keys.StartRow + 2, 1)
    sheet.Rows.insertByIndex(0, 3)
    assert rows(prefix + "_key").RangeAddress.StartRow == keys.StartRow + 3
`;
const RENAME = `
unprotect()
for index, sheet in enumerate(doc.Sheets):
    if sheet.Name != "_planbook":
        sheet.Name = f"It's sheet {index}"
for name in ("mon_actual", "mon_key", "ind_revised", "fig_value"):
    area = rows(name).RangeAddress
    doc.Sheets.getByIndex(area.Sheet).getCellByPosition(area.StartColumn, area.StartRow - 1).String = "Renamed " + name
`;

describeWith('LibreOffice for Python', 'typed in LibreOffice', () => {
  test.each([
    ['saved there', ''],
    ['figures and monitoring sorted', SORT],
    ['columns and rows inserted', INSERT],
    ['headers and sheets renamed', RENAME],
    ['all of these', [SORT, INSERT, RENAME].join('\n')],
  ])('%s: every entry is in the new workbook, and its bytes are those of the same entries', (_, then) => {
    inPlanFolder((folder) => {
      folder.putBook(typedInLibreOffice(generated, ENTRIES, then));
      expect(folder.generate()).toEqual(FINE);
      expect(shown(folder, ENTRIES)).toEqual(ENTRIES);
      expect(folder.look()('mon', 'level||2025@2021', 'progress')).toBe('达到序时进度'); // 17.2 % a year of the required 19.6 %, on a threshold of 85 %
      expect(withoutSeal(folder.book())).toEqual(withoutSeal(plain));
    });
  });

  test('generated again and again: the same bytes', () => {
    const again = generatedOver(plain);
    expect(withoutSeal(again)).toEqual(withoutSeal(plain));
    inPlanFolder((folder) => {
      folder.putBook(again);
      expect(folder.generate('--force')).toEqual(FINE);
      expect(folder.book().equals(again)).toBe(true);
    });
  });

  test('a cleared entry is gone', () => {
    inPlanFolder((folder) => {
      folder.putBook(typedInLibreOffice(plain, { ...cleared(ENTRIES), 'par/par_on_track/value': 0.95 }));
      expect(folder.generate()).toEqual(FINE);
      expect(folder.book().equals(generated)).toBe(true);
    });
  });

  test('a formula typed into an entry is carried by its value', () => {
    inPlanFolder((folder) => {
      folder.putBook(typedInLibreOffice(generated, {}, 'cell_at("mon", "level||2025@2021", "actual").setFormula("=100+19")'));
      expect(folder.generate()).toEqual(FINE);
      expect(shown(folder, { 'mon/level||2025@2021/actual': 119 })).toEqual({ 'mon/level||2025@2021/actual': 119 });
    });
  });

  test('a removed row comes back with what it held at generation, and it is said', () => {
    const typed: Typed = { 'mon/level||2025@2021/actual': 119, 'mon/level||2025@2022/actual': 144 };
    inPlanFolder((folder) => {
      folder.putBook(generatedOver(typedInLibreOffice(generated, typed)));
      const remove = 'unprotect()\ncell = cell_at("mon", "level||2025@2021", "actual")\ncell.Spreadsheet.Rows.removeByIndex(cell.CellAddress.Row, 1)';
      folder.putBook(typedInLibreOffice(folder.book(), { 'mon/level||2025@2022/actual': 145 }, remove));
      const { status, complaints } = folder.generate();
      expect(complaints).toEqual([
        expect.stringMatching(/: note: rows or columns that had been removed are back, with what they held when generated \(mon\/level\|\|2025@2021\)$/u),
      ]);
      expect(status).toBe(0);
      expect(shown(folder, typed)).toEqual({ 'mon/level||2025@2021/actual': 119, 'mon/level||2025@2022/actual': 145 });
    });
  });

  /** The row of level 2021 a second time, just below, with other actuals in the two. */
  const copied = (upper: string, lower: string): string => `
unprotect()
cell = cell_at("mon", "level||2025@2021", "actual")
sheet, row, column = cell.Spreadsheet, cell.CellAddress.Row, cell.CellAddress.Column
sheet.Rows.insertByIndex(row + 1, 1)
sheet.copyRange(sheet.getCellByPosition(0, row + 1).CellAddress, sheet.getCellRangeByPosition(0, row, 40, row).RangeAddress)
sheet.getCellByPosition(column, row).setFormula("${upper}")
sheet.getCellByPosition(column, row + 1).setFormula("${lower}")
`;
  test.each([
    ['both filled in: the upper counts', '119', '120', 119],
    ['only the copy filled in: it is not lost', '', '120', 120],
  ])('a copied row, %s, and it is said', (_, upper, lower, carried) => {
    inPlanFolder((folder) => {
      folder.putBook(typedInLibreOffice(generated, {}, copied(upper, lower)));
      const { status, complaints } = folder.generate();
      expect(complaints).toEqual([expect.stringMatching(/: note: rows stand more than once with different entries.*\(mon\/level\|\|2025@2021\/actual\)$/u)]);
      expect(status).toBe(0);
      expect(folder.look()('mon', 'level||2025@2021', 'actual')).toBe(carried);
    });
  });

  test('a copied row with the same entry needs no word', () => {
    inPlanFolder((folder) => {
      folder.putBook(typedInLibreOffice(generated, {}, copied('119', '119')));
      expect(folder.generate()).toEqual(FINE);
      expect(folder.look()('mon', 'level||2025@2021', 'actual')).toBe(119);
    });
  });

  test('a removed column comes back, and it is said', () => {
    inPlanFolder((folder) => {
      const remove = 'unprotect()\narea = rows("mon_stage").RangeAddress\ndoc.Sheets.getByIndex(area.Sheet).Columns.removeByIndex(area.StartColumn, 1)';
      folder.putBook(typedInLibreOffice(plain, {}, remove));
      const { complaints } = folder.generate();
      expect(shown(folder, ENTRIES)).toEqual(ENTRIES);
      expect(complaints).toEqual([expect.stringMatching(/: note: .*stage/u)]);
    });
  });

  test('what is typed in one language stays in that language’s workbook', () => {
    const chinese: Typed = { 'mon/level||2025@2021/actual': 119, 'mon/level||2025@2021/stage': '快报数', 'par/par_behind/value': 0.5 };
    const english: Typed = { 'mon/level||2025@2022/actual': 7, 'mon/level||2025@2022/stage': 'Final', 'ind/level||2025/remark': 'revised upwards' };
    inPlanFolder((folder) => {
      const names = [BOOK, `out/${ID}.en.xlsx`] as const;
      const both = ['--lang', 'zh,en'];
      folder.generate(...both);
      folder.putBook(typedInLibreOffice(folder.book(names[0]), chinese), names[0]);
      folder.putBook(typedInLibreOffice(folder.book(names[1]), english), names[1]);
      expect(folder.generate(...both)).toEqual({ status: 0, stdout: `${names.join('\n')}\n`, complaints: [] });
      expect(shown(folder, chinese, names[0])).toEqual(chinese);
      expect(shown(folder, english, names[1])).toEqual(english);
      expect(shown(folder, english, names[0])).toEqual(blank(english));
      expect(shown(folder, chinese, names[1])).toEqual({ ...blank(chinese), 'par/par_behind/value': 0.6 });
    });
  });

  test('a Chinese workbook under the English name puts no Chinese status into an English list', () => {
    inPlanFolder((folder) => {
      const name = `out/${ID}.en.xlsx`;
      folder.putBook(plain, name);
      folder.generate('--lang', 'en');
      expect(readContract(readWorkbook(folder.book(name)))?.language === 'en' && folder.look(name)('mon', 'level||2025@2021', 'stage') === '年报数').toBe(
        false,
      );
    });
  });
});

describeWith('openpyxl', 'written by openpyxl', () => {
  test('every entry is in the new workbook', () => {
    inPlanFolder((folder) => {
      folder.putBook(typedWithOpenpyxl(generated, ENTRIES));
      expect(folder.generate()).toEqual(FINE);
      expect(shown(folder, ENTRIES)).toEqual(ENTRIES);
      expect(withoutSeal(folder.book())).toEqual(withoutSeal(plain));
    });
  });

  test('a date written as a date is the same entry as its day number', () => {
    const dated = typedWithOpenpyxl(generated, {}, 'import datetime\ncell_at("mon", "level||2025@2021", "reported").value = datetime.date(2022, 3, 31)');
    expect(generatedOver(dated).equals(generatedOver(typedWithOpenpyxl(generated, { 'mon/level||2025@2021/reported': 44_651 })))).toBe(true);
  });

  test('a formula that no program has computed yet is not lost without a word', () => {
    inPlanFolder((folder) => {
      folder.putBook(typedWithOpenpyxl(generated, {}, 'cell_at("mon", "level||2025@2021", "actual").value = "=100+19"'));
      expect(folder.generate().complaints).not.toEqual([]);
    });
  });

  test('an indicator that leaves the record keeps its entries, and they return with it', () => {
    const without = (id: string) => (record: string) => replaceIn(record, new RegExp(`.*indicator: ${id},.*\n`, 'gu'), '');
    inPlanFolder((folder) => {
      const typed = { ...ENTRIES, ...SHARE };
      folder.putBook(typedWithOpenpyxl(generated, typed));
      folder.generate();
      const before = folder.book();
      folder.putRecord(without('share'));
      for (let time = 1; time <= 2; time += 1) {
        const { status, complaints } = folder.generate();
        expect(status).toBe(0);
        expect(complaints).toEqual([
          expect.stringMatching(
            /: note: 2 entries have no row in the new workbook; they are kept.*\(mon\/share\|\|2025@2021\/actual, mon\/share\|\|2025@2022\/remark\)$/u,
          ),
        ]);
        expect(shown(folder, ENTRIES)).toEqual(ENTRIES);
      }
      folder.putRecord((record) => record);
      expect(folder.generate()).toEqual(FINE);
      expect(shown(folder, typed)).toEqual(typed);
      expect(folder.book().equals(before)).toBe(true);
    });
  });

  test('the same record and entries give the same bytes whichever indicator left first', () => {
    const leaving = (order: readonly string[]): Buffer =>
      inPlanFolder((folder) => {
        folder.putBook(typedWithOpenpyxl(generated, { ...SHARE, ...FEWER }));
        order.forEach((_, index) => {
          const left = order.slice(0, index + 1).join('|');
          folder.putRecord((record) => replaceIn(record, new RegExp(`.*indicator: (?:${left}),.*\n`, 'gu'), ''));
          expect(folder.generate().status).toBe(0);
        });
        return folder.book();
      });
    expect(leaving(['share', 'fewer']).equals(leaving(['fewer', 'share']))).toBe(true);
  });

  describe('what cannot be read is left alone, the other plan is written', () => {
    const filled = typedWithOpenpyxl(generated, ENTRIES);
    const OTHER = 'other-2021-2025';
    const otherRecord = (record: string): string => replaceIn(record, `id: ${ID}`, `id: ${OTHER}`);
    const otherBook = inPlanFolder((folder) => {
      folder.putRecord(otherRecord, 'other.yaml');
      folder.generate();
      return folder.book(`out/${OTHER}.xlsx`);
    });
    const withoutNames = (pattern: RegExp): Uint8Array => withPart(filled, 'xl/workbook.xml', (xml) => replaceIn(xml, pattern, ''));
    const cut = (bytes: Uint8Array): Uint8Array => bytes.slice(0, Math.floor(bytes.length / 2));
    const without = (bytes: Uint8Array, part: string): Uint8Array => packParts(new Map([...openParts(bytes)].filter(([name]) => name !== part)));

    const UNREADABLE: readonly [what: string, bytes: () => Uint8Array, says: RegExp][] = [
      ['all defined names deleted', () => withoutNames(/<definedNames>.*<\/definedNames>/su), /defined names/u],
      ['the names of monitoring deleted', () => withoutNames(/<definedName name="mon_\w+">[^<]*<\/definedName>/gu), /defined names/u],
      ['the name of the actuals alone deleted', () => withoutNames(/<definedName name="mon_actual">[^<]*<\/definedName>/u), /defined names|mon_actual/u],
      ['the name of a parameter’s column deleted', () => withoutNames(/<definedName name="par_value">[^<]*<\/definedName>/u), /defined names|par_value/u],
      ['_planbook deleted', () => typedWithOpenpyxl(filled, {}, 'del book["_planbook"]'), /did not make/u],
      ['a sheet added', () => typedWithOpenpyxl(filled, {}, 'book.create_sheet("mine")["A1"] = 1'), /sheets were added/u],
      ['a damaged zip', () => cut(filled), /is there: /u],
      ['a sheet’s part lost', () => without(filled, 'xl/worksheets/sheet4.xml'), /is there: /u],
      ['another plan’s workbook', () => otherBook, /a workbook of another plan \(other-2021-2025\)/u],
    ];

    test.each(UNREADABLE)('%s', (_, bytes, says) => {
      inPlanFolder((folder) => {
        folder.putRecord(otherRecord, 'other.yaml');
        const there = Buffer.from(bytes());
        folder.putBook(there);
        const { status, stdout, complaints } = folder.generate();
        expect(complaints).toEqual([expect.stringMatching(says)]);
        expect(complaints[0]).toMatch(
          /^out\/ceshi-2021-2025\.xlsx: .*; move it away, or replace it with --force(?: \(what can be read of the entries is kept\))?$/u,
        );
        expect(status).toBe(2);
        expect(stdout).toBe(`out/${OTHER}.xlsx\nout/comparison.xlsx\n`);
        expect(folder.book().equals(there)).toBe(true);
        expect(folder.book(`out/${OTHER}.xlsx`).equals(otherBook)).toBe(true);

        expect(folder.generate('--force')).toMatchObject({ status: 0, complaints: [] });
        expect(readContract(readWorkbook(folder.book()))?.plan).toBe(ID);
      });
    });

    test('--force keeps what can be read', () => {
      inPlanFolder((folder) => {
        folder.putBook(filled);
        expect(folder.generate('--force')).toEqual(FINE);
        expect(shown(folder, ENTRIES)).toEqual(ENTRIES);
      });
    });
  });
});
