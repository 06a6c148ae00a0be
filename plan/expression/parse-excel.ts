import { call, type Expr, FUNCTIONS, type FunctionName, name, negate, type Operator, value } from './expression.js';
import { formulaTokens, type Token } from './formula-tokens.js';

/** What a reference to cells becomes in the expression; null where it cannot be one. */
export type ReferenceReader = (reference: string) => Expr | null;

/** Deeper than any formula a person writes (Excel nests 64 calls), far above the stack's end. */
const DEEPEST = 120;
const MOST_TOKENS = 3000;
const LEVELS: readonly (readonly Operator[])[] = [['=', '<>', '<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

/**
 * Reads a formula's Excel text, without its "=", back into an expression: the inverse of `toExcel`. Null for a formula that
 * is not of Planbook's vocabulary. Precedence as Excel has it: unary minus binds tighter than ^, and ^ groups to the left.
 */
export function parseExcel(text: string, reference: ReferenceReader): Expr | null {
  const tokens = formulaTokens(text)?.filter(({ kind }) => kind !== 'space');
  if (!tokens || tokens.length > MOST_TOKENS) return null;
  const parser = new Parser(tokens, reference);
  const expression = parser.level(0);
  return parser.isAtEnd ? expression : null;
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly reference: ReferenceReader,
  ) {}

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  level(index: number): Expr | null {
    const operators = LEVELS[index];
    if (!operators) return this.signed();
    let left = this.level(index + 1);
    for (let operator = this.operator(operators); left && operator; operator = this.operator(operators)) {
      const right = this.level(index + 1);
      left = right && { op: 'binary', operator, left, right };
    }
    return left;
  }

  private signed(): Expr | null {
    while (this.take('+'));
    if (this.take('-')) {
      this.depth += 1;
      const operand = this.depth > DEEPEST ? null : this.signed();
      this.depth -= 1;
      return operand && negate(operand);
    }
    let operand = this.primary();
    while (operand && this.take('%')) operand = { op: 'binary', operator: '/', left: operand, right: value(100) };
    return operand;
  }

  private primary(): Expr | null {
    const token = this.tokens[this.at];
    if (!token || this.depth > DEEPEST) return null;
    this.at += 1;
    switch (token.kind) {
      case 'text':
        return value(token.text.slice(1, -1).replaceAll('""', '"'));
      case 'number':
        return value(Number(token.text));
      case 'column':
        return { op: 'cell', column: token.text.slice(1, -1) };
      case 'reference':
        return this.reference(token.text);
      case 'name':
        return this.named(token.text);
      default:
        return token.text === '(' ? this.closed(this.deeper()) : null;
    }
  }

  private named(text: string): Expr | null {
    const upper = text.toUpperCase().replace(/^_XLFN\./u, '');
    const isCall = this.take('(');
    if (upper === 'TRUE' || upper === 'FALSE') return !isCall || this.take(')') ? value(upper === 'TRUE') : null;
    if (!isCall) return name(text);
    const known = FUNCTIONS.find((each): each is FunctionName => each === upper);
    const operands: Expr[] = [];
    if (this.take(')')) return known ? call(known) : null;
    do {
      const operand = this.deeper();
      if (!operand) return null;
      operands.push(operand);
    } while (this.take(','));
    return known ? this.closed(call(known, ...operands)) : null;
  }

  private deeper(): Expr | null {
    this.depth += 1;
    const inner = this.level(0);
    this.depth -= 1;
    return inner;
  }

  private closed(inner: Expr | null): Expr | null {
    return inner && this.take(')') ? inner : null;
  }

  private operator(operators: readonly Operator[]): Operator | null {
    const token = this.tokens[this.at];
    const found = token?.kind === 'operator' ? operators.find((each) => each === token.text) : undefined;
    if (found) this.at += 1;
    return found ?? null;
  }

  private take(text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'operator' || token.text !== text) return false;
    this.at += 1;
    return true;
  }
}
