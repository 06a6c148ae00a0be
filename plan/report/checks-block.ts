import type { Check, Level } from '../checks/check.js';
import { openSides } from '../checks/open-sides.js';
import { operandValues } from '../checks/quantity.js';
import { add, call, cell, type Expr, join, present, value, when } from '../expression/expression.js';
import { unitName } from '../messages/unit-name.js';
import { onceFor } from '../once-for.js';
import { type PlanDoc, say, scopeName } from '../sheets/plan-doc.js';
import type { Block, Column, Content, Validation } from '../workbook/block.js';
import { sharedBy } from '../workbook/shared-by.js';
import { decimalFormat, style } from '../workbook/style.js';
import { checkLinks } from './check-links.js';
import { adviceCell, adviceTraits, explanationCell } from './explanation.js';
import { expressionText } from './expression-text.js';
import { blankOnError, gapBetween, isFail, outcomeCell, whenOpen } from './outcome.js';
import { ruleName } from './rule-name.js';

const DISPOSITION: Validation = {
  kind: 'list',
  options: ['disposition.true', 'disposition.definition', 'disposition.corrected', 'disposition.pending'],
  title: 'validation.disposition.title',
  text: 'validation.disposition.text',
};
const REASON: Validation = { kind: 'text', max: 500, title: 'validation.remark.title', text: 'validation.remark.text' };

/** One row a check: the outcome by one formula for all, how it was reckoned, what would settle it, and the reader's disposition. */
export const checksBlock = (doc: PlanDoc, checks: readonly Check[]): Block<Check> => ({
  id: 'chk',
  table: true,
  rows: checks,
  rowKey: ({ key }) => key,
  columns: columnsOf(doc),
});

/** Checks are reckoned to be put in order, and again where they then stand: what stands in their cells is made once. */
const columnsOf = onceFor((doc: PlanDoc): Column<Check>[] => {
  const made = new Map<Check, (Content | undefined)[]>();
  const cellsOf = (check: Check): (Content | undefined)[] => {
    let cells = made.get(check);
    if (!cells) made.set(check, (cells = []));
    return cells;
  };
  return checkColumns(doc).map((column, position) => ({
    ...column,
    cell: (check) => {
      const cells = cellsOf(check);
      const known = cells[position];
      return known !== undefined ? known : (cells[position] = column.cell(check));
    },
  }));
});

function checkColumns(doc: PlanDoc): Column<Check>[] {
  const number = style('number', decimalFormat(2));
  const hidden = style('key', decimalFormat(4));
  const links = checkLinks(doc);
  const [outcome, gap] = [outcomeCell(doc), gapBetween()];
  return [
    { key: 'outcome', title: 'column.outcome', width: 11, style: style('progress'), cell: () => outcome },
    { key: 'level', title: 'column.level', width: 10, style: style('text'), cell: (check) => levelCell(doc, check) },
    { key: 'rule', title: 'column.rule', width: 34, style: style('label'), cell: ({ code }) => say(doc, ruleName(code)) },
    { key: 'indicator', title: 'column.indicator', width: 44, style: style('text'), cell: ({ indicator }) => nameOf(doc, indicator) },
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
      width: 30,
      style: (check) => style(links(check).printed ? 'link' : 'text'),
      cell: (check) => links(check).printed ?? check.printed,
    },
    { key: 'figure_1', title: 'column.figure_1', width: 26, style: style('link'), cell: (check) => links(check).first },
    { key: 'figure_2', title: 'column.figure_2', width: 26, style: style('link'), cell: (check) => links(check).second },
    { key: 'expression', title: 'column.expression', width: 30, style: style('wrap'), cell: expressionCell },
    { key: 'face', title: 'column.face', width: 12, style: number, cell: ({ face }) => face && blankOnError(face) },
    { key: 'required_low', title: 'column.required_low', width: 12, style: number, cell: ({ required }) => required.low && blankOnError(required.low) },
    { key: 'required_high', title: 'column.required_high', width: 12, style: number, cell: ({ required }) => required.high && blankOnError(required.high) },
    { key: 'unit', title: 'column.unit', width: 18, style: style('text'), cell: ({ unit }) => (unit === '' ? null : unitName(doc.language, unit)) },
    { key: 'gap', title: 'column.gap', width: 11, style: number, cell: ({ face }) => face && gap },
    { key: 'explanation', title: 'column.explanation', width: 56, style: style('wrap'), cell: (check) => explanationCell(doc, check) },
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
    { key: 'advice', title: 'column.advice', width: 30, style: style('key'), cell: sharedBy(adviceTraits, (check) => adviceCell(doc, check)) },
    { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: ({ key }) => key },
  ];
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

/** How bad a failure is; less so where an open target can still make it good. */
function levelCell(doc: PlanDoc, check: Check): Content {
  const told = (level: Level): Expr => value(say(doc, `level.${level}`));
  const { level, levelIfOpen = level } = check;
  return when(isFail(doc), whenOpen(openSides(doc.plan, check), told(levelIfOpen), told(level)), '');
}

const nameOf = ({ plan, language }: PlanDoc, indicator: string | null): Content =>
  indicator === null ? null : (plan.indicators.get(indicator)?.[language] ?? indicator);
