import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonList } from '../../generator/cli/json-list.js';

function printed(items: readonly unknown[]): string {
  const lines: string[] = [];
  const list = new JsonList((text) => lines.push(text));
  for (const item of items) list.add(item);
  list.close();
  return lines.join('\n');
}

test.each([[[]], [[1]], [[{ a: [] }, [[], { b: 'x\ny\u2028z' }]]]])('%j is printed as JSON.stringify prints it', (items) => {
  expect(printed(items)).toBe(JSON.stringify(items, null, 2));
});

test('so is any list', () => {
  fc.assert(fc.property(fc.array(fc.jsonValue()), (items) => printed(items) === JSON.stringify(items, null, 2)));
});
