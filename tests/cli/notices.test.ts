import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const notices = (folder: string): string => readFileSync(`${folder}/THIRD-PARTY-NOTICES.txt`, 'utf8');
/** A package's line in the table, and the text of its licence below. */
const told = (text: string, name: string): boolean => new RegExp(`^${name}[^\\n]*\\n`, 'mu').test(text) && text.includes(`\n${name} `);

test.each([
  'exceljs',
  'mammoth',
  'fflate',
  'saxes',
  'yaml',
  'zod',
  'commander',
  'parse5',
  'unpdf',
  'opencc-js',
  'pdf.js',
  'Adobe character maps',
  'GB/T 2260 codes',
])('%s is in the notices beside the command line', (name) => {
  expect(told(notices('dist'), name)).toBe(true);
});

test.each(['@fluentui/web-components', '@microsoft/fast-element', '@microsoft/office-js', 'fflate', 'zod'])(
  '%s is in the notices beside the task pane',
  (name) => {
    expect(told(notices('dist/pane'), name)).toBe(true);
  },
);

test('each licence has a text, and none is unknown', () => {
  for (const folder of ['dist', 'dist/pane'].filter(existsSync)) {
    const [, ...texts] = notices(folder).split('='.repeat(80));
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) expect(text.trim().length, text.slice(0, 60)).toBeGreaterThan(300);
    expect(notices(folder)).not.toMatch(/\bunknown$/mu);
  }
});
