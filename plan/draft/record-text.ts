import type { ReviewReason } from '../extract/draft.js';
import type { Language } from '../messages/message.js';
import { parsePlan } from '../record/parse-plan.js';
import type { Fault } from '../record/fault.js';
import type { Catalogue } from '../record/schema.js';
import type { DraftRecord } from './draft-record.js';
import { type RecordText, recordYaml } from './record-yaml.js';

/** A draft's record as text, tried out on the reader of records. */
export interface TriedRecord extends RecordText {
  /** What a person must still complete before the record is whole: facts of the plan, never its entries. */
  faults: Fault[];
}

/** Mending one entry can bring up another's fault, for a sum stands on its parts; more rounds than this none needs. */
const ROUNDS = 5;

/** Writes a draft as a record that the reader of records accepts, but for facts nobody knows yet: an entry it refuses becomes a comment with the reader's reason. */
export function recordText(draft: DraftRecord, catalogue: Catalogue, language: Language, file: string): TriedRecord {
  const refused = new Map<string, ReviewReason>();
  for (let round = 1; ; round += 1) {
    const written = recordYaml(draft, catalogue, language, refused);
    const { faults } = parsePlan(file, written.text, catalogue);
    const entries = faults.flatMap(({ path, message }) => {
      const [, list, index] = /^(figures|claims)\[(\d+)\]/u.exec(path) ?? [];
      const id = list === 'figures' || list === 'claims' ? written[list][Number(index)] : undefined;
      return id === undefined ? [] : [{ id, message }];
    });
    if (entries.length === 0 || round > ROUNDS) return { ...written, faults };
    for (const { id, message } of entries) refused.set(id, { code: 'draft.refused', args: { message } });
  }
}
