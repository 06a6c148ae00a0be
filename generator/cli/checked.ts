import type { LocatedFinding } from '../../plan/check-workbook.js';
import type { Change } from '../../plan/contract/change.js';
import type { Finding } from '../../plan/report/findings.js';

/** The findings of one record or one returned workbook. */
export interface Checked {
  plan: string;
  /** Null for a record: its plan's id names it. */
  file: string | null;
  findings: readonly (Finding | LocatedFinding)[];
  /** What changed in a workbook since it was generated; empty for a record. */
  changes: readonly Change[];
}
