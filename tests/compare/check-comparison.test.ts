import { beforeAll, describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { checkComparison } from '../../plan/check-comparison.js';
import { checkedPlan } from '../../plan/compare/checked-plan.js';
import { compare } from '../../plan/compare/compare.js';
import { readComparisonContract } from '../../plan/compare/contract.js';
import { comparisonWorkbook } from '../../plan/comparison-workbook.js';
import type { LocatedFinding } from '../../plan/check-workbook.js';
import { type FoundBlock, findBlock } from '../../plan/contract/read-block.js';
import type { Language } from '../../plan/messages/message.js';
import { type ReadWorkbook, readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { plans } from '../seeds.js';

const files = new Map<Language, Buffer>();

beforeAll(async () => {
  for (const language of ['zh', 'en'] as const) {
    const checked = plans().map((plan) => checkedPlan(plan, language, '0.0.0-test'));
    files.set(language, await writeWorkbook(comparisonWorkbook(compare(plans()), plans(), checked, language, '0.0.0-test')));
  }
});

function checkedAfter(language: Language, edit: (figures: FoundBlock, workbook: ReadWorkbook) => void): LocatedFinding[] {
  const workbook = readWorkbook(files.get(language) ?? Buffer.alloc(0));
  const [figures, contract] = [findBlock(workbook, 'fig'), readComparisonContract(workbook)];
  if (!figures || !contract) throw new Error('no comparison');
  edit(figures, workbook);
  return checkComparison(workbook, contract, language);
}

const put = (figures: FoundBlock, row: string, column: string, value: string | number): void => {
  figures.sheet.cells.set(figures.address(row, column)?.split('!')[1] ?? '', { value });
};

const RD = 'yiyang-2021-2025|rd-expenditure||2020';
const told = ({ plan, code, outcome, level, cells, message }: LocatedFinding): string =>
  [plan, code, outcome, outcome === 'fail' ? level : '', cells.length, message].join(' | ');

describe.each<Language>(['zh', 'en'])('the figures of a comparison (%s)', (language) => {
  const count = plans().reduce((sum, { figures }) => sum + figures.reduce((all, { printings }) => all + printings.length, 0), 0);

  test('as generated: one pass that says how many', () => {
    const [finding, ...more] = checkedAfter(language, () => undefined);
    expect([finding?.code, finding?.outcome, more]).toEqual(['FIGURE_EDITED', 'pass', []]);
    expect(finding?.message).toContain(String(count));
  });

  test.each<[what: string, edit: (figures: FoundBlock) => void, findings: RegExp[]]>([
    ['a value edited', (figures) => put(figures, RD, 'value', 99), [/^yiyang-2021-2025 \| FIGURE_EDITED \| fail \| warning \| 1 \| .*→ 99$/u]],
    ['a value as text', (figures) => put(figures, RD, 'value', '34.94'), [/^yiyang-2021-2025 \| FIGURE_EDITED \| fail \| warning \| 1 \| .*→ “34\.94”$/u]],
    [
      'value and decimals of one figure',
      (figures) => {
        put(figures, RD, 'value', 99);
        put(figures, RD, 'decimals', 0);
      },
      [/^yiyang-2021-2025 \| FIGURE_EDITED \| fail \| warning \| 2 \| .*→ 99(?:；|; ).*→ 0$/u],
    ],
    [
      'a row removed',
      (figures) => figures.sheet.cells.delete(figures.address(RD, 'key')?.split('!')[1] ?? ''),
      [new RegExp(`^comparison \\| ROW_REMOVED \\| fail \\| error \\| 0 \\| .*${count}.*${count - 1}`, 'u')],
    ],
    [
      'value and printed text changed alike',
      (figures) => {
        put(figures, RD, 'value', 99);
        put(figures, RD, 'printed', '99.00亿元');
      },
      [/^comparison \| FIGURE_EDITED \| fail \| warning \| 0 \| /u],
    ],
  ])('%s', (_, edit, findings) => {
    const found = checkedAfter(language, edit).map(told);
    expect(found).toHaveLength(findings.length);
    findings.forEach((finding, index) => expect(found[index]).toMatch(finding));
  });

  test('without the names of its figures it is refused in words', () => {
    expect(() => checkedAfter(language, (_, { names }) => names.delete('fig_key'))).toThrow('fig_key');
  });
});
