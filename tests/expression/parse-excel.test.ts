import { describe, expect, test } from 'vitest';
import { type Expr, value } from '../../plan/expression/expression.js';
import { parseExcel } from '../../plan/expression/parse-excel.js';
import { toExcel } from '../../plan/expression/to-excel.js';
import { evaluate } from '../../plan/expression/evaluate.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { shiftFormula } from '../../plan/xlsx/shift-formula.js';
import { plans } from '../seeds.js';

const asName = (name: string): Expr => ({ op: 'name', name });
const inBrackets = (column: string): string => `[${column}]`;
const parsed = (text: string): Expr | null => parseExcel(text, asName);
/** The formula as Planbook writes it; null where it is not read. */
const rewritten = (text: string): string | null => {
  const expression = parsed(text);
  return expression && toExcel(expression, inBrackets);
};
const result = (text: string): unknown => {
  const expression = parsed(text);
  return expression && evaluate(expression, { cell: () => null, name: () => [null] });
};

describe('one formula, however a program spells it', () => {
  test.each([
    ['1+2*3', '1+2*3'],
    [' 1 +\n2 * 3 ', '1+2*3'],
    ['(1+2)*3', '(1+2)*3'],
    ['((1))+(2)', '1+2'],
    ['if(a=1,"x","")', 'IF(a=1,"x","")'],
    ['_xlfn.IFERROR(a,"")', 'IFERROR(a,"")'],
    ['TRUE()', 'TRUE'],
    ['"say ""so"""', '"say ""so"""'],
    ['[low]-0.5*10^((-1)*[decimals])', '[low]-0.5*10^((-1)*[decimals])'],
    ["'It''s here'!$G$5:$G$9", "'It''s here'!$G$5:$G$9"],
    ['原文数据!G5', '原文数据!G5'],
    ['50%', '50/100'],
    ['1E3', '1000'],
    ['1-2-3', '1-2-3'],
    ['1-(2-3)', '1-(2-3)'],
    ['2^3^2', '2^3^2'],
    ['1<>2', '1<>2'],
  ])('%s', (text, becomes) => {
    expect(rewritten(text)).toBe(becomes);
  });
});

describe('precedence is Excel’s', () => {
  test.each([
    ['-2^2', 4],
    ['(-2)^2', 4],
    ['0-2^2', -4],
    ['2^3^2', 64],
    ['2*-3', -6],
    ['--3', 3],
    ['+3', 3],
    ['1+1&2', '22'],
    ['1=1&""', false],
    ['10%*200', 20],
    ['-50%', -0.5],
  ])('%s is %s', (text, expected) => {
    expect(result(text)).toBe(expected);
  });
});

describe('not Planbook’s vocabulary: null, never a guess', () => {
  test.each([
    ['another file', '[1]Sheet1!A1'],
    ['an array', '{1,2}'],
    ['an error', '#REF!+1'],
    ['a whole column', 'SUM(A:A)'],
    ['another function', 'XLOOKUP(1,a,b)'],
    ['a table reference', 'SUM(tbl_fig[数值])'],
    ['a semicolon', 'IF(1;2;3)'],
    ['an open bracket', '(1+2'],
    ['a bracket too many', '1+2)'],
    ['nothing', ''],
    ['an operator alone', '*'],
    ['an operand missing', '1+'],
    ['a comma too many', 'SUM(1,)'],
    ['two values', '1 2'],
    ['an open text', '"a'],
    ['longer than Excel allows', `1${'+1'.repeat(5000)}`],
    ['nested beyond sense', `${'('.repeat(2000)}1${')'.repeat(2000)}`],
    ['signs beyond sense', `${'-'.repeat(4000)}1`],
  ])('%s', (_, text) => {
    expect(parsed(text)).toBeNull();
  });
});

test('every formula of the five plans, read back, is written the same', () => {
  const formulas = new Set(
    plans().flatMap((plan) =>
      planWorkbook(plan, 'zh', '0').sheets.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.flatMap(({ formula }) => (formula ? [toExcel(formula.expression, inBrackets)] : []))),
      ),
    ),
  );
  expect(formulas.size).toBeGreaterThan(100);
  // A negative number is read as a minus before a positive one: once rewritten, the text stays.
  expect([...formulas].filter((text) => rewritten(rewritten(text) ?? '') !== rewritten(text) || rewritten(text) === null)).toEqual([]);
});

test('a literal and its text', () => {
  expect(parsed('"a""b"')).toEqual(value('a"b'));
  expect(parsed('0.15')).toEqual(value(0.15));
});

describe('a shared formula in another cell', () => {
  test.each([
    ['A1+B2', 1, 0, 'A2+B3'],
    ['A1+B2', 0, 1, 'B1+C2'],
    ['$A1+A$1+$A$1', 2, 2, '$A3+C$1+$A$1'],
    ["'x''y'!A1:B2", 1, 1, "'x''y'!B2:C3"],
    ['IF(A1="A1",LOG10(Z9),fig_a1)', 1, 0, 'IF(A2="A1",LOG10(Z10),fig_a1)'],
    ['Z1', 0, 1, 'AA1'],
    ['B2', -1, -1, 'A1'],
    ['A1', -1, 0, null],
    ['A1', 0, -1, null],
    ['{1}', 0, 1, null],
  ])('%s moved by %d rows and %d columns', (text, rows, columns, becomes) => {
    expect(shiftFormula(text, rows, columns)).toBe(becomes);
  });
});
