import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { replaceIn } from '../readers/package-parts.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { plans, SEEDS } from '../seeds.js';
import { BUNDLE, filesBelow, planbook } from './planbook.js';
import { GOOD, inRecordFolder, RECORD } from './record-folder.js';

type Item = Record<string, unknown>;
const exported = (...options: string[]): Item[] => inTemporaryFolder((folder) => JSON.parse(planbook(folder, 'export', ...options).stdout) as Item[]);

const figures = exported(SEEDS, '--json');
const claims = exported(SEEDS, '--claims', '--json');

describe('every plan', () => {
  test('all figures, one item each', () => {
    expect(figures.map(({ plan }) => plan)).toEqual(plans().flatMap(({ record, figures: all }) => all.map(() => record.id)));
  });

  test('all claims, one item each', () => {
    expect(claims.map(({ plan }) => plan)).toEqual(plans().flatMap(({ record, claims: all }) => all.map(() => record.id)));
  });

  // The stable interface, as design 10 lists it.
  const FIGURE = 'plan place placeName indicator name scope year fromYear value high unit bound role estimated printed locators'.split(' ');
  const CLAIM = 'plan indicator name scope kind value fromYear toYear bound printed locators'.split(' ');
  test('the fields of a figure', () => {
    expect(new Set(figures.map((item) => Object.keys(item).join()))).toEqual(new Set([FIGURE.join()]));
  });
  test('the fields of a claim', () => {
    expect(new Set(claims.map((item) => Object.keys(item).join()))).toEqual(new Set([CLAIM.join()]));
  });
});

describe('one figure by hand', () => {
  test.each([
    // printed, and what it is taken apart to
    ['12.78亿元', { value: 12.78, high: null, unit: '亿元', bound: 'eq' }],
    ['600家以上', { value: 600, high: null, unit: '家', bound: 'ge' }],
    ['突破28亿元', { value: 28, high: null, unit: '亿元', bound: 'gt' }],
    ['约3%', { value: 3, high: null, unit: '%', bound: 'approx' }],
    ['10-12亿元', { value: 10, high: 12, unit: '亿元', bound: 'range' }],
    ['近5亿元', { value: 5, high: null, unit: '亿元', bound: 'near' }],
  ] as const)('%s', (printed, parsed) => {
    const indicator = parsed.unit === '家' ? 'high-tech-enterprises' : parsed.unit === '%' ? 'rd-intensity' : 'rd-expenditure';
    const record = replaceIn(RECORD, /figures:[^]*/u, `figures:\n  - {indicator: ${indicator}, year: 2020, printed: ${printed}, at: 一/(二)/s3}\n`);
    inRecordFolder({ 'lone.yaml': record }, (folder) => {
      const { status, stdout, complaints } = planbook(folder, 'export', 'lone.yaml', '--catalogue', 'records/catalogue.yaml');
      expect([status, complaints]).toEqual([0, []]);
      expect(JSON.parse(stdout)).toEqual([
        expect.objectContaining({
          plan: 'small-2021-2025',
          place: null,
          placeName: '某市',
          indicator,
          scope: null,
          year: 2020,
          fromYear: null,
          role: 'baseline',
          estimated: false,
          printed,
          locators: ['一/(二)/s3'],
          ...parsed,
        }),
      ]);
    });
  });

  test('printed twice, one figure with both its places and the value of the first', () => {
    const twice = `${RECORD}  - {indicator: rd-expenditure, year: 2025, printed: 24亿元, at: 二/s9}\n`;
    inRecordFolder({ 'lone.yaml': twice }, (folder) => {
      const items = JSON.parse(planbook(folder, 'export', 'lone.yaml', '--catalogue', 'records/catalogue.yaml').stdout) as Item[];
      expect(items).toHaveLength(2);
      expect(items[1]).toMatchObject({ year: 2025, bound: 'ge', role: 'target', locators: ['一/s2', '二/s9'] });
    });
  });
});

describe('what is wrong', () => {
  test('a bad record: one line, exit 2, the others exported as JSON', () => {
    inRecordFolder({ 'records/bad.yaml': replaceIn(RECORD, '12亿元', '许多') }, (folder) => {
      const { status, stdout, complaints } = planbook(folder, 'export', 'records', '--json');
      expect(complaints).toEqual([expect.stringMatching(/^records\/bad\.yaml:12:54: figures\[0\]\.printed: cannot read a number/u)]);
      expect((JSON.parse(stdout) as Item[]).map(({ plan }) => plan)).toEqual([GOOD, GOOD]);
      expect(status).toBe(2);
    });
  });

  test('no record at all: an empty array, exit 2', () => {
    inTemporaryFolder((folder) => {
      const { status, stdout, complaints } = planbook(folder, 'export', 'gone.yaml', '--json');
      expect([status, stdout, complaints.length]).toEqual([2, '[]\n', 1]);
    });
  });

  test('an unknown option: exit 2', () => {
    inTemporaryFolder((folder) => {
      expect(planbook(folder, 'export', '--xml')).toMatchObject({ status: 2, stdout: '' });
    });
  });

  test('exporting writes no file', () => {
    inRecordFolder({}, (folder) => {
      const before = filesBelow(folder);
      planbook(folder, 'export', 'records', '--claims');
      expect(filesBelow(folder)).toEqual(before);
    });
  });
});

test.skipIf(process.platform === 'win32')('a reader that stops early (| head) gets its piece, and no crash is printed', () => {
  const command = `"${process.execPath}" "${BUNDLE}" export "${SEEDS}" --json 2>&1 >&3 | cat >&2`;
  const shell = `{ ${command}; } 3>&1 2>complaints | head -c 1; cat complaints`;
  inTemporaryFolder((folder) => {
    expect(execFileSync('bash', ['-c', shell], { cwd: folder, encoding: 'utf8' })).toBe('[');
  });
});
