/** What a text of everyday YAML says: groups of keys, lists, text, whole numbers, true, false and null. */
type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/**
 * Reads the YAML that records are written in, thirty times as fast as the whole language takes: keys of letters, block and flow
 * collections, text plain, folded (>-) or in quotes, comments. Answers null for everything else (tabs, anchors, tags, escapes, odd
 * numbers, keys given twice, anything not well-formed), which the parser of the whole language then reads or refuses: what is
 * answered here is what that parser says, and a test compares the two on records changed at random.
 */
export function everydayYaml(text: string): { value: Value } | null {
  // eslint-disable-next-line no-control-regex -- what a line of everyday text does not hold
  if (/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF]|^(?:---|\.\.\.|%)/mu.test(text)) return null;
  const reader = new Reader(text);
  try {
    return { value: reader.document() };
  } catch (error) {
    if (error === UNUSUAL) return null;
    throw error;
  }
}

/** Thrown at whatever is not of the everyday kind. */
const UNUSUAL = new Error('not everyday YAML');
const unusual = (): never => {
  throw UNUSUAL;
};

const KEY = /[A-Za-z][A-Za-z0-9_-]{0,99}(?=:(?: |\n|$))/uy;
const BLANK = / */uy;
/** To the line's end: blanks and, after one, a comment. */
const REST = /(?: +#[^\n]*| *)(?:\n|$)/uy;
/** Whole lines of blanks or comment. */
const EMPTY_LINES = /(?: *(?:#[^\n]*)?\n)*(?: *(?:#[^\n]*)?$)?/uy;
/** Plain text begins with what begins nothing else: no indicator of YAML. */
const PLAIN_START = /[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=\d)/uy;
/** On its line, up to a comment; within brackets, up to what parts entries, without a colon. */
const PLAIN = /(?:[^\s:#]|:(?=[^\s])|(?<=\S)#| (?=[^\s#]))+/uy;
const PLAIN_INSIDE = /(?:[^\s:#,[\]{}]|(?<=\S)#| (?=[^\s:#,[\]{}]))+/uy;
/** Text in the lines below, their ends as blanks, without the last. */
const FOLDED = />-\n/uy;
const BLANK_LINE = / *\n| +$/uy;
const WHOLE_LINE = /[^\n]+/uy;
/** In quotes on one line; of escapes the two that people need. */
const DOUBLE = /"((?:[^"\\\n]|\\["\\])*)"/uy;
const SINGLE = /'((?:[^'\n]|'')*)'/uy;
const WORDS = new Map<string, Value>([
  ...['null', 'Null', 'NULL', '~'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const WHOLE = /^(?:0|[1-9]\d{0,14})$/u;
/** What may be a number to YAML beyond the whole ones above. */
const NUMBERLIKE = /^[-+.]?[\d.][\d_.]*(?:e[-+]?\d*)?$|^[-+]?0[xob]|^[-+]?\.(?:inf|nan)$/iu;

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): Value {
    this.take(EMPTY_LINES);
    const value = this.mapping(0);
    return this.at === this.text.length ? value : unusual();
  }

  /** Keys at one indent, from the first of them on. */
  private mapping(indent: number): Value {
    const entries: Record<string, Value> = {};
    do {
      const key = this.newKey(entries);
      entries[key] = this.held(indent);
    } while (this.isNextAt(indent, false));
    return entries;
  }

  /** What a key holds: on its line, or in the deeper lines below. */
  private held(indent: number): Value {
    if (!this.takes(REST)) {
      this.take(BLANK);
      return this.line(indent);
    }
    const deeper = this.nextIndent();
    if (deeper === null || deeper <= indent) return null;
    this.at += deeper;
    if (this.text.startsWith('- ', this.at)) return this.sequence(deeper);
    return this.looksAt(KEY) ? this.mapping(deeper) : this.line(indent);
  }

  /** Entries at one indent, each after a hyphen. */
  private sequence(indent: number): Value[] {
    const entries: Value[] = [];
    do {
      this.at += 1;
      this.take(BLANK);
      entries.push(this.looksAt(KEY) ? this.mapping(this.column()) : this.line(indent));
    } while (this.isNextAt(indent, true));
    return entries;
  }

  /** Text or a collection in brackets, to the end of its line; plain and folded text alone may go on in deeper lines. */
  private line(indent: number): Value {
    const value = this.looksAt(PLAIN_START) ? this.plainLines(indent) : this.takes(FOLDED) ? this.foldedLines(indent) : this.closed(indent);
    const next = this.nextIndent();
    return next !== null && next > indent ? unusual() : value;
  }

  /** In brackets or quotes, and nothing after it. */
  private closed(indent: number): Value {
    const value = this.inside(indent);
    return this.takes(REST) ? value : unusual();
  }

  /** Lines of one indent below the mark >-, joined by blanks. */
  private foldedLines(indent: number): string {
    const lines: string[] = [];
    const deeper = this.indentHere() ?? 0;
    if (deeper <= indent) unusual();
    while (this.indentHere() === deeper && this.text[this.at + deeper] !== '\n') {
      this.at += deeper;
      const line = this.take(WHOLE_LINE);
      if (line.endsWith(' ')) unusual();
      lines.push(line);
      this.at += 1;
    }
    // An empty line below, or a deeper one, were it a comment anywhere else, may belong to the text.
    const next = this.indentHere();
    if (this.looksAt(BLANK_LINE) || (next !== null && next > indent)) unusual();
    return lines.length > 0 ? lines.join(' ') : unusual();
  }

  private plainLines(indent: number): Value {
    const lines: string[] = [];
    for (let next: number | null = 0, isLast = false; next !== null && (lines.length === 0 || next > indent); next = this.indentHere()) {
      // After a comment, plain text does not go on.
      if (isLast) unusual();
      if (lines.length > 0) this.at += next;
      if (!this.looksAt(PLAIN_START)) unusual();
      lines.push(this.take(PLAIN));
      const end = this.at;
      if (!this.takes(REST)) unusual();
      isLast = this.text.slice(end, this.at).includes('#');
    }
    const [only = '', ...more] = lines;
    return more.length === 0 ? resolve(only) : lines.join(' ');
  }

  /** Text, or a collection in brackets, wherever it ends. */
  private inside(indent: number): Value {
    switch (this.text[this.at]) {
      case '{': {
        const entries: Record<string, Value> = {};
        this.list('}', indent, () => {
          const key = this.newKey(entries);
          this.space(indent);
          const next = this.text[this.at];
          entries[key] = next === ',' || next === '}' ? null : this.inside(indent);
        });
        return entries;
      }
      case '[': {
        const entries: Value[] = [];
        this.list(']', indent, () => entries.push(this.inside(indent)));
        return entries;
      }
      case '"':
        return this.quoted(DOUBLE).replace(/\\(["\\])/gu, '$1');
      case "'":
        return this.quoted(SINGLE).replaceAll("''", "'");
      default:
        if (!this.looksAt(PLAIN_START)) unusual();
        return resolve(this.take(PLAIN_INSIDE));
    }
  }

  private list(close: string, indent: number, entry: () => void): void {
    this.at += 1;
    this.space(indent);
    if (this.text[this.at] === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      entry();
      this.space(indent);
      const part = this.text[this.at];
      this.at += 1;
      if (part === close) return;
      if (part !== ',') unusual();
      this.space(indent);
    }
  }

  /** Blanks, comments and line ends between brackets; what follows on a new line lies deeper than the collection's key. */
  private space(indent: number): void {
    if (this.takes(REST)) {
      const next = this.nextIndent();
      this.at += next !== null && next > indent ? next : unusual();
    } else this.take(BLANK);
  }

  private quoted(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return unusual();
    this.at += match[0].length;
    return match[1] ?? '';
  }

  /** A key that its collection does not have yet, and the colon after it. */
  private newKey(entries: object): string {
    const key = this.take(KEY);
    if (key === '' || WORDS.has(key) || Object.hasOwn(entries, key)) unusual();
    this.at += 1;
    return key;
  }

  /** Goes on to the next line that says something, if it is at this indent and of the same kind; what lies deeper, or between, is not everyday. */
  private isNextAt(indent: number, hyphen: boolean): boolean {
    const next = this.nextIndent();
    if (next === null || next < indent) return false;
    if (next > indent) return unusual();
    if (this.text.startsWith('- ', this.at + next) !== hyphen) return unusual();
    this.at += next;
    return true;
  }

  /** The indent of the next line that says something; null at the end. */
  private nextIndent(): number | null {
    this.take(EMPTY_LINES);
    return this.indentHere();
  }

  /** The blanks at a line's start; null at the end of the text. */
  private indentHere(): number | null {
    BLANK.lastIndex = this.at;
    const blanks = BLANK.exec(this.text)?.[0].length ?? 0;
    return this.at + blanks === this.text.length ? null : blanks;
  }

  private column(): number {
    return this.at - (this.text.lastIndexOf('\n', this.at - 1) + 1);
  }

  private looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  private takes(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at += match[0].length;
    return match !== null;
  }

  private take(pattern: RegExp): string {
    const from = this.at;
    this.takes(pattern);
    return this.text.slice(from, this.at);
  }
}

function resolve(plain: string): Value {
  const word = WORDS.get(plain);
  if (word !== undefined) return word;
  if (WHOLE.test(plain)) return Number(plain);
  return NUMBERLIKE.test(plain) ? unusual() : plain;
}
