import type { Check, Missing } from '../checks/check.js';
import { operandValues } from '../checks/quantity.js';
import { add, call, cell, equal, type Expr, greater, greaterOrEqual, less, lessOrEqual, present, subtract, when } from '../expression/expression.js';
import type { MessageCode } from '../messages/message.js';
import { unitName } from '../messages/unit-name.js';
import { type PlanDoc, say, scopeName } from '../sheets/plan-doc.js';
import type { Block, Column, Content, Validation } from '../workbook/block.js';
import { decimalFormat, style } from '../workbook/style.js';

const DISPOSITION: Validation = {
  kind: 'list',
  options: ['disposition.true', 'disposition.definition', 'disposition.corrected', 'disposition.pending'],
  title: 'validation.disposition.title',
  text: 'validation.disposition.text',
};
const REASON: Validation = { kind: 'text', max: 500, title: 'validation.remark.title', text: 'validation.remark.text' };

/** One row a check: what the figures give, what the statement asks for, one outcome formula for all, and the reader's disposition. */
export function checksBlock(doc: PlanDoc, checks: readonly Check[]): Block<Check> {
  const number = style('number', decimalFormat(2));
  const columns: Column<Check>[] = [
    { key: 'rule', title: 'column.rule', width: 34, style: style('label'), cell: ({ code }) => say(doc, ruleName(code)) },
    { key: 'indicator', title: 'column.indicator', width: 34, style: style('text'), cell: ({ indicator }) => nameOf(doc, indicator) },
    {
      key: 'scope',
      title: 'column.scope',
      width: 20,
      style: style('text'),
      cell: ({ scope, indicator }) => (indicator === null ? null : scopeName(doc, scope)),
    },
    { key: 'year', title: 'column.year', width: 8, style: style('year'), cell: ({ year }) => year },
    { key: 'printed', title: 'column.statement', width: 22, style: style('text'), cell: ({ printed }) => printed },
    { key: 'face', title: 'column.face', width: 12, style: number, cell: ({ face }) => face && blankOnError(face) },
    { key: 'low', title: 'column.computed_low', width: 12, style: number, cell: ({ computed }) => computed.low && blankOnError(computed.low) },
    { key: 'high', title: 'column.computed_high', width: 12, style: number, cell: ({ computed }) => computed.high && blankOnError(computed.high) },
    { key: 'required_low', title: 'column.required_low', width: 12, style: number, cell: ({ required }) => required.low && blankOnError(required.low) },
    { key: 'required_high', title: 'column.required_high', width: 12, style: number, cell: ({ required }) => required.high && blankOnError(required.high) },
    { key: 'unit', title: 'column.unit', width: 18, style: style('text'), cell: ({ unit }) => (unit === '' ? null : unitName(doc.language, unit)) },
    { key: 'gap', title: 'column.gap', width: 11, style: number, cell: gapCell },
    { key: 'outcome', title: 'column.outcome', width: 11, style: style('progress'), cell: () => outcomeCell(doc) },
    {
      key: 'level',
      title: 'column.level',
      width: 10,
      style: style('text'),
      cell: ({ level }) => when(equal(cell('outcome'), say(doc, 'outcome.fail')), say(doc, `level.${level}`), ''),
    },
    { key: 'explanation', title: 'column.explanation', width: 40, style: style('wrap'), cell: (check) => explanation(doc, check) },
    { key: 'disposition', title: 'column.disposition', width: 18, style: style('text'), cell: () => null, input: () => DISPOSITION },
    { key: 'reason', title: 'column.disposition_reason', width: 24, style: style('wrap'), cell: () => null, input: () => REASON },
    { key: 'present', title: 'column.present', width: 8, style: style('key'), cell: presentCell },
    {
      key: 'needed',
      title: 'column.needed',
      width: 8,
      style: style('key'),
      cell: ({ operands, missing, face, also }) => operands.length + missing.length + (face ? 1 : 0) + (also ? 1 : 0),
    },
    { key: 'digits', title: 'column.digits', width: 8, style: style('key'), cell: ({ digits }) => digits },
    { key: 'strict', title: 'column.strict', width: 8, style: style('key'), cell: ({ strict }) => strict ?? null },
    { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: ({ key }) => key },
  ];
  return { id: 'chk', table: true, rows: checks, rowKey: ({ key }) => key, columns };
}

