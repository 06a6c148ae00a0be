import type { Check, Level, Outcome } from '../checks/check.js';
import { CellError, type Result } from '../expression/evaluate.js';
import { type Language, message } from '../messages/message.js';
import { significant } from '../number/significant.js';
import type { Plan } from '../plan.js';
import { unitAfter } from '../messages/unit-name.js';
import type { PlanDoc } from '../sheets/plan-doc.js';
import type { UserCells } from '../workbook/cell-values.js';
import type { Corrections } from '../workbook/correct-block.js';
import { checkValues, generatedValues } from './check-values.js';
import { checksOf } from './checks-of.js';
import { ruleName } from './rule-name.js';

/** What a check says. */
export interface Finding {
  plan: string;
  code: string;
  outcome: Outcome;
  level: Level;
  indicator: string | null;
  scope: string | null;
  year: number | null;
  message: string;
  /** The numbers behind it; null where an end is open or nothing could be computed. */
  args: {
    printed: string | null;
    face: number | null;
    low: number | null;
    high: number | null;
    requiredLow: number | null;
    requiredHigh: number | null;
    gap: number | null;
    unit: string;
  };
}

/** What people have entered and corrected in a plan's workbook since it was generated. */
export interface Standing {
  entries: UserCells;
  corrections: Corrections;
}

/** Runs all rules on a plan. The outcomes are those of the workbook's own formulas, computed by the same expressions. */
export const findingsOf = (plan: Plan, language: Language, version: string, standing?: Standing): Finding[] =>
  reckonChecks({ plan, language, version }, standing).map(({ finding }) => finding());

/** A check's outcome, and all that it says: told where it is asked for, for most checks pass and nobody reads them. */
export interface Reckoned {
  outcome: Outcome;
  finding: () => Finding;
}

/** Each check of a plan, reckoned as its workbook does; as generated, unless it is told what stands there. */
export function reckonChecks(doc: PlanDoc, standing?: Standing): Reckoned[] {
  const { plan, language } = doc;
  const checks = checksOf(plan);
  const valueOf = standing ? checkValues(doc, checks, standing.entries, standing.corrections) : generatedValues(doc);
  const outcomes = new Map<Result, Outcome>(OUTCOMES.map((each) => [message(language, `outcome.${each}`), each]));
  return checks.map((check) => {
    const value = (column: string): Result => valueOf(check, column);
    const outcome = outcomes.get(value('outcome')) ?? 'undecided';
    return { outcome, finding: () => findingOf(plan, language, check, outcome, value) };
  });
}

function findingOf(plan: Plan, language: Language, check: Check, outcome: Outcome, value: (column: string) => Result): Finding {
  const { code, indicator, scope, year } = check;
  const number = (column: string): number | null => numberIn(value(column));
  const args = {
    printed: check.printed,
    face: number('face'),
    low: number('low'),
    high: number('high'),
    requiredLow: number('required_low'),
    requiredHigh: number('required_high'),
    gap: number('gap'),
    unit: check.unit,
  };
  // Of a failure, whether an open target can still make it good is in its numbers.
  const level = LEVELS.find((each) => message(language, `level.${each}`) === value('level')) ?? check.level;
  const told = findingText(language, code, args, textOf(value('expression')), textOf(value('explanation')));
  return { plan: plan.record.id, code, outcome, level, indicator, scope, year, message: told, args };
}

const OUTCOMES = ['pass', 'fail', 'undecided'] as const;
const LEVELS = ['error', 'warning', 'info'] as const;
const textOf = (value: Result): string => (typeof value === 'string' ? value : '');
const numberIn = (value: Result): number | null => (typeof value === 'number' && !((value as unknown) instanceof CellError) ? value : null);

/** 翻番与数值相符：翻番；9 ÷ 5.45 = 1.651倍；应不低于 2倍；相差 0.3471倍；若仅一数有误：… */
export function findingText(
  language: Language,
  code: string,
  { printed, face, requiredLow, requiredHigh, gap, unit }: Finding['args'],
  expression: string,
  explanation: string,
): string {
  const shown = (value: number): string => `${significant(value, 4)}${unitAfter(language, unit)}`;
  const bound = (title: 'column.required_low' | 'column.required_high', value: number | null): string =>
    value === null ? '' : `${message(language, title)} ${shown(value)}`;
  const parts = [
    printed ?? '',
    face === null ? '' : `${expression === '' ? message(language, 'column.face') : `${expression} =`} ${shown(face)}`,
    bound('column.required_low', requiredLow),
    bound('column.required_high', requiredHigh),
    gap === null || gap === 0 ? '' : `${message(language, 'column.gap')} ${shown(gap)}`,
    explanation,
  ].filter((part) => part !== '');
  const [colon, separator] = language === 'zh' ? ['：', '；'] : [': ', '; '];
  return `${message(language, ruleName(code))}${parts.length > 0 ? colon : ''}${parts.join(separator)}`;
}
