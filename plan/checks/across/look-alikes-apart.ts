import { conversion } from '../../number/unit.js';
import { message } from '../../messages/message.js';
import type { Plan } from '../../plan.js';
import { type AcrossCheck, NO_NUMBERS, type PlansRule } from './plans-rule.js';
import { principalTarget, targetedIndicators } from './principal-target.js';

/** Two plans that aim at near-namesakes, each at its own (high-tech value added over GDP, over industrial value added), are not to be compared on them. */
export const lookAlikesApart: PlansRule = {
  code: 'LOOK_ALIKES_APART',
  find: (plans) => {
    const ids = targetedIndicators(plans);
    const aims = new Map(plans.map((plan) => [plan, new Set(targetedIndicators([plan]))]));
    const has: Has = (plan, id) => aims.get(plan)?.has(id) === true;
    return ids.flatMap((id, index) => {
      const shared = plans.filter((plan) => principalTarget(plan, id));
      const apart = ids.slice(index + 1).flatMap((other) => pair(plans, has, id, other));
      const [first] = shared;
      return first && shared.length > 1 && apart.length === 0 ? [check(first, id, 'pass', (language) => message(language, 'across.same'))] : apart;
    });
  },
};

/** The first plan that has one only, told of the first that has the other only. */
function pair(plans: readonly Plan[], has: Has, id: string, other: string): AcrossCheck[] {
  const [one, two] = [plans.find((plan) => has(plan, id) && !has(plan, other)), plans.find((plan) => has(plan, other) && !has(plan, id))];
  if (!one || !two) return [];
  const [mine, theirs] = [one.indicators.get(id), two.indicators.get(other)];
  const why = mine?.lookAlikes.find((each) => each.id === other)?.why ?? theirs?.lookAlikes.find((each) => each.id === id)?.why;
  // A share and an amount are not taken for each other; two shares are.
  if (!mine || !theirs || !why || mine.kind !== theirs.kind || conversion(mine.unit, theirs.unit) === null) return [];
  return [
    check(one, id, 'fail', (language) =>
      message(language, 'across.look-alike', { own: mine[language], plan: two.record.place[language], other: theirs[language], why: why[language] }),
    ),
  ];
}

/** Whether a plan aims at an indicator. */
type Has = (plan: Plan, id: string) => boolean;

function check(plan: Plan, id: string, outcome: 'pass' | 'fail', explain: AcrossCheck['explain']): AcrossCheck {
  const target = principalTarget(plan, id);
  return {
    ...NO_NUMBERS,
    plan,
    outcome,
    level: 'info',
    indicator: id,
    scope: target?.scope ?? null,
    year: target?.year ?? null,
    printed: target?.printings[0].printed ?? null,
    explain,
  };
}
