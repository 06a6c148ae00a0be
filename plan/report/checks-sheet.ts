import type { Check } from '../checks/check.js';
import { RULES } from '../checks/rules.js';
import { message } from '../messages/message.js';
import type { Bound } from '../number/parse-printed.js';
import type { Plan } from '../plan.js';
import { introBlock } from '../sheets/intro-block.js';
import type { PlanDoc } from '../sheets/plan-doc.js';
import type { Sheet } from '../workbook/block.js';
import { checksBlock } from './checks-block.js';

/** All checks of a plan, rule by rule. */
export const checksOf = (plan: Plan): Check[] => {
  const loose = looseKeys(plan);
  return RULES.flatMap((rule) => rule.find(plan)).map((check) =>
    check.level === 'error' && check.operands.some(({ key }) => loose.has(key)) ? { ...check, level: 'warning' } : check,
  );
};

/** Figures and claims told loosely (约, 左右, 近): what they stand for is a convention, on which no error may rest. */
function looseKeys({ figures, claims }: Plan): Set<string> {
  const isLoose = (bound: Bound): boolean => bound === 'approx' || bound === 'near';
  return new Set([
    ...figures.filter(({ printings }) => printings.some(({ bound }) => isLoose(bound))).map(({ key }) => key),
    ...claims.filter(({ bound }) => isLoose(bound)).map(({ key }) => key),
  ]);
}

/** Whether the plan agrees with itself, check by check, live. */
export const checksSheet: Sheet<PlanDoc> = {
  id: 'checks',
  name: (language) => message(language, 'sheet.checks'),
  guarded: true,
  hidden: false,
  blocks: (doc) => [introBlock(doc, 'checks', 'sheet.checks', 'checks.intro'), checksBlock(doc, checksOf(doc.plan))],
};
