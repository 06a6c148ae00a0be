import { roundHalfAway } from '../number/round.js';
import type { Expr, FunctionName, Operator, Scalar } from './expression.js';

/** A spreadsheet error as a value. */
export class CellError {
  constructor(readonly code: '#VALUE!' | '#DIV/0!' | '#N/A' | '#NUM!' | '#REF!') {}
}
export type Result = Scalar | CellError;
type Area = readonly Result[];

/** What an expression may look at: cells of its own row, and defined names (one cell, or a column). */
export interface Scope {
  cell(column: string): Result;
  name(definedName: string): Area;
}

/** The value Excel computes for an expression. Errors are values, as in a sheet. Source of the rules: ECMA-376 part 1, 18.17, and Excel's own documentation of each function. */
export function evaluate(expression: Expr, scope: Scope): Result {
  const result = compute(expression, scope);
  return isArea(result) ? (result.length === 1 ? (result[0] ?? null) : new CellError('#VALUE!')) : result;
}

function compute(node: Expr, scope: Scope): Result | Area {
  switch (node.op) {
    case 'value':
      return node.value;
    case 'cell':
      return scope.cell(node.column);
    case 'name': {
      const area = scope.name(node.name);
      return area.length === 1 ? (area[0] ?? null) : area;
    }
    case 'negate': {
      const operand = toNumber(evaluate(node.operand, scope));
      return operand instanceof CellError ? operand : -operand;
    }
    case 'binary':
      return operate(node.operator, evaluate(node.left, scope), evaluate(node.right, scope));
    case 'call':
      return apply(node.name, node.arguments, scope);
  }
}

