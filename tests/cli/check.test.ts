import { describe, expect, test } from 'vitest';
import { PLANS_RULES } from '../../plan/checks/across/plans-rules.js';
import { RULES } from '../../plan/checks/rules.js';
import { WORKBOOK_RULES } from '../../plan/checks/workbook/workbook-rules.js';
import type { Finding } from '../../plan/report/findings.js';
import { replaceIn } from '../readers/package-parts.js';
import { SEEDS } from '../seeds.js';
import { filesBelow, planbook, type Ran } from './planbook.js';
import { GOOD, inRecordFolder, RECORD } from './record-folder.js';

// R&D of 12亿元, at least 11.5, is to double.
const DOUBLING = `${RECORD}claims:\n  - {kind: doubling, indicator: rd-expenditure, from: 2020, to: 2025, printed: 翻番, at: 一/s2}\n`;
const [HOLDS, CONTRADICTS, AT_FLOOR] = [DOUBLING, replaceIn(DOUBLING, '24亿元以上', '20亿元'), replaceIn(DOUBLING, '24亿元以上', '20亿元以上')];
const UNREADABLE = replaceIn(replaceIn(RECORD, '12亿元', '许多'), 'small-2021-2025', 'bad-2021-2025');

const run = (record: string, ...options: string[]): Ran =>
  inRecordFolder({ 'records/b-small.yaml': record }, (folder) => planbook(folder, 'check', 'records', ...options));
const findings = ({ stdout }: Ran): Finding[] => JSON.parse(stdout) as Finding[];
const codes = (ran: Ran): string[] => [...new Set(findings(ran).map(({ code }) => code))];

describe('exit code', () => {
  test.each([
    ['a doubling that holds', HOLDS, [], 0],
    ['a doubling that does not: an error', CONTRADICTS, [], 1],
    ['a doubling missed at the floor of an open target: a warning', AT_FLOOR, [], 0],
    ['an error, as JSON', CONTRADICTS, ['--json'], 1],
    ['an error, but of a rule not asked', CONTRADICTS, ['--except', 'DOUBLING_CLAIM'], 0],
    ['an error, of the rule asked', CONTRADICTS, ['--only', 'DOUBLING_CLAIM'], 1],
    ['an error, of no rule asked', CONTRADICTS, ['--only', 'SUM_OF_PARTS,GROWTH_CLAIM'], 0],
    ['no such rule, in --only', HOLDS, ['--only', 'NO_RULE'], 2],
    ['no such rule, in --except', HOLDS, ['--except', 'DOUBLING_CLAIM,doubling_claim'], 2],
    ['an unreadable record', UNREADABLE, [], 2],
    ['no such language', HOLDS, ['--lang', 'fr'], 2],
    ['no such option', HOLDS, ['--xml'], 2],
    ['JSON and CSV at once', HOLDS, ['--json', '--csv'], 2],
    ['an error, as CSV', CONTRADICTS, ['--csv'], 1],
  ])('%s', (_, record, options, status) => {
    expect(run(record, ...options).status).toBe(status);
  });
});

describe('--json', () => {
  const ran = run(CONTRADICTS, '--json');
  test('the fields of a finding', () => {
    // The stable interface, as design 10 lists it; cells only where a workbook was read.
    const KEYS = 'plan code outcome level indicator scope year message args'.split(' ');
    expect(new Set(findings(ran).map((item) => Object.keys(item).join()))).toEqual(new Set([KEYS.join()]));
  });
  test('passes are among them, from every plan', () => {
    expect(new Set(findings(ran).map(({ plan }) => plan))).toEqual(new Set([GOOD, 'small-2021-2025']));
    expect(new Set(findings(ran).map(({ outcome }) => outcome))).toContain('pass');
  });
  test('the finding', () => {
    expect(findings(ran).filter(({ outcome }) => outcome === 'fail')).toEqual([
      expect.objectContaining({ plan: 'small-2021-2025', code: 'DOUBLING_CLAIM', level: 'error', indicator: 'rd-expenditure', scope: null, year: 2025 }),
    ]);
  });
  test('its numbers: 20 of 11.5 to 12.5 is 1.6 to 1.739, and 2 is asked for', () => {
    expect(findings(ran).find(({ outcome }) => outcome === 'fail')?.args).toEqual({
      printed: '翻番',
      face: expect.closeTo(1.6667, 4) as number,
      low: expect.closeTo(1.6, 9) as number,
      high: expect.closeTo(1.7391, 4) as number,
      requiredLow: 2,
      requiredHigh: null,
      gap: expect.closeTo(0.2609, 4) as number,
      unit: '倍',
    });
  });
  test('no record at all: an empty array, exit 2', () => {
    const { status, stdout, complaints } = inRecordFolder({}, (folder) => planbook(folder, 'check', 'gone.yaml', '--json'));
    expect([status, stdout, complaints]).toEqual([2, '[]\n', [expect.stringContaining('gone.yaml')]]);
  });
});

