import type { Check, Operand } from '../checks/check.js';
import { operandCell } from '../checks/quantity.js';
import { roundedDown, roundedUp } from '../checks/solve.js';
import { add, call, cell, divide, equal, type Expr, greater, join, less, lessOrEqual, present, subtract, when } from '../expression/expression.js';
import { message, type MessageCode } from '../messages/message.js';
import { unitAfter, unitName } from '../messages/unit-name.js';
import { onceFor } from '../once-for.js';
import { introBlock, linesBlock } from '../sheets/intro-block.js';
import { type PlanDoc, say } from '../sheets/plan-doc.js';
import type { AnyBlock, Block, Column, Sheet } from '../workbook/block.js';
import { sharedBy } from '../workbook/shared-by.js';
import { decimalFormat, style } from '../workbook/style.js';
import { checksOf } from './checks-of.js';
import { linkToOperand } from './link-to.js';
import { type Needed, neededValue, ofCheck } from './needed-value.js';
import { ruleName } from './rule-name.js';
import { type ToldOperand, toldOperand } from './told-operand.js';

/** One operand of one check. */
export interface OperandRow {
  check: Check;
  operand: Operand;
  told: ToldOperand;
  /** The check's key with #1, #2 … */
  key: string;
}

/** The numbers that each check of numbers rests on, one a row: a link to it, and the value it would need were it alone wrong. */
export const operandsSheet: Sheet<PlanDoc> = {
  id: 'operands',
  name: (language) => message(language, 'sheet.operands'),
  guarded: true,
  hidden: false,
  blocks: (doc): AnyBlock[] => {
    const block = operandsBlock(doc, checksOf(doc.plan));
    const none = linesBlock('opr_none', [{ key: 'none', look: 'text', text: say(doc, 'operands.none') }]);
    return [introBlock(doc, 'operands', 'sheet.operands', 'operands.intro'), block.rows.length > 0 ? block : none];
  },
};

/** Checks that compare numbers with numbers have rows; what only asks for presence, or lacks a figure, has nothing to solve for. */
export const hasOperandRows = ({ operands, missing, face }: Check): boolean => missing.length === 0 && face !== null && operands.length > 1;

/** The block of all of a plan's checks is asked for twice: to put them in order, and for its sheet. */
export const operandsBlock = (doc: PlanDoc, checks: readonly Check[]): Block<OperandRow> =>
  checks === checksOf(doc.plan) ? blockOfAll(doc) : makeBlock(doc, checks);

const blockOfAll = onceFor((doc: PlanDoc) => makeBlock(doc, checksOf(doc.plan)));

function makeBlock(doc: PlanDoc, checks: readonly Check[]): Block<OperandRow> {
  const number = style('number', decimalFormat(2));
  const failing = equal(ofCheck('outcome'), say(doc, 'outcome.fail'));
  const advice = adviceCell(doc, failing);
  const traits = (row: OperandRow): string => `${row.operand.kind} ${neededIn(row).lowStrict} ${neededIn(row).highStrict}`;
  const [lows, highs] = [sharedBy(traits, (row) => roundedEnd('low', row)), sharedBy(traits, (row) => roundedEnd('high', row))];
  const outcome = ofCheck('outcome');
  const columns: Column<OperandRow>[] = [
    { key: 'outcome', title: 'column.outcome', width: 12, least: 12, style: style('progress'), cell: () => outcome },
    { key: 'rule', title: 'column.rule', width: 34, style: style('label'), cell: ({ check }) => say(doc, ruleName(check.code)) },
    { key: 'role', title: 'column.role', width: 10, style: style('text'), cell: ({ told }) => told.role },
    { key: 'indicator', title: 'column.indicator', width: 44, style: style('text'), cell: ({ told }) => told.indicator },
    { key: 'scope', title: 'column.scope', width: 20, style: style('text'), cell: ({ told }) => told.scope },
    { key: 'year', title: 'column.year', width: 8, style: style('year'), cell: ({ told }) => told.year },
    { key: 'printed', title: 'column.printed', width: 20, style: style('link'), cell: ({ operand, told }) => linkToOperand(doc, operand, told.printed) },
    { key: 'value', title: 'column.value', width: 12, style: number, cell: ({ operand }) => orBlank(operandCell(operand, 'value')) },
    { key: 'needed_low', title: 'column.needed_low', width: 12, style: number, cell: (row) => (neededIn(row).low ? lows(row) : null) },
    { key: 'needed_high', title: 'column.needed_high', width: 12, style: number, cell: (row) => (neededIn(row).high ? highs(row) : null) },
    { key: 'unit', title: 'column.unit', width: 18, style: style('text'), cell: ({ told }) => unitName(doc.language, told.unit) },
    { key: 'source', title: 'column.locator', width: 24, style: style('text'), cell: ({ told }) => told.source },
    { key: 'text', title: 'column.explanation', width: 40, style: style('key'), cell: () => advice },
    { key: 'raw_low', title: 'column.raw_low', width: 12, style: style('key', decimalFormat(4)), cell: (row) => onFail(failing, neededIn(row).low) },
    { key: 'raw_high', title: 'column.raw_high', width: 12, style: style('key', decimalFormat(4)), cell: (row) => onFail(failing, neededIn(row).high) },
    { key: 'digits', title: 'column.digits', width: 8, style: style('key'), cell: (row) => orBlank(neededIn(row).digits) },
    { key: 'label', title: 'column.label', width: 30, style: style('key'), cell: ({ check, told }) => labelOf(doc, check, told) },
    { key: 'unit_after', title: 'column.unit_after', width: 8, style: style('key'), cell: ({ told }) => unitAfter(doc.language, told.unit) },
    { key: 'check_key', title: 'column.check_key', width: 40, style: style('key'), cell: ({ check }) => check.key },
    { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: ({ key }) => key },
  ];
  return { id: 'opr', table: true, rows: operandRows(doc, checks), rowKey: ({ key }) => key, columns };
}

