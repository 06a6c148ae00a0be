import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PartWriter } from '../../generator/xlsx/part-writer.js';

/** What stands in the part after a text was written between two marks. */
function written(text: string): string {
  const out = new PartWriter();
  out.markup('<t>');
  out.text(text);
  out.markup('</t>');
  const { deflated, size } = out.pack();
  const bytes = inflateRawSync(Buffer.concat(deflated));
  expect(bytes.length).toBe(size);
  return bytes.toString('utf8');
}

/** Short texts and long ones are written in two ways. */
const LONG = '规'.repeat(50);

test.each([
  ['', ''],
  ['A1<>"" & B1>=2', 'A1&lt;&gt;"" &amp; B1&gt;=2'],
  ['&&&&&&&&&&', '&amp;'.repeat(10)],
  ['34.94亿元，≥450家', '34.94亿元，≥450家'],
  ['café µg/m³', 'café µg/m³'],
  ['two\nlines\tof it', 'two\nlines\tof it'],
  ['𠮷 is of a pair', '𠮷 is of a pair'],
  ['a half \uD842 of one', 'a half \uFFFD of one'],
  ['no \u0001 \uFFFE \uFFFF', 'no \uFFFD \uFFFD \uFFFD'],
])('%j', (text, escaped) => {
  expect(written(text)).toBe(`<t>${escaped}</t>`);
  expect(written(text + LONG)).toBe(`<t>${escaped}${LONG}</t>`);
});
