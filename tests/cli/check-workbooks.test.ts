import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PLANS_RULES } from '../../plan/checks/across/plans-rules.js';
import type { LocatedFinding } from '../../plan/check-workbook.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { replaceIn, withPart } from '../readers/package-parts.js';
import { type Edit, edited, partOf, placeOf } from '../returned/edit-workbook.js';
import { filesBelow, planbook, type Ran } from './planbook.js';
import { inRecordFolder, RECORD } from './record-folder.js';

const ID = 'small-2021-2025';
// R&D of 12亿元 is to double to 24: it does.
const DOUBLING = `${replaceIn(RECORD, '24亿元以上', '24亿元')}claims:\n  - {kind: doubling, indicator: rd-expenditure, from: 2020, to: 2025, printed: 翻番, at: 一/s2}\n`;
const TARGET = 'fig/rd-expenditure||2025/value';
const CHECK = 'chk/DOUBLING_CLAIM|doubling|rd-expenditure||2020-2025';

const generated = inRecordFolder({ 'records/b-small.yaml': DOUBLING }, (folder) => {
  planbook(folder, 'generate', 'records/b-small.yaml');
  return new Uint8Array(readFileSync(path.join(folder, `out/${ID}.xlsx`)));
});
const at = (key: string): string => {
  const { sheet, address } = placeOf(readWorkbook(generated), key);
  return `'${sheet}'!${address}`;
};

/** Runs `check` on a workbook, alone in a folder. */
const run = (bytes: Uint8Array, ...options: string[]): Ran =>
  inRecordFolder({ 'back/book.xlsx': bytes }, (folder) => planbook(folder, 'check', 'back', ...options));
const findings = ({ stdout }: Ran): LocatedFinding[] => JSON.parse(stdout) as LocatedFinding[];
const withEdits = (edits: Record<string, Edit>): Uint8Array => edited(generated, edits);

describe('a workbook as it stands', () => {
  test('as generated: what the record says, and nothing else', () => {
    const { status, stdout, complaints } = run(generated);
    expect([status, complaints]).toEqual([0, []]);
    expect(stdout).toMatch(/^small-2021-2025（back\/book\.xlsx）: 0 不通过, 0 无法判定, \d+ 通过\n {2}生成以来的改动：0 处; 填报：0 格\n$/u);
  });
  test.each<[string, Record<string, Edit>, number, string]>([
    ['a target corrected to 20: 1.74 at most', { [TARGET]: 20 }, 1, 'fail'],
    ['a target corrected to 30', { [TARGET]: 30 }, 0, 'pass'],
    ['cleared: undecided', { [TARGET]: null }, 0, 'undecided'],
    ['as text: an error of its own, and undecided', { [TARGET]: '24' }, 1, 'undecided'],
    ['the claim corrected to three times', { 'clm/doubling|rd-expenditure||2020-2025/value': 3 }, 1, 'fail'],
    ['the outcome typed over: still a fail', { [TARGET]: 20, [`${CHECK}/outcome`]: '通过' }, 1, 'fail'],
  ])('%s', (_, edits, status, outcome) => {
    const ran = run(withEdits(edits), '--json');
    expect(ran.status).toBe(status);
    expect(findings(ran).find(({ code }) => code === 'DOUBLING_CLAIM')?.outcome).toBe(outcome);
  });
  test('the report says which cells changed, from what to what', () => {
    const { stdout } = run(withEdits({ [TARGET]: 20 }), '--only', 'DOUBLING_CLAIM,FIGURE_EDITED');
    expect(stdout).toContain('生成以来的改动：1 处');
    expect(stdout).toContain('[错误] rd-expenditure 2025 · 翻番与数值相符：翻番；');
    expect(stdout).toMatch(new RegExp(`\\[需核实\\] rd-expenditure 2025 · 数值与生成时一致：${at(TARGET).replace(/[$]/gu, '\\$&')} .* · 数值：24 → 20`, 'u'));
  });
  test('a disposition stands beside its finding', () => {
    const bytes = withEdits({ [TARGET]: 20, [`${CHECK}/disposition`]: '属实无误', [`${CHECK}/reason`]: '原文如此' });
    expect(run(bytes).stdout).toMatch(/翻番与数值相符：.*\[处理意见：属实无误，原文如此\]$/mu);
    expect(findings(run(bytes, '--json')).find(({ code }) => code === 'DOUBLING_CLAIM')?.disposition).toEqual({
      choice: 'true',
      text: '属实无误',
      reason: '原文如此',
    });
  });
});

