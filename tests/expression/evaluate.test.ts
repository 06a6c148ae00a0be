import { describe, expect, it } from 'vitest';
import { CellError, evaluate, type Result, type Scope } from '../../plan/expression/evaluate.js';
import {
  add,
  byKey,
  call,
  cell,
  divide,
  equal,
  type Expr,
  FUNCTIONS,
  type FunctionName,
  greater,
  greaterOrEqual,
  join,
  less,
  lessOrEqual,
  multiply,
  name,
  negate,
  type Operand,
  power,
  present,
  subtract,
  unequal,
  value,
} from '../../plan/expression/expression.js';
import { toExcel } from '../../plan/expression/to-excel.js';

const CELLS: Record<string, Result> = { four: 4, text: 'abc', empty: '', blank: null, yes: true, wrong: new CellError('#N/A') };
const NAMES: Record<string, Result[]> = {
  keys: ['x', 'Y', null, 'x', ''],
  numbers: [1, 2.5, null, 'a', true],
  mixed: [1, new CellError('#DIV/0!')],
  one: [7],
  none: [null, 'a'],
};
const scope: Scope = { cell: (column) => CELLS[column] ?? null, name: (definedName) => NAMES[definedName] ?? [] };
const run = (expression: Expr): Result => evaluate(expression, scope);
const text = (expression: Expr): string => toExcel(expression, (column) => column);
const error = (code: CellError['code']): CellError => new CellError(code);

const [four, word, empty, blank, yes, wrong] = [cell('four'), cell('text'), cell('empty'), cell('blank'), cell('yes'), cell('wrong')];
const [keys, numbers, mixed, one, none] = [name('keys'), name('numbers'), name('mixed'), name('one'), name('none')];

/** Every row is shown as the formula it is in Excel. */
const table = (rows: [Expr, Result][]): void => {
  it.each(rows.map(([expression, expected]) => ({ formula: text(expression), expression, expected })))('$formula', ({ expression, expected }) => {
    expect(run(expression)).toEqual(expected);
  });
};

describe('arithmetic', () => {
  table([
    [add(1, multiply(2, 3)), 7],
    [subtract(four, 1), 3],
    [divide(1, four), 0.25],
    [power(four, 0.5), 2],
    [power(power(2, 3), 2), 64],
    [negate(four), -4],
    [add(blank, 1), 1],
    [add(yes, 1), 2],
    [divide(1, 0), error('#DIV/0!')],
    [divide(1, blank), error('#DIV/0!')],
    [power(-8, 0.5), error('#NUM!')],
    [power(1e200, 2), error('#NUM!')],
    [add(word, 1), error('#VALUE!')],
    [add(empty, 1), error('#VALUE!')],
    [negate(word), error('#VALUE!')],
    [add(wrong, 1), error('#N/A')],
    // The error on the left comes first.
    [add(wrong, divide(1, 0)), error('#N/A')],
    [add(divide(1, 0), wrong), error('#DIV/0!')],
    [add(name('unknown'), 1), error('#VALUE!')],
    [add(one, 1), 8],
  ]);
});

// Excel: 0^0 is #NUM!, a negative power of 0 a division by zero. (LibreOffice has 1 for the first.)
describe('powers of zero, as in Excel', () => {
  table([
    [power(0, 0), error('#NUM!')],
    [power(0, -1), error('#DIV/0!')],
  ]);
});

// Excel reads a number told as text wherever arithmetic needs one. (LibreOffice leaves it to a setting.)
describe('a number stored as text, as in Excel', () => {
  table([[add('12', 1), 13]]);
});

describe('text', () => {
  table([
    [join(word, four), 'abc4'],
    [join(blank, word), 'abc'],
    [join(yes, ''), 'TRUE'],
    [join(add(0.1, 0.2), ''), '0.3'],
    [join(34.94, ''), '34.94'],
    [join(-0.5, '%'), '-0.5%'],
    [join(1e21, ''), '1E+21'],
    [join(wrong, 'x'), error('#N/A')],
  ]);
});

describe('comparison: numbers before text before truth values, text without regard to case, blank like its partner', () => {
  table([
    [less(2, 10), true],
    [less('2', '10'), false],
    [equal('ABC', word), true],
    [less('a', 'B'), true],
    [unequal('a', 'b'), true],
    [less(1e300, 'a'), true],
    [less('zzz', false), true],
    [greater(true, 99), true],
    [equal(1, '1'), false],
    [equal(1, true), false],
    [equal(blank, 0), true],
    [equal(blank, ''), true],
    [equal(blank, false), true],
    [equal(blank, blank), true],
    [equal(empty, 0), false],
    // A blank edge told as "" is text, and text is more than any number: formulas guard with COUNT.
    [greater(empty, 5), true],
    [lessOrEqual(empty, 5), false],
    [greaterOrEqual(four, 4), true],
    [equal(wrong, 1), error('#N/A')],
    [equal(1, wrong), error('#N/A')],
  ]);
});

