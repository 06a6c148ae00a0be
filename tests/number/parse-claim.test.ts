import { describe, expect, it } from 'vitest';
import { type ClaimKind, parseClaim } from '../../plan/number/parse-claim.js';
import type { Bound } from '../../plan/number/parse-printed.js';

type Case = [printed: string, value: number | null, unit: string, bound: Bound, decimals?: number, given?: string];

const reads = (kind: ClaimKind, [printed, value, unit, bound, decimals = 0, given]: Case): void => {
  expect(parseClaim(kind, printed, given)).toEqual({ value, unit, decimals, bound });
};

describe('growth, in per cent', () => {
  it.each<Case>([
    ['增长173%', 173, '%', 'eq'],
    ['增幅达173%', 173, '%', 'eq'],
    ['6%', 6, '%', 'eq'],
    ['增长了8.5%', 8.5, '%', 'eq', 1],
    ['增长12%以上', 12, '%', 'ge'],
    ['增速超过14%', 14, '%', 'gt'],
  ])('%s', (...row) => reads('growth', row));

  // Added: the old value and so many times it again. Reached: so many times the old value, itself included.
  it.each<[string, number, Bound]>([
    ['增加了两倍', 200, 'eq'],
    ['增加两倍', 200, 'eq'],
    ['增长1倍以上', 100, 'ge'],
    ['增長兩倍', 200, 'eq'],
    ['增长2.5倍', 250, 'eq'],
    ['增加了2.3倍', 230, 'eq'],
    ['增加到两倍', 100, 'eq'],
    ['增至3倍', 200, 'eq'],
    ['为2015年的3倍', 200, 'eq'],
  ])('%s', (printed, value, bound) => {
    expect(parseClaim('growth', printed)).toMatchObject({ value, unit: '%', bound });
  });

  // 2.5 times stands for 2.45 to 2.55 times, 245 % to 255 %: half of ten either side, so its last digit is that of the tens.
  it('2.5倍 told in per cent keeps its printed precision', () => {
    expect(parseClaim('growth', '增长2.5倍')?.decimals).toBe(-1);
  });

  it('a fall is not read as a rise: 下降5%', () => {
    expect(parseClaim('growth', '下降5%')?.value).not.toBe(5);
  });
});

describe('average growth, in per cent a year', () => {
  it.each<Case>([
    ['年均增长12%', 12, '%', 'eq'],
    ['年均增长达10%', 10, '%', 'eq'],
    ['年均增速超过12%', 12, '%', 'gt'],
    ['年均增长15%以上', 15, '%', 'ge'],
    ['年均增長30%', 30, '%', 'eq'],
    ['年均增长7.5%左右', 7.5, '%', 'approx', 1],
    ['年均增长不低于8%', 8, '%', 'ge'],
  ])('%s', (...row) => reads('average-growth', row));
});

describe('multiple', () => {
  it.each<Case>([
    ['2.5倍', 2.5, '倍', 'eq', 1],
    ['是2015年的2.8倍', 2.8, '倍', 'eq', 1],
    ['达到2015年的4.40倍', 4.4, '倍', 'eq', 2],
    ['超过3倍', 3, '倍', 'gt'],
    ['近3倍', 3, '倍', 'near'],
    ['两倍', 2, '倍', 'eq'],
  ])('%s', (...row) => reads('multiple', row));
});

describe('doubling, as a ratio', () => {
  it.each<Case>([
    ['翻番', 2, '倍', 'eq'],
    ['翻一番', 2, '倍', 'eq'],
    ['翻了一番', 2, '倍', 'eq'],
    ['翻两番', 4, '倍', 'eq'],
    ['翻兩番', 4, '倍', 'eq'],
    ['翻2番', 4, '倍', 'eq'],
    ['翻三番', 8, '倍', 'eq'],
    ['倍增', 2, '倍', 'eq'],
    ['翻一番以上', 2, '倍', 'ge'],
  ])('%s', (...row) => reads('doubling', row));
});

describe('share change, in points', () => {
  it.each<Case>([
    ['提高3个百分点', 3, '个百分点', 'eq'],
    ['提高3個百分點', 3, '个百分点', 'eq'],
    ['提升2.5个百分点', 2.5, '个百分点', 'eq', 1],
    ['提高0.5百分点', 0.5, '个百分点', 'eq', 1],
    ['提高3个百分点以上', 3, '个百分点', 'ge'],
    ['提高近3个百分点', 3, '个百分点', 'near'],
  ])('%s', (...row) => reads('share-change', row));

  it('a fall is not read as a rise: 降低3个百分点', () => {
    expect(parseClaim('share-change', '降低3个百分点')?.value).not.toBe(3);
  });
});

describe('increment', () => {
  it.each<Case>([
    ['新增31家', 31, '家', 'eq'],
    ['31家', 31, '家', 'eq'],
    ['净增217家', 217, '家', 'eq'],
    ['新增两家', 2, '家', 'eq'],
    ['新增近50家', 50, '家', 'near'],
    ['新增超20家', 20, '家', 'gt'],
    ['新增20家以上', 20, '家', 'ge'],
    ['增加900万', 900, '万元', 'eq', 0, '万元'],
    ['新增不少于30家', 30, '家', 'ge'],
    ['新增至少30家', 30, '家', 'ge'],
    ['新增突破100家', 100, '家', 'gt'],
  ])('%s', (...row) => reads('increment', row));
});

describe('rank', () => {
  it.each<Case>([
    ['排名第四', 4, '位', 'eq'],
    ['第16位', 16, '位', 'eq'],
    ['第二十一位', 21, '位', 'eq'],
    ['居全省第一', 1, '位', 'eq'],
    ['位列95名', 95, '位', 'eq'],
    ['全省第3', 3, '位', 'eq'],
    ['居全省前三', 3, '位', 'le'],
    ['进入全国前50名', 50, '位', 'le'],
  ])('%s', (...row) => reads('rank', row));
});

describe('sum', () => {
  it.each<Case>([
    ['706项', 706, '项', 'eq'],
    ['合计706项', 706, '项', 'eq'],
    ['100個以上', 100, '个', 'ge'],
    ['突破28亿元', 28, '亿元', 'gt'],
    ['超20家', 20, '家', 'gt'],
    ['其中', null, '', 'eq'],
  ])('%s', (...row) => reads('sum', row));
});

// Else the check of the sum would be dropped without a word.
it('a sum whose number cannot be read is not taken for one told in words', () => {
  expect(parseClaim('sum', '706级')).toBeNull();
});

describe('refused: no number of that kind', () => {
  it.each<[ClaimKind, string]>([
    ['growth', '快速增长'],
    ['growth', '增长31家'],
    ['average-growth', '年均增长'],
    ['multiple', '数倍'],
    ['multiple', '增长12%'],
    ['doubling', '大幅增长'],
    ['share-change', '明显提高'],
    ['increment', '新增一批'],
    ['rank', '名列前茅'],
    ['rank', ''],
  ])('%s: %s', (kind, printed) => {
    expect(parseClaim(kind, printed)).toBeNull();
  });
});
