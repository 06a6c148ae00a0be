import { describe, expect, test } from 'vitest';
import { checkWorkbook, type LocatedFinding } from '../../plan/check-workbook.js';
import { WORKBOOK_RULES } from '../../plan/checks/workbook/workbook-rules.js';
import { isMessageCode } from '../../plan/messages/message.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { replaceIn, withPart } from '../readers/package-parts.js';
import { type Edit, edited, partOf, placeOf, withHiddenRow, withMorePart, withoutRow } from './edit-workbook.js';
import { GENERATED, RETURNED, TEST_VERSION } from './made-workbook.js';

const CODES = WORKBOOK_RULES.map(({ code }) => code);
const BOOK = readWorkbook(GENERATED);
const AMOUNT = 'fig/amount||2020/value';
const GROWTH = 'chk/GROWTH_CLAIM|growth|amount||2015-2020';
const at = (key: string): string => `'${placeOf(BOOK, key).sheet}'!${placeOf(BOOK, key).address}`;

const findingsOf = (bytes: Uint8Array): LocatedFinding[] => checkWorkbook(readWorkbook(bytes), 'zh', TEST_VERSION)?.findings ?? [];
const broken = (bytes: Uint8Array): LocatedFinding[] => findingsOf(bytes).filter(({ code, outcome }) => CODES.includes(code) && outcome !== 'pass');
const codes = (bytes: Uint8Array): string[] => [...new Set(broken(bytes).map(({ code }) => code))];
describe('as generated', () => {
  test('each rule passes, once', () => {
    const own = findingsOf(GENERATED).filter(({ code }) => CODES.includes(code));
    expect(own.map(({ code, outcome }) => [code, outcome])).toEqual(CODES.map((code) => [code, 'pass']));
  });
  test('in English too, whatever the workbook’s language', () => {
    const report = checkWorkbook(BOOK, 'en', TEST_VERSION);
    expect(report?.language).toBe('zh');
    const texts = report?.findings.filter(({ code }) => CODES.includes(code)).map(({ message }) => message);
    expect(texts?.filter((text) => /[\u4e00-\u9fff]/u.test(text))).toEqual([]);
  });
  test('every rule has a name and says what it asks', () => {
    expect(CODES.filter((code) => !isMessageCode(`rule.${code}`) || !isMessageCode(`asks.${code}`))).toEqual([]);
  });
});

const cell = (key: string, edit: Edit): Uint8Array => edited(GENERATED, { [key]: edit });
const part = (name: string): string => partOf(BOOK, name);
const LINK_RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="file:///D:/2019.xlsx" TargetMode="External"/></Relationships>';
const linked = (bytes: Uint8Array): Uint8Array =>
  withMorePart(withMorePart(bytes, 'xl/externalLinks/externalLink1.xml', '<externalLink/>'), 'xl/externalLinks/_rels/externalLink1.xml.rels', LINK_RELATIONS);