const CALLS: Record<FunctionName, [Expr, Result][]> = {
  IF: [
    [call('IF', greater(four, 3), 'more', 'less'), 'more'],
    [call('IF', blank, 1, 2), 2],
    [call('IF', four, 1, 2), 1],
    [call('IF', word, 1, 2), error('#VALUE!')],
    [call('IF', wrong, 1, 2), error('#N/A')],
    [call('IF', true, 1, wrong), 1],
    [call('IF', true, blank, 1), null],
  ],
  IFERROR: [
    [call('IFERROR', wrong, ''), ''],
    [call('IFERROR', four, ''), 4],
    [call('IFERROR', divide(1, 0), wrong), error('#N/A')],
  ],
  AND: [
    [call('AND', true, four), true],
    [call('AND', true, 0), false],
    [call('AND', true, wrong), error('#N/A')],
    [call('AND', false, wrong), error('#N/A')],
    // A blank cell says nothing, as in a row of conditions where one does not apply.
    [call('AND', true, blank), true],
  ],
  OR: [
    [call('OR', false, four), true],
    [call('OR', false, 0), false],
    [call('OR', true, wrong), error('#N/A')],
    [call('OR', false, blank), false],
  ],
  NOT: [
    [call('NOT', four), false],
    [call('NOT', blank), true],
    [call('NOT', word), error('#VALUE!')],
    [call('NOT', wrong), error('#N/A')],
  ],
  COUNT: [
    [call('COUNT', four, word, blank, empty, wrong), 1],
    [call('COUNT', numbers), 2],
    [call('COUNT', numbers, four), 3],
    [present(four, one), true],
    [present(four, blank), false],
    [present(four, empty), false],
  ],
  COUNTA: [
    [call('COUNTA', four, word, blank, empty, wrong), 4],
    [call('COUNTA', keys), 4],
  ],
  COUNTIF: [
    [call('COUNTIF', keys, 'X'), 2],
    [call('COUNTIF', keys, 'z'), 0],
    [call('COUNTIF', numbers, 2.5), 1],
    [call('COUNTIF', numbers, '>=1'), 2],
    [call('COUNTIF', keys, '<>x'), 3],
    [call('COUNTIF', numbers, true), 1],
    // An empty criterion finds blank cells and empty texts alike.
    [call('COUNTIF', keys, ''), 2],
  ],
  COUNTIFS: [
    [call('COUNTIFS', keys, 'x'), 2],
    [call('COUNTIFS', keys, 'x', numbers, 1), 1],
    [call('COUNTIFS', keys, 'x', numbers, '>1'), 0],
  ],
  SUM: [
    [call('SUM', numbers), 3.5],
    [call('SUM', four, blank, word, numbers), 7.5],
    [call('SUM', none), 0],
    [call('SUM', mixed), error('#DIV/0!')],
  ],
  SUMIFS: [
    [call('SUMIFS', numbers, keys, 'y'), 2.5],
    [call('SUMIFS', numbers, keys, 'x'), 1],
    [call('SUMIFS', numbers, keys, 'x', numbers, '>1'), 0],
  ],
  MIN: [
    [call('MIN', numbers), 1],
    [call('MIN', none), 0],
    [call('MIN', mixed), error('#DIV/0!')],
  ],
  MAX: [
    [call('MAX', numbers), 2.5],
    [call('MAX', none), 0],
    [call('MAX', four, numbers), 4],
  ],
  ROUND: [
    [call('ROUND', 1.005, 2), 1.01],
    [call('ROUND', -2.5, 0), -3],
    [call('ROUND', 1250, -2), 1300],
    [call('ROUND', word, 2), error('#VALUE!')],
    [call('ROUND', four, wrong), error('#N/A')],
  ],
  ABS: [
    [call('ABS', -4), 4],
    [call('ABS', blank), 0],
    [call('ABS', word), error('#VALUE!')],
  ],
  INT: [
    [call('INT', 1.9), 1],
    [call('INT', -1.5), -2],
    [call('INT', word), error('#VALUE!')],
  ],
  ISNUMBER: [
    [call('ISNUMBER', four), true],
    [call('ISNUMBER', word), false],
    [call('ISNUMBER', blank), false],
    [call('ISNUMBER', yes), false],
    [call('ISNUMBER', wrong), false],
  ],
  MATCH: [
    [call('MATCH', 'x', keys, 0), 1],
    [call('MATCH', 'y', keys, 0), 2],
    [call('MATCH', 2.5, numbers, 0), 2],
    [call('MATCH', 'a', numbers, 0), 4],
    [call('MATCH', 'z', keys, 0), error('#N/A')],
    // A blank cell equals nothing, neither 0 nor "" nor another blank.
    [call('MATCH', 0, numbers, 0), error('#N/A')],
    [call('MATCH', '1', numbers, 0), error('#N/A')],
    [call('MATCH', wrong, keys, 0), error('#N/A')],
  ],
  INDEX: [
    [call('INDEX', keys, 2), 'Y'],
    [call('INDEX', keys, 3), null],
    [call('INDEX', keys, 6), error('#REF!')],
    [call('INDEX', keys, wrong), error('#N/A')],
    [call('INDEX', mixed, 2), error('#DIV/0!')],
    [byKey('numbers', 'Y', 'keys'), 2.5],
    // A part of a row is cut off.
    [call('INDEX', keys, 2.9), 'Y'],
  ],
  HYPERLINK: [
    [call('HYPERLINK', '#fig_key', 'to the figures'), 'to the figures'],
    [call('HYPERLINK', '#fig_key'), '#fig_key'],
    [call('HYPERLINK', '#fig_key', wrong), error('#N/A')],
    // Its address may ask where a cell stands; what it shows is its text.
    [call('HYPERLINK', call('ADDRESS', call('ROW', keys), call('COLUMN', keys), 4), 'there'), 'there'],
  ],
  // An expression does not know where cells stand.
  ADDRESS: [[call('ADDRESS', 1, 1, 4), error('#N/A')]],
  ROW: [[call('ROW', keys), error('#N/A')]],
  COLUMN: [[call('COLUMN', keys), error('#N/A')]],
};

describe.each(FUNCTIONS.map((functionName) => ({ functionName })))('$functionName', ({ functionName }) => {
  table(CALLS[functionName]);
});

it('an area by itself has no value in one cell', () => {
  expect(run(numbers)).toEqual(error('#VALUE!'));
  expect(run(value(1))).toBe(1);
  const operand: Operand = one;
  expect(run(add(operand, 0))).toBe(7);
});
