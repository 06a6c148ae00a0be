import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { SEEDS } from '../seeds.js';
import { type Measured, measured } from './measured.js';

const check = (name: string, text: string | Uint8Array | null): Measured =>
  inTemporaryFolder((folder) => {
    copyFileSync(path.join(SEEDS, 'catalogue.yaml'), path.join(folder, 'catalogue.yaml'));
    if (text !== null) writeFileSync(path.join(folder, name), text);
    return measured(folder, 'check', name);
  });
const list = (count: number, each: (index: number) => string): string => Array.from({ length: count }, (_, index) => each(index)).join('');
const laughs = (): string => `a0: &a0 [lol]\n${list(20, (index) => `a${index + 1}: &a${index + 1} [${list(9, () => `*a${index},`)}]\n`)}`;

/** What a record may be that someone sends, and what is said of it. The README lists the same. */
const REFUSED: readonly [what: string, text: () => string | Uint8Array, says: RegExp][] = [
  ['200 MB', () => new Uint8Array(200e6).fill(32), /larger than 6 MB; name a record/u],
  ['three million characters', () => '# a comment\n'.repeat(250_000), /longer than 2 million characters/u],
  ['aliases that multiply', laughs, /too many YAML aliases/u],
  ['50,000 anchors', () => list(50_000, (index) => `a${index}: &a${index} 1\n`), /:101: more than 100 YAML anchors|more than 100 YAML anchors/u],
  ['brackets nested 5,000 deep', () => '['.repeat(5000) + ']'.repeat(5000), /nested more than 100 deep/u],
  ['lists nested 5,000 deep on a line', () => `${'- '.repeat(5000)}a`, /nested more than 100 deep/u],
  ['keys nested 1,500 deep by indentation', () => list(1500, (index) => `${' '.repeat(index)}a:\n`), /nested more than 100 deep/u],
  ['a list of 900,000', () => `figures: [${'1,'.repeat(900_000)}]`, /more than 100000 entries/u],
  ['a list of 99,000 that are no figures', () => `figures: [${'1,'.repeat(99_000)}]`, /98911 more faults|more faults; mend these first/u],
  ['99,000 keys, which the parser compares each with each', () => list(99_000, (index) => `k${index}: 1\n`), /unknown key/u],
  ['keys of every object', () => '__proto__: {polluted: true}\nconstructor: 1\ntoString: 2\nhasOwnProperty: 3\n', /__proto__: unknown key/u],
  ['a scope called __proto__', () => 'scopes: {__proto__: {zh: a, en: b, relation: part}}\n', /contract: missing/u],
  ['a tag that makes objects elsewhere', () => 'id: !!js/function "function(){}"\n', /expected a group of keys|id:|Unresolved tag|missing/u],
  ['bytes that are no text', () => new Uint8Array([0xff, 0xfe, 0, 0xd8, 1]), /is not UTF-8 text/u],
];

describe('refused in lines of their own, nothing reached, before memory grows', () => {
  test.each(REFUSED)('%s', (what, text, says) => {
    const { status, complaints, peak, reached } = check('r.yaml', text());
    console.log(`${what}: ${peak.toFixed(0)} MB; ${complaints[0] ?? ''}`);
    expect({ status, reached }).toEqual({ status: 2, reached: [] });
    expect(complaints.find((line) => says.test(line)) ?? complaints.slice(0, 5)).toMatch(says);
    expect(peak).toBeLessThan(400);
  });
});

test.skipIf(process.platform === 'win32')('a device that never ends is refused', () => {
  const { status, complaints, peak } = check('/dev/zero', null);
  expect([status, complaints.length]).toEqual([2, 1]);
  expect(complaints[0]).toMatch(/larger than 6 MB/u);
  expect(peak).toBeLessThan(400);
});
