import { describe, expect, it } from 'vitest';
import {
  add,
  byKey,
  call,
  cell,
  divide,
  equal,
  type Expr,
  greaterOrEqual,
  join,
  less,
  multiply,
  name,
  negate,
  power,
  present,
  subtract,
  unequal,
  value,
  when,
} from '../../plan/expression/expression.js';
import { toExcel } from '../../plan/expression/to-excel.js';

/** Columns are named by their letters here; the row is 7. */
const text = (expression: Expr): string => toExcel(expression, (column) => `${column}7`);
const [a, b, c] = [cell('A'), cell('B'), cell('C')];

describe('brackets stand where precedence needs them, and nowhere else', () => {
  it.each<[string, Expr]>([
    ['A7+B7*C7', add(a, multiply(b, c))],
    ['(A7+B7)*C7', multiply(add(a, b), c)],
    ['A7*B7+C7', add(multiply(a, b), c)],
    ['A7-B7-C7', subtract(subtract(a, b), c)],
    ['A7-(B7-C7)', subtract(a, subtract(b, c))],
    ['A7-(B7+C7)', subtract(a, add(b, c))],
    ['A7/B7*C7', multiply(divide(a, b), c)],
    ['A7/(B7*C7)', divide(a, multiply(b, c))],
    ['A7/(B7/C7)', divide(a, divide(b, c))],
    // Excel takes powers from the left.
    ['A7^B7^C7', power(power(a, b), c)],
    ['A7^(B7^C7)', power(a, power(b, c))],
    ['(A7/B7)^(1/C7)-1', subtract(power(divide(a, b), divide(1, c)), 1)],
    ['A7+B7&C7', join(add(a, b), c)],
    ['A7+(B7&C7)', add(a, join(b, c))],
    ['A7&B7=C7', equal(join(a, b), c)],
    ['A7&(B7=C7)', join(a, equal(b, c))],
    ['A7<B7=C7', equal(less(a, b), c)],
    ['A7<(B7=C7)', less(a, equal(b, c))],
    ['A7>=B7+C7', greaterOrEqual(a, add(b, c))],
  ])('%s', (expected, expression) => {
    expect(text(expression)).toBe(expected);
  });
});

// In Excel -2^2 is 4: the minus binds tighter than the power, unlike in mathematics.
describe('a minus is always bracketed', () => {
  it.each<[string, Expr]>([
    ['(-A7)', negate(a)],
    ['(-A7)^2', power(negate(a), 2)],
    ['(-(A7^2))', negate(power(a, 2))],
    ['(-(A7+B7))', negate(add(a, b))],
    ['A7-(-B7)', subtract(a, negate(b))],
    ['(-2)^2', power(-2, 2)],
    ['A7-(-2)', subtract(a, -2)],
    ['2^(-1)', power(2, -1)],
    ['ROUND(A7,(-2))', call('ROUND', a, -2)],
  ])('%s', (expected, expression) => {
    expect(text(expression)).toBe(expected);
  });
});

describe('literals', () => {
  it.each<[string, Expr]>([
    ['"高新技术企业"', value('高新技术企业')],
    ['""', value('')],
    ['"he said ""no"""', value('he said "no"')],
    ['""""', value('"')],
    ['"=1+1"', value('=1+1')],
    ['TRUE', value(true)],
    ['FALSE', value(false)],
    ['34.94', value(34.94)],
    ['0', value(0)],
    ['0', value(-0)],
    ['1E+21', value(1e21)],
    ['1.5E-10', value(1.5e-10)],
    ['(-1E-7)', value(-1e-7)],
  ])('%s', (expected, expression) => {
    expect(text(expression)).toBe(expected);
  });

  // 0.1 + 0.2 takes 17 digits in JavaScript, two more than Excel keeps of a literal.
  it('a number has no more digits than Excel reads: 15', () => {
    expect(text(value(0.1 + 0.2))).toBe('0.3');
  });
});

describe('calls and names', () => {
  it.each<[string, Expr]>([
    ['IF(A7>=1,"",B7+C7)', when(greaterOrEqual(a, 1), '', add(b, c))],
    ['IF(A7<>"",IF(B7<0,0,1),2)', when(unequal(a, ''), when(less(b, 0), 0, 1), 2)],
    ['COUNT(A7,B7)=2', present(a, b)],
    ['INDEX(fig_value,MATCH("rd-expenditure||2020",fig_key,0))', byKey('fig_value', 'rd-expenditure||2020', 'fig_key')],
    ['SUM(fig_value)/par_about', divide(call('SUM', name('fig_value')), name('par_about'))],
    ['SUM(A7,B7)^2', power(call('SUM', a, b), 2)],
  ])('%s', (expected, expression) => {
    expect(text(expression)).toBe(expected);
  });
});
