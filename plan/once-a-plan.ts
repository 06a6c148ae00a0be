import type { Plan } from './plan.js';

/** What several rules ask of a plan, made once for it, as a plan does not change; it goes when the plan goes. */
export function onceAPlan<T>(make: (plan: Plan) => T): (plan: Plan) => T {
  const made = new WeakMap<Plan, { thing: T }>();
  return (plan) => {
    const known = made.get(plan) ?? { thing: make(plan) };
    made.set(plan, known);
    return known.thing;
  };
}
