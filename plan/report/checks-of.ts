import type { Check } from '../checks/check.js';
import { RULES } from '../checks/rules.js';
import type { Bound } from '../number/parse-printed.js';
import type { Plan } from '../plan.js';

const made = new WeakMap<Plan, Check[]>();

/** All checks of a plan, rule by rule; made once, as a plan does not change. */
export function checksOf(plan: Plan): Check[] {
  const known = made.get(plan);
  if (known) return known;
  const loose = looseKeys(plan);
  const checks = RULES.flatMap((rule) => rule.find(plan)).map((check) =>
    check.level === 'error' && check.operands.some(({ key }) => loose.has(key)) ? { ...check, level: 'warning' as const } : check,
  );
  made.set(plan, checks);
  return checks;
}

/** Figures and claims told loosely (约, 左右, 近): what they stand for is a convention, on which no error may rest. */
function looseKeys({ figures, claims }: Plan): Set<string> {
  const isLoose = (bound: Bound): boolean => bound === 'approx' || bound === 'near';
  return new Set([
    ...figures.filter(({ printings }) => printings.some(({ bound }) => isLoose(bound))).map(({ key }) => key),
    ...claims.filter(({ bound }) => isLoose(bound)).map(({ key }) => key),
  ]);
}
