import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { CellError, type Result } from '../../plan/expression/evaluate.js';
import {
  add,
  byKey,
  call,
  cell,
  divide,
  equal,
  type Expr,
  FUNCTIONS,
  greater,
  greaterOrEqual,
  join,
  less,
  lessOrEqual,
  multiply,
  name,
  negate,
  power,
  subtract,
  type FunctionName,
  unequal,
  value,
  when,
} from '../../plan/expression/expression.js';
import type { Block, Column, Content, Sheet } from '../../plan/workbook/block.js';
import { layOut } from '../../plan/workbook/lay-out.js';
import { style } from '../../plan/workbook/style.js';
import { describeWith } from '../readers/available.js';
import { recalculate } from '../readers/libre-office.js';
import { addressIn } from '../workbook/address-in.js';

const FORMULAS = 1000;
const SEED = 20_201_225;

interface Row {
  id: string;
  cells: Record<string, Content>;
}

/** What formulas look things up in: a blank and a doubled key, a blank and a text among the numbers. */
const DATA: Row[] = [
  ['a', 1],
  ['b', 2.5],
  ['c', null],
  ['a', 100],
  ['研发', 34.94],
  [null, 7],
  ['d', 'text'],
].map(([key = null, shown = null], index) => ({ id: `${index}`, cells: { key, number: shown } }));

/*
 * What is kept out, because the programs differ there on purpose, and Planbook's formulas keep clear of it:
 * - numbers told as text in arithmetic, and texts as conditions (LibreOffice has a setting for it, Excel reads numbers in them);
 * - powers of zero (LibreOffice takes 0^0 for 1, Excel for an error);
 * - comparing, cutting or telling unrounded results (LibreOffice takes nearly equal numbers for equal): ROUND comes first;
 * - truth values as numbers or texts (LibreOffice holds TRUE as the number 1), and an INDEX outside its area (another error);
 * - texts written straight into COUNT, SUM, MIN or MAX (Excel reads numbers in them there, but not in cells), and blank
 *   cells straight in AND or OR (see evaluate.test.ts);
 * - numbers so large that their text has an exponent (E+36 here, E+036 there);
 * - order among Chinese texts (each program's own collation);
 * - HYPERLINK within other functions (LibreOffice makes an array of text and address of it): it stands outermost.
 */
