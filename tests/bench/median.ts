/** The middle of a series, or the mean of the two in the middle. */
export function median(series: readonly number[]): number {
  const sorted = [...series].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export const rounded = (value: number, decimals = 2): number => Number(value.toFixed(decimals));
