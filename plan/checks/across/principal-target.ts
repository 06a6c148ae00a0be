import type { Figure, Plan } from '../../plan.js';

/** The target a plan stands for among others: of its whole place before its parts, the last within its own years. */
export function principalTarget(plan: Plan, indicator: string): Figure | null {
  const targets = plan.figures.filter(({ indicator: { id }, role, everyYear }) => id === indicator && role === 'target' && !everyYear);
  const own = targets.filter(({ scope }) => scope === null);
  return (own.length > 0 ? own : targets).sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0] ?? null;
}

/** Every indicator that some plan aims at, in the plans' order. */
export const targetedIndicators = (plans: readonly Plan[]): string[] => [
  ...new Set(plans.flatMap(({ figures }) => figures.filter(({ role }) => role === 'target').map(({ indicator }) => indicator.id))),
];
