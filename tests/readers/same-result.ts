type Shown = string | number | boolean | null;

/**
 * Whether two programs show one result: of one type and value, "" and blank being one. Programs save 15 significant digits
 * of a number, each rounding the last in its own way, so numbers may differ by one there.
 */
export function sameResult(one: Shown, other: Shown): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return (one ?? '') === (other ?? '');
  return one === other || Math.abs(one - other) <= 10 ** (Math.floor(Math.log10(Math.abs(one))) - 14);
}
