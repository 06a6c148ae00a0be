import type { DraftLeftOut } from './draft.js';
import { whyNone } from './exclusions.js';
import type { Reading } from './reading.js';

/** Why a number is neither figure nor claim, or null where it is one. */
export function leaveOut({ quantity, kind, subject, subjectFrom, before, lead }: Reading, tail: string): DraftLeftOut['why'] | null {
  if (quantity.place !== null && kind !== 'rank') return 'other';
  if (kind !== 'figure' && quantity.foreign === null) return kind === 'rank' || quantity.unit !== '元' ? null : 'budget';
  return whyNone(quantity, { before, lead, tail, name: subject?.name ?? '', known: subject?.indicator != null, ahead: subjectFrom === 'lead' });
}
