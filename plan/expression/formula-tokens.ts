type TokenKind = 'space' | 'text' | 'number' | 'reference' | 'column' | 'name' | 'operator';
export interface Token {
  kind: TokenKind;
  text: string;
}

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const SHEET = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
/** In the order in which they are tried. A column in brackets is how the contract tells a cell of the formula's own row. */
const TOKENS: readonly [TokenKind, RegExp][] = [
  ['space', /\s+/uy],
  ['text', /"(?:[^"]|"")*"/uy],
  ['reference', new RegExp(String.raw`${SHEET}${CELL}(?::${CELL})?(?![\p{L}\p{N}_.(])`, 'uy')],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?/uy],
  ['column', /\[[a-z][a-z0-9_]*\]/uy],
  ['name', /[\p{L}_\\][\p{L}\p{N}_.\\]*/uy],
  ['operator', /<=|>=|<>|[-+*/^&=<>%(),]/uy],
];

/** Excel's own limit for a formula. */
const LONGEST = 8192;

/** A formula's text, without its "=", in tokens; null where it has what Planbook never writes: other files, arrays, errors, whole columns. */
export function formulaTokens(text: string): Token[] | null {
  if (text.length > LONGEST) return null;
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    let found: Token | null = null;
    for (const [kind, pattern] of TOKENS) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) continue;
      found = { kind, text: match[0] };
      break;
    }
    if (!found) return null;
    tokens.push(found);
    at += found.text.length;
  }
  return tokens;
}