const { number, truth, text } = fc.letrec<{ number: Expr; truth: Expr; text: Expr }>((tie) => {
  const numeral = fc.oneof(
    fc.integer({ min: -50, max: 2000 }),
    fc.integer({ min: -5000, max: 50_000 }).map((hundredths) => hundredths / 100),
    fc.constantFrom(0, 1, 34.94, 12.78, 0.94, 1e-7, 1e12),
  );
  const digits = fc.integer({ min: -2, max: 6 });
  const numberCell = fc.constantFrom('n1', 'n2', 'blank').map(cell);
  const anyCell = fc.constantFrom('n1', 'n2', 'blank', 'empty', 't1').map(cell);
  const area = fc.constantFrom('dat_number', 'dat_key', 'par_b').map(name);
  const rounded = tie('number').map((each) => call('ROUND', each, 6));
  const key = fc.constantFrom('a', 'B', 'c', 'd', '研发', 'no such key');
  const criterion = fc.oneof(key, fc.constantFrom(1, 2.5, '>2', '<=2.5', '<>2.5', '>=100'));
  const several = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(each, { minLength: 1, maxLength: 3 });
  const two = fc.tuple(tie('number'), tie('number'));

  return {
    number: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      numeral.map(value),
      numberCell,
      fc.constantFrom('par_a', 'par_b').map(name),
      two.map(([a, b]) => add(a, b)),
      two.map(([a, b]) => subtract(a, b)),
      two.map(([a, b]) => multiply(a, b)),
      two.map(([a, b]) => divide(a, b)),
      fc.tuple(tie('number'), fc.constantFrom(0.5, 2, 3, -1, 0.2)).map(([a, b]) => power(add(call('ABS', a), 1), b)),
      tie('number').map((each) => negate(each)),
      fc.tuple(tie('number'), digits).map(([each, places]) => call('ROUND', each, places)),
      tie('number').map((each) => call('ABS', each)),
      rounded.map((each) => call('INT', each)),
      several(fc.oneof(anyCell, area)).map((operands) => call('COUNT', ...operands)),
      several(fc.oneof(anyCell, area)).map((operands) => call('COUNTA', ...operands)),
      several(fc.oneof(anyCell, area, numberCell, tie('number'))).map((operands) => call('SUM', ...operands)),
      several(fc.oneof(anyCell, area, tie('number'))).map((operands) => call('MIN', ...operands)),
      several(fc.oneof(anyCell, area, tie('number'))).map((operands) => call('MAX', ...operands)),
      fc.tuple(fc.constantFrom('dat_key', 'dat_number').map(name), criterion).map(([cells, each]) => call('COUNTIF', cells, each)),
      fc.tuple(key, criterion).map(([first, second]) => call('COUNTIFS', name('dat_key'), first, name('dat_number'), second)),
      fc.tuple(key, criterion).map(([first, second]) => call('SUMIFS', name('dat_number'), name('dat_key'), first, name('dat_number'), second)),
      key.map((each) => byKey('dat_number', each, 'dat_key')),
      key.map((each) => call('MATCH', each, name('dat_key'), 0)),
      fc.integer({ min: 1, max: DATA.length }).map((row) => call('INDEX', name('dat_number'), row)),
      fc.tuple(tie('truth'), tie('number'), tie('number')).map(([condition, yes, no]) => when(condition, yes, no)),
      two.map(([a, b]) => call('IFERROR', a, b)),
    ),
    truth: fc.oneof(
      { depthSize: 'medium' },
      fc.boolean().map(value),
      fc.constant(cell('yes')),
      fc.tuple(rounded, rounded, fc.constantFrom(equal, unequal, less, lessOrEqual, greater, greaterOrEqual)).map(([a, b, compare]) => compare(a, b)),
      fc.tuple(tie('text'), tie('text'), fc.constantFrom(equal, unequal)).map(([a, b, compare]) => compare(a, b)),
      fc.tuple(anyCell, fc.oneof(tie('text'), rounded, anyCell), fc.constantFrom(equal, unequal)).map(([a, b, compare]) => compare(a, b)),
      fc.tuple(fc.constantFrom('empty', 't1').map(cell), rounded, fc.constantFrom(less, greater, greaterOrEqual)).map(([a, b, compare]) => compare(a, b)),
      several(tie('truth')).map((each) => call('AND', ...each)),
      several(tie('truth')).map((each) => call('OR', ...each)),
      tie('truth').map((each) => call('NOT', each)),
      fc.oneof(tie('number'), anyCell).map((each) => call('ISNUMBER', each)),
    ),
    text: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom('', 'ABC', 'abc', 'a "quoted" word', '高新技术企业', '=1+1', ' ', 'a,b;c').map(value),
      fc.constantFrom('t1', 'empty', 'blank').map(cell),
      fc.tuple(tie('text'), tie('text')).map(([a, b]) => join(a, b)),
      fc.tuple(tie('text'), fc.integer({ min: -500_000, max: 500_000 })).map(([a, b]) => join(a, divide(b, 1000))),
      fc.tuple(tie('truth'), tie('text'), tie('text')).map(([condition, yes, no]) => when(condition, yes, no)),
      fc.tuple(tie('number'), tie('text')).map(([a, b]) => call('IFERROR', join(call('INT', when(less(call('ABS', a), 1e9), call('ROUND', a, 2), 0)), ''), b)),
    ),
  };
});

/** Where the key's row stands: computed by the program alone, and shown by no cell. */
const whereabouts = call(
  'IFERROR',
  call('ADDRESS', call('ROW', call('INDEX', name('dat_key'), 2)), call('COLUMN', call('INDEX', name('dat_key'), 1)), 4),
  'A1',
);
const link = fc
  .tuple(fc.constantFrom(value('#fig_key'), value(''), join('#Formulas!', whereabouts)), text)
  .map(([to, shown]) => call('HYPERLINK', to, join(shown, 'x')));

const block = (id: string, keys: string[], rows: Row[], more: Partial<Block<Row>> = {}): Block<Row> => ({
  id,
  table: true,
  rows,
  rowKey: (row) => row.id,
  // Headers must differ; their wording does not matter here.
  columns: keys.map((each, index): Column<Row> => {
    const titles = ['column.key', 'column.value', 'column.note', 'column.year', 'column.unit', 'column.scope', 'column.role'] as const;
    return { key: each, title: titles[index] ?? 'column.key', width: 20, style: style('plain'), cell: ({ cells }) => cells[each] ?? null };
  }),
  ...more,
});

