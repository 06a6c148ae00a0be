import { call, cell, type Expr, FUNCTIONS, type FunctionName, name, negate, type Operator, value } from '../../../plan/expression/expression.js';
import { areaAddress, parseArea, splitAddress } from './area.js';

/** A formula outside the vocabulary that Planbook writes, and which part of it. */
export class UnknownFormula extends Error {
  override readonly name = 'UnknownFormula';
}

const TOKEN =
  /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<text>"(?:[^"]|"")*")|(?<reference>(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.(]))|(?<function>[A-Z][A-Z.]*)\(|(?<name>[\p{L}_\\][\p{L}\p{N}_.]*)|(?<sign><=|>=|<>|[-+*/^&=<>(),]))/uy;

const BINDING: Record<Operator, number> = { '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 };
const UNARY = 6;

interface Token {
  kind: 'number' | 'text' | 'reference' | 'function' | 'name' | 'sign';
  text: string;
}

/**
 * Excel's text of a formula, without "=", as the expression that `evaluate` computes: a cell of the same sheet is a `cell`
 * under its address, any other range or name a `name`. Throws {@link UnknownFormula} for what Planbook does not write.
 */
export function parseFormula(text: string): Expr {
  const tokens = tokenize(text);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const isSign = (sign: string): boolean => peek()?.kind === 'sign' && peek()?.text === sign;
  const take = (sign: string): void => {
    if (!isSign(sign)) throw new UnknownFormula(`${sign} expected, ${peek()?.text ?? 'the end'} found in =${text}`);
    at += 1;
  };

  const expression = (binding: number): Expr => {
    let left = operand();
    for (;;) {
      const token = peek();
      const operator = token?.kind === 'sign' && token.text in BINDING ? (token.text as Operator) : null;
      if (operator === null || BINDING[operator] < binding) return left;
      at += 1;
      left = { op: 'binary', operator, left, right: expression(BINDING[operator] + 1) };
    }
  };

  const operand = (): Expr => {
    const token = peek();
    if (!token) throw new UnknownFormula(`an operand is missing in =${text}`);
    at += 1;
    switch (token.kind) {
      case 'number':
        return value(Number(token.text));
      case 'text':
        return value(token.text.slice(1, -1).replaceAll('""', '"'));
      case 'reference':
        return reference(token.text);
      case 'name':
        return /^(?:true|false)$/iu.test(token.text) ? value(token.text.toLowerCase() === 'true') : name(token.text);
      case 'function':
        return functionCall(token.text);
      case 'sign':
        if (token.text === '-') return negate(expression(UNARY));
        if (token.text === '(') {
          const inner = expression(0);
          take(')');
          return inner;
        }
        throw new UnknownFormula(`${token.text} is not expected in =${text}`);
    }
  };

  const functionCall = (functionName: string): Expr => {
    const operands: Expr[] = [];
    if (!isSign(')')) {
      operands.push(expression(0));
      while (isSign(',')) {
        at += 1;
        operands.push(expression(0));
      }
    }
    take(')');
    if (/^(?:TRUE|FALSE)$/u.test(functionName) && operands.length === 0) return value(functionName === 'TRUE');
    if (!FUNCTIONS.includes(functionName as FunctionName)) throw new UnknownFormula(`the function ${functionName} in =${text}`);
    if (functionName === 'INDEX' && operands.length !== 2) throw new UnknownFormula(`INDEX over two dimensions in =${text}`);
    if (functionName === 'MATCH' && !isZero(operands[2])) throw new UnknownFormula(`MATCH of the nearest in =${text}`);
    return call(functionName as FunctionName, ...operands);
  };

  const parsed = expression(0);
  if (at < tokens.length) throw new UnknownFormula(`${peek()?.text ?? ''} is not expected in =${text}`);
  return parsed;
}

const isZero = (operand: Expr | undefined): boolean => operand?.op === 'value' && (operand.value === 0 || operand.value === false);

function reference(text: string): Expr {
  const { sheet, rest } = splitAddress(text);
  const area = parseArea(rest);
  if (!area) throw new UnknownFormula(`the reference ${text}`);
  return sheet === null && area.rows === 1 && area.columns === 1 ? cell(areaAddress(area)) : name(text);
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    const found = match?.groups && (Object.entries(match.groups) as [Token['kind'], string | undefined][]).find(([, matched]) => matched !== undefined);
    if (!found) throw new UnknownFormula(`${text.slice(from, from + 20)} in =${text}`);
    tokens.push({ kind: found[0], text: found[1] ?? '' });
  }
  return tokens;
}
