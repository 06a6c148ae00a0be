import { multiply } from '../../expression/expression.js';
import { conversion } from '../../number/unit.js';
import type { Plan } from '../../plan.js';
import type { Check, Operand, Rule } from '../check.js';
import { contextFigures } from '../../record/context-figures.js';
import { figureOf, measured, missingFigure, NOTHING, quantity, type Quantity, ratio, rising } from '../quantity.js';
import { type ImpliedWhole, impliedWholes, isPercent } from './implied-whole.js';

/**
 * A share is its part divided by its whole, and a value per 10,000 people the value divided by the people: where share, part
 * and whole are all told, in the plan or in its context, they must fit. Undecided where the whole alone is not told.
 */
export const shareOfWhole: Rule = {
  code: 'SHARE_OF_WHOLE',
  find: (plan) => impliedWholes(plan).map((each) => check(plan, each)),
};

function check(plan: Plan, implied: ImpliedWhole): Check {
  const { share, part, scope, year, unit } = implied;
  const percent = isPercent(share);
  const told = percent ? '%' : share.indicator.unit;
  const required = quantity(share, told);
  const whole = wholeOf(plan, implied);
  const about = {
    code: 'SHARE_OF_WHOLE',
    key: `SHARE_OF_WHOLE|${share.key}`,
    indicator: share.indicator.id,
    scope,
    year,
    digits: 9,
    unit: told,
    printed: share.printings[0].printed,
  };
  if (!whole) {
    const { denominator } = share.indicator;
    const known = plan.indicators.get(implied.whole);
    const name = known ?? denominator ?? { zh: implied.whole, en: implied.whole };
    const operands: Operand[] = [...part.operands, ...required.operands];
    return { ...about, level: 'info', operands, computed: NOTHING, required: NOTHING, face: null, missing: [missingFigure(name, year)] };
  }
  const computed = rising(ratio(part, whole.quantity(unit)), (each) => (percent ? multiply(each, 100) : each));
  return {
    ...about,
    // Another source, or another vintage of it, may differ from what the plan reckoned with.
    level: whole.own ? 'error' : 'warning',
    levelIfOpen: 'info',
    operands: [...computed.operands, ...required.operands],
    computed,
    required,
    face: computed.face,
    missing: [],
  };
}

interface Whole {
  own: boolean;
  quantity: (unit: string) => Quantity;
}

/** The whole as the plan prints it, else as its context tells it for the whole place. */
function wholeOf(plan: Plan, { whole: id, scope, year, unit }: ImpliedWhole): Whole | null {
  const indicator = plan.indicators.get(id);
  const printed = indicator ? figureOf(plan, { indicator, scope }, year) : null;
  if (printed && conversion(printed.printings[0].unit, unit) !== null) return { own: true, quantity: (to) => quantity(printed, to) };
  const context =
    scope === null ? contextFigures(plan).find((each) => each.indicator.id === id && each.year === year && conversion(each.unit, unit) !== null) : undefined;
  return context ? { own: false, quantity: (to) => measured({ kind: 'context', key: context.key }, conversion(context.unit, to) ?? 1) } : null;
}
