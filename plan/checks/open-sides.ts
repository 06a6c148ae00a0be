import { isAim, type Plan } from '../plan.js';
import { claimByKey, figureByKey } from '../series.js';
import type { Check } from './check.js';
import { isSet } from './quantity.js';
import { directionOf } from './solve.js';

/** Which misses an open target can still make good: what is too low for what is asked, what is too high for it. */
export interface OpenSides {
  low: boolean;
  high: boolean;
}

/**
 * Whether a miss could be made good by exceeding an open target (以上, 超过) or staying below one (以下, 不超过): only where
 * that moves the figures the right way. 80家以上 meets no ceiling better by being 90.
 */
export function openSides(plan: Plan, check: Check): OpenSides {
  const sides = { low: false, high: false };
  for (const { key } of check.operands) {
    const way = openWay(plan, key);
    if (way === 0) continue;
    const moves = (ends: Check['computed'], end: 'low' | 'high'): number => (directionOf(key, ends[end]) ?? 0) * way;
    sides.low ||= moves(check.computed, 'high') > 0 || moves(check.required, 'low') < 0;
    sides.high ||= moves(check.computed, 'low') < 0 || moves(check.required, 'high') > 0;
  }
  return sides;
}

/** 1 where a target may be exceeded, −1 where it may be undercut, 0 where it is no open target. */
function openWay(plan: Plan, key: string): 1 | -1 | 0 {
  const [figure, claim] = [figureByKey(plan, key), claimByKey(plan, key)];
  const bound = figure && isSet(figure) ? figure.printings[0].bound : claim && isAim(plan, claim) ? claim.bound : null;
  return bound === 'ge' || bound === 'gt' ? 1 : bound === 'le' || bound === 'lt' ? -1 : 0;
}
