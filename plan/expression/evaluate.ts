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
  if (operator === '&') return toText(left) + toText(right);
  if (operator === '=' || operator === '<>' || operator.startsWith('<') || operator.startsWith('>')) {
    const order = compare(left, right);
    return holds(operator as Comparison, order);
  }
  const a = toNumber(left);
  const b = toNumber(right);
  if (a instanceof CellError) return a;
  if (b instanceof CellError) return b;
  if (operator === '/' && b === 0) return new CellError('#DIV/0!');
  if (operator === '^' && a === 0 && b <= 0) return new CellError(b === 0 ? '#NUM!' : '#DIV/0!');
  const result = reckon(operator as Arithmetic, a, b);
  return Number.isFinite(result) ? result : new CellError('#NUM!');
}

type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';
type Arithmetic = '+' | '-' | '*' | '/' | '^';

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

function reckon(operator: Arithmetic, a: number, b: number): number {
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

/** A function's operands where it is called: one by one, as a value or as the cells it stands for. */
class Operands {
  constructor(
    private readonly operands: readonly Expr[],
    private readonly scope: Scope,
  ) {}

  get count(): number {
    return this.operands.length;
  }

  at(index: number): Result {
    const operand = this.operands[index];
    return operand ? evaluate(operand, this.scope) : null;
  }

  area(index: number): Area {
    const operand = this.operands[index];
    const result = operand ? compute(operand, this.scope) : null;
    return isArea(result) ? result : [result];
  }

  /** All cells of all operands, in turn. */
  each(visit: (cell: Result) => void): void {
    for (const operand of this.operands) {
      const result = compute(operand, this.scope);
      if (isArea(result)) result.forEach(visit);
      else visit(result);
    }
  }

  number(index: number, then: (value: number) => Result): Result {
    const operand = toNumber(this.at(index));
    return operand instanceof CellError ? operand : then(operand);
  }
}

function apply(functionName: FunctionName, expressions: readonly Expr[], scope: Scope): Result | Area {
  const operands = new Operands(expressions, scope);
  switch (functionName) {
    case 'IF': {
      const condition = toTruth(operands.at(0));
      return condition instanceof CellError ? condition : operands.at(condition ? 1 : 2);
    }
    case 'IFERROR': {
      const result = operands.at(0);
      return result instanceof CellError ? operands.at(1) : result;
    }
    case 'AND':
    case 'OR':
      return conjunction(functionName, operands);
    case 'NOT': {
      const truth = toTruth(operands.at(0));
      return truth instanceof CellError ? truth : !truth;
    }
    case 'COUNT': {
      let count = 0;
      operands.each((cell) => (count += typeof cell === 'number' ? 1 : 0));
      return count;
    }
    case 'COUNTA': {
      let count = 0;
      operands.each((cell) => (count += cell === null ? 0 : 1));
      return count;
    }
    case 'COUNTIF':
    case 'COUNTIFS':
      return matching(operands, 0).length;
    case 'SUMIFS': {
      const summed = operands.area(0);
      let sum = 0;
      for (const position of matching(operands, 1)) {
        const cell = summed[position];
        if (typeof cell === 'number') sum += cell;
      }
      return sum;
    }
    case 'SUM':
    case 'MIN':
    case 'MAX':
      return aggregate(functionName, operands);
    case 'ROUND':
      return operands.number(0, (value) => operands.number(1, (digits) => roundHalfAway(value, digits)));
    case 'ABS':
      return operands.number(0, Math.abs);
    case 'INT':
      return operands.number(0, Math.floor);
    case 'ISNUMBER':
      return typeof operands.at(0) === 'number';
    case 'MATCH': {
      const wanted = operands.at(0);
      if (wanted instanceof CellError) return wanted;
      const position = indexOf(operands.area(1)).get(matchKey(wanted));
      return position === undefined ? new CellError('#N/A') : position + 1;
    }
    case 'INDEX':
      return operands.number(1, (row) => {
        const cells = operands.area(0);
        const whole = Math.trunc(row);
        return whole >= 1 && whole <= cells.length ? (cells[whole - 1] ?? null) : new CellError('#REF!');
      });
    case 'HYPERLINK':
      return operands.at(operands.count - 1);
    // Where a cell stands is known to the sheet alone: only a link's address asks, and a link shows its text.
    case 'ADDRESS':
    case 'ROW':
    case 'COLUMN':
      return new CellError('#N/A');
  }
}

/** Blank cells do not take part in AND and OR. */
function conjunction(name: 'AND' | 'OR', operands: Operands): Result {
  const truths: boolean[] = [];
  for (let index = 0; index < operands.count; index += 1) {
    const operand = operands.at(index);
    if (operand === null) continue;
    const truth = toTruth(operand);
    if (truth instanceof CellError) return truth;
    truths.push(truth);
  }
  if (truths.length === 0) return new CellError('#VALUE!');
  return name === 'AND' ? truths.every(Boolean) : truths.some(Boolean);
}

function aggregate(name: 'SUM' | 'MIN' | 'MAX', operands: Operands): Result {
  const numbers: number[] = [];
  const errors: CellError[] = [];
  operands.each((cell) => {
    if (typeof cell === 'number') numbers.push(cell);
    else if (cell instanceof CellError) errors.push(cell);
  });
  if (errors[0]) return errors[0];
  if (name === 'SUM') return numbers.reduce((sum, next) => sum + next, 0);
  return numbers.length === 0 ? 0 : numbers.reduce((a, b) => (name === 'MIN' ? Math.min(a, b) : Math.max(a, b)));
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
function matching(operands: Operands, first: number): number[] {
  const tests: { cells: Area; test: (cell: Result) => boolean }[] = [];
  for (let index = first; index + 1 < operands.count; index += 2) tests.push({ cells: operands.area(index), test: criterionOf(operands.at(index + 1)) });
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