/** The operands' values, and what they give: where that cannot be computed (a baseline of zero), nothing is decided. */
function presentCell({ operands, face, also }: Check): Content {
  if (operands.length === 0) return 0;
  const values = operandValues(operands);
  const computed = [...(face ? [cell('face')] : []), ...(also ? [blankOnError(also)] : [])];
  return computed.length > 0 ? add(values, call('COUNT', ...computed)) : values;
}

/** A removed row makes a look-up fail; the check is then undecided, not in error. */
const blankOnError = (expression: Expr): Expr => call('IFERROR', expression, '');

/** By how much the two intervals miss each other; 0 where they meet. An end that is not there is open. */
function gapCell(): Expr {
  const below = beyond('required_low', 'high');
  const above = beyond('low', 'required_high');
  return when(less(cell('present'), cell('needed')), '', add(below, above));
}

const beyond = (upper: string, lower: string): Expr =>
  when(present(cell(upper), cell(lower)), call('MAX', 0, call('ROUND', subtract(cell(upper), cell(lower)), cell('digits'))), 0);

/** The one outcome formula of all checks: undecided where a value is missing, fail where the intervals miss each other or only touch where touching is excluded. */
function outcomeCell(doc: PlanDoc): Expr {
  const [pass, fail, undecided] = [say(doc, 'outcome.pass'), say(doc, 'outcome.fail'), say(doc, 'outcome.undecided')];
  const excluded = when(
    equal(cell('strict'), 'gt'),
    onlyTouches('required_low', 'high'),
    when(equal(cell('strict'), 'lt'), onlyTouches('low', 'required_high'), false),
  );
  return when(less(cell('present'), cell('needed')), undecided, when(greater(cell('gap'), 0), fail, when(excluded, fail, pass)));
}

const onlyTouches = (upper: string, lower: string): Expr =>
  when(present(cell(upper), cell(lower)), equal(call('ROUND', subtract(cell(lower), cell(upper)), cell('digits')), 0), false);

const nameOf = ({ plan, language }: PlanDoc, indicator: string | null): Content =>
  indicator === null ? null : (plan.indicators.get(indicator)?.[language] ?? indicator);

export const ruleName = (code: string): MessageCode => `rule.${code}` as MessageCode;

/** What is missing, or what else should be known; what follows from numbers follows them. */
function explanation(doc: PlanDoc, check: Check): Content {
  const separator = doc.language === 'zh' ? '；' : '; ';
  const fixed = [check.guessed ? say(doc, 'finding.guessed') : null, ...check.missing.map((each) => missingText(doc, each))]
    .filter((part) => part !== null)
    .join(separator);
  if (check.missing.length > 0 || check.operands.length === 0) return fixed || null;
  const failing = check.otherwise ? otherReading(doc, check.otherwise) : check.open ? say(doc, 'finding.open') : '';
  const onFail = typeof failing === 'string' ? [fixed, failing].filter((part) => part !== '').join(separator) : failing;
  const undecided = say(doc, 'finding.not-computable');
  return when(equal(cell('outcome'), say(doc, 'outcome.fail')), onFail, when(equal(cell('outcome'), say(doc, 'outcome.undecided')), undecided, fixed));
}

/** Whether the statement holds in the other reading: in points where per cent was meant, or the other way round. */
function otherReading(doc: PlanDoc, { computed, reading }: NonNullable<Check['otherwise']>): Expr | string {
  if (!computed.low || !computed.high) return '';
  const notAbove = when(present(cell('required_high')), lessOrEqual(computed.low, cell('required_high')), true);
  const notBelow = when(present(cell('required_low')), greaterOrEqual(computed.high, cell('required_low')), true);
  return blankOnError(
    when(call('AND', notAbove, notBelow), say(doc, reading === 'points' ? 'finding.as-points' : 'finding.as-percent'), say(doc, 'finding.not-otherwise')),
  );
}

function missingText(doc: PlanDoc, { what, indicator, year }: Missing): string {
  const name = indicator?.[doc.language] ?? '';
  if (what === 'year') return year === null ? say(doc, 'finding.missing-year') : say(doc, 'note.year-guess', { year });
  return what === 'figure'
    ? say(doc, 'finding.missing-figure', { indicator: name, year: year ?? '' }).trim()
    : say(doc, 'finding.missing-value', { indicator: name });
}
