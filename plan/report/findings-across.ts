import { PLANS_RULES } from '../checks/across/plans-rules.js';
import type { Language } from '../messages/message.js';
import type { Plan } from '../plan.js';
import { type Finding, findingText } from './findings.js';

/** Runs all rules that need several plans; each finding is about one of them. Nothing for one plan alone. */
export const findingsAcross = (plans: readonly Plan[], language: Language): Finding[] =>
  plans.length < 2
    ? []
    : PLANS_RULES.flatMap((rule) =>
        rule.find(plans).map((check): Finding => {
          const { code } = rule;
          const { plan, outcome, level, indicator, scope, year, printed, face, low, high, requiredLow, requiredHigh, unit } = check;
          const gap = low === null && high === null ? null : missedBy(low, high, requiredLow, requiredHigh);
          const args = { printed, face, low, high, requiredLow, requiredHigh, gap, unit };
          return {
            plan: plan.record.id,
            code,
            outcome,
            level,
            indicator,
            scope,
            year,
            message: findingText(language, code, args, '', check.explain(language)),
            args,
          };
        }),
      );

function missedBy(low: number | null, high: number | null, requiredLow: number | null, requiredHigh: number | null): number {
  const below = requiredLow !== null && high !== null ? Math.max(0, requiredLow - high) : 0;
  const above = requiredHigh !== null && low !== null ? Math.max(0, low - requiredHigh) : 0;
  return below + above;
}
