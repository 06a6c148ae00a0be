import fc from 'fast-check';
import { expect } from 'vitest';

/** Of 10,000 cases so many go to each part; `FUZZ=100000 npx vitest run tests/fuzz` makes ten times as many of each. */
export const SHARES = {
  ...{ numbers: 4450, claims: 1000, records: 800, mistyped: 200, structures: 500, facts: 400, returned: 100 },
  ...{ pages: 1000, packed: 300, plans: 200, bytes: 800, parts: 250 },
} as const;

const ALL = Object.values(SHARES).reduce((sum, share) => sum + share, 0);
const FACTOR = Number(process.env['FUZZ'] ?? ALL) / ALL;
/** Fixed, so that a failure comes again; `SEED=…` tries others. */
const SEED = Number(process.env['SEED'] ?? 20_260_101);

/** The time one property may take before it counts as hanging, in ms. */
const patience = (cases: number): number => 60_000 + cases * 200;

/** How many cases a part makes, and within which time a test must have made them. */
const casesOf = (part: keyof typeof SHARES): number => Math.max(1, Math.round(SHARES[part] * FACTOR));
export const timeOf = (part: keyof typeof SHARES): number => patience(casesOf(part));

/**
 * Holds a property against its share of cases, and tells how many there were and how many of them were accepted rather than
 * refused (`holds` answers that): all refused would prove little. A failure shows its shrunk case and the seed.
 */
export async function fuzz<T>(part: keyof typeof SHARES, cases: fc.Arbitrary<T>, holds: (one: T) => boolean | Promise<boolean>): Promise<void> {
  const numRuns = casesOf(part);
  let [made, accepted] = [0, 0];
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      made += 1;
      if (await holds(one)) accepted += 1;
    }),
    { numRuns, seed: SEED },
  );
  console.log(`fuzz ${part}: ${made} cases, ${accepted} of them accepted`);
  expect(accepted).toBeGreaterThan(made / 200);
}
