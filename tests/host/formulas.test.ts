import { describe, expect, test } from 'vitest';
import { toExcel } from '../../plan/expression/to-excel.js';
import { parseFormula, UnknownFormula } from './book/parse-formula.js';
import { ExcelHost } from './host.js';
import { generated } from './open-host.js';

describe('a formula’s text', () => {
  let host: ExcelHost | undefined;
  test.each([
    'A1+B1*C1^2',
    '(A1+B1)*C1',
    'A1-(B1-C1)',
    '(-A1)^2',
    'A1&"ab""c"&B1',
    'IF(A1<>"",A1>=1.5,FALSE)',
    'INDEX(fig_value,MATCH("rd||2020",fig_key,0))',
    'COUNTIFS(fig_key,A1,fig_value,">="&B1)',
    'ROUND(1E-7*A1,12)',
    "SUM('原文数据'!$A$1:$B$9,C1)",
  ])('=%s is parsed, and written again as it was', (text) => {
    expect(toExcel(parseFormula(text), (column) => column)).toBe(text);
  });

  test.each([
    ['=-2^2 is 4: minus binds first', '-2^2', 4],
    ['2^3^2 goes from the left', '2^3^2', 64],
    ['comparison comes last', '1+1=2', true],
    ['& comes after +', '1+1&"a"', '2a'],
    ['spaces do not matter', ' 1 + ( 2 * 3 ) ', 7],
    ['$ does not matter', '$AA$1+AA$1', 2],
    ['a range on the same sheet', 'SUM(AA1:AA3)', 6],
    ['a single cell of another sheet', '\'封面\'!A1=""', false],
    ['a formula that depends on itself is 0', 'AB1', 0],
    ['a name that is not there', 'nothing_here+1', '#NAME?'],
  ])('%s', async (_, text, value) => {
    host ??= new ExcelHost(await generated());
    for (const row of [1, 2, 3]) host.type(`'原文数据'!AA${row}`, row);
    host.type("'原文数据'!AB1", `=${text}`);
    const { value: computed } = host.cell("'原文数据'!AB1");
    expect(typeof computed === 'object' ? (computed as { code: string }).code : computed).toBe(value);
  });

  test.each([
    ['another function', 'XLOOKUP(A1,B1,C1)'],
    ['a near match', 'MATCH(A1,fig_key,1)'],
    ['an index of two dimensions', 'INDEX(fig_value,1,2)'],
    ['a table’s column', 'SUM(tbl_fig[value])'],
    ['an array', '{1,2}'],
    ['half a formula', 'A1+'],
    ['an open bracket', 'SUM(A1'],
    ['another workbook', '[1]Sheet1!A1'],
  ])('%s is outside the vocabulary', (_, text) => {
    expect(() => parseFormula(text)).toThrow(UnknownFormula);
  });

  test('outside the vocabulary keeps the last result, and is told', async () => {
    const host = new ExcelHost(await generated());
    host.type("'原文数据'!AA1", '=XLOOKUP(1,2,3)');
    expect(host.cell("'原文数据'!AA1")).toEqual({ value: null, formula: 'XLOOKUP(1,2,3)' });
    expect([...host.book.unknownFormulas.keys()]).toEqual(['原文数据!AA1']);
  });
});
