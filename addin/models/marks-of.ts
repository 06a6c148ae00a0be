import type { Checked } from '../engine/shown.js';
import { parseCellAddress } from '../excel/cell-address.js';
import type { Mark, MarkLook } from '../excel/marks.js';
import { kindOf } from './check-model.js';

/** One mark a cell, of the worst that is said about it; what passes is not marked. */
export function marksOf({ findings }: Checked): Mark[] {
  const marks = new Map<string, MarkLook>();
  // Findings come worst first.
  for (const finding of findings) {
    const kind = kindOf(finding);
    if (kind === 'pass') continue;
    for (const cell of finding.cells) if (!marks.has(cell)) marks.set(cell, kind);
  }
  return [...marks].flatMap(([cell, look]) => {
    const at = parseCellAddress(cell);
    return at ? [{ ...at, look }] : [];
  });
}