describe('which rules', () => {
  test('--only these', () => {
    expect(codes(run(HOLDS, '--json', '--only', 'DOUBLING_CLAIM, TARGET_RIGHT_WAY'))).toEqual(['TARGET_RIGHT_WAY', 'DOUBLING_CLAIM']);
  });
  test('--except these', () => {
    const all = codes(run(HOLDS, '--json'));
    expect(all).toEqual(expect.arrayContaining(['DOUBLING_CLAIM', 'UNIT_PRINTED']));
    expect(codes(run(HOLDS, '--json', '--except', 'DOUBLING_CLAIM,UNIT_PRINTED'))).toEqual(
      all.filter((code) => code !== 'DOUBLING_CLAIM' && code !== 'UNIT_PRINTED'),
    );
  });
  test('an unknown rule is named, and nothing is checked', () => {
    const { stdout, complaints } = run(HOLDS, '--only', 'NO_RULE,DOUBLING_CLAIM');
    expect([stdout, complaints]).toEqual(['', [expect.stringContaining('NO_RULE: no such rule')]]);
  });
  test.each([
    ['zh', '翻番与数值相符'],
    ['en', 'oubling'],
  ])('--rules lists all with their names in %s', (language, name) => {
    const { status, stdout } = inRecordFolder({}, (folder) => planbook(folder, 'check', '--rules', '--lang', language));
    const lines = stdout.trimEnd().split('\n');
    expect(status).toBe(0);
    expect(lines.map((line) => line.split(/ +/u)[0])).toEqual([...RULES, ...PLANS_RULES, ...WORKBOOK_RULES].map(({ code }) => code));
    expect(lines.filter((line) => !/^[A-Z_]+ +\S/u.test(line))).toEqual([]);
    expect(lines.find((line) => line.startsWith('DOUBLING_CLAIM'))).toContain(name);
  });
});

describe('the report', () => {
  const lines = ({ stdout }: Ran): string[] => stdout.split('\n');
  test('counts, then the error', () => {
    const shown = lines(run(CONTRADICTS, '--only', 'DOUBLING_CLAIM'));
    const at = shown.indexOf('small-2021-2025: 1 不通过, 0 无法判定, 0 通过');
    expect(at).toBeGreaterThanOrEqual(0);
    expect(shown[at + 1]).toContain('[错误] rd-expenditure 2025 · 翻番与数值相符：翻番；');
  });
  test('passes only when asked for', () => {
    expect(run(HOLDS, '--only', 'DOUBLING_CLAIM').stdout).not.toContain('[通过]');
    expect(run(HOLDS, '--only', 'DOUBLING_CLAIM', '--all').stdout).toContain('[通过] rd-expenditure 2025');
  });
  test('in English', () => {
    expect(run(CONTRADICTS, '--lang', 'en').stdout).not.toMatch(/不通过|错误|无法判定/u);
  });
  test('worst first', () => {
    const all = lines(run(CONTRADICTS, '--all'));
    const own = all.slice(all.findIndex((line) => line.startsWith('small-2021-2025:')) + 1);
    expect(own[0]).toContain('[错误]');
    expect(own.at(-2)).toContain('[通过]'); // the last line is empty
  });
  test('a plan no asked rule is about is still accounted for', () => {
    expect(run(HOLDS, '--only', 'SUM_OF_PARTS').stdout).toContain('small-2021-2025');
  });
});

test('an unreadable record: its fault on standard error, the others checked', () => {
  const ran = run(UNREADABLE, '--json');
  expect(ran.complaints).toEqual([expect.stringMatching(/^records\/b-small\.yaml:12:54: figures\[0\]\.printed: cannot read a number/u)]);
  expect(new Set(findings(ran).map(({ plan }) => plan))).toEqual(new Set([GOOD]));
});

test('the five plans: errors, so exit 1, and no complaint', () => {
  const { status, complaints } = inRecordFolder({}, (folder) => planbook(folder, 'check', SEEDS));
  expect([status, complaints]).toEqual([1, []]);
});

test('checking writes no file', () => {
  inRecordFolder({ 'records/b-small.yaml': CONTRADICTS }, (folder) => {
    const before = filesBelow(folder);
    planbook(folder, 'check', 'records', '--all');
    expect(filesBelow(folder)).toEqual(before);
  });
});
