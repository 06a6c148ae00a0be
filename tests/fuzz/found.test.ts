import { expect, test } from 'vitest';
import { parsePrinted } from '../../plan/number/parse-printed.js';
import { formatFault } from '../../plan/record/fault.js';
import { parsePlan } from '../../plan/record/parse-plan.js';
import { UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { openParts, packParts, replaceIn, withPart } from '../readers/package-parts.js';
import { partOf } from '../returned/edit-workbook.js';
import { GENERATED } from '../returned/made-workbook.js';
import { catalogue } from '../seeds.js';

/** Every failure that fuzzing has found, with the case it was shrunk to. */
const faults = (text: string): string[] => parsePlan('r.yaml', text, catalogue()).faults.map(formatFault);

test('a number of forty digits was read as another number', () => {
  expect(parsePrinted('1,000-9999999999999999999999999999999999999999亿元')).toBeNull();
});

test('a control character in a note came back from the workbook as an edit that nobody made', () => {
  expect(faults('title: {zh: "a\\0", en: b}\n')).toContainEqual(expect.stringMatching(/title\.zh: expected text without control characters/u));
});

test('a key that is a group of keys made a fault of several lines', () => {
  const told = faults('leftOut:\n  - {\n      a: 1,\n      note: {\n        zh: b,\n        en: c }\n    }: d\n');
  expect(told.length).toBeGreaterThan(0);
  for (const line of told) expect(line).not.toContain('\n');
});

test('a key that is a group of keys made the parser write a warning of its own', async () => {
  const warned: Error[] = [];
  const listen = (warning: Error): void => void warned.push(warning);
  process.on('warning', listen);
  faults('? {a: 1}\n: 2\n');
  // Warnings are told in the next turn.
  await new Promise((resolve) => setTimeout(resolve, 10));
  process.off('warning', listen);
  expect(warned).toEqual([]);
});

const FIGURES = partOf(readWorkbook(GENERATED), '原文数据');

test.each<[string, Uint8Array]>([
  ['without its shared texts, cells read as blank', packParts(new Map([...openParts(GENERATED)].filter(([name]) => name !== 'xl/sharedStrings.xml')))],
  ['a number that is none read as blank', withPart(GENERATED, FIGURES, (xml) => replaceIn(xml, '<v>15</v>', '<v>15O</v>'))],
])('%s', (_, bytes) => {
  expect(() => readWorkbook(bytes)).toThrow(UnreadableWorkbook);
});
