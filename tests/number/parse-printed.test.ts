import { describe, expect, it, test } from 'vitest';
import { type Bound, parsePrinted, type PrintedNumber } from '../../plan/number/parse-printed.js';

/** Printed, value, unit, bound, and what else is not as usual. */
type Case = [printed: string, value: number, unit: string, bound: Bound, rest?: Partial<PrintedNumber> & { given?: string }];

const reads = ([printed, value, unit, bound, { given, ...rest } = {}]: Case): void => {
  expect(parsePrinted(printed, given)).toEqual({ value, high: null, unit, decimals: 0, bound, below: null, ...rest });
};

describe('levels', () => {
  it.each<Case>([
    ['34.94亿元', 34.94, '亿元', 'eq', { decimals: 2 }],
    ['429.11亿元', 429.11, '亿元', 'eq', { decimals: 2 }],
    ['0.8%', 0.8, '%', 'eq', { decimals: 1 }],
    ['2.50%', 2.5, '%', 'eq', { decimals: 2 }],
    ['2.0%', 2, '%', 'eq', { decimals: 1 }],
    ['5‰', 5, '‰', 'eq'],
    ['4万件', 4, '万件', 'eq'],
    ['1200家', 1200, '家', 'eq'],
    ['1,200家', 1200, '家', 'eq'],
    ['1，200家', 1200, '家', 'eq'],
    ['1,200,000件', 1_200_000, '件', 'eq'],
    ['1,200.5亿元', 1200.5, '亿元', 'eq', { decimals: 1 }],
    ['３４．９４亿元', 34.94, '亿元', 'eq', { decimals: 2 }],
    ['６００家', 600, '家', 'eq'],
    ['２.５％', 2.5, '%', 'eq', { decimals: 1 }],
    ['600 家', 600, '家', 'eq'],
    ['50人年', 50, '人年', 'eq'],
    ['2.5倍', 2.5, '倍', 'eq', { decimals: 1 }],
    ['3个百分点', 3, '个百分点', 'eq'],
    ['3千万元', 3, '千万元', 'eq'],
    ['30人', 30, '人', 'eq'],
    ['4所', 4, '所', 'eq'],
  ])('%s', (...row) => reads(row));
});

describe('numbers told as words', () => {
  it.each<Case>([
    ['两个', 2, '个', 'eq'],
    ['十家', 10, '家', 'eq'],
    ['十二家', 12, '家', 'eq'],
    ['三百家', 300, '家', 'eq'],
    ['一百零五项', 105, '项', 'eq'],
    ['一万二千家', 12_000, '家', 'eq'],
    // The numeral ends before 万元, which is the unit.
    ['三千万元', 3000, '万元', 'eq'],
    ['两亿元', 2, '亿元', 'eq'],
  ])('%s', (...row) => reads(row));
});

describe('bounds', () => {
  it.each<Case>([
    ['600家以上', 600, '家', 'ge'],
    ['5件及以上', 5, '件', 'ge'],
    ['不低于2.5%', 2.5, '%', 'ge', { decimals: 1 }],
    ['不少于30项', 30, '项', 'ge'],
    ['至少3家', 3, '家', 'ge'],
    ['≥2.5%', 2.5, '%', 'ge', { decimals: 1 }],
    ['超过12%', 12, '%', 'gt'],
    ['超20家', 20, '家', 'gt'],
    ['突破28亿元', 28, '亿元', 'gt'],
    ['高于3%', 3, '%', 'gt'],
    ['不超过5%', 5, '%', 'le'],
    ['≤5%', 5, '%', 'le'],
    ['50家以内', 50, '家', 'le'],
    ['前3位', 3, '位', 'le'],
    ['前十', 10, '位', 'le'],
    ['前10名', 10, '位', 'le'],
    ['不足50家', 50, '家', 'lt'],
    ['低于5%', 5, '%', 'lt'],
    // Said twice, the first word counts.
    ['突破20家以上', 20, '家', 'gt'],
    ['近50家左右', 50, '家', 'near'],
    ['约30%', 30, '%', 'approx'],
    ['30%左右', 30, '%', 'approx'],
    ['近50家', 50, '家', 'near'],
    ['接近5000万元', 5000, '万元', 'near'],
    ['将近50家', 50, '家', 'near'],
  ])('%s', (...row) => reads(row));
});

