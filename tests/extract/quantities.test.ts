import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../plan/extract/quantities.js';

const found = (text: string): string[] =>
  findQuantities(text).map(({ start, end, value, high, unit, bound, foreign }) =>
    foreign === null ? `${text.slice(start, end)} = ${String(value)}${high === null ? '' : `~${String(high)}`} ${unit} ${bound}` : `${foreign}!`,
  );

describe('numbers with units', () => {
  it.each([
    ['达到34.94亿元,增长', ['34.94亿元 = 34.94 亿元 eq']],
    ['超过1,200家', ['超过1,200家 = 1200 家 gt']],
    ['共600家以上', ['600家以上 = 600 家 ge']],
    ['形成1-2个', ['1-2个 = 1~2 个 range']],
    ['15%-18%', ['15%-18% = 15~18 % range']],
    ['不低于3.5%', ['不低于3.5% = 3.5 % ge']],
    ['20多家', ['20多家 = 20 家 gt']],
    ['4万多人', ['4万多人 = 4 万人 gt']],
    ['二百六十三家', ['二百六十三家 = 263 家 eq']],
    ['百分之二十', ['百分之二十 = 20 % eq']],
    ['5‰', ['5‰ = 5 ‰ eq']],
    ['185人/年', ['185人/年 = 185 人年 eq']],
    ['提高3百分点', ['3百分点 = 3 个百分点 eq']],
    ['由第16位到前50名', ['第16位 = 16 位 eq', '前50名 = 50 位 le']],
    ['900万增至1.8万亿', ['900万 = 900 万元 eq', '1.8万亿 = 1.8 万亿元 eq']],
    ['近5000万元', ['近5000万元 = 5000 万元 near']],
    ['约30家左右', ['约30家左右 = 30 家 approx']],
    ['占地260亩、12平方公里', ['亩!', '平方公里!']],
    ['三大产业,第十条', ['大!', '条!']],
    ['第二家', []],
    ['5G、G60、1+3+N、GB/T 2260、710所', []],
    ['3个月', ['个月!']],
  ])('%s', (text, numbers) => {
    expect(found(text)).toEqual(numbers);
  });

  it('passes over long runs of digits and of numerals', () => {
    expect(found('1'.repeat(5000))).toEqual([]);
    expect(found('一'.repeat(5000))).toEqual([]);
  });
});
