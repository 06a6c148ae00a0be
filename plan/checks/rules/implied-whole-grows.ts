import { multiply, name } from '../../expression/expression.js';
import type { Check, Rule } from '../check.js';
import { averageGrowthOf, type Quantity, ratio, rising } from '../quantity.js';
import { type ImpliedWhole, impliedWholes, wholesOf } from './implied-whole.js';

/** The whole that one share implies from the baseline to the target must grow within declared bounds (parameters): an economy that hardly grows, or doubles, tells of a wrong figure. */
export const impliedWholeGrows: Rule = {
  code: 'IMPLIED_WHOLE_GROWS',
  find: (plan) => {
    const wholes = impliedWholes(plan).filter(({ whole }) => whole === 'gdp' || whole === 'industrial-value-added');
    return wholes.flatMap((later) => {
      const earlier = wholesOf(plan, later)
        .filter((each) => each.share.indicator.id === later.share.indicator.id && (each.guessedYear ?? Infinity) < (later.guessedYear ?? -Infinity))
        .sort((a, b) => (b.guessedYear ?? 0) - (a.guessedYear ?? 0))[0];
      return earlier ? [check(earlier, later)] : [];
    });
  },
};

/** Whole over whole. Where both rest on one baseline it cancels, and so must its rounding: only the growth and the two shares remain. */
function multipleOf(earlier: ImpliedWhole, later: ImpliedWhole): Quantity {
  const { grown } = later;
  if (!grown || later.partKey !== earlier.partKey) return ratio(later.quantity, earlier.quantity);
  const shares = rising(ratio(earlier.shareQuantity, later.shareQuantity), (each) => multiply(each, grown.factor));
  return { ...shares, operands: [...shares.operands, ...grown.operands] };
}

function check(earlier: ImpliedWhole, later: ImpliedWhole): Check {
  const years = (later.guessedYear ?? 0) - (earlier.guessedYear ?? 0);
  const growth = averageGrowthOf(multipleOf(earlier, later), years);
  const guessed = earlier.year === null || later.year === null;
  return {
    code: 'IMPLIED_WHOLE_GROWS',
    key: `IMPLIED_WHOLE_GROWS|${earlier.share.key}>${later.share.key}`,
    level: guessed ? 'info' : 'warning',
    levelIfOpen: 'info',
    indicator: later.share.indicator.id,
    scope: later.scope,
    year: later.year,
    operands: growth.operands,
    computed: growth,
    required: { low: name('par_whole_low'), high: name('par_whole_high') },
    face: growth.face,
    digits: 9,
    unit: '%',
    printed: `${earlier.share.printings[0].printed} → ${later.share.printings[0].printed}`,
    missing: [],
    guessed,
  };
}
