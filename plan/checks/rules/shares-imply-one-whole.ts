import type { Check, Rule } from '../check.js';
import { type ImpliedWhole, impliedWholes, wholesOf } from './implied-whole.js';

/** Two shares of one whole in one year must imply the same whole: one economy, not two. */
export const sharesImplyOneWhole: Rule = {
  code: 'SHARES_IMPLY_ONE_WHOLE',
  find: (plan) => {
    const place = new Map(impliedWholes(plan).map((whole, index) => [whole, index]));
    const isLater = (first: ImpliedWhole, second: ImpliedWhole): boolean => (place.get(second) ?? 0) > (place.get(first) ?? 0);
    return impliedWholes(plan).flatMap((first) =>
      wholesOf(plan, first)
        .filter((second) => isLater(first, second) && second.unit === first.unit && sameTime(first, second))
        .map((second) => check(first, second)),
    );
  },
};

const sameTime = (a: ImpliedWhole, b: ImpliedWhole): boolean => (a.year === null && b.year === null ? a.share.role === b.share.role : a.year === b.year);

function check(first: ImpliedWhole, second: ImpliedWhole): Check {
  return {
    code: 'SHARES_IMPLY_ONE_WHOLE',
    key: `SHARES_IMPLY_ONE_WHOLE|${first.share.key}&${second.share.key}`,
    // Where a target may be exceeded, the two agree if it is: worth knowing, no contradiction.
    level: 'warning',
    levelIfOpen: 'info',
    indicator: first.share.indicator.id,
    scope: first.scope,
    year: first.year,
    operands: [...first.quantity.operands, ...second.quantity.operands],
    computed: first.quantity,
    required: second.quantity,
    face: first.quantity.face,
    also: second.quantity.face,
    digits: 6,
    unit: first.unit,
    printed: `${first.share.printings[0].printed} / ${second.share.printings[0].printed}`,
    missing: [],
  };
}
