import { describe, expect, test } from 'vitest';
import { compare } from '../../plan/compare/compare.js';
import { reasonWords } from '../../plan/compare/reason-text.js';
import { plans } from '../seeds.js';
import { ranksOf } from './made-plans.js';

const made = compare(plans());
const words = reasonWords(made, 'zh');

test('what can be ranked among the five, and nothing else', () => {
  expect(made.groups.map(({ key }) => [key, ranksOf(made, key)])).toEqual([
    ['rd-intensity|target|2025|prefecture', ['1 宜昌市', '2 益阳市', '3 清远市']],
    // 超过14% and 超过12% a year; the one tells no first year
    ['rd-expenditure|pace|%/年|prefecture', ['1 宜昌市', '2 益阳市']],
    ['invention-patents-per-10k|target|2025|prefecture', ['1 益阳市', '2 清远市']],
    ['high-tech-va-share-gdp|target|2025|prefecture', ['1 益阳市', '2 宜昌市']],
  ]);
});

describe('what cannot, each reason as the documents have it', () => {
  test.each([
    // a county beside cities
    ['xianju-2021-2025|target|rd-intensity||2025', '不可比(原因:层级)', '本地区为县级，其他为地市级'],
    ['xianju-2021-2025|pace|rd-expenditure||2025', '不可比(原因:层级)', '本地区为县级，其他为地市级'],
    // a cluster whose plan ends in 2019
    ['changzhutan-2017-2019|target|rd-intensity||2019', '不可比(原因:年份·层级)', '本项为2019年，其他为2025年；本地区为城市群或示范区，其他为地市级'],
    [
      'changzhutan-2017-2019|target|invention-patents-per-10k||2019',
      '不可比(原因:年份·层级)',
      '本项为2019年，其他为2025年；本地区为城市群或示范区，其他为地市级',
    ],
    // shares over different wholes: industry above designated size, and gross output over gross output, beside GDP
    [
      'xianju-2021-2025|target|high-tech-va-share-industry||2025',
      '不可比(原因:口径)',
      '其他规划所印的是易混指标：高新技术产业增加值占GDP比重、高新技术产业产值占规模以上工业总产值比重',
    ],
    [
      'qingyuan-2021-2025|target|high-tech-output-share-industry||2025',
      '不可比(原因:口径)',
      '其他规划所印的是易混指标：高新技术产业增加值占GDP比重、高新技术产业增加值占规模以上工业增加值比重',
    ],
    // high-value patents beside valid ones
    ['xianju-2021-2025|target|high-value-patents-per-10k||2025', '不可比(原因:口径)', '其他规划所印的是易混指标：每万人有效发明专利拥有量'],
    // a masked year, and the province's own value beside it
    ['qingyuan-2021-2025|measured|rd-intensity||baseline', '不可比(原因:年份)', '原文未给出年份（推测为2020年，不据以排名）'],
    ['qingyuan-2021-2025|measured|rd-intensity|guangdong|baseline', '参照', '原文未给出年份'],
    // R&D over the GDP that its own share implies; Yiyang's other share implies one that may be used, but no other city has one
    ['xianju-2021-2025|per-gdp|rd-expenditure||2020', '不可比(原因:口径)', '地区生产总值只能由本指标自身的比值反推，循环，不采用'],
    ['yiyang-2021-2025|per-gdp|rd-expenditure||2020', '不可比(原因:数据)', '其他规划没有同一指标的数值'],
    // no baseline, as the table of the annex is lost
    ['changzhutan-2017-2019|pace|high-tech-enterprises||2019', '不可比(原因:数据)', '原文无基期值'],
    // another denominator, noted in the record
    ['xianju-2021-2025|target|rd-to-revenue-industry||2025', '不可比(原因:层级)', '本地区为县级，其他为地市级；原文分母为主营业务收入，不是营业收入。'],
    ['yiyang-2021-2025|target|high-tech-enterprises||2025', '仅列示', '总量随地区大小而异，不直接排名'],
  ])('%s', (key, verdict, explained) => {
    const entry = made.entries.find((each) => each.key === key);
    expect(entry && [words.verdict(entry), words.explained(entry)]).toEqual([verdict, explained]);
  });
});

test('Yiyang’s R&D over the GDP that value added and its share imply: 34.94 / (429.11 / 23.15 %) = 1.885 %', () => {
  const entry = made.entries.find(({ key }) => key === 'yiyang-2021-2025|per-gdp|rd-expenditure||2020');
  expect(entry?.denominator).toMatchObject({ source: 'implied', operands: ['high-tech-value-added||2020', 'high-tech-va-share-gdp||2020'] });
  expect(entry?.value).toBeCloseTo(1.88497, 5);
});

test('every figure of every plan is accounted for', () => {
  const accounted = new Set(made.entries.map(({ key }) => key));
  const figures = plans().flatMap(({ record, figures: all }) =>
    all.map(({ key, role }) => `${record.id}|${role === 'target' || role === 'vision' ? 'target' : 'measured'}|${key}`),
  );
  expect(figures.filter((key) => !accounted.has(key))).toEqual([]);
  expect(made.entries.filter(({ verdict, reasons }) => verdict === 'incomparable' && reasons.length === 0)).toEqual([]);
  expect(new Set(made.entries.map(({ key }) => key)).size).toBe(made.entries.length);
});
