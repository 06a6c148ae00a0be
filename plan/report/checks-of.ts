import type { Check } from '../checks/check.js';
import { RULES } from '../checks/rules.js';
import type { Bound } from '../number/parse-printed.js';
import { onceFor } from '../once-for.js';
import type { Plan } from '../plan.js';

/** All checks of a plan, rule by rule. */
export const checksOf = onceFor((plan: Plan): Check[] => {
  const loose = looseKeys(plan);
  return RULES.flatMap((rule) => rule.find(plan)).map((check) =>
    check.level === 'error' && check.operands.some(({ key }) => loose.has(key)) ? { ...check, level: 'warning' as const } : check,
  );
});

/** Figures and claims told loosely (约, 左右, 近): what they stand for is a convention, on which no error may rest. */
function looseKeys({ figures, claims }: Plan): Set<string> {
  const isLoose = (bound: Bound): boolean => bound === 'approx' || bound === 'near';
  return new Set([
    ...figures.filter(({ printings }) => printings.some(({ bound }) => isLoose(bound))).map(({ key }) => key),
    ...claims.filter(({ bound }) => isLoose(bound)).map(({ key }) => key),
  ]);
}
