import type { Check, Operand } from '../checks/check.js';
import { contextFigures } from '../record/context-figures.js';
import { isSet } from '../checks/quantity.js';
import { natureOf } from '../number/edges.js';
import type { Bound } from '../number/parse-printed.js';
import { type Claim, type Figure, isAim, type Plan, type Printing } from '../plan.js';
import { claimByKey, figureByKey } from '../series.js';
import { type PlanDoc, say, scopeName, showLocator } from '../sheets/plan-doc.js';

/** What a reader is told of an operand: whose number it is, as printed, and how it may be told otherwise. */
export interface ToldOperand {
  indicator: string;
  scope: string;
  year: number | null;
  /** 目标, 基期, 表述, 参考. */
  role: string;
  printed: string;
  unit: string;
  /** Where the document prints it, or which yearbook does. */
  source: string;
  bound: Bound;
  /** Digits to which another value is told; null for those of its own print, which may be edited. */
  digits: number | null;
}

/** Looks an operand up in the plan; null where the plan has none of that key. */
export function toldOperand(doc: PlanDoc, check: Check, { kind, key }: Operand): ToldOperand | null {
  if (kind === 'figure') return toldFigure(doc, check, key);
  if (kind === 'claim') {
    const claim = claimByKey(doc.plan, key);
    return claim ? toldClaim(doc, claim) : null;
  }
  const context = contextFigures(doc.plan).find((each) => each.key === key);
  if (!context) return null;
  const { indicator, year, printed, unit, source, bound } = context;
  const role = say(doc, 'role.context');
  return { indicator: indicator[doc.language], scope: scopeName(doc, null), year, role, printed, unit, source: source[doc.language], bound, digits: null };
}

/** What the document, or a yearbook, prints of an operand; null where the plan has none of that key. */
export function printedOperand(plan: Plan, { kind, key }: Operand): string | null {
  if (kind === 'figure') return printingOf(plan, key)?.printing.printed ?? null;
  if (kind === 'claim') return claimByKey(plan, key)?.printed ?? null;
  return contextFigures(plan).find((each) => each.key === key)?.printed ?? null;
}

function printingOf(plan: Plan, key: string): { figure: Figure; printing: Printing } | null {
  const [base = '', number = '1'] = key.split('#');
  const figure = figureByKey(plan, base);
  const printing = figure?.printings[Number(number) - 1];
  return figure && printing ? { figure, printing } : null;
}

function toldFigure(doc: PlanDoc, check: Check, key: string): ToldOperand | null {
  const found = printingOf(doc.plan, key);
  if (!found) return null;
  const { figure, printing } = found;
  return {
    indicator: figure.indicator[doc.language],
    scope: scopeName(doc, figure.scope),
    year: figure.year,
    role: say(doc, `role.${figure.role}`),
    printed: printing.printed,
    unit: printing.unit,
    source: showLocator(doc, printing.at),
    bound: printing.bound,
    digits: isSet(figure) ? digitsOfAim(doc.plan, check, figure) : null,
  };
}

/** What is aimed at may be told as finely as the figures it is held against; whole things only whole. */
function digitsOfAim(plan: Plan, check: Check, figure: Figure): number {
  const [{ unit, decimals }] = figure.printings;
  if (natureOf('baseline', figure.indicator.kind, unit) === 'counted') return 0;
  return Math.max(decimals, ...check.operands.map(({ key }) => figureByKey(plan, key)?.printings[0].decimals ?? 0));
}

function toldClaim(doc: PlanDoc, claim: Claim): ToldOperand {
  const { kind, printed, unit, decimals, bound } = claim;
  const finely = kind === 'multiple' || kind === 'doubling' ? 2 : kind === 'growth' || kind === 'average-growth' || kind === 'share-change' ? 1 : decimals;
  return {
    indicator: claim.indicator[doc.language],
    scope: scopeName(doc, claim.scope),
    year: claim.toYear,
    role: say(doc, 'role.claim'),
    printed,
    unit,
    source: showLocator(doc, claim.at),
    bound,
    digits: isAim(doc.plan, claim) || kind === 'doubling' ? Math.max(decimals, finely) : null,
  };
}