/** Asked for by several columns, and of most checks by none. */
const neededIn = onceFor(({ check, operand, told }: OperandRow): Needed => neededValue(check, operand, told));

const operandRows = (doc: PlanDoc, checks: readonly Check[]): OperandRow[] =>
  checks.filter(hasOperandRows).flatMap((check) =>
    check.operands.flatMap((operand, index): OperandRow[] => {
      const told = toldOperand(doc, check, operand);
      return told ? [{ check, operand, told, key: `${check.key}#${index + 1}` }] : [];
    }),
  );

/** A blank cell read by a formula shows 0: what is not there stays blank. */
const orBlank = (read: Expr): Expr => call('IFERROR', when(call('ISNUMBER', read), read, ''), '');

const onFail = (failing: Expr, needed: Expr | null): Expr | null => (needed ? when(failing, call('IFERROR', needed, ''), '') : null);

/**
 * An end told to so many digits, so that the value told makes the check pass: up for the least, down for the most. Where no
 * value of so few digits does, both ends tell the nearest.
 */
function roundedEnd(end: 'low' | 'high', row: OperandRow): Expr {
  const { operand } = row;
  const needed = neededIn(row);
  const [low, high, digits] = [cell('raw_low'), cell('raw_high'), cell('digits')];
  const [up, down] = [roundedUp(low, digits, needed.lowStrict), roundedDown(high, digits, needed.highStrict)];
  const [own, told] = end === 'low' ? [low, up] : [high, down];
  const nearest = call('ROUND', divide(add(low, high), 2), digits);
  const rounded = when(present(own), when(present(low, high), when(greater(up, down), nearest, told), told), '');
  // No figure is negative; growth and increments may be.
  return operand.kind === 'claim' ? rounded : when(less(call('MAX', low, high), 0), '', rounded);
}

/** “9亿元”(2025年), with the indicator where it is not the check's own. */
function labelOf(doc: PlanDoc, check: Check, { indicator, printed, year }: ToldOperand): string {
  const own = check.indicator === null ? undefined : doc.plan.indicators.get(check.indicator)?.[doc.language];
  const of = own === indicator ? '' : indicator;
  return say(doc, year === null ? 'operand.label' : 'operand.label-year', { of, printed, year: year ?? '' }).trim();
}

/** What is missing; or, where the check fails, what the number alone would have to be. */
function adviceCell(doc: PlanDoc, failing: Expr): Expr {
  const [low, high] = [cell('needed_low'), cell('needed_high')];
  const space = doc.language === 'zh' ? '' : ' ';
  const stop = say(doc, 'operand.stop');
  const joined = (...parts: (Expr | string)[]): Expr => parts.slice(1).reduce<Expr>((text, part) => join(text, part), join(space, parts[0] ?? ''));
  const said = (words: MessageCode, ...shown: (Expr | string)[]): Expr =>
    joined(cell('label'), `${space}${say(doc, words)}${space}`, ...shown, cell('unit_after'), stop);
  const isNearest = greater(call('MAX', call('ROUND', subtract(cell('raw_low'), low), 9), call('ROUND', subtract(high, cell('raw_high')), 9)), 0);
  const between = when(
    equal(low, high),
    when(isNearest, said('operand.about', low), said('operand.is', low)),
    when(lessOrEqual(low, high), said('operand.between', low, `${space}${say(doc, 'operand.to')}${space}`, high), ''),
  );
  const one = when(present(low), said('operand.at-least', low), when(present(high), said('operand.at-most', high), ''));
  const lacking = joined(`${say(doc, 'operand.missing')}${space}`, cell('label'), stop);
  return when(present(cell('value')), when(failing, when(present(low, high), between, one), ''), lacking);
}
