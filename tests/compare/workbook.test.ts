import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { checkedPlan } from '../../plan/compare/checked-plan.js';
import { compare } from '../../plan/compare/compare.js';
import { figuresChanged, readComparisonContract } from '../../plan/compare/contract.js';
import { comparisonWorkbook } from '../../plan/comparison-workbook.js';
import { readContract } from '../../plan/contract/read-contract.js';
import { type FoundBlock, findBlock } from '../../plan/contract/read-block.js';
import type { Language } from '../../plan/messages/message.js';
import type { Plan } from '../../plan/plan.js';
import { type ReadWorkbook, readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { describeWith } from '../readers/available.js';
import { inLibreOffice, recalculate } from '../readers/libre-office.js';
import { lintWorkbook } from '../readers/lint-workbook.js';
import { validationErrors } from '../readers/ooxml-validator.js';
import { sameResult } from '../readers/same-result.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { plans } from '../seeds.js';
import { madePlan, ranksOf } from './made-plans.js';

const VERSION = '0.0.0-test';

const workbookOf = (compared: readonly Plan[], language: Language): Promise<Buffer> =>
  writeWorkbook(
    comparisonWorkbook(
      compare(compared),
      compared,
      compared.map((plan) => checkedPlan(plan, language, VERSION)),
      language,
      VERSION,
    ),
  );

/** Ties, gaps, denominators, references and paces, so that no kind of row is missing. */
const MADE = [
  'a: share 2015 1.5% | share 2020 2.50% | share@above 2020 4.0% | share 2025 3% | count 2020 50家 | context resident-population 2020 100万人 | amount 2020 20.0亿元 | output 2020 30.0亿元 | output-share 2020 3.0%',
  'b: share 2020 2.49% | share 2025 3%以上 | count 2020 501家 | context resident-population 2020 1000.0万人 | amount 2020 5.0亿元 | gdp 2020 400亿元',
  'c: share 2020 2.0% | share 2023 2.5% | share 2025 2-4% | count 2020 100家 | count 2025 200家 | energy 2020 10.0% | energy 2025 9.0%',
  'd: energy 2020 10.0% | energy 2025 5.0% | rank 2020 第10位 | rank 2025 前5位 | average-growth amount 2020-2025 年均增长12% | amount 2020 9.0亿元',
  'e county: share baseline 2.1% | share 2025 3.5% | count 2025 7家 | rank 2020 第9位 | rank 2025 第8位',
].map((text) => madePlan(text));
/** Enough for a row a plan in the overview. */
const MANY = Array.from({ length: 12 }, (_, index) =>
  madePlan(`p${index}: share 2020 ${2 + index / 10}0% | share 2025 ${3 + (index % 4)}% | count 2020 ${50 + index}家`),
);

const books = await Promise.all(
  (
    [
      ['five plans', plans()],
      ['made plans', MADE],
      ['twelve plans', MANY],
      ['one plan', MADE.slice(0, 1)],
      ['two plans with nothing in common', [madePlan('a: share 2025 3%'), madePlan('b county: energy 2025 3%')]],
    ] as const
  ).flatMap(([name, compared]) =>
    (['zh', 'en'] as const).map(async (language) => ({ name: `${name} ${language}`, compared, language, bytes: await workbookOf(compared, language) })),
  ),
);

test.each(books)('$name: the Open XML SDK finds no error', async ({ bytes }) => {
  await inTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'book.xlsx');
    writeFileSync(file, bytes);
    expect(await validationErrors(file)).toEqual([]);
  });
});

test.each(books)('$name: lint is clean', ({ bytes }) => {
  expect(lintWorkbook(bytes)).toEqual([]);
});

test.each(books)('$name: the same plans give the same bytes', async ({ compared, language, bytes }) => {
  expect((await workbookOf(compared, language)).equals(bytes)).toBe(true);
});

test.each(books)('$name: it is known for a comparison of these plans, and for no plan’s workbook', ({ bytes, compared, language }) => {
  const read = readWorkbook(bytes);
  expect(readContract(read)).toBeNull();
  expect(readComparisonContract(read)).toMatchObject({ language, version: VERSION, plans: compared.map(({ record }) => record.id) });
  expect(figuresChanged(read, readComparisonContract(read) ?? { version: '', language, plans: [], figures: '' })).toBe(false);
});

const blockIn = (workbook: ReadWorkbook | undefined, id: string): FoundBlock => {
  const block = workbook && findBlock(workbook, id);
  if (!block) throw new Error(`no block ${id}`);
  return block;
};

/** "1 a": rank and place of each row of Ranking. */
const ranksIn = (workbook: ReadWorkbook | undefined, group: string): string[] => {
  const block = blockIn(workbook, 'rnk');
  return [...block.rows.keys()]
    .filter((key) => block.cell(key, 'member')?.value !== undefined && key.includes('|') && block.cell(key, 'group')?.value === group)
    .map((key) => `${String(block.cell(key, 'rank')?.value)} ${String(block.cell(key, 'place')?.value)}`);
};