function operate(operator: Operator, left: Result, right: Result): Result {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  if (operator === '&') return toText(left) + toText(right);
  if (operator === '=' || operator === '<>' || operator.startsWith('<') || operator.startsWith('>')) {
    const order = compare(left, right);
    return { '=': order === 0, '<>': order !== 0, '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[operator as '='];
  }
  const a = toNumber(left);
  const b = toNumber(right);
  if (a instanceof CellError) return a;
  if (b instanceof CellError) return b;
  if (operator === '/' && b === 0) return new CellError('#DIV/0!');
  if (operator === '^' && a === 0 && b <= 0) return new CellError(b === 0 ? '#NUM!' : '#DIV/0!');
  const result = { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '^': a ** b }[operator as '+'];
  return Number.isFinite(result) ? result : new CellError('#NUM!');
}

/** Numbers before text before truth values; blank is whatever it is compared with; text without regard to case. */
function compare(left: Scalar, right: Scalar): number {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  const rank = (scalar: Scalar): number => (typeof scalar === 'number' ? 0 : typeof scalar === 'string' ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  return Number(a) - Number(b);
}

const blankLike = (other: Scalar): Scalar => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0);

/** Text that spreadsheets take for a number in arithmetic. */
const NUMERIC = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/u;

function toNumber(result: Result): number | CellError {
  if (result instanceof CellError) return result;
  if (typeof result === 'string') return NUMERIC.test(result) ? Number(result) : new CellError('#VALUE!');
  return Number(result ?? 0);
}

function toTruth(result: Result): boolean | CellError {
  if (result instanceof CellError) return result;
  return typeof result === 'string' ? new CellError('#VALUE!') : Boolean(result);
}

function toText(scalar: Scalar): string {
  if (scalar === null) return '';
  if (typeof scalar === 'boolean') return scalar ? 'TRUE' : 'FALSE';
  return typeof scalar === 'number' ? numberText(scalar) : scalar;
}

/** Excel tells a number in text with at most 15 significant digits, and its exponent with two. */
const numberText = (number: number): string =>
  String(Number(number.toPrecision(15))).replace(/e([+-])(\d+)$/u, (_, sign: string, exponent: string) => `E${sign}${exponent.padStart(2, '0')}`);

const isArea = (result: Result | Area): result is Area => Array.isArray(result);

function apply(functionName: FunctionName, operands: Expr[], scope: Scope): Result | Area {
  const at = (index: number): Result => {
    const operand = operands[index];
    return operand ? evaluate(operand, scope) : null;
  };
  const area = (index: number): Area => {
    const operand = operands[index];
    const result = operand ? compute(operand, scope) : null;
    return isArea(result) ? result : [result];
  };
  const flat = (): Area => operands.flatMap((_, index) => [...area(index)]);
  const number = (index: number, then: (value: number) => Result): Result => {
    const operand = toNumber(at(index));
    return operand instanceof CellError ? operand : then(operand);
  };
  switch (functionName) {
    case 'IF': {
      const condition = toTruth(at(0));
      return condition instanceof CellError ? condition : condition ? at(1) : at(2);
    }
    case 'IFERROR': {
      const result = at(0);
      return result instanceof CellError ? at(1) : result;
    }
    case 'AND':
    case 'OR': {
      const truths = operands
        .map((_, index) => at(index))
        .filter((operand) => operand !== null)
        .map(toTruth);
      if (truths.length === 0) return new CellError('#VALUE!');
      const error = truths.find((truth) => truth instanceof CellError);
      return error ?? (functionName === 'AND' ? truths.every(Boolean) : truths.some(Boolean));
    }
    case 'NOT': {
      const truth = toTruth(at(0));
      return truth instanceof CellError ? truth : !truth;
    }
    case 'COUNT':
      return flat().filter((result) => typeof result === 'number').length;
    case 'COUNTA':
      return flat().filter((result) => result !== null).length;
    case 'COUNTIF':
    case 'COUNTIFS':
      return matching(operands.length, area, at, 0).length;
    case 'SUMIFS': {
      const summed = area(0);
      const numbers = matching(operands.length, area, at, 1).map((position) => summed[position] ?? null);
      return numbers.reduce<number>((sum, next) => sum + (typeof next === 'number' ? next : 0), 0);
    }
    case 'SUM':
    case 'MIN':
    case 'MAX': {
      const error = flat().find((result) => result instanceof CellError);
      if (error) return error;
      const numbers = flat().filter((result) => typeof result === 'number');
      if (functionName === 'SUM') return numbers.reduce((sum, next) => sum + next, 0);
      return numbers.length === 0 ? 0 : functionName === 'MIN' ? Math.min(...numbers) : Math.max(...numbers);
    }
    case 'ROUND':
      return number(0, (value) => number(1, (digits) => roundHalfAway(value, digits)));
    case 'ABS':
      return number(0, Math.abs);
    case 'INT':
      return number(0, Math.floor);
    case 'ISNUMBER':
      return typeof at(0) === 'number';
    case 'MATCH': {
      const wanted = at(0);
      if (wanted instanceof CellError) return wanted;
      const position = indexOf(area(1)).get(matchKey(wanted));
      return position === undefined ? new CellError('#N/A') : position + 1;
    }
    case 'INDEX':
      return number(1, (row) => {
        const cells = area(0);
        const whole = Math.trunc(row);
        return whole >= 1 && whole <= cells.length ? (cells[whole - 1] ?? null) : new CellError('#REF!');
      });
    case 'HYPERLINK':
      return at(operands.length - 1);
  }
}

const indexes = new WeakMap<Area, Map<string, number>>();

/** Where each value of a column first stands; made once a column, so that a sheet of look-ups costs no n². */
function indexOf(area: Area): Map<string, number> {
  const known = indexes.get(area);
  if (known) return known;
  const index = new Map<string, number>();
  area.forEach((candidate, position) => {
    if (candidate instanceof CellError || candidate === null) return;
    const key = matchKey(candidate);
    if (!index.has(key)) index.set(key, position);
  });
  indexes.set(area, index);
  return index;
}

const matchKey = (scalar: Scalar): string => `${typeof scalar} ${String(scalar).toLowerCase()}`;

/** Positions at which every pair of an area and a criterion, from operand `first` on, agrees. */
function matching(count: number, area: (index: number) => Area, at: (index: number) => Result, first: number): number[] {
  const tests: { cells: Area; test: (cell: Result) => boolean }[] = [];
  for (let index = first; index + 1 < count; index += 2) tests.push({ cells: area(index), test: criterionOf(at(index + 1)) });
  const length = tests[0]?.cells.length ?? 0;
  return Array.from({ length }, (_, position) => position).filter((position) => tests.every(({ cells, test }) => test(cells[position] ?? null)));
}

/** A criterion as Excel reads it: a value to equal, or an operator with one; numbers are compared with numbers only. Planbook's keys hold no wildcards. */
function criterionOf(criterion: Result): (cell: Result) => boolean {
  if (criterion instanceof CellError) return () => false;
  const parts = typeof criterion === 'string' ? /^(<=|>=|<>|<|>|=)(.*)$/su.exec(criterion) : null;
  const operator = parts?.[1] ?? '=';
  const text = parts?.[2] ?? null;
  const wanted: Scalar = text === null ? criterion : text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  if (wanted === '' && operator === '=') return (cell) => cell === null || cell === '';
  return (cell) => {
    if (cell instanceof CellError || cell === null || typeof cell !== typeof wanted) return operator === '<>';
    const order = compare(cell, wanted);
    return { '=': order === 0, '<>': order !== 0, '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[operator as '='];
  };
}
