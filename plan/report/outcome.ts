import type { OpenSides } from '../checks/open-sides.js';
import { add, call, cell, equal, type Expr, greater, greaterOrEqual, less, present, subtract, when } from '../expression/expression.js';
import { type PlanDoc, say } from '../sheets/plan-doc.js';

/** A removed row makes a look-up fail; the check is then undecided, not in error. */
export const blankOnError = (expression: Expr): Expr => call('IFERROR', expression, '');

/** By how much the two intervals miss each other; 0 where they meet. An end that is not there is open. */
export const gapBetween = (): Expr => when(less(cell('present'), cell('needed')), '', add(beyond('required_low', 'high'), beyond('low', 'required_high')));

const difference = (upper: string, lower: string): Expr => call('ROUND', subtract(cell(upper), cell(lower)), cell('digits'));
const beyond = (upper: string, lower: string): Expr => when(present(cell(upper), cell(lower)), call('MAX', 0, difference(upper, lower)), 0);

/** The one outcome formula of all checks: undecided where a value is missing, fail where the intervals miss each other or only touch where touching is excluded. */
export function outcomeCell(doc: PlanDoc): Expr {
  const [pass, fail, undecided] = [say(doc, 'outcome.pass'), say(doc, 'outcome.fail'), say(doc, 'outcome.undecided')];
  const excluded = when(
    equal(cell('strict'), 'gt'),
    onlyTouches('required_low', 'high'),
    when(equal(cell('strict'), 'lt'), onlyTouches('low', 'required_high'), false),
  );
  return when(
    less(cell('present'), cell('needed')),
    undecided,
    when(greater(call('COUNT', cell('gap')), 0), when(greater(cell('gap'), 0), fail, when(excluded, fail, pass)), pass),
  );
}

const onlyTouches = (upper: string, lower: string): Expr => when(present(cell(upper), cell(lower)), equal(difference(upper, lower), 0), false);

export const isFail = (doc: PlanDoc): Expr => equal(cell('outcome'), say(doc, 'outcome.fail'));

/** One of two for a failing check: whether it fails on a side that an open target can make good. */
export function whenOpen(sides: OpenSides, open: Expr, closed: Expr): Expr {
  if (JSON.stringify(open) === JSON.stringify(closed) || (!sides.low && !sides.high)) return closed;
  if (sides.low && sides.high) return open;
  const [upper, lower] = sides.low ? ['required_low', 'high'] : ['low', 'required_high'];
  return when(when(present(cell(upper), cell(lower)), greaterOrEqual(difference(upper, lower), 0), false), open, closed);
}
