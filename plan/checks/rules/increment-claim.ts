import type { Rule } from '../check.js';
import { difference, quantity } from '../quantity.js';
import { claimChecks } from './claim-checks.js';
import { levelUnit } from './subject.js';

/** 新增31家，总量增至48家: the later figure less the earlier must be the increment. */
export const incrementClaim: Rule = {
  code: 'INCREMENT_CLAIM',
  find: (plan) =>
    claimChecks(plan, {
      code: 'INCREMENT_CLAIM',
      kind: 'increment',
      unit: ({ unit }) => unit,
      digits: 9,
      compute: (from, to, { unit }) => difference(quantity(to, unit || levelUnit(to)), quantity(from, unit || levelUnit(to))),
    }),
};
