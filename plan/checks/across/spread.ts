/** A median and the median absolute deviation from it. */
interface Spread {
  median: number;
  deviation: number;
}

/**
 * The spread of all numbers but one, for each of them in turn: sorted once, each takes log n, where sorting the others anew for each
 * would take n² log n. In the order given.
 */
export function spreadOfOthers(numbers: readonly number[]): Spread[] {
  const order = numbers.map((_, index) => index).sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  const sorted = order.map((index) => numbers[index] ?? 0);
  const spreads: Spread[] = [];
  order.forEach((index, place) => {
    const others = (at: number): number => sorted[at < place ? at : at + 1] ?? 0;
    const count = sorted.length - 1;
    const median = middle(count, others);
    spreads[index] = { median, deviation: middle(count, (rank) => nearest(others, count, rank + 1, median)) };
  });
  return spreads;
}

/** The middle of so many, the k-th of which `at` tells; of an even number, half way between the two in the middle. */
function middle(count: number, at: (rank: number) => number): number {
  const half = Math.floor(count / 2);
  return count % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
}

/** How far the k-th nearest of sorted numbers lies from a point: the k nearest stand side by side, from where halving finds. */
function nearest(sorted: (at: number) => number, count: number, k: number, point: number): number {
  let [from, last] = [0, count - k];
  while (from < last) {
    const half = (from + last) >> 1;
    if (point - sorted(half) > sorted(half + k) - point) from = half + 1;
    else last = half;
  }
  return Math.max(Math.abs(point - sorted(from)), Math.abs(sorted(from + k - 1) - point));
}