function sheetOf(expressions: readonly Expr[]): Sheet<null> {
  const rows = expressions.map((formula, index): Row => {
    const cells: Record<string, Content> = {
      n1: (index % 40) - 10,
      n2: (index % 7) * 4.25 + 0.1,
      blank: null,
      empty: value(''),
      t1: index % 2 ? 'ABC' : '研发',
      yes: index % 3 === 0,
    };
    return { id: `${index}`, cells: { ...cells, formula } };
  });
  return {
    id: 'figures',
    name: () => 'Formulas',
    guarded: false,
    hidden: false,
    blocks: () => [
      block('dat', ['key', 'number'], DATA, { cellNames: { column: 'number', nameOf: ({ id }) => ({ 0: 'par_a', 1: 'par_b' })[id] ?? `par_row${id}` } }),
      block('calc', ['n1', 'n2', 'blank', 'empty', 't1', 'yes', 'formula'], rows),
    ],
  };
}

function* functionsIn(node: Expr): Generator<FunctionName> {
  if (node.op === 'call') {
    yield node.name;
    for (const operand of node.arguments) yield* functionsIn(operand);
  } else if (node.op === 'binary') {
    yield* functionsIn(node.left);
    yield* functionsIn(node.right);
  } else if (node.op === 'negate') yield* functionsIn(node.operand);
}

/** Where two operands are errors, programs differ in which they show; the codes themselves are tested in evaluate.test.ts. A formula whose result is "" or blank is an empty cell to one program and an empty text to the other. */
function agree(ours: Result, theirs: Result): boolean {
  if (ours instanceof CellError || theirs instanceof CellError) return ours instanceof CellError && theirs instanceof CellError;
  if (typeof ours === 'number' && typeof theirs === 'number') return Math.abs(ours - theirs) <= 1e-9 * Math.max(Math.abs(ours), Math.abs(theirs));
  return (ours ?? '') === (theirs ?? '');
}
const show = (result: Result): string => (result instanceof CellError ? result.code : JSON.stringify(result));

describeWith('LibreOffice', 'random formulas', () => {
  test('LibreOffice computes from the text what evaluate computes from the expression', async () => {
    const expressions = fc.sample(fc.oneof(number, number, truth, text, link), { seed: SEED, numRuns: FORMULAS });
    const laid = layOut(null, [sheetOf(expressions)], 'en', { title: 'formulas', subject: '', author: '', keywords: '', language: 'en-US' });
    const [book] = recalculate([await writeWorkbook(laid)]);
    const cells = book?.sheets[0]?.cells;

    const differences: string[] = [];
    let compared = 0;
    let errors = 0;
    let otherErrors = 0;
    for (const { cells: laidCells } of laid.sheets[0]?.rows.slice(-FORMULAS) ?? []) {
      const formula = laidCells.find(({ key }) => key === 'formula');
      const address = addressIn(laid, `calc/${compared}/formula`)?.replace(/^.*!/u, '') ?? '';
      const { value: told = null, error } = cells?.get(address) ?? {};
      const found = error ? new CellError(told as CellError['code']) : told;
      compared += 1;
      if (!formula?.formula) throw new Error(`${address} has no formula`);
      if (formula.value instanceof CellError) errors += 1;
      if (formula.value instanceof CellError && found instanceof CellError && formula.value.code !== found.code) otherErrors += 1;
      if (!agree(formula.value, found)) differences.push(`${address} =${formula.formula.text}: evaluate ${show(formula.value)}, LibreOffice ${show(found)}`);
    }
    console.log(`${compared} formulas recalculated, ${errors} of them errors (${otherErrors} with another code), ${differences.length} different`);
    const used = new Set(expressions.flatMap((expression) => [...functionsIn(expression)]));
    expect(FUNCTIONS.filter((functionName) => !used.has(functionName))).toEqual([]);
    expect(compared).toBe(FORMULAS);
    expect(errors).toBeLessThan(FORMULAS / 4);
    expect(otherErrors).toBeLessThan(FORMULAS / 200);
    expect(differences).toEqual([]);
  });
});
