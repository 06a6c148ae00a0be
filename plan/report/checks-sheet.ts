import type { Check, Level } from '../checks/check.js';
import { message } from '../messages/message.js';
import { introBlock } from '../sheets/intro-block.js';
import { type PlanDoc, say } from '../sheets/plan-doc.js';
import type { Sheet } from '../workbook/block.js';
import { generatedValues } from './check-values.js';
import { checksBlock } from './checks-block.js';
import { checksOf } from './checks-of.js';

/** Whether the plan agrees with itself, check by check, live. */
export const checksSheet: Sheet<PlanDoc> = {
  id: 'checks',
  name: (language) => message(language, 'sheet.checks'),
  guarded: true,
  hidden: false,
  rowHeading: 'indicator',
  blocks: (doc) => [introBlock(doc, 'checks', 'sheet.checks', 'checks.intro'), checksBlock(doc, worstFirst(doc))],
};

const WEIGHT: Record<Level, number> = { error: 0, warning: 1, info: 2 };

/** What a reader must see comes first: failures by level, then what cannot be decided; within them rule by rule. As generated: the order does not follow later edits. */
function worstFirst(doc: PlanDoc): Check[] {
  const value = generatedValues(doc);
  const weigh = (check: Check): number => {
    if (check.missing.length > 0) return 3;
    if (check.face === null) return 4;
    const outcome = value(check, 'outcome');
    if (outcome !== say(doc, 'outcome.fail')) return outcome === say(doc, 'outcome.undecided') ? 3 : 4;
    const level = (['error', 'warning', 'info'] as const).find((each) => say(doc, `level.${each}`) === value(check, 'level'));
    return WEIGHT[level ?? check.level];
  };
  return checksOf(doc.plan)
    .map((check) => ({ check, weight: weigh(check) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ check }) => check);
}
