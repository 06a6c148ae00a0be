import { normalisePrinted } from '../../plan/number/parse-printed.js';
import { conversion, parseUnit } from '../../plan/number/unit.js';

/** Measure words that count alike (个 and 家, 名 and 人) are told by one of them, as the core converts between them. */
const SPOKESMEN = ['家', '人'];

/**
 * One text for one quantity: 13600万元 and 1.36亿元 are the same, 2.6‰ and 0.26%, 9個 and 9家; 20件 and 20项 are not. A
 * range is its two ends. A unit the core does not know is compared by its spelling.
 */
export function quantityKey(value: number, high: number | null, unit: string): string {
  const spelt = normalisePrinted(unit).replace(/人\/年$/u, '人年');
  const known = parseUnit(spelt);
  const base = known === null ? spelt : (SPOKESMEN.find((word) => conversion(known.base, word) !== null) ?? known.base);
  const told = (number: number): string => String(Number((number * (known?.factor ?? 1)).toPrecision(12)));
  return `${told(value)}${high === null ? '' : `~${told(high)}`} ${base}`;
}
