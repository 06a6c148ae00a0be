import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import type { Language } from '../../plan/messages/message.js';
import type { LaidCell, LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { openParts } from '../readers/package-parts.js';
import { SMALL_DOC, SMALL_SHEETS, smallSheet, smallWorkbook } from './small-workbook.js';
import { addressIn } from './address-in.js';

const laid = smallWorkbook();

function cellAt({ sheets }: LaidWorkbook, tab: string, row: number, column: number): LaidCell | undefined {
  const sheet = sheets.find(({ name }) => name === tab);
  return sheet?.rows.find(({ number }) => number === row)?.cells.find((cell) => cell.column === column);
}
const indicators = (row: number, column: number, book = laid): LaidCell | undefined => cellAt(book, "主要'指标", row, column);

describe('places', () => {
  // Title in row 1, an empty row, header in row 3, rows 4 to 6; the apostrophe of the tab is doubled.
  test.each([
    ['fig_indicator', "'原文数据'!$A$2:$A$4"],
    ['fig_value', "'原文数据'!$B$2:$B$4"],
    ['fig_key', "'原文数据'!$C$2:$C$4"],
    ['ind_baseline', "'主要''指标'!$B$4:$B$6"],
    ['ind_key', "'主要''指标'!$E$4:$E$6"],
    ['one_what', "'资料来源'!$A$2:$A$3"],
    ['two_count', "'资料来源'!$B$6:$B$7"], // two rows of the first table, an empty one, a header
  ])('the name %s stands for %s', (name, range) => {
    expect(laid.names.get(name)).toBe(range);
  });

  test('lines without a header have no names', () => {
    expect([...laid.names.keys()].filter((name) => name.startsWith('cov') || name.startsWith('ind_intro'))).toEqual([]);
  });

  test.each([
    ['fig/rd||2020/value', "'原文数据'!B2"],
    ['fig/firms||2020/key', "'原文数据'!C4"],
    ['ind/patents||2020/revised', "'主要''指标'!C5"],
    ['two/b/count', "'资料来源'!B7"],
  ] as const)('the cell %s stands at %s', (key, address) => {
    expect(addressIn(laid, key)).toBe(address);
  });

  test.each([
    ["主要'指标", 'A3:E6', 3],
    ['原文数据', 'A1:C4', 1],
  ])('the table of %s is %s under the header in row %d', (tab, reference, headerRow) => {
    const sheet = laid.sheets.find(({ name }) => name === tab);
    expect(sheet?.tables.map((table) => table.reference)).toEqual([reference]);
    expect(sheet?.headerRow).toBe(headerRow);
  });

  test('a sheet of two tables has no one header to freeze', () => {
    expect(laid.sheets.find(({ id }) => id === 'sources')).toMatchObject({ headerRow: null, tables: [{ reference: 'A1:B3' }, { reference: 'A5:B7' }] });
  });

  test('a block without rows leaves neither header nor gap', () => {
    const [, , figures, sources] = SMALL_SHEETS;
    const empty = smallSheet('sources', '资料来源', false, (doc) => [
      ...(figures?.blocks({ ...doc, figures: [] }) ?? []).map((block) => ({ ...block, id: 'none' })),
      ...(sources?.blocks(doc) ?? []),
    ]);
    const book = smallWorkbook([...SMALL_SHEETS.slice(0, 3), empty]);
    expect(book.names.get('one_what')).toBe("'资料来源'!$A$2:$A$3");
    expect([...book.names.keys()].filter((name) => name.startsWith('none_'))).toEqual([]);
  });
});

describe('formulas', () => {
  test('other columns of the row are told by address, other blocks by name', () => {
    expect(indicators(5, 2)?.formula?.text).toBe('IF(COUNT(INDEX(fig_value,MATCH(E5,fig_key,0)))=1,INDEX(fig_value,MATCH(E5,fig_key,0)),"")');
  });

  test.each([
    [4, 34.94, 69.88],
    [5, 1308, 2616],
    [6, '', ''], // its figure is blank, which is not 0
  ])('row %d has %o, twice that is %o', (row, baseline, used) => {
    expect([indicators(row, 2)?.value, indicators(row, 4)?.value]).toEqual([baseline, used]);
  });

  test('a block finds one that stands on a later sheet', () => {
    const [cover, first, second, last] = SMALL_SHEETS;
    if (!cover || !first || !second || !last) throw new Error('four sheets');
    const turned = smallWorkbook([last, second, first, cover]);
    expect(indicators(4, 4, turned)?.value).toBe(69.88);
  });
});

describe('what readers have entered', () => {
  test.each([
    ['an input cell takes it', 'ind/patents||2020/revised', 1400, [5, 3], 1400],
    ['formulas follow it', 'ind/patents||2020/revised', 1400, [5, 4], 2800],
    ['other rows do not', 'ind/patents||2020/revised', 1400, [4, 4], 69.88],
    ['a cell that is no input keeps what is its own', 'ind/patents||2020/indicator', 'mine', [5, 1], '发明专利'],
    ['zero is a value', 'ind/patents||2020/revised', 0, [5, 4], 0],
  ] as const)('%s', (_, key, entered, [row, column], expected) => {
    expect(indicators(row, column, smallWorkbook(SMALL_SHEETS, new Map([[key, entered]])))?.value).toBe(expected);
  });

  test('they follow their key where rows stand in another order', () => {
    const turned = SMALL_SHEETS.map((sheet) => ({ ...sheet, blocks: () => sheet.blocks({ figures: [...SMALL_DOC.figures].reverse() }) }));
    const book = smallWorkbook(turned, new Map([['ind/rd||2020/revised', 40] as const]));
    expect(indicators(6, 5, book)?.value).toBe('rd||2020');
    expect(indicators(6, 3, book)?.value).toBe(40);
  });

  test('input cells alone are marked as such', () => {
    const inputs = laid.sheets.flatMap(({ rows }) =>
      rows.flatMap(({ number, cells }) => cells.flatMap(({ input, column }) => (input ? [`${column}/${number}`] : []))),
    );
    expect(inputs).toEqual(['3/4', '3/5', '3/6']);
    expect(laid.sheets.flatMap(({ validations }) => validations.map(({ reference }) => reference))).toEqual(['C4:C6']);
  });
});

describe('what is refused', () => {
  test('two blocks of one id', () => {
    const [first, second, third, last] = SMALL_SHEETS;
    if (!first || !second || !third || !last) throw new Error('four sheets');
    expect(() => smallWorkbook([first, second, third, { ...last, blocks: (doc) => third.blocks(doc) }])).toThrow(/\bfig\b/u);
  });

  test('two rows of one key in a block', () => {
    const twice = SMALL_SHEETS.map((sheet) => ({
      ...sheet,
      blocks: () => sheet.blocks({ figures: [...SMALL_DOC.figures, ...SMALL_DOC.figures.slice(0, 1)] }),
    }));
    expect(() => smallWorkbook(twice)).toThrow('rd||2020');
  });
});

describe('text stays text', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x")', '\t=1', "'=1", '1e5', '007', '<b>&"', ' edge ', 'two\nlines', '_x0041_', '😀'])(
    '%j',
    async (text) => {
      const sheets = SMALL_SHEETS.map((sheet) => ({ ...sheet, blocks: () => sheet.blocks({ figures: [{ key: 'k||2020', name: text, value: 1 }] }) }));
      const book = smallWorkbook(sheets);
      const read = readWorkbook(await writeWorkbook(book));
      const cell = read.sheets.find(({ name }) => name === '原文数据')?.cells.get('A2');
      expect(cell).toEqual({ value: text });
    },
  );
});

test('a text that looks like an escape of Excel is escaped itself: _x0041_ would show as A', async () => {
  // ECMA-376 part 1, 22.9.2.19: _xHHHH_ stands for a character, so the underscore that would begin one is written _x005F_.
  const sheets = SMALL_SHEETS.map((sheet) => ({ ...sheet, blocks: () => sheet.blocks({ figures: [{ key: 'k||2020', name: 'a_x0041_b', value: 1 }] }) }));
  const strings = openParts(await writeWorkbook(smallWorkbook(sheets))).get('xl/sharedStrings.xml');
  expect(strings).toContain('a_x005F_x0041_b');
});

test.each<[Language, string]>([
  ['zh', '指标'],
  ['en', 'Indicator'],
])('headers are in the language of the workbook, names are not: %s', (language, header) => {
  const book = smallWorkbook(SMALL_SHEETS, new Map(), language);
  expect(cellAt(book, '原文数据', 1, 1)?.value).toBe(header);
  expect([...book.names]).toEqual([...laid.names]);
});
