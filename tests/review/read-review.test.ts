import { describe, expect, test } from 'vitest';
import { recordText } from '../../plan/draft/record-text.js';
import type { Language } from '../../plan/messages/message.js';
import { readReview, type Review } from '../../plan/review/read-review.js';
import { reviewedRecord } from '../../plan/review/reviewed-record.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { describeWith } from '../readers/available.js';
import { openParts, packParts } from '../readers/package-parts.js';
import { catalogue } from '../seeds.js';
import { type Typed, typedInLibreOffice, typedWithOpenpyxl } from '../user-cells/type-in.js';
import { madeDraft, madeReview } from './made-draft.js';

const made = await madeReview();

function read(bytes: Uint8Array): Review {
  const review = readReview(readWorkbook(bytes), catalogue());
  if (!review) throw new Error('no review');
  return review;
}

const lines = (review: Review): string[] => reviewedRecord(review, catalogue(), 'a.xlsx').text.split('\n');
const lineOf = (review: Review, words: string): string | undefined => lines(review).find((line) => line.includes(words));

describe('a workbook nobody has touched', () => {
  /** An indicator is told by the name of the list, a missing one by the name as printed. */
  const named = <E extends { entry: { name: string } }>(each: E): E => ({ ...each, entry: { ...each.entry, name: expect.any(String) as string } });

  test.each<Language>(['zh', 'en'])('gives the draft back (%s)', async (language) => {
    const review = read(await madeReview(language));
    const draft = madeDraft();
    expect(review.draft).toEqual({ ...draft, doubts: [], figures: draft.figures.map(named), claims: draft.claims.map(named) });
    expect(review).toMatchObject({ faults: [], removed: [], language });
    expect(review.undecided).toHaveLength(4);
  });

  test('and so the same record', () => {
    expect(lines(read(made))).toEqual(recordText({ ...madeDraft(), doubts: [] }, catalogue(), 'zh', 'a').text.split('\n'));
  });

  test('the same draft gives the same bytes', async () => {
    expect(Buffer.compare(await madeReview(), made)).toBe(0);
  });

  test('a plan’s workbook is no review, nor is another', () => {
    const parts = openParts(made);
    const last =
      [...parts.keys()]
        .filter((name) => name.startsWith('xl/worksheets/sheet'))
        .sort()
        .at(-1) ?? '';
    parts.set(last, (parts.get(last) ?? '').replace(/<sheetData>.*<\/sheetData>/su, '<sheetData/>'));
    expect(readReview(readWorkbook(packParts(parts)), catalogue())).toBeNull();
  });
});

const ACCEPTED: Typed = { 'rvf/f2/decision': '采纳', 'rvf/f3/decision': '采纳', 'rvc/c1/decision': '采纳' };

