import { parseUnit } from '../number/unit.js';
import type { IndicatorNames } from './indicator-names.js';
import type { Quantity } from './quantities.js';
import type { Subject } from './subjects.js';

/** Completes a unit that print cuts short (900万) from what the subject is counted in. */
export function fitted(quantity: Quantity, subject: Subject | null, names: IndicatorNames, words: string): Quantity {
  if (!quantity.bare) return quantity;
  const unit = subject?.indicator == null ? undefined : names.entries.get(subject.indicator)?.unit;
  const base = unit === undefined ? null : parseUnit(unit)?.base;
  if (base === '元' || (base == null && /额|经费|资金|收入|产值|投入|支出|投资|值|GDP|税/u.test(words))) return quantity;
  const counted = base ?? (words.includes('人') ? '人' : words.includes('专利') ? '件' : null);
  return counted === null ? quantity : { ...quantity, unit: quantity.unit.replace(/元$/u, counted) };
}
