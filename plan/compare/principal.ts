import type { Plan } from '../plan.js';
import type { Entry } from './comparison.js';

/**
 * Of a plan's entries for one indicator and basis, the one an overview shows: of its own place, dated, of one year, and the last
 * within the plan's years (for present values: up to its base year); else whatever comes nearest. Null where there is none.
 */
export function principalEntry(plan: Plan, entries: readonly Entry[], basis: 'target' | 'measured'): Entry | null {
  const { record } = plan;
  const last = basis === 'target' ? record.lastYear : (record.baseYear ?? record.firstYear - 1);
  const own = entries.filter((entry) => entry.basis === basis && entry.scope === null && entry.value !== null);
  const worth = ({ year, fromYear }: Entry): number => (year === null ? 0 : (year <= last ? 20_000 : 10_000) + (fromYear === null ? 5_000 : 0) + year);
  return own.reduce<Entry | null>((best, entry) => (best === null || worth(entry) > worth(best) ? entry : best), null);
}
