import { add, byKey, cell, divide, type Expr, multiply, present, when } from '../../expression/expression.js';
import { conversion } from '../../number/unit.js';
import type { Figure } from '../../plan.js';
import type { Content } from '../../workbook/block.js';
import { say } from '../../sheets/plan-doc.js';
import { type CellStyle, decimalFormat, style } from '../../workbook/style.js';
import type { Entry } from '../comparison.js';
import { unitOver } from '../per-unit-entries.js';
import { shownDecimals } from '../shown-decimals.js';
import { type ComparisonDoc, figureOf } from './comparison-doc.js';

/** A figure's key among those of all plans. */
export const figureKey = (plan: string, key: string): string => [plan, key].join('|');
/** The key of a plan's pace for an indicator. */
export const paceKey = ({ plan, indicator }: Pick<Entry, 'plan' | 'indicator'>): string => `${plan}|${indicator}`;

/** The row of a denominator: that of the plan, for the year. */
export const denominatorKey = ({ plan, year, denominator }: Entry): string | null =>
  denominator === null ? null : `${plan}|${denominator.indicator}|${String(year)}|${denominator.operands.join('+') || 'context'}`;

/** Keys a row must hold for its value cells to find their operands. */
export const keysOf = (entry: Entry): { figure: string | null; denominator: string | null; pace: string | null } => ({
  figure: entry.basis === 'pace' ? null : figureKey(entry.plan, entry.operands[0] ?? ''),
  denominator: denominatorKey(entry),
  pace: entry.basis === 'pace' ? paceKey(entry) : null,
});

type Which = 'value' | 'low' | 'high';

const made = new Map<string, Expr>();

/** Rows of the same traits share one expression. */
function shared(traits: string, make: () => Expr): Expr {
  const known = made.get(traits) ?? make();
  made.set(traits, known);
  return known;
}

/** An entry's value or end: looked up by the keys of its row where the workbook is live, else as computed. */
export function valueCell(doc: ComparisonDoc, entry: Entry, which: Which): Content {
  if (!doc.live || entry.value === null) return entry[which];
  if (entry.basis === 'pace') return shared(`pace ${which}`, () => found(byKey(`pac_${which === 'value' ? 'pace' : which}`, cell('pace_key'), 'pac_key')));
  const figure = figureOf(doc, entry.plan, entry.operands[0]);
  if (!figure) return entry[which];
  const factor = conversion(figure.printings[0].unit, figure.indicator.unit) ?? 1;
  if (entry.denominator !== null) {
    const scale = factor * unitOver(figure.indicator.unit, entry.denominator.indicator).factor;
    return shared(`unit ${which} ${scale}`, () => perUnit(which, scale));
  }
  if (entry.basis === 'target' && which !== 'value') return shared('set', () => found(cell('value')));
  const traits = `${entry.basis} ${which} ${factor} ${isRange(figure) ? figure.indicator.better : ''}`;
  return shared(traits, () => ownValue(figure, entry.basis === 'target', which, factor));
}

const isRange = ({ printings }: Figure): boolean => printings[0].bound === 'range';
const ofFigure = (column: string, key: Expr = cell('figure_key')): Expr => byKey(`fig_${column}`, key, 'fig_key');
const found = (expression: Expr): Expr => when(present(expression), expression, '');
const times = (expression: Expr, factor: number): Expr => (factor === 1 ? expression : multiply(expression, factor));

/** As plan/compare/interval has it: of a range its middle if measured, the end that is enough if aimed at. */
function ownValue(figure: Figure, isTarget: boolean, which: Which, factor: number, key?: Expr): Expr {
  if (which !== 'value') return when(present(ofFigure(which, key)), times(ofFigure(which, key), factor), '');
  const [low, high] = [ofFigure('value', key), ofFigure('high_value', key)];
  if (!isRange(figure)) return when(present(low), times(low, factor), '');
  const value = isTarget ? (figure.indicator.better === 'lower' ? high : low) : divide(add(low, high), 2);
  return when(present(low, high), times(value, factor), '');
}

function perUnit(which: Which, scale: number): Expr {
  const bottom = byKey(`den_${which === 'low' ? 'high' : which === 'high' ? 'low' : 'value'}`, cell('den_key'), 'den_key');
  const top = ofFigure(which);
  return when(present(top, bottom), times(divide(top, bottom), scale), '');
}

/** A target's or present value, by a key told in the formula: for cells whose row is of several plans. */
export function valueAt(doc: ComparisonDoc, entry: Entry, key: Expr): Content {
  if (!doc.live || entry.value === null) return entry.value;
  const figure = figureOf(doc, entry.plan, entry.operands[0]);
  if (!figure) return entry.value;
  const factor = conversion(figure.printings[0].unit, figure.indicator.unit) ?? 1;
  return ownValue(figure, entry.basis === 'target', 'value', factor, key);
}

/** 等于 tells something of a target; of what is measured or computed it goes without saying. */
export const boundShown = (doc: ComparisonDoc, { bound, basis }: Entry): string | null =>
  bound === 'eq' && basis !== 'target' ? null : say(doc, `bound.${bound}`);

/** See {@link shownDecimals}; two decimals where there is nothing to show. */
export function numberStyle(doc: ComparisonDoc, entry: Entry | null | undefined): CellStyle {
  return style('number', decimalFormat(entry ? shownDecimals(entry, figureOf(doc, entry.plan, entry.operands[0])) : 2));
}
