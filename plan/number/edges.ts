import { add, call, cell, type Expr, multiply, name, power, present, subtract, when } from '../expression/expression.js';
import type { IndicatorKind } from '../plan.js';
import type { Role } from '../plan.js';
import type { PrintedNumber } from './parse-printed.js';
import { isWhole } from './unit.js';

/** What a printed number stands for: measured values are rounded, counts exact, aims thresholds. */
export type NumberNature = 'measured' | 'counted' | 'set';

/** Measured, counted or set, by role, indicator and unit: 312家 is counted, 4万件 measured, any target set. */
export function natureOf(role: Role, kind: IndicatorKind, unit: string): NumberNature {
  if (role === 'target' || role === 'vision') return 'set';
  return (kind === 'count' || kind === 'rank') && isWhole(unit) ? 'counted' : 'measured';
}

/** One end of the interval a number stands for: an expression over the row's value, high_value and decimals cells; null where the interval has no end there. */
export interface Edge {
  at: Expr | null;
  /** Whether the end itself belongs to the interval. */
  included: boolean;
}

/** About (左右, 约) and near (近, 接近) are taken as this share either side, and below; a declared parameter, so no error may rest on it. */
const LOOSE = name('par_about');
const NONE: Edge = { at: null, included: false };

/**
 * The interval a printed number stands for (design 5): half a unit of the last printed digit either side of a measured
 * value, a count exactly, a target from its threshold on. `better` says which way a target is open.
 */
export function edgesOf(
  number: Pick<PrintedNumber, 'bound' | 'below'> & { value: number | null },
  nature: NumberNature,
  better: 'higher' | 'lower',
): { low: Edge; high: Edge } {
  const value = cell('value');
  const spread = multiply(call('ABS', value), LOOSE);
  const half = nature === 'measured' ? multiply(0.5, power(10, multiply(-1, cell('decimals')))) : null;
  const down = (from: Expr): Expr => (half ? subtract(from, half) : from);
  const up = (from: Expr): Expr => (half ? add(from, half) : from);
  const ends = ((): { low: Edge; high: Edge } => {
    switch (number.bound) {
      case 'ge':
        return { low: { at: value, included: true }, high: NONE };
      case 'gt':
        return {
          low: { at: value, included: false },
          high: number.below === null || number.value === null ? NONE : { at: add(value, number.below - number.value), included: false },
        };
      case 'le':
        return { low: NONE, high: { at: value, included: true } };
      case 'lt':
        return { low: NONE, high: { at: value, included: false } };
      case 'range':
        return { low: { at: down(value), included: true }, high: { at: up(cell('high_value')), included: true } };
      case 'approx':
        return { low: { at: subtract(value, spread), included: true }, high: { at: add(value, spread), included: true } };
      case 'near':
        return { low: { at: subtract(value, spread), included: true }, high: { at: value, included: false } };
      case 'eq':
        if (nature !== 'set') return { low: { at: down(value), included: true }, high: { at: up(value), included: true } };
        return better === 'higher' ? { low: { at: value, included: true }, high: NONE } : { low: NONE, high: { at: value, included: true } };
    }
  })();
  return { low: guard(ends.low), high: guard(ends.high) };
}

/** A blank value has no interval: blank is not 0. */
const guard = ({ at, included }: Edge): Edge => (at === null ? NONE : { at: when(present(cell('value')), at, ''), included });
