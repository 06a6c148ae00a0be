import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { csvwDescriptor } from '../../plan/export/csvw.js';
import { exportClaims, type ExportedFigure, exportFigures } from '../../plan/export/figures.js';
import { SDMX_HEADER, sdmxCsv } from '../../plan/export/sdmx-csv.js';
import { CLAIM_COLUMNS, FIGURE_COLUMNS, tidyCsv } from '../../plan/export/tidy-csv.js';
import { planbook } from '../cli/planbook.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { plan, plans, SEEDS } from '../seeds.js';

type Row = Record<string, string>;
const READER = path.resolve('tests/export/read-csv.py');
/** Rows as Python reads them: another program's idea of CSV. */
const read = (csv: string): Row[] => JSON.parse(execFileSync('python3', [READER], { input: csv, encoding: 'utf8', maxBuffer: 1e8 })) as Row[];

const figures = plans().flatMap(exportFigures);
const claims = plans().flatMap(exportClaims);
const asText = (value: unknown): string => (Array.isArray(value) ? value.join('|') : `${(value ?? '') as string | number | boolean}`);
const asRow = (item: object): Row => Object.fromEntries(Object.entries(item).map(([key, value]) => [key, asText(value)]));

describe('tidy CSV, read by another program', () => {
  test.each([
    ['figures', tidyCsv(FIGURE_COLUMNS, figures), figures],
    ['claims', tidyCsv(CLAIM_COLUMNS, claims), claims],
  ] as const)('%s are those of the JSON export', (_, csv, items) => {
    expect(read(csv)).toEqual(items.map(asRow));
  });

  test.each(['=1+1', '+86', '-5', '@cmd', '\t=1', 'a "quoted", one', 'two\r\nlines', '一，二'])('text %j stays text', (name) => {
    const [first] = figures as [ExportedFigure];
    const [row] = read(tidyCsv(FIGURE_COLUMNS, [{ ...first, name, value: -5 }]));
    expect(row?.['name']).toBe(/^[=+\-@\t]/u.test(name) ? `'${name}` : name);
    expect(row?.['value']).toBe('-5');
  });
});

describe('the CSVW description', () => {
  interface Descriptor {
    tables: { url: string; tableSchema: { columns: { name: string; datatype: string; required?: boolean; separator?: string }[] } }[];
  }
  const { tables } = csvwDescriptor() as Descriptor;
  const CELL: Record<string, RegExp> = { string: /^/u, integer: /^-?\d+$/u, number: /^-?\d+(?:\.\d+)?$/u, boolean: /^(?:true|false)$/u };

  test.each(['figures.csv', 'claims.csv'])('%s is as described', (file) => {
    inTemporaryFolder((folder) => {
      const { status } = planbook(folder, 'export', SEEDS, '--csv', '--out', 'tables');
      expect(status).toBe(0);
      const rows = read(readFileSync(path.join(folder, 'tables', file), 'utf8'));
      const written = JSON.parse(readFileSync(path.join(folder, 'tables/csv-metadata.json'), 'utf8')) as Descriptor;
      expect(written).toEqual(csvwDescriptor());
      const columns = tables.find(({ url }) => url === file)?.tableSchema.columns ?? [];
      expect(rows.length).toBe(file === 'figures.csv' ? figures.length : claims.length);
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(columns.map(({ name }) => name));
        for (const { name, datatype, required } of columns) {
          if (row[name] === '') expect([name, required ?? false]).toEqual([name, false]);
          else expect(row[name], name).toMatch(CELL[datatype] ?? /$^/u);
        }
      }
    });
  });
});

describe('SDMX-CSV', () => {
  const { csv, withoutYear } = sdmxCsv(plans());
  const rows = read(csv);

  test('begins with STRUCTURE, without a byte order mark', () => {
    expect(csv.startsWith('STRUCTURE,STRUCTURE_ID,ACTION,')).toBe(true);
    expect(Object.keys(rows[0] ?? {})).toEqual([...SDMX_HEADER]);
  });

  test('every figure with a year, once; the others are counted', () => {
    expect(rows.length + withoutYear).toBe(figures.length);
    expect(withoutYear).toBe(figures.filter(({ year }) => year === null).length);
    const keys = rows.map((row) => ['PLAN', 'INDICATOR', 'SCOPE', 'ROLE', 'TIME_PERIOD'].map((name) => row[name]).join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('codes, periods and values in SDMX’s form', () => {
    for (const row of rows) {
      expect(row['INDICATOR']).toMatch(/^[A-Za-z0-9_@$-]+$/u);
      expect(row['TIME_PERIOD']).toMatch(/^\d{4}(?:-01-01\/P\d+Y)?$/u);
      expect(row['OBS_STATUS']).toMatch(/^[AEF]$/u);
      expect(row['OBS_VALUE']).not.toBe('');
    }
  });

  test.each([
    // indicator, period, what its row says (read off the record by hand)
    ['rd-expenditure', '2015', { OBS_VALUE: '12.78', UNIT_MEASURE: '亿元', BOUND: 'eq', OBS_STATUS: 'A', REF_AREA: '430900', SCOPE: '_T' }],
    ['high-tech-enterprises', '2025', { OBS_VALUE: '600', UNIT_MEASURE: '家', BOUND: 'ge', OBS_STATUS: 'F', ROLE: 'target' }],
  ] as const)('%s in %s', (indicator, period, told) => {
    const found = read(sdmxCsv([plan('yiyang-2021-2025')]).csv).find((row) => row['INDICATOR'] === indicator && row['TIME_PERIOD'] === period);
    expect(found).toMatchObject(told);
  });
});

test.each([[['--sdmx', '--csv']], [['--json', '--csv']], [['--json', '--out', 'x']]])('%j are not asked for together', (options) => {
  inTemporaryFolder((folder) => {
    expect(planbook(folder, 'export', SEEDS, ...options).status).toBe(2);
  });
});
