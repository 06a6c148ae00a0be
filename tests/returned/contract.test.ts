import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { earlierWorkbook } from '../../plan/contract/earlier-workbook.js';
import { readContract } from '../../plan/contract/read-contract.js';
import { returnedPlan } from '../../plan/contract/returned-plan.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import type { CellKey } from '../../plan/workbook/block.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { replaceIn, withPart } from '../readers/package-parts.js';
import { plans } from '../seeds.js';
import { type Edit, edited, partOf } from './edit-workbook.js';
import { GENERATED, RETURNED, TEST_VERSION } from './made-workbook.js';

test.each(plans().map((plan) => [plan.record.id, plan] as const))('%s comes back out of its workbook as it went in', async (_, plan) => {
  for (const language of ['zh', 'en'] as const) {
    const returned = returnedPlan(readWorkbook(await writeWorkbook(planWorkbook(plan, language, TEST_VERSION))));
    expect(returned?.generated).toEqual(plan);
    expect(returned?.plan).toEqual(plan);
    expect(returned?.changes).toEqual([]);
    expect(returned?.language).toBe(language);
  }
});

describe('longer than a cell holds', () => {
  const LONG: readonly [what: string, text: string][] = [
    ['words', '说明'.repeat(16_000)],
    ['characters of two units at every cut', '𠮷'.repeat(16_300)],
    ['quotation marks, which JSON doubles', '"'.repeat(32_000)],
  ];
  test.each(LONG)('an entry of %s without a row is kept whole', async (_, text) => {
    const key: CellKey = 'mon/gone||2025@2021/remark';
    const bytes = await writeWorkbook(planWorkbook(RETURNED, 'zh', TEST_VERSION, new Map([[key, text]])));
    const workbook = readWorkbook(bytes);
    expect(Math.max(...workbook.sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => String(value).length)))).toBeLessThanOrEqual(32_767);
    expect(readContract(workbook)?.kept.get(key)).toBe(text);
    expect(readContract(workbook)?.rows.size).toBe(readContract(readWorkbook(GENERATED))?.rows.size);
  });
  test.each(LONG)('an entry of %s in its row is read back whole', async (_, text) => {
    const key: CellKey = 'mon/amount||2025@2021/remark';
    const bytes = await writeWorkbook(planWorkbook(RETURNED, 'zh', TEST_VERSION, new Map([[key, text]])));
    expect(returnedPlan(readWorkbook(bytes))?.entries.cells.get(key)).toBe(text);
    expect(returnedPlan(readWorkbook(bytes))?.changes).toEqual([]);
  });
});

test('two annexes that one sentence names, and one named twice, are rows of their own', () => {
  const annex = (zh: string): (typeof RETURNED)['record']['source']['missing'][number] => ({ what: { zh, en: zh }, at: '一/s1', lost: 'plan' });
  const record = { ...RETURNED.record, source: { ...RETURNED.record.source, missing: [annex('表1'), annex('表2'), annex('表2')] } };
  const rows = planWorkbook({ ...RETURNED, record }, 'zh', TEST_VERSION).sheets.flatMap((sheet) => sheet.rows.flatMap(({ key }) => key ?? []));
  expect(rows.filter((key) => /^(?:mis|chk\/ANNEXES_THERE)/u.test(key))).toEqual([
    'chk/ANNEXES_THERE|一/s1',
    'chk/ANNEXES_THERE|一/s1#2',
    'chk/ANNEXES_THERE|一/s1#3',
    'mis/一/s1|表1',
    'mis/一/s1|表2',
    'mis/一/s1|表2#2',
  ]);
});

describe('what stands in a new workbook’s place', () => {
  const refusal = (bytes: Uint8Array): string | null => earlierWorkbook(readWorkbook(bytes), RETURNED, 'zh').refusal;
  test('as generated: it may go', () => {
    expect(refusal(GENERATED)).toBeNull();
  });
  test.each<[string, Record<string, Edit>]>([
    ['a figure', { 'fig/amount||2020/value': 16 }],
    ['a figure’s unit', { 'fig/amount||2020/unit': '万元' }],
    ['a figure’s bound', { 'fig/amount||2020/bound': '不低于' }],
    ['a claim', { 'clm/growth|amount||2015-2020/value': 60 }],
    ['a number as text', { 'fig/amount||2020/value': '16' }],
  ])('%s corrected that the record does not have: it stays', (_, edits) => {
    expect(refusal(edited(GENERATED, edits))).toMatch(
      /^figures were corrected there \((?:amount\|\|2020|growth\|amount\|\|2015-2020)\) that the record does not have/u,
    );
  });
  test('a correction the record has taken up', () => {
    const corrected = edited(GENERATED, { 'fig/amount||2020/value': 16 });
    const plan = returnedPlan(readWorkbook(corrected))?.plan;
    expect(plan && earlierWorkbook(readWorkbook(corrected), plan, 'zh').refusal).toBeNull();
  });
  test.each(['fig', 'clm'])('the name %s_key gone: corrections could not be seen', (table) => {
    const without = withPart(GENERATED, 'xl/workbook.xml', (xml) =>
      replaceIn(xml, new RegExp(`<definedName name="${table}_key">[^<]*</definedName>`, 'u'), ''),
    );
    expect(refusal(without)).toMatch(new RegExp(`defined names are gone \\(${table}_key\\)`, 'u'));
  });
});

test('a record that has been removed is refused, not guessed', () => {
  const workbook = readWorkbook(GENERATED);
  const sheet = workbook.sheets.at(-1);
  const row = [...(sheet?.cells ?? [])].find(([, { value }]) => value === 'record.1')?.[0].slice(1) ?? '';
  const bytes = withPart(GENERATED, partOf(workbook, '_planbook'), (xml) => replaceIn(xml, new RegExp(`<c r="C${row}"[^>]*>.*?</c>`, 'su'), ''));
  expect(() => returnedPlan(readWorkbook(bytes))).toThrow(/^the record in its hidden sheet cannot be read/u);
});