/** What is done to a workbook, the one rule that finds it, at which level, in which cells and with which words. */
const BROKEN: readonly [what: string, bytes: () => Uint8Array, code: string, level: string, cells: string[], says: RegExp][] = [
  ['an outcome typed over', () => cell(`${GROWTH}/outcome`, '通过'), 'FORMULA_OVERWRITTEN', 'error', [at(`${GROWTH}/outcome`)], /→ “通过”$/u],
  [
    'a formula of another row',
    () => cell('fig/amount||2020/low', { formula: 'G1*1', stored: 0 }),
    'IRREGULAR_FORMULA',
    'error',
    [at('fig/amount||2020/low')],
    /→ =G1\*1$/u,
  ],
  ['a number as text', () => cell(AMOUNT, '15.0'), 'NUMBER_AS_TEXT', 'error', [at(AMOUNT)], /：15 → “15\.0”$/u],
  ['a row removed', () => withoutRow(GENERATED, 'fig/top||2020/key'), 'ROW_REMOVED', 'error', [], /已删除行：.*2020 20多家$/u],
  ['a note added', () => cell('fig/amount||2020/note', '已核实'), 'FIGURE_EDITED', 'warning', [at('fig/amount||2020/note')], /备注：空 → “已核实”$/u],
  ['a check’s digits', () => cell(`${GROWTH}/digits`, 0), 'CELL_EDITED', 'warning', [at(`${GROWTH}/digits`)], /：9 → 0$/u],
  ['a row hidden', () => withHiddenRow(GENERATED, AMOUNT), 'HIDDEN_PARTS', 'info', [at('fig/amount||2020/indicator')], /“原文数据”隐藏或筛选掉 1 行（\d+）$/u],
  [
    'a sheet hidden',
    () => withPart(GENERATED, 'xl/workbook.xml', (xml) => replaceIn(xml, /(?<=<sheet [^>]*name="资料来源"[^>]*state=")visible/u, 'hidden')),
    'HIDDEN_PARTS',
    'info',
    [],
    /工作表“资料来源”被隐藏$/u,
  ],
  [
    'a column hidden',
    () => withPart(GENERATED, part('原文数据'), (xml) => replaceIn(xml, /<col min="2" max="2"/u, '<col min="2" max="2" hidden="1"')),
    'HIDDEN_PARTS',
    'info',
    ["'原文数据'!B1"],
    /“原文数据”隐藏 1 列（B）$/u,
  ],
  [
    'a link to another file, kept by the workbook',
    () => linked(GENERATED),
    'EXTERNAL_LINK',
    'warning',
    [],
    /文件保留着对其他文件的链接 \(file:\/\/\/D:\/2019\.xlsx\)$/u,
  ],
  [
    'a name that stands for another file’s cells',
    () =>
      withPart(GENERATED, 'xl/workbook.xml', (xml) => replaceIn(xml, '<definedNames>', '<definedNames><definedName name="mine">[1]Sheet1!$A$1</definedName>')),
    'EXTERNAL_LINK',
    'warning',
    [],
    /名称 mine 引用其他文件$/u,
  ],
];

describe('broken', () => {
  test.each(BROKEN)('%s', (_, bytes, code, level, cells, says) => {
    const found = broken(bytes()).filter((each) => each.code !== 'STALE_RESULT');
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(found[0]).toMatchObject({ level, outcome: 'fail', cells });
    expect(found[0]?.message).toMatch(says);
  });

  test('a whole column pasted over as values: one finding with all its cells', () => {
    const keys = RETURNED.figures.flatMap(({ key, printings }) =>
      printings.map((__, index) => `fig/${index === 0 ? key : `${key}#${index + 1}`}/low_included`),
    );
    const lows = keys.map((key) => key.replace('low_included', 'low'));
    const [first, ...others] = broken(edited(GENERATED, Object.fromEntries(lows.map((key) => [key, 1]))));
    expect(first?.code).toBe('FORMULA_OVERWRITTEN');
    expect(new Set(first?.cells).size).toBe(lows.length);
    expect(first?.message).toMatch(new RegExp(`等 ${lows.length} 处$`, 'u'));
    expect(others.filter(({ code }) => code === 'FORMULA_OVERWRITTEN')).toEqual([]);
  });
});

describe('references to other files', () => {
  test.each([
    ['[1]Sheet1!A1*1', true],
    ["'[2019年.xlsx]数据'!$B$7", true],
    ["'D:\\plans\\[2019.xlsx]Sheet1'!A1", true],
    ["cmd|'/C calc'!A0", true],
    ['WEBSERVICE("http://x")', true],
    ['"[1]Sheet1!A1"', false],
    ['SUM(tbl_fig[数值])', false],
    ["SUM(tbl_fig[数值])+'指标解释'!A1", false],
    ['IF(1<2,"是","否")', false],
  ])('%s: %s', (formula, isOutside) => {
    expect(codes(cell(AMOUNT, { formula, stored: 15 })).includes('EXTERNAL_LINK')).toBe(isOutside);
  });
});

describe('stored results', () => {
  const stale = (bytes: Uint8Array): LocatedFinding[] => broken(bytes).filter(({ code }) => code === 'STALE_RESULT');
  test('a figure changed by a program that does not compute: every result that rests on it', () => {
    const found = stale(cell(AMOUNT, 16));
    const cells = found.flatMap((each) => each.cells);
    expect(cells).toEqual(expect.arrayContaining([at('fig/amount||2020/low'), at(`${GROWTH}/outcome`), at('ind/amount||2025/multiple')]));
    expect(found.every(({ level, outcome }) => level === 'warning' && outcome === 'fail')).toBe(true);
    expect(found.find(({ message }) => message.includes('原文数据'))?.message).toContain(`${at('fig/amount||2020/low')} 存 14.95，应为 15.95`);
  });
  test('one result altered by hand', () => {
    const { address } = placeOf(BOOK, `${GROWTH}/outcome`);
    const bytes = withPart(GENERATED, part('数据审核'), (xml) => replaceIn(xml, new RegExp(`(?<=<c r="${address}"[^>]*><f>[^<]*</f><v>)通过`, 'u'), '不通过'));
    expect(stale(bytes).map(({ cells, message }) => [cells, message.replace(/^.*：/u, '')])).toEqual([
      [[at(`${GROWTH}/outcome`)], `“数据审核”有 1 格存的不是现有数值的计算结果：${at(`${GROWTH}/outcome`)} 存 “不通过”，应为 “通过”`.replace(/^.*：/u, '')],
    ]);
  });
  test('none stored at all: one line', () => {
    const without = BOOK.sheets.reduce<Uint8Array>(
      (book, { name }) => withPart(book, part(name), (xml) => xml.replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/gu, '$1').replace(/ t="str"(?=><f>)/gu, '')),
      GENERATED,
    );
    const found = stale(without);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(/\d{3,} 个公式都没有存储结果/u);
  });
  test('formulas in a circle are not passed over', () => {
    const { address } = placeOf(BOOK, 'fig/amount||2020/low');
    const found = stale(cell('fig/amount||2020/low', { formula: `${address}+1`, stored: 0 }));
    expect(found.map(({ outcome }) => outcome)).toContain('undecided');
  });
});

test('dispositions come with their findings', () => {
  const bytes = edited(GENERATED, { [`${GROWTH}/disposition`]: '口径差异（说明）', [`${GROWTH}/reason`]: '价格口径' });
  const found = findingsOf(bytes).find(({ code }) => code === 'GROWTH_CLAIM');
  expect(found?.disposition).toMatchObject({ text: '口径差异（说明）', reason: '价格口径' });
});

test('a workbook without a contract is not Planbook’s', () => {
  expect(checkWorkbook({ names: new Map(), sheets: [{ name: 'x', state: 'visible', cells: new Map() }] }, 'zh', TEST_VERSION)).toBeNull();
});
