import type { Check, Missing } from '../checks/check.js';
import { openSides } from '../checks/open-sides.js';
import { byKey, call, cell, equal, type Expr, greaterOrEqual, join, lessOrEqual, present, value, when } from '../expression/expression.js';
import { unitName } from '../messages/unit-name.js';
import { type PlanDoc, say } from '../sheets/plan-doc.js';
import type { Content } from '../workbook/block.js';
import { hasOperandRows } from './operands-sheet.js';
import { blankOnError, isFail, whenOpen } from './outcome.js';

/** What each operand would have to be, or which is missing, as the operands' own rows tell it; as many as fit a cell. */
export function adviceCell(doc: PlanDoc, check: Check): Content {
  if (!hasOperandRows(check)) return null;
  const texts = check.operands.slice(0, MOST_TOLD).map((_, index) => call('IFERROR', byKey('opr_text', join(cell('key'), `#${index + 1}`), 'opr_key'), ''));
  const [first, ...others] = texts;
  if (!first) return null;
  const all = others.reduce<Expr>((text, each) => join(text, each), first);
  return when(equal(cell('outcome'), say(doc, 'outcome.pass')), '', all);
}

/** Checks of the same traits have one formula of advice: it looks its operands' texts up by the check's own key. */
export const adviceTraits = (check: Check): string => (hasOperandRows(check) ? String(Math.min(check.operands.length, MOST_TOLD)) : 'none');

/** More than these are told on the operands' own sheet. */
const MOST_TOLD = 12;

/** What is missing; where a check fails, what would settle it; what follows from numbers follows them. */
export function explanationCell(doc: PlanDoc, check: Check): Content {
  const fixed = [check.guessed ? say(doc, 'finding.guessed') : null, ...check.missing.map((each) => missingText(doc, each))].filter((part) => part !== null);
  if (check.missing.length > 0 || check.operands.length === 0) return fixed.join(doc.language === 'zh' ? '；' : '; ') || null;
  const lead = doc.language === 'zh' ? '' : ' ';
  const stop = doc.language === 'zh' ? '。' : '.';
  const sentences = fixed.map((each) => `${each}${stop}`).join(lead);
  const undecided = when(equal(cell('advice'), ''), say(doc, 'finding.not-computable'), join(say(doc, 'finding.incomplete'), cell('advice')));
  if (check.face === null) return when(equal(cell('outcome'), say(doc, 'outcome.undecided')), say(doc, 'finding.not-computable'), sentences);
  const first = sentences === '' ? '' : lead;
  const alone = hasOperandRows(check) ? when(equal(cell('advice'), ''), '', join(say(doc, 'finding.alone'), cell('advice'))) : value('');
  const open =
    check.levelIfOpen === undefined ? value('') : whenOpen(openSides(doc.plan, check), value(`${say(doc, 'finding.open')}${stop}${lead}`), value(''));
  const settled = isNothing(open) ? alone : join(open, alone);
  const failing = check.otherwise ? otherReading(doc, check.otherwise, stop, join(`${say(doc, 'finding.not-otherwise')}${stop}${lead}`, settled)) : settled;
  const told = sentences === '' ? failing : join(`${sentences}${first}`, failing);
  return when(isFail(doc), told, when(equal(cell('outcome'), say(doc, 'outcome.undecided')), undecided, sentences));
}

const isNothing = (expression: Expr): boolean => expression.op === 'value' && expression.value === '';

/** Whether the statement holds in the other reading, in points where per cent was meant or the other way round: then that is all; else what would settle it as it stands. */
function otherReading(doc: PlanDoc, { computed, reading }: NonNullable<Check['otherwise']>, stop: string, neither: Expr): Expr {
  if (!computed.low || !computed.high) return neither;
  const notAbove = when(present(cell('required_high')), lessOrEqual(computed.low, cell('required_high')), true);
  const notBelow = when(present(cell('required_low')), greaterOrEqual(computed.high, cell('required_low')), true);
  return blankOnError(when(call('AND', notAbove, notBelow), `${say(doc, reading === 'points' ? 'finding.as-points' : 'finding.as-percent')}${stop}`, neither));
}

function missingText(doc: PlanDoc, missing: Missing): string {
  switch (missing.what) {
    case 'figure':
      return say(doc, 'finding.missing-figure', { indicator: missing.indicator[doc.language], year: missing.year ?? '' }).trim();
    case 'year':
      return missing.guess === null ? say(doc, 'finding.missing-year') : say(doc, 'note.year-guess', { year: missing.guess });
    case 'unit':
      return say(doc, 'finding.missing-unit', { unit: unitName(doc.language, missing.unit) });
    case 'base-year':
      return say(doc, 'finding.missing-base-year');
    case 'annex':
      return say(doc, 'finding.missing-annex', { name: missing.name[doc.language], lost: say(doc, `lost.${missing.lost}`) });
  }
}