describe('多 and 余 stop short of the next number as round', () => {
  it.each<Case>([
    ['20多家', 20, '家', 'gt', { below: 30 }],
    ['20余家', 20, '家', 'gt', { below: 30 }],
    ['120多家', 120, '家', 'gt', { below: 130 }],
    ['300余项', 300, '项', 'gt', { below: 400 }],
    ['1200多家', 1200, '家', 'gt', { below: 1300 }],
    ['二十多家', 20, '家', 'gt', { below: 30 }],
    ['20多万件', 20, '万件', 'gt', { below: 30 }],
    ['10多亿元', 10, '亿元', 'gt', { below: 20 }],
    // 3.5, 3.6, 3.7 …: the last digit is that of the tenths.
    ['3.5余亿元', 3.5, '亿元', 'gt', { below: 3.6, decimals: 1 }],
  ])('%s', (...row) => reads(row));

  // 40,000-odd pieces and 300-odd million yuan: so it is said where the multiplier belongs to the unit.
  it.each<Case>([
    ['4万多件', 4, '万件', 'gt', { below: 5 }],
    ['3亿余元', 3, '亿元', 'gt', { below: 4 }],
  ])('%s: behind the multiplier', (...row) => reads(row));
});

describe('ranges', () => {
  it.each<Case>([
    ['1-2个', 1, '个', 'range', { high: 2 }],
    ['10-20個', 10, '个', 'range', { high: 20 }],
    ['15%～18%', 15, '%', 'range', { high: 18 }],
    ['15～18%', 15, '%', 'range', { high: 18 }],
    ['2—3家', 2, '家', 'range', { high: 3 }],
    ['2–3家', 2, '家', 'range', { high: 3 }],
    ['5至8家', 5, '家', 'range', { high: 8 }],
    ['三到五家', 3, '家', 'range', { high: 5 }],
    ['1-2个左右', 1, '个', 'range', { high: 2 }],
    ['2.5%-3%', 2.5, '%', 'range', { high: 3, decimals: 1 }],
  ])('%s', (...row) => reads(row));
});

describe('ranks', () => {
  it.each<Case>([
    ['第16位', 16, '位', 'eq'],
    ['第16名', 16, '位', 'eq'],
    ['第四', 4, '位', 'eq'],
    ['95名', 95, '位', 'eq', { given: '位' }],
  ])('%s', (...row) => reads(row));
});

describe('a unit cut short in print is completed by the record', () => {
  it.each<Case>([
    ['900万', 900, '万元', 'eq', { given: '万元' }],
    ['1.8萬億', 1.8, '万亿元', 'eq', { given: '万亿元', decimals: 1 }],
    ['185人/年', 185, '人年', 'eq', { given: '人年' }],
    ['600', 600, '家', 'eq', { given: '家' }],
    ['600家以上', 600, '家', 'ge', { given: '家' }],
  ])('%s', (...row) => reads(row));
});

describe('traditional characters', () => {
  it.each<Case>([
    ['100個以上', 100, '个', 'ge'],
    ['706項', 706, '项', 'eq'],
    ['3.2億元', 3.2, '亿元', 'eq', { decimals: 1 }],
    ['超過20家', 20, '家', 'gt'],
    ['20餘家', 20, '家', 'gt', { below: 30 }],
    ['約30%', 30, '%', 'approx'],
    ['兩個', 2, '个', 'eq'],
  ])('%s', (...row) => reads(row));
});

describe('words that change nothing', () => {
  it.each<Case>([
    ['达到600家', 600, '家', 'eq'],
    ['達600家', 600, '家', 'eq'],
    ['预计达到600家', 600, '家', 'eq'],
    ['力争600家', 600, '家', 'eq'],
    ['力争达到600家以上', 600, '家', 'ge'],
  ])('%s', (...row) => reads(row));
});

test('more digits than a spreadsheet holds are refused: they would come out as another number', () => {
  expect(parsePrinted('123456789012345元')?.value).toBe(123_456_789_012_345);
  for (const printed of ['1234567890123456元', '0.1234567890123456%', '1-9999999999999999亿元']) expect(parsePrinted(printed), printed).toBeNull();
});

describe('refused: no single printed number with a known unit', () => {
  it.each([
    ['', undefined],
    ['12', undefined],
    ['家', undefined],
    ['千亿级', undefined],
    ['百家', undefined],
    ['五分之一', undefined],
    ['5G', undefined],
    ['一批', undefined],
    ['1-1个', undefined],
    ['2-1个', undefined],
    ['34家和35家', undefined],
    ['34家35家', undefined],
    ['1.2.3家', undefined],
    ['12,34家', undefined],
    ['-5%', undefined],
    ['增长12%', undefined],
    ['翻一番', undefined],
    ['12级', undefined],
    ['900万', undefined],
    ['900万', '亿元'],
    ['900家', '件'],
    ['12', '级'],
  ])('%s with unit %s', (printed, unit) => {
    expect(parsePrinted(printed, unit)).toBeNull();
  });
});
