import { add, byKey, call, divide, type Expr, multiply, name, type Operand as Term, power, present, subtract, when } from '../expression/expression.js';
import type { Bound } from '../number/parse-printed.js';
import { conversion } from '../number/unit.js';
import type { Claim, Figure, Plan } from '../plan.js';
import { figuresOf } from '../series.js';
import type { Ends, Missing, Operand } from './check.js';

/** A number a check reckons with: its ends, its face value, and where it stands. */
export interface Quantity extends Ends {
  face: Expr;
  operands: Operand[];
}

const ofFigure = (column: string, { key }: Figure): Expr => byKey(`fig_${column}`, key, 'fig_key');

/** Aims are set: a number to reach, not one that was measured. */
export const isSet = ({ role }: Pick<Figure, 'role'>): boolean => role === 'target' || role === 'vision';

/** A range (1-2个) or a number told loosely (约, 左右, 近) has two ends even where it is aimed at. */
const hasTwoEnds = (bound: Bound): boolean => bound === 'range' || bound === 'approx' || bound === 'near';

/** A figure in a unit: history and baselines with the edges of their print, targets at their threshold, ranges at both ends. */
export function quantity(figure: Figure, unit: string = figure.printings[0].unit): Quantity {
  const factor = conversion(figure.printings[0].unit, unit) ?? 1;
  const scaled = (expression: Expr): Expr => (factor === 1 ? expression : multiply(expression, factor));
  const face = ofFigure('value', figure);
  const atThreshold = isSet(figure) && !hasTwoEnds(figure.printings[0].bound);
  const end = (column: 'low' | 'high'): Expr => (atThreshold ? face : ofFigure(column, figure));
  return {
    low: blankable(end('low'), scaled),
    high: blankable(end('high'), scaled),
    face: scaled(face),
    operands: [{ kind: 'figure', key: figure.key }],
  };
}

/** An operand in a unit `factor` times as small, with the edges that stand in its row. */
export function measured(operand: Operand, factor = 1): Quantity {
  const scaled = (expression: Expr): Expr => (factor === 1 ? expression : multiply(expression, factor));
  const end = (column: 'low' | 'high'): Expr => blankable(operandCell(operand, column), scaled);
  return { low: end('low'), high: end('high'), face: scaled(operandCell(operand, 'value')), operands: [operand] };
}

/** An end that is not there stays blank: no interval ends at 0 for want of a number. */
const blankable = (end: Expr, then: (end: Expr) => Expr): Expr => when(present(end), then(end), '');

/** What a claim states: about the past with the edges of its print, about an aim, and of any doubling, at its threshold. */
export function stated(claim: Claim, aim: boolean): Quantity & { strict: 'gt' | 'lt' | null } {
  const { key } = claim;
  const column = (name: string): Expr => byKey(`clm_${name}`, key, 'clm_key');
  const face = column('value');
  const operands: Operand[] = [{ kind: 'claim', key }];
  const strict = claim.bound === 'gt' || claim.bound === 'lt' ? claim.bound : null;
  // 翻番 is a word, not a rounded 2: of the past as of an aim it means at least twice.
  if ((aim || claim.kind === 'doubling') && !hasTwoEnds(claim.bound)) {
    const isCeiling = claim.bound === 'le' || claim.bound === 'lt' || (claim.bound === 'eq' && (claim.value ?? 0) < 0);
    return { low: isCeiling ? null : face, high: isCeiling ? face : null, face, operands, strict };
  }
  return { low: blankable(column('low'), (end) => end), high: blankable(column('high'), (end) => end), face, operands, strict };
}

type Corner = [low: Expr | null, high: Expr | null];

/** An end computed from ends; where one of them is blank the arithmetic fails, and the cell that shows it is blank. */
const end = (of: (Expr | null)[], compute: (...ends: Expr[]) => Expr): Expr | null => (of.some((each) => each === null) ? null : compute(...(of as Expr[])));

const combine = (a: Quantity, b: Quantity, face: Expr, [low, high]: Corner): Quantity => ({ low, high, face, operands: [...a.operands, ...b.operands] });

