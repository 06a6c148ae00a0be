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
  cell(column: string, above?: boolean): Result;
  name(definedName: string): Area;
  /** One cell of a column's name, from 1, where that can be had without the others. */
  item?(definedName: string, place: number): Result;
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
      return scope.cell(node.column, node.above);
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
  switch (operator) {
    case '&':
      return toText(left) + toText(right);
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
      return reckon(operator, toNumber(left), toNumber(right));
    default:
      return holds(operator, compare(left, right));
  }
}

type Arithmetic = '+' | '-' | '*' | '/' | '^';
type Comparison = Exclude<Operator, Arithmetic | '&'>;

function holds(operator: Comparison, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function reckon(operator: Arithmetic, a: number | CellError, b: number | CellError): number | CellError {
  if (a instanceof CellError) return a;
  if (b instanceof CellError) return b;
  if (operator === '/' && b === 0) return new CellError('#DIV/0!');
  if (operator === '^' && a === 0 && b <= 0) return new CellError(b === 0 ? '#NUM!' : '#DIV/0!');
  const result = resultOf(operator, a, b);
  return Number.isFinite(result) ? result : new CellError('#NUM!');
}

function resultOf(operator: Arithmetic, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '^':
      return a ** b;
  }
}

/** Numbers before text before truth values; blank is whatever it is compared with; text without regard to case. */
function compare(left: Scalar, right: Scalar): number {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  if (typeof a !== typeof b) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    if (a === b) return 0;
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  return Number(a) - Number(b);
}

const rank = (scalar: Scalar): number => (typeof scalar === 'number' ? 0 : typeof scalar === 'string' ? 1 : 2);
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

/** A function's operands, computed where it asks for them. `apply` itself closes over nothing: it is called for every node, and a closure would cost each call. */
type Operands = readonly Expr[];

/** An operand where its function is called, as a value; a missing one is blank. */
function at(operands: Operands, index: number, scope: Scope): Result {
  const operand = operands[index];
  return operand ? evaluate(operand, scope) : null;
}

/** An operand as the cells it stands for. */
function areaAt(operands: Operands, index: number, scope: Scope): Area {
  const operand = operands[index];
  const result = operand ? compute(operand, scope) : null;
  return isArea(result) ? result : [result];
}

const isNumber = (cell: Result): boolean => typeof cell === 'number';
const isThere = (cell: Result): boolean => cell !== null;

function countCells(operands: Operands, scope: Scope, test: (cell: Result) => boolean): number {
  let count = 0;
  for (const operand of operands) {
    const result = compute(operand, scope);
    if (!isArea(result)) count += test(result) ? 1 : 0;
    else for (const cell of result) count += test(cell) ? 1 : 0;
  }
  return count;
}

/** All cells of all operands, in turn. */
function eachCell(operands: Operands, scope: Scope, visit: (cell: Result) => void): void {
  for (const operand of operands) {
    const result = compute(operand, scope);
    if (isArea(result)) for (const cell of result) visit(cell);
    else visit(result);
  }
}

function withNumber(operands: Operands, index: number, scope: Scope, then: (value: number) => Result): Result {
  const operand = toNumber(at(operands, index, scope));
  return operand instanceof CellError ? operand : then(operand);
}

const rounded = (operands: Operands, scope: Scope): Result =>
  withNumber(operands, 0, scope, (value) => withNumber(operands, 1, scope, (digits) => roundHalfAway(value, digits)));

