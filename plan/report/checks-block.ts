import type { Check, Level, Missing } from '../checks/check.js';
import { type OpenSides, openSides } from '../checks/open-sides.js';
import { operandValues } from '../checks/quantity.js';
import {
  add,
  byKey,
  call,
  cell,
  equal,
  type Expr,
  greater,
  greaterOrEqual,
  join,
  less,
  lessOrEqual,
  present,
  subtract,
  value,
  when,
} from '../expression/expression.js';
import { unitName } from '../messages/unit-name.js';
import { type PlanDoc, say, scopeName } from '../sheets/plan-doc.js';
import type { Block, Column, Content, Validation } from '../workbook/block.js';
import { decimalFormat, style } from '../workbook/style.js';
import { checkLinks } from './check-links.js';
import { expressionText } from './expression-text.js';
import { hasOperandRows } from './operands-sheet.js';
import { ruleName } from './rule-name.js';

const DISPOSITION: Validation = {
  kind: 'list',
  options: ['disposition.true', 'disposition.definition', 'disposition.corrected', 'disposition.pending'],
  title: 'validation.disposition.title',
  text: 'validation.disposition.text',
};
const REASON: Validation = { kind: 'text', max: 500, title: 'validation.remark.title', text: 'validation.remark.text' };

/** One row a check: the outcome by one formula for all, how it was reckoned, what would settle it, and the reader's disposition. */
export function checksBlock(doc: PlanDoc, checks: readonly Check[]): Block<Check> {
  const number = style('number', decimalFormat(2));
  const hidden = style('key', decimalFormat(4));
  const links = checkLinks(doc, checks);
  const outcome = outcomeCell(doc);
  const columns: Column<Check>[] = [
    { key: 'outcome', title: 'column.outcome', width: 11, style: style('progress'), cell: () => outcome },
    { key: 'level', title: 'column.level', width: 10, style: style('text'), cell: (check) => levelCell(doc, check) },
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
    {
      key: 'printed',
      title: 'column.statement',
      width: 22,
      style: (check) => style(links(check).printed ? 'link' : 'text'),
      cell: (check) => links(check).printed ?? check.printed,
    },
    { key: 'figure_1', title: 'column.figure_1', width: 14, style: style('link'), cell: (check) => links(check).first },
    { key: 'figure_2', title: 'column.figure_2', width: 14, style: style('link'), cell: (check) => links(check).second },
    { key: 'expression', title: 'column.expression', width: 30, style: style('wrap'), cell: expressionCell },
    { key: 'face', title: 'column.face', width: 12, style: number, cell: ({ face }) => face && blankOnError(face) },
    { key: 'required_low', title: 'column.required_low', width: 12, style: number, cell: ({ required }) => required.low && blankOnError(required.low) },
    { key: 'required_high', title: 'column.required_high', width: 12, style: number, cell: ({ required }) => required.high && blankOnError(required.high) },
    { key: 'unit', title: 'column.unit', width: 18, style: style('text'), cell: ({ unit }) => (unit === '' ? null : unitName(doc.language, unit)) },
    { key: 'gap', title: 'column.gap', width: 11, style: number, cell: gapCell },
    { key: 'explanation', title: 'column.explanation', width: 56, style: style('wrap'), cell: (check) => explanation(doc, check) },
    { key: 'disposition', title: 'column.disposition', width: 18, style: style('text'), cell: () => null, input: () => DISPOSITION },
    { key: 'reason', title: 'column.disposition_reason', width: 24, style: style('wrap'), cell: () => null, input: () => REASON },
    { key: 'low', title: 'column.computed_low', width: 12, style: hidden, cell: ({ computed }) => computed.low && blankOnError(computed.low) },
    { key: 'high', title: 'column.computed_high', width: 12, style: hidden, cell: ({ computed }) => computed.high && blankOnError(computed.high) },
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
    { key: 'advice', title: 'column.advice', width: 30, style: style('key'), cell: (check) => adviceCell(doc, check) },
    { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: ({ key }) => key },
  ];
  return { id: 'chk', table: true, rows: checks, rowKey: ({ key }) => key, columns };
}

