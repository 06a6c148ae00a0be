import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { type Fault, firstFaults, formatPath } from './fault.js';
import { quickYaml } from './quick-yaml.js';
import { beyondBounds } from './yaml-bounds.js';

/** Finds the place of a path in the text, so that a fault found later can still be told by line and column. */
export type PlaceOf = (path: readonly PropertyKey[], key?: boolean) => { line: number; column: number };

export type Parsed<T> = { value: T; placeOf: PlaceOf; faults: [] } | { value: null; faults: Fault[] };

/** Reads YAML against a schema; every fault of the text and of the shape, each with its line and column. */
export function readYaml<S extends z.ZodType>(file: string, text: string, schema: S): Parsed<z.infer<S>> {
  const beyond = beyondBounds(text);
  if (beyond) return { value: null, faults: [{ file, path: '', ...beyond }] };
  // Nearly all texts are read quickly; where anything is to be said of a place, the parser that knows places is asked.
  const read = quickYaml(text);
  const quick = read && schema.safeParse(read.value);
  if (quick?.success) return { value: quick.data, placeOf: placesIn(text), faults: [] };
  const lineCounter = new LineCounter();
  // The parser's own look for keys given twice takes time by the square of their number.
  const document = parseDocument(text, { lineCounter, version: '1.2', uniqueKeys: false, logLevel: 'error' });
  // One slip makes the parser stumble many times; the first place is the one to mend.
  const first = document.errors[0] ?? keyGivenTwice(document);
  if (first) {
    const { line, col } = lineCounter.linePos(first.pos[0]);
    return {
      value: null,
      faults: [{ file, line, column: col, path: '', message: `not valid YAML: ${yamlMessage(first)}${hint(text.split('\n')[line - 1] ?? '')}` }],
    };
  }
  const placeOf: PlaceOf = (path, key = false) => placeIn(document.contents, path, key, lineCounter);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    return { value: null, faults: [{ file, line: 1, column: 1, path: '', message: 'too many YAML aliases; write the values out' }] };
  }
  const result = schema.safeParse(value, { error: describeIssue });
  if (result.success) return { value: result.data, placeOf, faults: [] };
  const issues = result.error.issues.flatMap((issue): [z.core.$ZodIssue, PropertyKey[]][] =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((name) => [issue, [...issue.path, name]]) : [[issue, issue.path]],
  );
  return {
    value: null,
    faults: firstFaults(file, issues, ([issue, path]) => {
      const message =
        issue.code === 'unrecognized_keys'
          ? `unknown key; remove it or correct its spelling${hint(String(path.at(-1)))}`
          : expectation(issue, valueAt(value, path));
      return { file, ...placeOf(path, issue.code === 'unrecognized_keys' || issue.code === 'invalid_key'), path: formatPath(path), message };
    }),
  };
}

/** Places in a text that was read without them: it is parsed again where one is asked for. */
function placesIn(text: string): PlaceOf {
  let parsed: { contents: Node | null; lines: LineCounter } | undefined;
  return (path, key = false) => {
    if (!parsed) {
      const lines = new LineCounter();
      parsed = { contents: parseDocument(text, { lineCounter: lines, version: '1.2', uniqueKeys: false }).contents, lines };
    }
    return placeIn(parsed.contents, path, key, parsed.lines);
  };
}

interface YamlError {
  code: string;
  message: string;
  pos: readonly [number, number];
}

function keyGivenTwice(document: Document): YamlError | null {
  let found: YamlError | null = null;
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) {
          const at = key.range?.[0] ?? 0;
          found = { code: 'DUPLICATE_KEY', message: 'Map keys must be unique', pos: [at, at] };
          return visit.BREAK;
        }
        keys.add(key.value);
      }
      return undefined;
    },
  });
  return found;
}

const yamlMessage = ({ code, message }: YamlError): string =>
  code === 'MULTIPLE_DOCS' ? 'a file holds one document; remove the line of three hyphens' : (message.split('\n')[0] ?? '').replace(/ at line.*$/u, '');

/** What an input method leaves behind most often. */
const hint = (line: string): string =>
  /[，：｛｝]/u.test(line) ? '; the line has a full-width ， or ： — between keys YAML wants , and a colon followed by a space' : '';

const KINDS: Record<string, string> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  object: 'a group of keys',
  record: 'a group of keys',
  array: 'a list',
  boolean: 'true or false',
};

function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'missing; it must be given';
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${KINDS[issue.expected] ?? issue.expected}, found ${show(issue.input)}`;
    case 'invalid_value':
      return `expected ${issue.values.map(String).join(' or ')}, found ${show(issue.input)}`;
    case 'invalid_key':
      return 'a key must be lower-case letters, digits and single hyphens';
    case 'invalid_union':
      return `not understood: ${show(issue.input)}`;
    default:
      return undefined;
  }
}

/** What a rule of the schema asks for is told with what was found instead; other messages tell it already. */
const expectation = ({ code, message }: z.core.$ZodIssue, found: unknown): string =>
  code === 'invalid_format' || code === 'too_small' || code === 'too_big' ? `expected ${message}, found ${show(found)}` : message;

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inside, part) => (typeof inside === 'object' && inside !== null ? (inside as Record<PropertyKey, unknown>)[part] : undefined), value);

const show = (value: unknown): string =>
  value === null ? 'nothing (null)' : typeof value === 'object' ? (Array.isArray(value) ? 'a list' : 'a group of keys') : JSON.stringify(value);

function placeIn(contents: Node | null, path: readonly PropertyKey[], key: boolean, lines: LineCounter): { line: number; column: number } {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? 0;
  path.forEach((part, index) => {
    if (!isMap(node)) {
      node = typeof part === 'number' && node && typeof node === 'object' && 'items' in node ? (node.items as unknown[])[part] : null;
    } else {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      const wantsKey = key && index === path.length - 1;
      node = wantsKey ? pair?.key : (pair?.value ?? pair?.key);
    }
    const range = (node as Node | null | undefined)?.range;
    if (range) offset = range[0];
  });
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
