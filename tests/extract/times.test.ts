import { describe, expect, it } from 'vitest';
import { findTimes } from '../../plan/extract/times.js';

const PLAN = { from: 2021, to: 2025 };
const found = (text: string): string[] =>
  findTimes(text, PLAN).map(({ year, from, use }) => `${from === null ? '' : `${String(from)}-`}${year === null ? 'masked' : String(year)} ${use}`);

describe('the times a sentence names', () => {
  it.each([
    ['2020年,全市达到312家', ['2020 lead']],
    ['到2025年底', ['2025 lead']],
    ['由2015年的81家增长到2020年的312家', ['2015 from', '2020 lead']],
    ['自2018年以来', ['2018 since']],
    ['较2015年增长85%', ['2015 than']],
    ['比“十二五”末提高0.7个百分点', ['2015 than']],
    ['是2015年的2.5倍', ['2015 than']],
    ['与2019年相比', ['2019 than']],
    ['在2020年基础上翻一番', ['2020 than']],
    ['2016-2020年', ['2016-2020 lead']],
    ['“十三五”期间', ['2016-2020 lead']],
    ['“十三五”末', ['2020 lead']],
    ['“十四五”科技规划', []],
    ['20xx年以来', ['masked since']],
    ['20××年末', ['masked lead']],
    ['二〇三五年', ['2035 lead']],
    ['通过五年努力', ['2021-2025 lead']],
    ['三年行动计划', []],
    ['连续五年', []],
    ['规划期末', ['2025 lead']],
    ['编号120205年', []],
  ])('%s', (text, times) => {
    expect(found(text)).toEqual(times);
  });
});
