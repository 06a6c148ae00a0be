import type { Check } from '../checks/check.js';
import { RULES } from '../checks/rules.js';
import { message } from '../messages/message.js';
import type { Plan } from '../plan.js';
import { introBlock } from '../sheets/intro-block.js';
import type { PlanDoc } from '../sheets/plan-doc.js';
import type { Sheet } from '../workbook/block.js';
import { checksBlock } from './checks-block.js';

/** All checks of a plan, rule by rule. */
export const checksOf = (plan: Plan): Check[] => RULES.flatMap((rule) => rule.find(plan));

/** Whether the plan agrees with itself, check by check, live. */
export const checksSheet: Sheet<PlanDoc> = {
  id: 'checks',
  name: (language) => message(language, 'sheet.checks'),
  guarded: true,
  hidden: false,
  blocks: (doc) => [introBlock(doc, 'checks', 'sheet.checks', 'checks.intro'), checksBlock(doc, checksOf(doc.plan))],
};
