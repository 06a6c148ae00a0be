import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type ComparisonContract, readComparisonContract } from '../../plan/compare/contract.js';
import { message } from '../../plan/messages/message.js';
import { LIMITS, UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import { type ReadWorkbook, readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { sealedSubject } from '../xlsx/seal.js';
import { workbookHash } from './inputs.js';
import { readFileWithin } from './read-file.js';
import { reasonOf } from './write-file.js';

/** Workbooks, those of other formats too: they are refused by name rather than passed over. What Excel keeps beside an open file (~$…) is none. */
const WORKBOOK = /^(?!~\$).*\.(?:xlsx|xlsm|xlsb|xls|et|ods)$/iu;
const RECORD = /\.ya?ml$/u;

/** Inputs told apart: returned workbooks, alone or in folders, and what else there is, for the records. A file named twice is one. */
export function splitInputs(inputs: readonly string[]): { workbooks: string[]; others: string[] } {
  const workbooks = new Map<string, string>();
  const others: string[] = [];
  for (const input of inputs) {
    const names = namesIn(input);
    const found = names
      ? names.filter((name) => WORKBOOK.test(name)).map((name) => path.join(input, name))
      : WORKBOOK.test(path.basename(input))
        ? [input]
        : [];
    for (const file of found) workbooks.set(path.resolve(file), file);
    if (names ? found.length === 0 || names.some((name) => RECORD.test(name)) : found.length === 0) others.push(input);
  }
  return { workbooks: [...workbooks.values()], others };
}

/** The files of a folder in order; null where it is no folder. */
function namesIn(input: string): string[] | null {
  try {
    return statSync(input).isDirectory() ? readdirSync(input).sort() : null;
  } catch {
    return null;
  }
}

/** What a workbook gives, with the hash of all of it, or one line that says why it cannot be read and what to do. */
export type FromWorkbook<T> = { value: T; hash: string; complaint: null } | { value: null; hash: null; complaint: string };

/**
 * Reads a returned plan with `read`, which answers null where the workbook is not Planbook's. What Planbook itself writes beside the plans
 * of a folder is no plan, and no mistake: what `readComparison` makes of it, or `comparison`, even where it is too large to be read, as long as nobody has touched it.
 */
export function fromWorkbook<T>(
  file: string,
  read: (workbook: ReadWorkbook) => T | null,
  readComparison: (workbook: ReadWorkbook, contract: ComparisonContract) => T | 'comparison' = () => 'comparison',
): FromWorkbook<T | 'comparison'> {
  const refuse = (why: string): FromWorkbook<T> => ({ value: null, hash: null, complaint: `${file}: ${why}` });
  let bytes: Buffer;
  try {
    bytes = readFileWithin(file, LIMITS.fileBytes);
  } catch (error) {
    const code = reasonOf(error);
    return refuse(
      code === 'ENOENT' ? 'no such file; name a record, a workbook or a folder of them' : `cannot be read (${code}); close it if it is open elsewhere`,
    );
  }
  const hash = workbookHash(bytes);
  try {
    const workbook = readWorkbook(bytes);
    const comparison = readComparisonContract(workbook);
    const value = comparison ? readComparison(workbook, comparison) : read(workbook);
    return value === null
      ? refuse('not a workbook of Planbook’s (it has no contract sheet); name one that planbook generate has written')
      : { value, hash, complaint: null };
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    return COMPARISON_SUBJECTS.includes(sealedSubject(bytes)) ? { value: 'comparison', hash, complaint: null } : refuse(error.message);
  }
}

const COMPARISON_SUBJECTS: readonly (string | null)[] = [message('zh', 'property.compare-subject'), message('en', 'property.compare-subject')];
