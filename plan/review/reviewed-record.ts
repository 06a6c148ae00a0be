import { recordText } from '../draft/record-text.js';
import { message } from '../messages/message.js';
import type { Fault } from '../record/fault.js';
import type { Catalogue } from '../record/schema.js';
import type { Review } from './read-review.js';

/** A reviewed draft as a record, and what of it is not in order, by cell. */
export interface ReviewedRecord {
  id: string;
  text: string;
  /** Cells that cannot be read as what they should hold: the record must not be taken from such a review. */
  unreadable: Fault[];
  /** Facts still missing or wrong, and entries accepted that cannot stand in a record yet (they are comments at its end). */
  incomplete: Fault[];
  /** What the reviewer should know though nothing is wrong. */
  notes: string[];
}

/** Where a fault of the record has its cell: the path there, and the fact here. */
const FACT_PATHS: [RegExp, string][] = [
  [/^place\.parent\.code/u, 'parentCode'],
  [/^place\.parent/u, 'parent'],
  [/^place\.level/u, 'level'],
  [/^place\.code/u, 'code'],
  [/^source\.(document|sha256|grade)/u, '$1'],
  [/^(id|title|place|issuer|issued|baseYear|firstYear|lastYear)(?:\.|$)/u, '$1'],
];

function factAt(path: string): string | null {
  const found = FACT_PATHS.find(([pattern]) => pattern.test(path));
  return found ? found[1].replace('$1', found[0].exec(path)?.[1] ?? '') : null;
}

/** Turns a review into a record; `file` is the workbook's name in what is said of it. */
export function reviewedRecord(review: Review, catalogue: Catalogue, file: string): ReviewedRecord {
  const { draft, language, undecided, removed } = review;
  const at = (cell: string | null, path: string, text: string): Fault => (cell === null ? { file, path, message: text } : { file, path: cell, message: text });
  const written = recordText(draft, catalogue, language, file);
  const open = new Set([...draft.figures, ...draft.claims].flatMap(({ id, review: reason }) => (reason ? [id] : [])));
  const facts = written.faults.map(({ path, message: text }): Fault => {
    const fact = factAt(path);
    return at(fact === null ? null : review.addressOf(fact), path, text);
  });
  const blocked = written.blocked.filter(({ id }) => !open.has(id));
  const left = written.blocked.length - blocked.length;
  const some = (cells: readonly string[]): string => `${cells.slice(0, 3).join(', ')}${cells.length > 3 ? `, and ${cells.length - 3} more` : ''}`;
  return {
    id: draft.id,
    text: written.text,
    unreadable: review.faults.map(({ cell, message: text }) => at(cell, '', text)),
    incomplete: [...facts, ...blocked.map(({ id, reason }) => at(review.addressOf(id), id, message(language, reason.code, reason.args)))],
    notes: [
      ...(undecided.length > 0
        ? [`${file}: note: ${undecided.length} rows are not decided yet (${some(undecided)}); what they hold is marked as to review`]
        : []),
      ...(left > 0 ? [`${file}: note: ${left} of them cannot stand in a record yet and are left out of it`] : []),
      ...(removed.length > 0 ? [`${file}: note: ${removed.length} rows were deleted (${some(removed)}) and count as dropped`] : []),
    ],
  };
}
