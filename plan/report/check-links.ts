import type { Check, Operand } from '../checks/check.js';
import { cell, type Expr, join } from '../expression/expression.js';
import { message } from '../messages/message.js';
import { type PlanDoc, say } from '../sheets/plan-doc.js';
import { linkTo, linkToOperand } from './link-to.js';
import { hasOperandRows } from './operands-sheet.js';
import { printedOperand } from './told-operand.js';

/** Links from a check's row: its statement to where it is told, and the figures it rests on. */
interface CheckLinks {
  printed: Expr | null;
  first: Expr | null;
  second: Expr | null;
}

/** The links of each check, made once: three columns ask for them. */
export function checkLinks(doc: PlanDoc): (check: Check) => CheckLinks {
  const made = new Map<Check, CheckLinks>();
  return (check) => {
    const links = made.get(check) ?? linksOf(doc, check);
    made.set(check, links);
    return links;
  };
}

function linksOf(doc: PlanDoc, check: Check): CheckLinks {
  const { operands, printed } = check;
  const statement = operands.findLast((each) => printedOperand(doc.plan, each) === printed) ?? operands.findLast(({ kind }) => kind === 'claim') ?? operands[0];
  const link = printed === null || !statement ? null : linkToOperand(doc, statement, printed);
  const others = distinct(operands.filter((operand) => link === null || operand !== statement));
  const [first, second, ...more] = others;
  const shown = (operand: Operand | undefined): Expr | null => (operand ? linkToOperand(doc, operand, printedOperand(doc.plan, operand) ?? operand.key) : null);
  return { printed: link, first: shown(first), second: more.length > 0 && hasOperandRows(check) ? linkToRest(doc, more.length + 1) : shown(second) };
}

/** Where there are more figures than columns, the second leads to all of them on their own sheet. */
const linkToRest = (doc: PlanDoc, count: number): Expr =>
  linkTo(message(doc.language, 'sheet.operands'), 'opr', 'printed', join(cell('key'), '#1'), say(doc, 'operand.more', { count }));

const distinct = (operands: readonly Operand[]): Operand[] => [...new Map(operands.map((each) => [`${each.kind} ${each.key}`, each])).values()];
