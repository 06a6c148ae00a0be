/** What a cell can hold: blank is null. */
export type Scalar = string | number | boolean | null;

/** The functions Planbook writes: each computed alike by every Excel since 2010, WPS and LibreOffice. */
export const FUNCTIONS = [
  'IF',
  'AND',
  'OR',
  'NOT',
  'COUNT',
  'COUNTA',
  'COUNTIF',
  'COUNTIFS',
  'SUM',
  'SUMIFS',
  'ROUND',
  'ABS',
  'MIN',
  'MAX',
  'INDEX',
  'MATCH',
  'IFERROR',
  'ISNUMBER',
  'INT',
  'HYPERLINK',
  'ADDRESS',
  'ROW',
  'COLUMN',
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/**
 * A formula as a closed expression. One fold gives its Excel text (`toExcel`), one its value (`evaluate`), so that a
 * cached result cannot differ from what Excel computes.
 */
export type Expr =
  | { op: 'value'; value: Exclude<Scalar, null> }
  /** The cell of another column in the same row, or in the row above: for running ranks over rows that nobody sorts. */
  | { op: 'cell'; column: string; above?: true }
  /** A defined name: a column of data, or one cell. */
  | { op: 'name'; name: string }
  | { op: 'binary'; operator: Operator; left: Expr; right: Expr }
  | { op: 'negate'; operand: Expr }
  | { op: 'call'; name: FunctionName; arguments: Expr[] };

/** A number, text or truth value, or an expression as it is. */
export type Operand = Expr | string | number | boolean;

export const value = (literal: Exclude<Scalar, null>): Expr => ({ op: 'value', value: literal });
const lift = (operand: Operand): Expr => (typeof operand === 'object' ? operand : value(operand));
export const cell = (column: string): Expr => ({ op: 'cell', column });
export const above = (column: string): Expr => ({ op: 'cell', column, above: true });
export const name = (definedName: string): Expr => ({ op: 'name', name: definedName });
export const negate = (operand: Operand): Expr => ({ op: 'negate', operand: lift(operand) });
export const call = (functionName: FunctionName, ...operands: Operand[]): Expr => ({ op: 'call', name: functionName, arguments: operands.map(lift) });

const binary =
  (operator: Operator) =>
  (left: Operand, right: Operand): Expr => ({ op: 'binary', operator, left: lift(left), right: lift(right) });
export const add = binary('+');
export const subtract = binary('-');
export const multiply = binary('*');
export const divide = binary('/');
export const power = binary('^');
export const join = binary('&');
export const equal = binary('=');
export const unequal = binary('<>');
export const less = binary('<');
export const lessOrEqual = binary('<=');
export const greater = binary('>');
export const greaterOrEqual = binary('>=');

export const when = (condition: Operand, yes: Operand, no: Operand): Expr => call('IF', condition, yes, no);
/** True where each operand is a number: blank is not 0, and text is no number. */
export const present = (...operands: Operand[]): Expr => equal(call('COUNT', ...operands), operands.length);
/** The operand's row is found by key in one column and read from another: it survives sorting and inserted rows. */
export const byKey = (column: string, key: Operand, keyColumn: string): Expr => call('INDEX', name(column), call('MATCH', key, name(keyColumn), 0));

/** An expression is told from a plain value by its `op`. */
export const isExpr = (candidate: unknown): candidate is Expr => typeof candidate === 'object' && candidate !== null && 'op' in candidate;
