import { describe, expect, test } from 'vitest';
import { type Change } from '../../plan/contract/change.js';
import { returnedPlan } from '../../plan/contract/returned-plan.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { replaceIn, withPart } from '../readers/package-parts.js';
import { type Edit, edited, placeOf, withoutRow } from './edit-workbook.js';
import { GENERATED, RETURNED } from './made-workbook.js';

const changesOf = (bytes: Uint8Array): Change[] => returnedPlan(readWorkbook(bytes))?.changes ?? [];
const told = ({ kind, key, from, to }: Change): unknown[] => [kind, key, from, to];

const AMOUNT = 'fig/amount||2020/value';
const GROWTH = 'chk/GROWTH_CLAIM|growth|amount||2015-2020';
const OUTCOME = expect.stringMatching(/^=IF\(\[present\]<\[needed\],"无法判定",/u) as string;

test('as generated nothing has changed, and the plan is the one generated', () => {
  const returned = returnedPlan(readWorkbook(GENERATED));
  expect(returned?.changes).toEqual([]);
  expect(returned?.generated).toEqual(RETURNED);
  expect(returned?.plan).toEqual(RETURNED);
});

/** What is done to one cell, and the one change that is seen. */
const CELLS: readonly [what: string, key: string, edit: Edit, kind: string, from: unknown, to: unknown][] = [
  ['another number', AMOUNT, 16, 'edited', 15, 16],
  ['zero', AMOUNT, 0, 'edited', 15, 0],
  ['cleared', AMOUNT, null, 'blanked', 15, null],
  ['an empty text', AMOUNT, '', 'blanked', 15, null],
  ['the same number as text', AMOUNT, '15', 'text-number', 15, '15'],
  ['a number with spaces and full-width digits', AMOUNT, ' １６.０ ', 'text-number', 15, ' １６.０ '],
  ['a number with thousands', AMOUNT, '1,500', 'text-number', 15, '1,500'],
  ['a percentage as text', AMOUNT, '15%', 'text-number', 15, '15%'],
  ['words', AMOUNT, '暂无', 'edited', 15, '暂无'],
  ['a formula in its place', AMOUNT, { formula: '8*2', stored: 16 }, 'formula-entered', 15, '=8*2'],
  ['another unit', 'fig/amount||2020/unit', '万元', 'edited', '亿元', '万元'],
  ['another bound', 'fig/amount||2025/bound', '不低于', 'edited', '等于', '不低于'],
  ['fewer decimals', 'fig/amount||2020/decimals', 0, 'edited', 1, 0],
  ['a note where there was none', 'fig/amount||2020/note', '已核实', 'edited', null, '已核实'],
  ['a claim', 'clm/growth|amount||2015-2020/value', 60, 'edited', 50, 60],
  ['a check’s digits', `${GROWTH}/digits`, 0, 'edited', 9, 0],
  ['an outcome typed over', `${GROWTH}/outcome`, '通过', 'formula-overwritten', OUTCOME, '通过'],
  ['an edge cleared', 'fig/amount||2020/low', null, 'formula-overwritten', '=IF(COUNT([value])=1,[value]-0.5*10^((-1)*[decimals]),"")', null],
  ['an actual', 'mon/amount||2025@2021/actual', 17, 'entered', null, 17],
  ['an actual as text', 'mon/amount||2025@2021/actual', '17', 'text-number', null, '17'],
  ['a remark of digits', 'mon/amount||2025@2021/remark', '2021', 'entered', null, '2021'],
  ['a parameter', 'par/par_on_track/value', 0.9, 'entered', 0.95, 0.9],
  ['an actual by formula', 'mon/amount||2025@2021/actual', { formula: '10+7', stored: 17 }, 'entered', null, '=10+7'],
];

describe('one cell', () => {
  test.each(CELLS)('%s', (_, key, edit, kind, from, to) => {
    expect(changesOf(edited(GENERATED, { [key]: edit })).map(told)).toEqual([[kind, key, from, to]]);
  });
  test('where it is and what it is about', () => {
    const [change] = changesOf(edited(GENERATED, { [AMOUNT]: 16 }));
    const { sheet, address } = placeOf(readWorkbook(GENERATED), AMOUNT);
    expect(change).toMatchObject({ cell: `'${sheet}'!${address}`, header: '数值', about: expect.stringMatching(/2020 15\.0亿元$/u) as string });
  });
});

describe('formulas', () => {
  const { address } = placeOf(readWorkbook(GENERATED), 'fig/amount||2020/low');
  const row = address.replace(/\D/gu, '');
  const at = (column: string): string => placeOf(readWorkbook(GENERATED), `fig/amount||2020/${column}`).address;
  const [value, decimals] = [at('value'), at('decimals')];
  test.each([
    ['with spaces and more brackets', `IF( COUNT(${value}) = 1, (${value}-(0.5*10^((-1)*${decimals}))), "" )`, false],
    ['in small letters, with fixed references', `if(count($${value})=1,$${value}-0.5*10^(-1*${decimals}),"")`, false],
    ['of a row below', `IF(COUNT(${value})=1,${value.replace(row, String(Number(row) + 1))}-0.5*10^((-1)*${decimals}),"")`, true],
    ['with another number', `IF(COUNT(${value})=1,${value}-5*10^((-1)*${decimals}),"")`, true],
    ['with another sign', `IF(COUNT(${value})=1,${value}+0.5*10^((-1)*${decimals}),"")`, true],
    ['with what was added', `IF(COUNT(${value})=1,${value}-0.5*10^((-1)*${decimals}),"")*1`, true],
    ['of another function', `IFERROR(${value}-0.05,"")`, true],
    ['of a function Planbook does not know', `XLOOKUP(1,A:A,B:B)`, true],
  ])('%s', (_, formula, isChanged) => {
    const changes = changesOf(edited(GENERATED, { 'fig/amount||2020/low': { formula, stored: 14.95 } }));
    expect(changes.map(({ kind }) => kind)).toEqual(isChanged ? ['formula-changed'] : []);
  });
  test('of the cover, typed over', () => {
    const label = '审核项数';
    const cover = readWorkbook(GENERATED).sheets[0];
    const cell = [...(cover?.cells ?? [])].find(([, { value: shown }]) => shown === label)?.[0] ?? '';
    const count = cell.replace('A', 'B');
    const bytes = withPart(GENERATED, 'xl/worksheets/sheet1.xml', (xml) =>
      replaceIn(xml, new RegExp(`(<c r="${count}"[^>]*>)<f>.*?</f><v>.*?</v></c>`, 'u'), `<c r="${count}"><v>3</v></c>`),
    );
    expect(changesOf(bytes).map(told)).toEqual([['formula-overwritten', 'cov_counts/count.checks/count', '=COUNTA(chk_key)', 3]]);
  });
});

describe('rows, columns and names', () => {
  test('a row that has gone', () => {
    expect(changesOf(withoutRow(GENERATED, AMOUNT)).map(told)).toEqual([['row-removed', 'fig/amount||2020/key', 'amount||2020', null]]);
  });
  test('a row whose key was typed over: gone, and another one there', () => {
    const changes = changesOf(edited(GENERATED, { 'fig/amount||2020/key': 'amount||2021' }));
    expect(changes.map(({ kind }) => kind)).toEqual(['row-removed', 'row-added']);
  });
  test('a row with the key of another: that one gone, this one copied', () => {
    const changes = changesOf(edited(GENERATED, { 'fig/amount||2020/key': 'amount||2015' }));
    expect(changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['row-copied fig/amount||2015/key', 'row-removed fig/amount||2020/key']);
  });
  test('a row typed below the table', () => {
    const workbook = readWorkbook(GENERATED);
    const { part, sheet, address } = placeOf(workbook, AMOUNT);
    const last = Math.max(...[...(workbook.sheets.find(({ name }) => name === sheet)?.cells.keys() ?? [])].map((cell) => Number(/\d+$/u.exec(cell)?.[0])));
    const letters = address.replace(/\d/gu, '');
    const bytes = withPart(GENERATED, part, (xml) =>
      replaceIn(xml, '</sheetData>', `<row r="${last + 1}"><c r="${letters}${last + 1}"><v>99</v></c></row></sheetData>`),
    );
    expect(changesOf(bytes).map(({ kind, to }) => [kind, to])).toEqual([['row-added', '99']]);
  });
  test('a name that points nowhere, and one that is gone', () => {
    const named = (name: string, becomes: string): Uint8Array =>
      withPart(GENERATED, 'xl/workbook.xml', (xml) => replaceIn(xml, new RegExp(`<definedName name="${name}"[^>]*>[^<]*</definedName>`, 'u'), becomes));
    expect(changesOf(named('fig_low', '<definedName name="fig_low">#REF!</definedName>')).map(told)).toEqual([
      ['column-removed', 'fig/*/low', 'fig_low', null],
    ]);
    expect(changesOf(named('chk_key', '')).map(told)).toEqual([['name-removed', 'chk/*/key', 'chk_key', null]]);
    expect(() => changesOf(named('fig_key', ''))).toThrow(/figures cannot be found \(the defined name fig_key/u);
    expect(() => changesOf(named('clm_key', '<definedName name="clm_key">#REF!</definedName>'))).toThrow(/clm_key/u);
  });
});

describe('the plan as it stands', () => {
  const planAfter = (edits: Record<string, Edit>): typeof RETURNED => {
    const plan = returnedPlan(readWorkbook(edited(GENERATED, edits)))?.plan;
    if (!plan) throw new Error('not a workbook of Planbook’s');
    return plan;
  };
  const amount = (edits: Record<string, Edit>): unknown => {
    const { value, unit, bound, decimals, printed } = planAfter(edits).figures.find(({ key }) => key === 'amount||2020')?.printings[0] ?? {};
    return [value, unit, bound, decimals, printed];
  };
  test.each<[string, Record<string, Edit>, unknown[]]>([
    ['a corrected value', { [AMOUNT]: 16.25, 'fig/amount||2020/decimals': 2 }, [16.25, '亿元', 'eq', 2, '15.0亿元']],
    ['cleared', { [AMOUNT]: null }, [null, '亿元', 'eq', 1, '15.0亿元']],
    ['a number as text', { [AMOUNT]: '16' }, [null, '亿元', 'eq', 1, '15.0亿元']],
    ['a formula’s result', { [AMOUNT]: { formula: '8*2', stored: 16 } }, [16, '亿元', 'eq', 1, '15.0亿元']],
    ['another unit', { 'fig/amount||2020/unit': '万元' }, [15, '万元', 'eq', 1, '15.0亿元']],
    ['a unit nobody knows', { 'fig/amount||2020/unit': '蒲式耳' }, [null, '亿元', 'eq', 1, '15.0亿元']],
    ['a bound', { 'fig/amount||2020/bound': '不低于' }, [15, '亿元', 'ge', 1, '15.0亿元']],
  ])('%s', (_, edits, expected) => {
    expect(amount(edits)).toEqual(expected);
  });
  test('20多家 corrected to 25 still stops 10 above', () => {
    const top = planAfter({ 'fig/top||2020/value': 25 }).figures.find(({ key }) => key === 'top||2020');
    expect(top?.printings[0]).toMatchObject({ value: 25, below: 35, bound: 'gt' });
  });
  test('the second printing of a figure alone', () => {
    const count = planAfter({ 'fig/count||2025#2/value': 120 }).figures.find(({ key }) => key === 'count||2025');
    expect(count?.printings.map(({ value }) => value)).toEqual([100, 120]);
  });
  test('a claim', () => {
    expect(planAfter({ 'clm/growth|amount||2015-2020/value': 60 }).claims.find(({ kind }) => kind === 'growth')?.value).toBe(60);
  });
});