describe('--json', () => {
  const ran = run(withEdits({ [TARGET]: 20 }), '--json');
  test('the stable fields, and the file', () => {
    const KEYS = 'plan code outcome level indicator scope year message args cells file'.split(' ').sort();
    expect(new Set(findings(ran).map((item) => Object.keys(item).sort().join()))).toEqual(new Set([KEYS.join()]));
  });
  test('a check’s cells are those of its figures and claims, as they stand', () => {
    expect(
      findings(ran)
        .find(({ code }) => code === 'DOUBLING_CLAIM')
        ?.cells.toSorted(),
    ).toEqual([at(TARGET), at('fig/rd-expenditure||2020/value'), at('clm/doubling|rd-expenditure||2020-2025/value')].toSorted());
  });
  test('a change from what to what', () => {
    const found = findings(ran).find(({ code }) => code === 'FIGURE_EDITED');
    expect(found).toMatchObject({ outcome: 'fail', level: 'warning', indicator: 'rd-expenditure', year: 2025, cells: [at(TARGET)] });
    expect(found?.args).toMatchObject({ changes: [{ kind: 'edited', key: TARGET, from: 24, to: 20 }] });
  });
});

describe('--csv', () => {
  const csv = run(withEdits({ [TARGET]: 20, 'fig/rd-expenditure||2020/note': '=1+1', [`${CHECK}/reason`]: '=cmd|"x"' }), '--csv').stdout;
  test('for Excel: a byte order mark, every line ended alike', () => {
    expect(csv.startsWith('\uFEFFfile,plan,code,outcome,level,indicator,scope,year,message,cells,disposition,reason\r\n')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });
  test('a field that looks like a formula is text, quotes doubled', () => {
    expect(csv).toContain(`,"'=cmd|""x"""\r\n`);
    expect(csv).not.toMatch(/(?:^|,)"?[=+@]/mu);
  });
});

describe('which files', () => {
  test('records and workbooks in one folder, each accounted for', () => {
    const ran = inRecordFolder({ 'records/b-small.yaml': DOUBLING, 'records/book.xlsx': generated, 'records/~$book.xlsx': 'Excel’s own' }, (folder) =>
      planbook(folder, 'check', 'records'),
    );
    expect([ran.status, ran.complaints]).toEqual([0, []]);
    expect(
      ran.stdout
        .split('\n')
        .filter((line) => /^\S/u.test(line))
        .map((line) => line.split(': ')[0]),
    ).toEqual(['good-2021-2025', ID, `${ID}（records/book.xlsx）`]);
  });
  test('a workbook and its folder: read once', () => {
    const ran = inRecordFolder({ 'back/book.xlsx': generated }, (folder) => planbook(folder, 'check', 'back', 'back/book.xlsx', './back/../back/book.xlsx'));
    expect(ran.stdout.match(/^small-2021-2025（/gmu)).toHaveLength(1);
  });
  test('rules between plans take each plan once, from workbooks as from records', () => {
    const across = new Set(PLANS_RULES.map(({ code }) => code));
    const between = (...inputs: string[]): string[] =>
      inRecordFolder({ 'records/b-small.yaml': DOUBLING }, (folder) => {
        planbook(folder, 'generate', 'records');
        return findings(planbook(folder, 'check', ...inputs, '--json'))
          .filter(({ code }) => across.has(code))
          .map(({ plan, code, outcome, message }) => [plan, code, outcome, message].join(' '))
          .sort();
      });
    const fromRecords = between('records');
    expect(fromRecords).not.toEqual([]);
    expect(between('out')).toEqual(fromRecords);
    expect(between('records', 'out')).toEqual(fromRecords);
  });
  test('checking writes no file', () => {
    inRecordFolder({ 'back/book.xlsx': generated }, (folder) => {
      const before = filesBelow(folder);
      planbook(folder, 'check', 'back', '--all');
      expect(filesBelow(folder)).toEqual(before);
    });
  });
  test('the record that generated it, the same findings about the plan', () => {
    const own = (ran: Ran): unknown[] =>
      findings(ran)
        .filter(({ plan, code }) => plan === ID && !PLANS_RULES.some((rule) => rule.code === code))
        .filter(({ args }) => !('changes' in args))
        .map(({ code, outcome, message }) => [code, outcome, message]);
    const fromRecord = inRecordFolder({ 'records/b-small.yaml': DOUBLING }, (folder) => planbook(folder, 'check', 'records', '--json'));
    expect(own(run(generated, '--json'))).toEqual(own(fromRecord));
  });
});

const book = readWorkbook(generated);
const contract = partOf(book, '_planbook');
const inContract = (find: string | RegExp, becomes: string): Uint8Array => withPart(generated, contract, (xml) => replaceIn(xml, find, becomes));
const strings = (find: string | RegExp, becomes: string): Uint8Array => withPart(generated, 'xl/sharedStrings.xml', (xml) => replaceIn(xml, find, becomes));

/** Files that cannot be checked, and the one line that is said of each. */
const REFUSED: readonly [what: string, name: string, bytes: () => Uint8Array | string, says: RegExp][] = [
  [
    'not Planbook’s: its contract sheet is gone',
    'a.xlsx',
    () => inContract('<c r="A1"', '<c r="Z1"'),
    /: not a workbook of Planbook’s \(it has no contract sheet\)/u,
  ],
  ['text under a workbook’s name', 'a.xlsx', () => 'hello', /: not an Excel workbook, or damaged/u],
  ['an empty file', 'a.xlsx', () => '', /: not an Excel workbook, or damaged/u],
  ['a zip cut in half', 'a.xlsx', () => generated.slice(0, generated.length / 2), /: not an Excel workbook, or damaged/u],
  [
    'a password (OLE)',
    'a.xlsx',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    /: protected by a password, or in the old \.xls format/u,
  ],
  [
    'the old format',
    'a.xls',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    /: protected by a password, or in the old \.xls format/u,
  ],
  [
    'a newer contract',
    'a.xlsx',
    () => inContract(/(<c r="C1"[^>]*>)<v>1<\/v>/u, '<c r="C1"><v>99</v>'),
    /: made by a newer Planbook \(contract 99; this one reads up to \d+\); update Planbook/u,
  ],
  [
    'a record someone has changed by hand',
    'a.xlsx',
    () => strings('&quot;baseYear&quot;:2020'.replaceAll('&quot;', '"'), '"baseYear":"x"'),
    /: the record in its hidden sheet cannot be read \(baseYear/u,
  ],
  [
    'figures that cannot be found',
    'a.xlsx',
    () => withPart(generated, 'xl/workbook.xml', (xml) => replaceIn(xml, /<definedName name="fig_key">[^<]*</u, '<definedName name="fig_key">#REF!<')),
    /: its figures cannot be found \(the defined name fig_key/u,
  ],
];

describe('refused in one clear line, exit 2, the others checked', () => {
  test.each(REFUSED)('%s', (_, name, bytes, says) => {
    const ran = inRecordFolder({ [`back/${name}`]: bytes(), 'back/z-good.xlsx': generated }, (folder) => planbook(folder, 'check', 'back'));
    expect(ran.status).toBe(2);
    expect(ran.complaints).toEqual([expect.stringMatching(new RegExp(`^back/${name.replace('.', '\\.')}${says.source}`, 'u'))]);
    expect(ran.stdout).toContain('small-2021-2025（back/z-good.xlsx）');
  });
  test('a workbook that is not there', () => {
    const ran = inRecordFolder({}, (folder) => planbook(folder, 'check', 'gone.xlsx'));
    expect([ran.status, ran.complaints]).toEqual([2, [expect.stringMatching(/^gone\.xlsx: no such file; name a record, a workbook/u)]]);
  });
  test('a folder under a workbook’s name is a folder', () => {
    inRecordFolder({}, (folder) => {
      mkdirSync(path.join(folder, 'a.xlsx'));
      writeFileSync(path.join(folder, 'a.xlsx/book.xlsx'), generated);
      expect(planbook(folder, 'check', 'a.xlsx').status).toBe(0);
    });
  });
});