/** The reckoning with its numbers; where two wholes are set against each other, both. */
function expressionCell({ face, also, operands }: Check): Content {
  if (!face || operands.length < 2) return null;
  const text = also ? join(join(expressionText(face), ' ↔ '), expressionText(also)) : expressionText(face);
  return when(present(cell('face')), blankOnError(text), '');
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

/** By how much the two intervals miss each other; 0 where they meet. An end that is not there is open. Blank where nothing is compared. */
function gapCell({ face }: Check): Content {
  if (!face) return null;
  return when(less(cell('present'), cell('needed')), '', add(beyond('required_low', 'high'), beyond('low', 'required_high')));
}

const difference = (upper: string, lower: string): Expr => call('ROUND', subtract(cell(upper), cell(lower)), cell('digits'));
const beyond = (upper: string, lower: string): Expr => when(present(cell(upper), cell(lower)), call('MAX', 0, difference(upper, lower)), 0);

/** The one outcome formula of all checks: undecided where a value is missing, fail where the intervals miss each other or only touch where touching is excluded. */
function outcomeCell(doc: PlanDoc): Expr {
  const [pass, fail, undecided] = [say(doc, 'outcome.pass'), say(doc, 'outcome.fail'), say(doc, 'outcome.undecided')];
  const excluded = when(
    equal(cell('strict'), 'gt'),
    onlyTouches('required_low', 'high'),
    when(equal(cell('strict'), 'lt'), onlyTouches('low', 'required_high'), false),
  );
  return when(
    less(cell('present'), cell('needed')),
    undecided,
    when(greater(call('COUNT', cell('gap')), 0), when(greater(cell('gap'), 0), fail, when(excluded, fail, pass)), pass),
  );
}

const onlyTouches = (upper: string, lower: string): Expr => when(present(cell(upper), cell(lower)), equal(difference(upper, lower), 0), false);

const isFail = (doc: PlanDoc): Expr => equal(cell('outcome'), say(doc, 'outcome.fail'));

/** How bad a failure is; less so where an open target can still make it good. */
function levelCell(doc: PlanDoc, check: Check): Content {
  const told = (level: Level): Expr => value(say(doc, `level.${level}`));
  const { level, levelIfOpen = level } = check;
  return when(isFail(doc), whenOpen(openSides(doc.plan, check), told(levelIfOpen), told(level)), '');
}

/** One of two for a failing check: whether it fails on a side that an open target can make good. */
function whenOpen(sides: OpenSides, open: Expr, closed: Expr): Expr {
  if (JSON.stringify(open) === JSON.stringify(closed) || (!sides.low && !sides.high)) return closed;
  if (sides.low && sides.high) return open;
  const [upper, lower] = sides.low ? ['required_low', 'high'] : ['low', 'required_high'];
  return when(when(present(cell(upper), cell(lower)), greaterOrEqual(difference(upper, lower), 0), false), open, closed);
}

const nameOf = ({ plan, language }: PlanDoc, indicator: string | null): Content =>
  indicator === null ? null : (plan.indicators.get(indicator)?.[language] ?? indicator);

/** What each operand would have to be, or which is missing, as the operands' own rows tell it; as many as fit a cell. */
function adviceCell(doc: PlanDoc, check: Check): Content {
  if (!hasOperandRows(check)) return null;
  const texts = check.operands.slice(0, MOST_TOLD).map((_, index) => call('IFERROR', byKey('opr_text', join(cell('key'), `#${index + 1}`), 'opr_key'), ''));
  const [first, ...others] = texts;
  if (!first) return null;
  const all = others.reduce<Expr>((text, each) => join(text, each), first);
  return when(equal(cell('outcome'), say(doc, 'outcome.pass')), '', all);
}

/** More than these are told on the operands' own sheet. */
const MOST_TOLD = 12;

/** What is missing; where a check fails, what would settle it; what follows from numbers follows them. */
function explanation(doc: PlanDoc, check: Check): Content {
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