describe('the same figures in workbook and comparison', () => {
  test.each(books.filter(({ name }) => name.endsWith('zh') && !name.includes('nothing') && !name.includes('one plan')))('$name', ({ bytes, compared }) => {
    const comparison = compare(compared);
    const read = readWorkbook(bytes);
    const [all, ranked] = [blockIn(read, 'cmp'), blockIn(read, 'rnk')];
    const differing = comparison.entries.flatMap((entry) => {
      const shown = all.cell(entry.key, 'value')?.value ?? null;
      const close = (a: unknown, b: number | null): boolean =>
        typeof a === 'number' && b !== null ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)) : (a === '' ? null : a) === b;
      const value = close(shown, entry.value) ? [] : [`${entry.key}: ${String(shown)} for ${String(entry.value)}`];
      if (entry.rank === null) return value;
      const [rank, low, high] = ['rank', 'low', 'high'].map((column) => ranked.cell(entry.key, column)?.value);
      return rank === entry.rank && close(low, entry.low) && close(high, entry.high)
        ? value
        : [...value, `${entry.key}: rank ${String(rank)} [${String(low)}, ${String(high)}] for ${entry.rank} [${String(entry.low)}, ${String(entry.high)}]`];
    });
    expect(differing).toEqual([]);
    expect(all.rows.size).toBe(comparison.entries.length);
  });
});

describeWith('LibreOffice', 'LibreOffice', () => {
  let computed: ReadWorkbook[] = [];
  beforeAll(() => {
    computed = recalculate(books.map(({ bytes }) => bytes));
  });

  test.each(books.map((book, index) => ({ ...book, index })))('$name: every formula computed anew gives its cached result', ({ bytes, index }) => {
    const differing = readWorkbook(bytes).sheets.flatMap(({ name, cells }) =>
      [...cells].flatMap(([address, { formula, value }]) => {
        const theirs = computed[index]?.sheets.find((sheet) => sheet.name === name)?.cells.get(address)?.value ?? null;
        return formula === undefined || sameResult(value, theirs)
          ? []
          : [`${name}!${address}: cached ${String(value)}, computed ${String(theirs)} by ${formula}`];
      }),
    );
    expect(differing).toEqual([]);
  });
});

describeWith('LibreOffice for Python', 'edits', () => {
  const made = books.find(({ name }) => name === 'made plans zh');
  const GROUP = '比重 · 现状值 2020 · 地市级';

  /** The workbook after some lines of Python in LibreOffice. */
  const after = (...lines: string[]): ReadWorkbook =>
    inTemporaryFolder((folder) => {
      const saved = path.join(folder, 'saved.xlsx');
      inLibreOffice(lines.join('\n'), made?.bytes ?? Buffer.of(), saved);
      return readWorkbook(readFileSync(saved));
    });
  const setFigure = (key: string, value: number): string => {
    const block = blockIn(readWorkbook(made?.bytes ?? Buffer.of()), 'fig');
    const address = block.address(key, 'value')?.split('!')[1] ?? '';
    return `doc.Sheets.getByName('${block.sheet.name}').getCellRangeByName('${address}').Value = ${value}`;
  };

  test('a and b tie as generated', () => {
    expect(ranksOf(compare(MADE), 'share|measured|2020|prefecture')).toEqual(['1= a', '1= b', '3 c']);
    expect(ranksIn(readWorkbook(made?.bytes ?? Buffer.of()), GROUP)).toEqual(['1 a', '1 b', '3 c']);
  });

  test('a corrected value that keeps the order moves the tie', () => {
    expect(ranksIn(after(setFigure('b-2021-2025|share||2020', 2.3)), GROUP)).toEqual(['1 a', '2 b', '3 c']);
  });

  test('one that changes the order is said to, and the chosen group ranks anew', () => {
    const read = after(setFigure('c-2021-2025|share||2020', 9), `doc.NamedRanges.getByName('sel_choice').ReferredCells.String = '${GROUP}'`);
    expect(ranksIn(read, GROUP)).toEqual(['1 a', '1 b', '次序已变 c']);
    const column = (key: string): unknown[] => {
      const [, sheet, letters, row] = /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+)/u.exec(read.names.get(`sel_${key}`) ?? '') ?? [];
      const cells = read.sheets.find(({ name }) => name === sheet)?.cells;
      return [0, 1, 2].map((offset) => cells?.get(`${letters ?? ''}${Number(row) + offset}`)?.value);
    };
    expect(column('place')).toEqual(['c', 'a', 'b']);
    expect(column('rank')).toEqual([1, 2, 2]);
  });

  test('a changed figure is noticed before the file is replaced', () => {
    const read = after(setFigure('b-2021-2025|share||2020', 2.3));
    const contract = readComparisonContract(read);
    expect(contract && figuresChanged(read, contract)).toBe(true);
  });
});
