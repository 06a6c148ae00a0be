import path from 'node:path';
import { LIMITS } from '../../plan/xlsx/limits.js';
import { planInputs, workbookHash } from './inputs.js';
import { listRecords } from './list-records.js';
import { splitInputs } from './load-workbooks.js';
import { readFileWithin } from './read-file.js';
import { catalogueHasher, catalogueOf, NO_RECORD, readText } from './read-record.js';

/**
 * Hashes of what `loadPlans` would read of inputs, without reading it as plans: by them a comparison that stands is known to be of the
 * same. Null where one of them cannot be read, which is to be told each time.
 */
export function comparedHashes(inputs: readonly string[], catalogue: string | undefined, written: ReadonlySet<string>): string[] | null {
  const { workbooks, others } = splitInputs(inputs);
  const { files, faults } = others.length > 0 ? listRecords(others, catalogue) : { files: [], faults: [] };
  if (faults.length > 0) return null;
  const catalogueHash = catalogueHasher();
  const hashes: string[] = [];
  for (const file of files) {
    const [record, of] = [readText(file, NO_RECORD).hash, catalogueHash(catalogueOf(file, catalogue))];
    if (record === null || of === null) return null;
    hashes.push(planInputs(record, of));
  }
  for (const file of workbooks) {
    if (written.has(path.resolve(file))) continue;
    try {
      hashes.push(workbookHash(readFileWithin(file, LIMITS.fileBytes)));
    } catch {
      return null;
    }
  }
  return hashes;
}