describeWith('openpyxl', 'what a person enters', () => {
  const after = (typed: Typed, then = ''): Review => read(typedWithOpenpyxl(made, typed, then));

  test('accepted: the note is gone', () => {
    const review = after(ACCEPTED);
    expect(review.undecided).toHaveLength(1);
    expect(lineOf(review, '50亿元以上')).toBe('  - {indicator: rd-expenditure, year: 2025, printed: 50亿元以上, at: 一/(一)/s2}');
    expect(lineOf(read(made), '50亿元以上')).toContain('待核实：读取时不能确定');
  });

  test.each<[what: string, typed: Typed, words: string, line: string]>([
    [
      'a printed number corrected',
      { 'rvf/f2/printed': '55亿元', 'rvf/f2/decision': '更正' },
      '55亿元',
      '  - {indicator: rd-expenditure, year: 2025, printed: 55亿元, at: 一/(一)/s2}',
    ],
    [
      'an indicator chosen',
      { 'rvf/f6/indicator': '高新技术企业', 'rvf/f6/decision': '更正' },
      '12个',
      '  - {indicator: high-tech-enterprises, year: 2025, printed: 12个, at: 一/(一)/s2}',
    ],
    [
      'a year given',
      { 'rvf/f5/year': 2020 },
      '281家',
      '  - {indicator: high-tech-enterprises, year: 2020, printed: 281家, at: 一/(一)/s2, estimated: true, guess: 2020}',
    ],
    [
      'a year as text',
      { 'rvf/f5/year': '2020年' },
      '281家',
      '  - {indicator: high-tech-enterprises, year: 2020, printed: 281家, at: 一/(一)/s2, estimated: true, guess: 2020}',
    ],
    [
      'another place',
      { 'rvf/f1/scope': '苍湾高新区' },
      '34.94',
      '  - {indicator: rd-expenditure, scope: scope-2, year: 2020, printed: 34.94亿元, at: 一/(一)/s2}',
    ],
    [
      'a remark',
      { 'rvf/f1/remark': '含军工: #1' },
      '34.94',
      '  - {indicator: rd-expenditure, year: 2020, printed: 34.94亿元, at: 一/(一)/s2, note: {zh: "含军工: #1", en: "含军工: #1"}}',
    ],
    [
      'a figure the reader missed',
      { 'rvf/n1/printed': '9件', 'rvf/n1/indicator': '每万人发明专利拥有量', 'rvf/n1/year': 2025, 'rvf/n1/role': '目标', 'rvf/n1/at': '二/s1' },
      '9件',
      '  - {indicator: invention-patents-per-10k, year: 2025, printed: 9件, at: 二/s1}',
    ],
    [
      'a claim the reader missed',
      { 'rvc/n1/printed': '翻一番', 'rvc/n1/kind': '翻番', 'rvc/n1/indicator': 'rd-expenditure', 'rvc/n1/from': 2020, 'rvc/n1/to': 2025, 'rvc/n1/at': '二/s1' },
      '翻一番',
      '  - {kind: doubling, indicator: rd-expenditure, from: 2020, to: 2025, printed: 翻一番, at: 二/s1}',
    ],
    ['a title in English', { 'rvp/title/english': 'Plan: 2021' }, 'title:', 'title: {zh: 苍湾县“十四五”科技创新规划, en: "Plan: 2021"}'],
    ['a level', { 'rvp/level/value': '地市级' }, 'level:', '  level: prefecture'],
  ])('%s', (_, typed, words, line) => {
    expect(lineOf(after(typed), words)).toBe(line);
  });

  test('dropped, or its row deleted: it is gone, and a deleted row is told', () => {
    expect(lineOf(after({ 'rvf/f1/decision': '舍去' }), '34.94')).toBeUndefined();
    const review = after({}, "sheet = book['数值核对']\nsheet.delete_rows([row[0].row for row in sheet.iter_rows() if row[0].value == '34.94亿元'][0])");
    expect(lineOf(review, '34.94')).toBeUndefined();
    expect(review.removed).toEqual(['f1']);
  });

  test('a row below the last, and one without a key', () => {
    const review = after(
      {},
      "sheet = book['数值核对']\nlast = sheet.max_row + 1\nfor column, entered in enumerate(['77家', None, 'high-tech-enterprises', 2024, '目标'], 1): sheet.cell(last, column, entered)",
    );
    expect(lineOf(review, '77家')).toContain('high-tech-enterprises, year: 2024, printed: 77家');
  });

  test.each<[what: string, typed: Typed, fault: RegExp]>([
    ['a decision that is none', { 'rvf/f1/decision': '也许' }, /'数值核对'!\w+6: "也许" is none of the choices/u],
    ['a year that is none', { 'rvf/f1/year': '二〇二〇' }, /'数值核对'!\w+6: "二〇二〇" is no year/u],
    ['a number deleted', { 'rvf/f1/printed': null }, /'数值核对'!A6: no printed number/u],
    ['a role deleted', { 'rvf/f1/role': null }, /'数值核对'!\w+6: no role/u],
  ])('%s is told by its cell', (_, typed, fault) => {
    const { unreadable } = reviewedRecord(after(typed), catalogue(), 'a.xlsx');
    expect(unreadable.map(({ path, message }) => `${path}: ${message}`)).toEqual([expect.stringMatching(fault)]);
  });

  test.each<[what: string, typed: Typed, fault: RegExp]>([
    ['an indicator the catalogue lacks', { 'rvf/f1/indicator': '幸福指数' }, /'数值核对'!A6: 指标目录中没有“幸福指数”/u],
    ['a number that cannot be read', { 'rvf/f1/printed': '很多' }, /'数值核对'!A6: “很多”不是单个数值/u],
    ['a locator that is none', { 'rvf/f1/at': '第一章' }, /'数值核对'!A6: .*locator/u],
    ['a code that is none', { 'rvp/code/value': '12' }, /'规划信息'!B\d+: expected a GB\/T 2260 code/u],
    ['an id that is none', { 'rvp/id/value': 'A B' }, /'规划信息'!B\d+: expected lower-case/u],
  ])('%s holds generate back, by its cell', (_, typed, fault) => {
    const { incomplete } = reviewedRecord(after(typed), catalogue(), 'a.xlsx');
    expect(incomplete.map(({ path, message }) => `${path}: ${message}`)).toEqual([expect.stringMatching(fault)]);
  });
});

describeWith('LibreOffice', 'after LibreOffice has sorted, renamed and saved it', () => {
  test('the record is the one the decisions give', () => {
    const saved = typedInLibreOffice(
      made,
      ACCEPTED,
      `
unprotect()
column = rows('rvf_printed')
address = column.RangeAddress
sheet = doc.Sheets.getByIndex(address.Sheet)
area = sheet.getCellRangeByPosition(0, address.StartRow, 18, address.EndRow)
sort(area, 3, True, False)
sheet.Name = '数字'
`,
    );
    const review = read(saved);
    const inOrder = (text: string[]): string[] => [...text].sort();
    expect(inOrder(lines(review).slice(3))).toEqual(inOrder(lines(read(typedWithOpenpyxl(made, ACCEPTED))).slice(3)));
    expect(review.faults).toEqual([]);
    expect(review.undecided).toEqual([expect.stringContaining("'数字'!")]);
  });
});