function apply(functionName: FunctionName, operands: Operands, scope: Scope): Result | Area {
  switch (functionName) {
    case 'IF': {
      const condition = toTruth(at(operands, 0, scope));
      return condition instanceof CellError ? condition : at(operands, condition ? 1 : 2, scope);
    }
    case 'IFERROR': {
      const result = at(operands, 0, scope);
      return result instanceof CellError ? at(operands, 1, scope) : result;
    }
    case 'AND':
    case 'OR':
      return conjunction(functionName, operands, scope);
    case 'NOT': {
      const truth = toTruth(at(operands, 0, scope));
      return truth instanceof CellError ? truth : !truth;
    }
    case 'COUNT':
      return countCells(operands, scope, isNumber);
    case 'COUNTA':
      return countCells(operands, scope, isThere);
    case 'COUNTIF':
    case 'COUNTIFS':
      return matching(operands, 0, scope).length;
    case 'SUMIFS': {
      const summed = areaAt(operands, 0, scope);
      let sum = 0;
      for (const position of matching(operands, 1, scope)) {
        const cell = summed[position];
        if (typeof cell === 'number') sum += cell;
      }
      return sum;
    }
    case 'SUM':
    case 'MIN':
    case 'MAX':
      return aggregate(functionName, operands, scope);
    case 'ROUND':
      return rounded(operands, scope);
    case 'ABS':
      return withNumber(operands, 0, scope, Math.abs);
    case 'INT':
      return withNumber(operands, 0, scope, Math.floor);
    case 'ISNUMBER':
      return typeof at(operands, 0, scope) === 'number';
    case 'MATCH': {
      const wanted = at(operands, 0, scope);
      if (wanted instanceof CellError) return wanted;
      const position = wanted === null ? undefined : indexOf(areaAt(operands, 1, scope)).get(matchKey(wanted));
      return position === undefined ? new CellError('#N/A') : position + 1;
    }
    case 'INDEX': {
      const row = toNumber(at(operands, 1, scope));
      if (row instanceof CellError) return row;
      const whole = Math.trunc(row);
      const [column] = operands;
      if (column?.op === 'name' && scope.item) return scope.item(column.name, whole);
      const cells = areaAt(operands, 0, scope);
      return whole >= 1 && whole <= cells.length ? (cells[whole - 1] ?? null) : new CellError('#REF!');
    }
    case 'HYPERLINK':
      return at(operands, operands.length - 1, scope);
    // Where a cell stands is known to the sheet alone: only a link's address asks, and a link shows its text.
    case 'ADDRESS':
    case 'ROW':
    case 'COLUMN':
      return new CellError('#N/A');
  }
}

/** Blank cells do not take part in AND and OR. */
function conjunction(name: 'AND' | 'OR', operands: Operands, scope: Scope): Result {
  const truths: boolean[] = [];
  for (let index = 0; index < operands.length; index += 1) {
    const operand = at(operands, index, scope);
    if (operand === null) continue;
    const truth = toTruth(operand);
    if (truth instanceof CellError) return truth;
    truths.push(truth);
  }
  if (truths.length === 0) return new CellError('#VALUE!');
  return name === 'AND' ? truths.every(Boolean) : truths.some(Boolean);
}

function aggregate(name: 'SUM' | 'MIN' | 'MAX', operands: Operands, scope: Scope): Result {
  const numbers: number[] = [];
  const errors: CellError[] = [];
  eachCell(operands, scope, (cell) => {
    if (typeof cell === 'number') numbers.push(cell);
    else if (cell instanceof CellError) errors.push(cell);
  });
  if (errors[0]) return errors[0];
  if (name === 'SUM') return numbers.reduce((sum, next) => sum + next, 0);
  return numbers.length === 0 ? 0 : numbers.reduce((a, b) => (name === 'MIN' ? Math.min(a, b) : Math.max(a, b)));
}

/** A value as look-ups compare it: text without regard to case, and never equal to a number. */
type MatchKey = string | number | boolean;

const indexes = new WeakMap<Area, Map<MatchKey, number>>();

/** Where each value of a column first stands; made once a column, so that a sheet of look-ups costs no n². */
function indexOf(area: Area): Map<MatchKey, number> {
  const known = indexes.get(area);
  if (known) return known;
  const index = new Map<MatchKey, number>();
  area.forEach((candidate, position) => {
    if (candidate instanceof CellError || candidate === null) return;
    const key = matchKey(candidate);
    if (!index.has(key)) index.set(key, position);
  });
  indexes.set(area, index);
  return index;
}

const matchKey = (scalar: MatchKey): MatchKey => (typeof scalar === 'string' ? scalar.toLowerCase() : scalar);

/** Positions at which every pair of an area and a criterion, from operand `first` on, agrees. */
function matching(operands: Operands, first: number, scope: Scope): number[] {
  const tests: { cells: Area; test: (cell: Result) => boolean }[] = [];
  for (let index = first; index + 1 < operands.length; index += 2)
    tests.push({ cells: areaAt(operands, index, scope), test: criterionOf(at(operands, index + 1, scope)) });
  const length = tests[0]?.cells.length ?? 0;
  const found: number[] = [];
  for (let position = 0; position < length; position += 1) if (tests.every(({ cells, test }) => test(cells[position] ?? null))) found.push(position);
  return found;
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
    return holds(operator as Comparison, compare(cell, wanted));
  };
}
