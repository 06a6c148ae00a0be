import type { Level, Outcome } from '../checks/check.js';
import { CellError, type Result } from '../expression/evaluate.js';
import { type Language, message } from '../messages/message.js';
import type { Plan } from '../plan.js';
import { planWorkbook } from '../plan-workbook.js';
import type { UserCells } from '../workbook/cell-values.js';
import type { Corrections } from '../workbook/correct-block.js';
import { ruleName } from './checks-block.js';
import { checksOf } from './checks-sheet.js';

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

const AS_GENERATED: Standing = { entries: new Map(), corrections: new Map() };

/** Runs all rules on a plan. The outcomes are those of the workbook's own formulas, computed by the same expressions. */
export function findingsOf(plan: Plan, language: Language, version: string, standing: Standing = AS_GENERATED): Finding[] {
  const laid = planWorkbook(plan, language, version, standing.entries, standing.corrections);
  const rows = new Map((laid.sheets.find(({ id }) => id === 'checks')?.rows ?? []).map((row) => [row.key, row]));
  return checksOf(plan).map((check): Finding => {
    const cells = rows.get(`chk/${check.key}`)?.cells ?? [];
    const value = (key: string): Result => cells.find((cell) => cell.key === key)?.value ?? null;
    const number = (key: string): number | null => numberIn(value(key));
    const outcome = (['pass', 'fail', 'undecided'] as const).find((each) => message(language, `outcome.${each}`) === value('outcome')) ?? 'undecided';
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
    const explanation = value('explanation');
    return {
      plan: plan.record.id,
      code: check.code,
      outcome,
      level: check.level,
      indicator: check.indicator,
      scope: check.scope,
      year: check.year,
      message: sentence(language, ruleName(check.code), args, typeof explanation === 'string' ? explanation : ''),
      args,
    };
  });
}

const numberIn = (value: Result): number | null => (typeof value === 'number' && !((value as unknown) instanceof CellError) ? value : null);

/** 翻番与数值相符：翻番；1.65倍，应不低于2；相差0.35 */
function sentence(
  language: Language,
  rule: Parameters<typeof message>[1],
  { printed, face, requiredLow, requiredHigh, gap, unit }: Finding['args'],
  explanation: string,
): string {
  const shown = (value: number): string => String(Number(value.toPrecision(4)));
  const bounds = [
    requiredLow === null ? '' : `${message(language, 'column.required_low')} ${shown(requiredLow)}`,
    requiredHigh === null ? '' : `${message(language, 'column.required_high')} ${shown(requiredHigh)}`,
  ].filter((part) => part !== '');
  const parts = [
    printed ?? '',
    face === null ? '' : `${message(language, 'column.face')} ${shown(face)}${unit}`,
    ...bounds,
    gap === null || gap === 0 ? '' : `${message(language, 'column.gap')} ${shown(gap)}`,
    explanation,
  ].filter((part) => part !== '');
  const [colon, separator] = language === 'zh' ? ['：', '；'] : [': ', '; '];
  return `${message(language, rule)}${parts.length > 0 ? colon : ''}${parts.join(separator)}`;
}