/** a − b, over the corners of the two. */
export const difference = (a: Quantity, b: Quantity): Quantity =>
  combine(a, b, subtract(a.face, b.face), [end([a.low, b.high], subtract), end([a.high, b.low], subtract)]);

/** a + b. */
export const total = (a: Quantity, b: Quantity): Quantity => combine(a, b, add(a.face, b.face), [end([a.low, b.low], add), end([a.high, b.high], add)]);

/** a / b, for amounts, counts and shares, which are positive. */
export const ratio = (a: Quantity, b: Quantity): Quantity =>
  combine(a, b, divide(a.face, b.face), [end([a.low, b.high], divide), end([a.high, b.low], divide)]);

/** A rising function of one quantity. */
export const rising = (a: Quantity, compute: (end: Expr) => Expr): Quantity => ({
  low: end([a.low], compute),
  high: end([a.high], compute),
  face: compute(a.face),
  operands: a.operands,
});

/** (a − 1) × 100: a multiple as growth in %. */
export const growthOf = (multiple: Quantity): Quantity => rising(multiple, (each) => multiply(subtract(each, 1), 100));

/** (a^(1/n) − 1) × 100: a multiple as average growth in % a year. */
export const averageGrowthOf = (multiple: Quantity, years: Term): Quantity =>
  rising(multiple, (each) => multiply(subtract(power(each, divide(1, years)), 1), 100));

/** A baseline grown by a promised doubling or, over `years`, by a promised average growth: what the plan aims at without printing it. */
export function growthTo(base: Quantity, claim: Claim, years: number | null): Quantity {
  const { factor, operands } = promisedGrowth(claim, years);
  const grown = rising(base, (each) => multiply(each, factor));
  return { ...grown, operands: [...base.operands, ...operands] };
}

/** The factor by which a promise multiplies its baseline: a doubling's multiple, or average growth over the years. */
export function promisedGrowth(claim: Claim, years: number | null): { factor: Expr; operands: Operand[] } {
  const { face, operands } = stated(claim, true);
  return { factor: years === null ? face : power(add(1, divide(face, 100)), years), operands };
}

/** What a figure was before it grew by a stated percentage: value / (1 + growth), over the corners of both. */
export function growthFrom(later: Quantity, growth: Claim): Quantity {
  const multiple = rising(stated(growth, false), (each) => add(1, divide(each, 100)));
  return ratio(inPricesOf(later, growth), multiple);
}

/**
 * Growth of value added and GDP is told at constant prices, their amounts at current ones: the later amount is taken from
 * deflated by the declared rise in prices (parameter) to as it stands. Both readings lie within.
 */
export function inPricesOf(later: Quantity, { indicator, fromYear, toYear }: Claim): Quantity {
  if (indicator.growthPrices !== 'constant' || fromYear === null || toYear === null) return later;
  const deflator = power(add(1, name('par_deflator')), toYear - fromYear);
  return { ...later, low: end([later.low], (each) => divide(each, deflator)) };
}

/** The figure of a series in a year, accumulations aside; null where the plan prints none. */
export const figureOf = (plan: Plan, { indicator, scope }: Pick<Figure, 'indicator' | 'scope'>, year: number | null): Figure | null =>
  year === null ? null : (figuresOf(plan, { indicator, scope }).find((figure) => figure.year === year && figure.fromYear === null) ?? null);

export const missingFigure = (indicator: { zh: string; en: string }, year: number | null): Missing => ({
  what: 'figure',
  indicator: { zh: indicator.zh, en: indicator.en },
  year,
});

export const NOTHING: Ends = { low: null, high: null };

/** The blocks of the workbook in which operands stand. */
export const OPERAND_BLOCK = { figure: 'fig', claim: 'clm', context: 'ctx' } as const;

/** One column of an operand's row. */
export const operandCell = ({ kind, key }: Operand, column: string): Expr => byKey(`${OPERAND_BLOCK[kind]}_${column}`, key, `${OPERAND_BLOCK[kind]}_key`);

/** How many of the operands have a value. */
export const operandValues = (operands: readonly Operand[]): Expr => call('COUNT', ...operands.map((operand) => operandCell(operand, 'value')));
