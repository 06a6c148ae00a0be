import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rounded } from './median.js';

export interface DocumentTimes {
  /** Milliseconds a document of 30 kB, over so many in one run. */
  each: { documents: number; ms: number }[];
  /** Milliseconds a kilobyte, in one document of so many. */
  long: { kB: number; ms: number }[];
}

const KB = 30;
const COUNTS = [10, 40, 160];
const LENGTHS = [30, 120, 480];

/** What reading documents costs, from the command line, starting and catalogue included: both rows should stay level. */
export function measureDocuments(): DocumentTimes {
  const folder = mkdtempSync(path.join(tmpdir(), 'planbook-bench-'));
  const file = (name: string, kB: number): string => {
    const document = path.join(folder, name);
    writeFileSync(document, documentOf(kB));
    return document;
  };
  const many = Array.from({ length: Math.max(...COUNTS) }, (_, index) => file(`${index}.txt`, KB));
  const each = COUNTS.map((documents) => ({ documents, ms: rounded(extract(many.slice(0, documents)) / documents, 1) }));
  const long = LENGTHS.map((kB) => ({ kB, ms: rounded(extract([file(`long-${kB}.txt`, kB)]) / kB, 2) }));
  rmSync(folder, { recursive: true });
  return { each, long };
}

export const documentLines = ({ each, long }: DocumentTimes): string[] => [
  'Documents read into drafts, from the command line',
  `  of 30 kB: ${each.map(({ documents, ms }) => `${ms.toFixed(1)} ms each of ${documents}`).join(', ')}`,
  `  in one: ${long.map(({ kB, ms }) => `${ms.toFixed(2)} ms a kB of ${kB}`).join(', ')}`,
];

/** A made-up plan of so many kilobytes: the same chapters over and over under headings that count on. */
function documentOf(kB: number): string {
  const [head = '', chapters = ''] = readFileSync('tests/fixtures/documents/made-up-plan.txt', 'utf8').split('一、发展基础');
  const numerals = '一二三四五六七八九十';
  let text = head;
  for (let chapter = 0; Buffer.byteLength(text) < kB * 1000; chapter += 1)
    text += `${numerals.charAt(chapter % 10)}、发展基础${chapters.replace('312', String(100 + chapter))}`;
  return text;
}

function extract(files: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [path.resolve('dist/planbook.cjs'), 'extract', '--json', ...files], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`planbook extract ended with ${String(status)}: ${stderr}`);
  return time;
}
