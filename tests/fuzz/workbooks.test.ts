import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkWorkbook } from '../../plan/check-workbook.js';
import { readComparisonContract } from '../../plan/compare/contract.js';
import { earlierWorkbook } from '../../plan/contract/earlier-workbook.js';
import { UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import { readWorkbook, type ReadWorkbook } from '../../plan/xlsx/read-workbook.js';
import { openParts, packParts, replaceIn, withPart } from '../readers/package-parts.js';
import { edited, partOf, withHiddenRow } from '../returned/edit-workbook.js';
import { GENERATED, RETURNED } from '../returned/made-workbook.js';
import { byteMutations, mistyped, type Mutation, mutated, mutatedBytes, mutations } from './mutations.js';
import { fuzz, timeOf } from './runs.js';

const GOOD = readWorkbook(GENERATED);
/** The same as it comes back: figures corrected, a formula typed over, others that lead elsewhere or are shared, a row hidden. */
const TOUCHED = withPart(
  withHiddenRow(
    edited(GENERATED, {
      'fig/amount||2020/value': 16,
      'fig/count||2025/low': 99,
      'fig/amount||2025/note': { formula: "'[other.xlsx]a'!A1", stored: 'x' },
      'fig/count||2020/key': 'count||2021',
    }),
    'fig/top||2020/value',
  ),
  partOf(GOOD, '原文数据'),
  (xml) =>
    replaceIn(
      xml,
      '</sheetData>',
      '<row r="900"><c r="A900"><f t="shared" ref="A900:A902" si="0">$B$1+B900*2</f><v>0</v></c></row><row r="901"><c r="A901"><f t="shared" si="0"/><v>0</v></c></row></sheetData>',
    ),
);
const BOOKS = [openParts(GENERATED), openParts(TOUCHED)];
const PARTS = openParts(GENERATED);
const READ = [...PARTS.keys()].filter((name) =>
  /^xl\/(?:workbook|sharedStrings|_rels\/workbook|worksheets\/sheet)[^/]*\.(?:xml|rels)$|workbook\.xml\.rels/u.test(name),
);

/** What a function gives, or null where it refuses in one line; anything else it throws is a failure. */
function orRefused<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    expect(error.message).toMatch(/^[^\n\r]+$/u);
    expect(error.told('zh')).toMatch(/^[^\n\r]+$/u);
    return null;
  }
}

test('bytes changed, cut or doubled: refused, or read as if nothing had happened', { timeout: timeOf('bytes') }, () =>
  fuzz('bytes', fc.tuple(byteMutations, fc.constantFrom<[number, number][]>([0, 1], [0.9, 1])), ([changes, where]) => {
    const read = orRefused(() => readWorkbook(mutatedBytes(GENERATED, changes, where)));
    // The sums of the parts see to it that no number comes out as another one.
    if (read) expect(read).toEqual(GOOD);
    return read !== null;
  }),
);

interface XmlMutation {
  part: number;
  kind: 'text' | 'without' | 'twice' | 'swap' | 'number' | 'digits' | 'attribute';
  at: number;
  changes: Mutation[];
  number: string;
}
const XML_MUTATIONS: fc.Arbitrary<XmlMutation[]> = fc.array(
  fc.record({
    part: fc.nat(READ.length - 1),
    kind: fc.constantFrom<XmlMutation['kind'][]>('text', 'without', 'twice', 'swap', 'number', 'number', 'digits', 'digits', 'digits', 'attribute'),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    changes: mutations(3),
    number: fc.constantFrom('0', '-1', '1e308', '1e-320', '0.1', '9'.repeat(20), '1048577', 'NaN', '', 'Infinity', '4294967296'),
  }),
  { minLength: 1, maxLength: 3 },
);

/** What stands at a place of a text among the matches of a pattern. */
function nth(text: string, pattern: RegExp, at: number): { start: number; text: string } | null {
  const all = [...text.matchAll(pattern)];
  const match = all[Math.floor(at * all.length)];
  return match ? { start: match.index, text: match[0] } : null;
}

function changedXml(xml: string, { kind, at, changes, number }: XmlMutation): string {
  const put = (found: { start: number; text: string } | null, becomes: (text: string) => string): string =>
    found ? xml.slice(0, found.start) + becomes(found.text) + xml.slice(found.start + found.text.length) : xml;
  const element = /<(\w+)(?: [^<>]*)?(?:\/>|>[^<]*<\/\1>)/gu;
  switch (kind) {
    case 'text':
      return mutated(xml, changes);
    case 'without':
      return put(nth(xml, element, at), () => '');
    case 'twice':
      return put(nth(xml, element, at), (text) => text + text);
    case 'swap':
      return put(nth(xml, /[\w:]+="[^"]*" [\w:]+="[^"]*"/gu, at), (text) => text.replace(/^([\w:]+)="([^"]*)" ([\w:]+)="([^"]*)"$/u, '$1="$4" $3="$2"'));
    case 'number':
      return put(nth(xml, /(?<=[">$])\d+(?:\.\d+)?(?=["<$])/gu, at), () => number);
    case 'digits':
      return put(nth(xml, /(?<=<v>)[^<]*\d[^<]*(?=<)/gu, at), (text) => mistyped(text, [{ at, digit: Math.floor(at * 1000) % 10 }]));
    case 'attribute':
      return put(nth(xml, / [\w:]+="[^"]*"/gu, at), () => '');
  }
}

/** Whatever was accepted: its checks can be made, and it can be generated over. */
function isUsable(read: ReadWorkbook): void {
  const report = orRefused(() => checkWorkbook(read, 'zh', '0'));
  for (const { outcome, message } of report?.findings ?? []) {
    expect(['pass', 'fail', 'undecided']).toContain(outcome);
    expect(message).not.toBe('');
  }
  orRefused(() => readComparisonContract(read));
  const earlier = orRefused(() => earlierWorkbook(read, RETURNED, 'zh'));
  if (earlier?.refusal === null) for (const value of earlier.entries?.cells.values() ?? []) expect(['string', 'number', 'boolean']).toContain(typeof value);
}

test('XML of its parts changed: refused, or its checks can be made', { timeout: timeOf('parts') }, () =>
  fuzz('parts', fc.tuple(fc.constantFrom(...BOOKS), XML_MUTATIONS), ([book, changes]) => {
    const parts = new Map(book);
    for (const change of changes) {
      const name = READ[change.part] ?? '';
      parts.set(name, changedXml(parts.get(name) ?? '', change));
    }
    const read = orRefused(() => readWorkbook(packParts(parts)));
    if (read) isUsable(read);
    return read !== null;
  }),
);
