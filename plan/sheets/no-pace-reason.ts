import { cell, type Expr, greater, present, when } from '../expression/expression.js';
import type { IndicatorRow } from '../indicators/indicator-rows.js';
import type { MessageCode } from '../messages/message.js';
import { type Figure, isAim } from '../plan.js';
import type { Content } from '../workbook/block.js';
import { type PlanDoc, say } from './plan-doc.js';

/** Why the row has no pace, as things stand in the sheet: it follows what is entered. */
export function noPaceReason(doc: PlanDoc, { type, baseline, indicator, scope }: IndicatorRow): Content {
  const aimedElsewhere = type === 'none' && hasTarget(doc, indicator.id, scope);
  const because = (code: MessageCode): string => say(doc, code);
  const missing = (column: string, code: MessageCode, otherwise: Expr | string): Expr => when(present(cell(column)), otherwise, because(code));
  switch (type) {
    case 'none':
      return because(aimedElsewhere ? 'reason.elsewhere' : 'reason.no-target');
    case 'maintain':
      return because('reason.maintain');
    case 'growth':
      return when(present(cell('pace')), '', because('reason.no-target'));
    case 'multiple':
      return when(present(cell('pace')), '', when(present(cell('baseline_year')), because('reason.no-target-year'), yearUnknown(doc, baseline)));
    case 'cumulative':
      return when(present(cell('pace')), '', missing('target_year', 'reason.no-target-year', because('reason.flow-start')));
    case 'level':
    case 'ratio':
    case 'rank':
      return when(
        present(cell('pace')),
        '',
        missing(
          'used',
          'reason.no-baseline',
          missing('target', 'reason.no-target', when(present(cell('baseline_year')), datedTarget(doc), yearUnknown(doc, baseline))),
        ),
      );
  }
}

/** Another row of the table holds a target of the same indicator: an accumulation told beside what is aimed at. */
const hasTarget = ({ plan }: PlanDoc, indicator: string, scope: string | null): boolean =>
  plan.figures.some((figure) => figure.indicator.id === indicator && figure.scope === scope && (figure.role === 'target' || figure.role === 'vision')) ||
  plan.claims.some(
    (claim) =>
      claim.indicator.id === indicator && claim.scope === scope && (claim.kind === 'doubling' || claim.kind === 'average-growth') && isAim(plan, claim),
  );

/** The document gives no year; a guess may be entered, but is never used by itself. */
function yearUnknown(doc: PlanDoc, baseline: Figure | null): string {
  const guess = baseline?.guess ?? doc.plan.record.baseYearGuess;
  return guess == null ? say(doc, 'reason.no-baseline-year') : say(doc, 'reason.guess-baseline-year', { year: guess });
}

const datedTarget = (doc: PlanDoc): Expr => when(present(cell('target_year')), yearsOrder(doc), say(doc, 'reason.no-target-year'));
const notPositive = (doc: PlanDoc): Expr => when(greater(cell('used'), 0), say(doc, 'reason.target-not-positive'), say(doc, 'reason.not-positive'));
const yearsOrder = (doc: PlanDoc): Expr => when(greater(cell('years'), 0), notPositive(doc), say(doc, 'reason.years'));
