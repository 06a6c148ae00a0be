import { divide, less, subtract, when } from '../../expression/expression.js';
import { type Claim, isAim, type Plan } from '../../plan.js';
import { claimsOf } from '../../series.js';
import type { Check, Rule } from '../check.js';
import { figureOf, growthOf, quantity, type Quantity, ratio, rising, stated } from '../quantity.js';
import { levelUnit } from './subject.js';

/**
 * 新增31家，总量增至48家，是2015年的2.8倍: where the earlier figure is not printed, what was added and what there is now give it
 * (17), and the multiple or growth told for the same years must fit (48/17).
 */
export const incrementAndMultiple: Rule = {
  code: 'INCREMENT_AND_MULTIPLE',
  find: (plan) =>
    plan.claims
      .filter(({ kind }) => kind === 'increment')
      .flatMap((increment) =>
        claimsOf(plan, increment)
          .filter((other) => isRatio(other) && sameYears(increment, other))
          .flatMap((other) => check(plan, increment, other)),
      ),
};

const isRatio = ({ kind }: Claim): boolean => kind === 'multiple' || kind === 'doubling' || kind === 'growth';

const sameYears = (a: Claim, b: Claim): boolean => a.fromYear === b.fromYear && a.toYear === b.toYear && a.toYear !== null;

function check(plan: Plan, increment: Claim, other: Claim): Check[] {
  const later = figureOf(plan, increment, increment.toYear);
  if (!later || figureOf(plan, increment, increment.fromYear)) return [];
  const unit = increment.unit || levelUnit(later);
  const added: Quantity = stated(increment, isAim(plan, increment));
  // later / (later − added) with each number once: 1 / (1 − added / later)
  const multiple = rising(ratio(added, quantity(later, unit)), (part) => when(less(part, 1), divide(1, subtract(1, part)), ''));
  const computed = other.kind === 'growth' ? growthOf(multiple) : multiple;
  const required = stated(other, isAim(plan, other));
  return [
    {
      code: 'INCREMENT_AND_MULTIPLE',
      key: `INCREMENT_AND_MULTIPLE|${increment.key}&${other.key}`,
      level: 'error',
      levelIfOpen: 'warning',
      indicator: increment.indicator.id,
      scope: increment.scope,
      year: increment.toYear,
      operands: [...computed.operands, ...required.operands],
      computed,
      required,
      strict: required.strict,
      face: computed.face,
      digits: 9,
      unit: other.kind === 'growth' ? '%' : '倍',
      printed: `${increment.printed} / ${other.printed}`,
      missing: [],
    },
  ];
}
