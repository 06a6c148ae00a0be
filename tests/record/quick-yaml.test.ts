import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { quickYaml } from '../../plan/record/quick-yaml.js';
import { SEEDS } from '../seeds.js';

/** What the parser of the whole language says: a value, or nothing where it finds a fault. */
function whole(text: string): { value: unknown } | null {
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true });
  return document.errors.length > 0 ? null : { value: document.toJS() as unknown };
}

/** Nothing may be read otherwise, and nothing that is a fault may be read at all. */
function agree(text: string): boolean {
  const quick = quickYaml(text);
  if (quick) expect(quick, JSON.stringify(text)).toEqual(whole(text));
  return quick !== null;
}

const SEED_FILES = readdirSync(SEEDS).filter((name) => name.endsWith('.yaml'));
const texts = SEED_FILES.map((name) => readFileSync(path.join(SEEDS, name), 'utf8'));

test.each(SEED_FILES)('%s is read quickly', (name) => {
  expect(agree(readFileSync(path.join(SEEDS, name), 'utf8'))).toBe(true);
});

describe('what is read', () => {
  test.each([
    ['text, plain and in quotes', `a: 13.7亿元\nb: "x \\" y \\\\"\nc: 'it''s'\n`, { a: '13.7亿元', b: 'x " y \\', c: "it's" }],
    ['whole numbers and words', 'a: 2020\nb: 0\nc: true\nd: False\ne: null\nf: ~\ng:\n', { a: 2020, b: 0, c: true, d: false, e: null, f: null, g: null }],
    ['text that only begins as a number', 'a: 2021-11\nb: -5%\nc: 12:30\nd: 1 2\n', { a: '2021-11', b: '-5%', c: '12:30', d: '1 2' }],
    [
      'groups and lists',
      'a:\n  b: 1\n  c:\n    - x\n    - {y: 1, z: [p, q]}\n    - k: 1\n      l: 2\n',
      { a: { b: 1, c: ['x', { y: 1, z: ['p', 'q'] }, { k: 1, l: 2 }] } },
    ],
    ['brackets over several lines', 'a: {b: 1,   # why\n    c: [x,\n      y]}\n', { a: { b: 1, c: ['x', 'y'] } }],
    ['comments', '# top\na: 1 # one\n\n  # between\nb: x#y\n# end', { a: 1, b: 'x#y' }],
    ['text that goes on', 'a: one\n  two\n  three\nb:\n  four\n', { a: 'one two three', b: 'four' }],
    ['folded text', 'a: >-\n  one: 1\n  # no comment\nb: 2\n', { a: 'one: 1 # no comment', b: 2 }],
    ['no line end at the end', 'a: {}\nb: []', { a: {}, b: [] }],
  ])('%s', (_, text, value) => {
    expect(agree(text)).toBe(true);
    expect(quickYaml(text)?.value).toEqual(value);
  });
});

describe('what is read alike, or left to the parser that knows places', () => {
  test.each([
    ['an anchor and its alias', 'a: &x 1\nb: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a merge key', 'a: {b: 1}\n<<: {c: 2}\n'],
    ['a key given twice', 'a: 1\na: 2\n'],
    ['a key given twice in brackets', 'a: {b: 1, b: 2}\n'],
    ['a decimal', 'a: 1.5\n'],
    ['a signed number', 'a: -1\nb: +2\n'],
    ['an exponent, which a hash may look like', 'a: 1e400\n'],
    ['octal, hexadecimal and leading zeros', 'a: 0o17\nb: 0xff\nc: 007\n'],
    ['infinity', 'a: .inf\n'],
    ['more digits than a number keeps', 'a: 1234567890123456\n'],
    ['an escape', 'a: "\\u4e00"\n'],
    ['quotes over two lines', 'a: "x\n  y"\n'],
    ['folded text with blanks below', 'a: >-\n a\n  '],
    ['folded text with a line that looks like a comment', 'a: >-\n a\n   # b\n'],
    ['folded text with an empty line', 'a: >-\n  a\n\n  b\n'],
    ['literal text', 'a: |\n  x\n'],
    ['a tab', 'a:\t1\n'],
    ['a carriage return', 'a: 1\r\n'],
    ['a byte order mark', '\uFEFFa: 1\n'],
    ['a second document', 'a: 1\n---\nb: 2\n'],
    ['a list at its key’s own indent', 'a:\n- 1\n'],
    ['a key in quotes', '"a": 1\n'],
    ['a key that is no text', 'null: 1\ntrue: 2\n'],
    ['a name that objects have of their own', '__proto__: {a: 1}\n'],
    ['a key of many characters', `${'k'.repeat(200)}: 1\n`],
    ['an indent of its own', 'a:\n    b: 1\n  c: 2\n'],
    ['a colon within text', 'a: b: c\n'],
    ['a full-width colon', 'a：1\n'],
    ['brackets that do not close', 'a: {b: 1\n'],
    ['a bracket that closes at the key’s indent', 'a: {b: 1\n}\n'],
    ['text after quotes', 'a:\n\n-  "b" c: 1\n'],
    ['something after brackets', 'a: {b: 1} c\n'],
    ['a list alone', '- a\n'],
    ['nothing', ''],
    ['comments alone', '# a\n'],
  ])('%s', (_, text) => {
    expect(() => agree(text)).not.toThrow();
  });
});

const PIECES = [
  'a',
  'bc',
  ': ',
  ':',
  ' ',
  '  ',
  '\n',
  '\n  ',
  '\n    ',
  '- ',
  '\n- ',
  '{',
  '}',
  '[',
  ']',
  ',',
  ', ',
  '"',
  "'",
  '#',
  ' # ',
  '1',
  '20',
  '.',
  '-',
  '+',
  'e',
  '~',
  'null',
  'true',
  '>-\n',
  '|',
  '&',
  '*',
  '!',
  '%',
  '@',
  '`',
  '?',
  '=',
  '\\',
  '中',
  '，',
  '：',
  '\u3000',
  '\u{20BB7}',
  '\u00A0',
  '\t',
];
const edit = fc.tuple(fc.nat(), fc.nat({ max: 6 }), fc.constantFrom(...PIECES));

test('texts of random pieces are read as the whole language reads them, or left to it', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
      if (agree(`a: ${pieces.join('')}`)) read += 1;
      if (agree(`k:\n  - a: ${pieces.join('')}\n    b: 1\n`)) read += 1;
    }),
    { numRuns: 5_000, seed: 20 },
  );
  expect(read).toBeGreaterThan(500);
});

test('stretches of the records, changed at random, too', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 12 }), fc.array(edit, { minLength: 1, maxLength: 3 }), (text, from, count, edits) => {
      const lines = text.split('\n');
      const start = from % lines.length;
      // A stretch that begins within something is put below a key of its own.
      let changed = `${lines[start]?.startsWith(' ') ? 'k:\n' : ''}${lines.slice(start, start + count + 1).join('\n')}\n`;
      for (const [at, removed, piece] of edits) {
        const position = at % changed.length;
        changed = changed.slice(0, position) + piece + changed.slice(position + removed);
      }
      if (agree(changed)) read += 1;
    }),
    { numRuns: 3_000, seed: 20 },
  );
  expect(read).toBeGreaterThan(200);
});
