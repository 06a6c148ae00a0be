import path from 'node:path';
import type { Plan } from '../../plan/plan.js';
import type { Fault } from '../../plan/record/fault.js';
import { parsePlan } from '../../plan/record/parse-plan.js';
import type { Catalogue } from '../../plan/record/schema.js';
import { readReview } from '../../plan/review/read-review.js';
import { type ReviewedRecord, reviewedRecord } from '../../plan/review/reviewed-record.js';
import { LIMITS, UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { loadCatalogue } from './load-catalogue.js';
import { readFileWithin } from './read-file.js';
import { reasonOf } from './write-file.js';

type Loaded = { reviewed: ReviewedRecord; catalogue: Catalogue } | { faults: Fault[] };

/** Reads a review workbook as the record it gives. */
export function readReviewed(file: string, cataloguePath?: string): Loaded {
  const fault = (message: string): Loaded => ({ faults: [{ file, path: '', message }] });
  let bytes: Buffer;
  try {
    bytes = readFileWithin(file, LIMITS.fileBytes);
  } catch (error) {
    return fault((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file; name a review workbook' : `cannot be read (${reasonOf(error)})`);
  }
  const { catalogue, faults } = loadCatalogue(path.dirname(file), cataloguePath);
  if (catalogue === null) return { faults };
  try {
    const review = readReview(readWorkbook(bytes), catalogue);
    if (!review) return fault('not a workbook of planbook extract --review; name one, or a record (.yaml)');
    return { reviewed: reviewedRecord(review, catalogue, file), catalogue };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return fault(error.message);
    throw error;
  }
}

/** A plan of a review workbook, and the record's text that `extract --apply` would write. */
interface ReviewedPlan {
  file: string;
  plan: Plan;
  text: string;
}

/** Plans of review workbooks, for `generate`: one that is not in order is refused, cell by cell. */
export function loadReviewed(files: readonly string[], cataloguePath?: string): { plans: ReviewedPlan[]; faults: Fault[]; notes: string[] } {
  const plans: ReviewedPlan[] = [];
  const faults: Fault[] = [];
  const notes: string[] = [];
  for (const file of files) {
    const loaded = readReviewed(file, cataloguePath);
    if ('faults' in loaded) {
      faults.push(...loaded.faults);
      continue;
    }
    const { unreadable, incomplete, text, notes: own } = loaded.reviewed;
    notes.push(...own);
    faults.push(...unreadable, ...incomplete);
    if (unreadable.length + incomplete.length > 0) continue;
    const { plan, faults: found } = parsePlan(file, text, loaded.catalogue);
    faults.push(...found);
    if (plan) plans.push({ file, plan, text });
  }
  return { plans, faults, notes };
}
