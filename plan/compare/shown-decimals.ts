import { conversion } from '../number/unit.js';
import type { Figure } from '../plan.js';
import type { Entry } from './comparison.js';

/** A value's decimals where it is shown: as many as the print has, converted; of what is computed, enough for three significant digits of the small. */
export function shownDecimals(entry: Pick<Entry, 'basis' | 'denominator' | 'unit' | 'value'>, figure: Figure | undefined): number {
  const printing = entry.basis === 'pace' || entry.denominator !== null ? undefined : figure?.printings[0];
  if (printing) {
    const factor = conversion(printing.unit, entry.unit) ?? 1;
    return Math.min(6, Math.max(0, printing.decimals - Math.round(Math.log10(factor))));
  }
  const size = Math.abs(entry.value ?? 1);
  return size >= 1 || size === 0 ? 2 : Math.min(6, 2 - Math.floor(Math.log10(size)));
}
