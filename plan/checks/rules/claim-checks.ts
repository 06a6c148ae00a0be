import { type Claim, type Figure, isAim, type Plan } from '../../plan.js';
import { figuresOf } from '../../series.js';
import type { Check, Ends, Missing, Operand } from '../check.js';
import { figureOf, missingFigure, NOTHING, type Quantity, stated } from '../quantity.js';

/** What a rule about one kind of claim decides: how the two figures are reckoned together, and in which unit. */
export interface ClaimRule {
  code: string;
  kind: Claim['kind'];
  unit: (claim: Claim) => string;
  compute: (from: Figure, to: Figure, claim: Claim, plan: Plan) => Quantity;
  digits: number;
  otherwise?: (from: Figure, to: Figure, claim: Claim) => { computed: Ends; reading: 'points' | 'percent' } | null;
}

/** One check for each claim of a kind that relates two years of one series; where a year or figure is not printed, it is undecided and says so. */
export const claimChecks = (plan: Plan, rule: ClaimRule): Check[] =>
  plan.claims.filter(({ kind }) => kind === rule.kind).map((claim) => claimCheck(plan, claim, rule));

function claimCheck(plan: Plan, claim: Claim, { code, unit, compute, digits, otherwise }: ClaimRule): Check {
  const aim = isAim(plan, claim);
  const required = stated(claim, aim);
  const [from, to] = [figureAt(plan, claim, claim.fromYear, 'from'), figureAt(plan, claim, claim.toYear, 'to')];
  const base = {
    code,
    key: `${code}|${claim.key}`,
    indicator: claim.indicator.id,
    scope: claim.scope,
    year: claim.toYear,
    digits,
    unit: unit(claim),
    printed: claim.printed,
  };
  const undated = code === 'AVERAGE_GROWTH_CLAIM' && from !== null && claim.fromYear === null && from.year === null && from.guess === null;
  if (!from || !to || undated) {
    const operands: Operand[] = [from, to].flatMap((figure) => (figure ? [{ kind: 'figure' as const, key: figure.key }] : []));
    return {
      ...base,
      level: 'info',
      operands: [...operands, ...required.operands],
      computed: NOTHING,
      required: NOTHING,
      face: null,
      missing: undated ? [{ what: 'year', guess: null }] : whatIsMissing(claim, from, to),
    };
  }
  const computed = compute(from, to, claim, plan);
  const other = otherwise?.(from, to, claim);
  return {
    ...base,
    level: claim.indicator.growthPrices === 'constant' ? 'warning' : 'error',
    levelIfOpen: 'warning',
    operands: [...computed.operands, ...required.operands],
    computed,
    required,
    strict: required.strict,
    face: computed.face,
    missing: [],
    guessed: code === 'AVERAGE_GROWTH_CLAIM' && from.year === null && claim.fromYear === null,
    ...(other ? { otherwise: other } : {}),
  };
}

/** A baseline whose year the document masks still is the baseline: a claim without its first year starts there. */
function figureAt(plan: Plan, claim: Claim, year: number | null, end: 'from' | 'to'): Figure | null {
  const dated = figureOf(plan, claim, year);
  if (dated || end === 'to' || year !== null || !isAim(plan, claim)) return dated;
  return figuresOf(plan, claim).find(({ role, fromYear }) => role === 'baseline' && fromYear === null) ?? null;
}

const whatIsMissing = (claim: Claim, from: Figure | null, to: Figure | null): Missing[] => [
  ...(from || claim.fromYear === null ? [] : [missingFigure(claim.indicator, claim.fromYear)]),
  ...(to || claim.toYear === null ? [] : [missingFigure(claim.indicator, claim.toYear)]),
  ...((!from && claim.fromYear === null) || (!to && claim.toYear === null) ? [{ what: 'year' as const, guess: null }] : []),
];
