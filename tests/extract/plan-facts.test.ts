import { describe, expect, it } from 'vitest';
import { draftOf } from './read.js';

describe('facts of the plan', () => {
  it.each([
    ['安源市“十四五”科技发展规划\n2020年，高新技术企业312家。', ['安源市“十四五”科技发展规划', '安源市', 'prefecture', 2021, 2025, 2020]],
    ['关于印发《安源县科技创新发展“十三五”规划》的通知\n2015年，专利授权量30件。', ['安源县科技创新发展“十三五”规划', '安源县', 'county', 2016, 2020, 2015]],
    [
      '安源高新区创新能力提升三年行动计划\n（2020—2022年）\n2019年，专利授权量30件。',
      ['安源高新区创新能力提升三年行动计划(2020-2022年)', '安源高新区', 'zone', 2020, 2022, 2019],
    ],
    ['安源区域科技创新中心建设方案\n安源市将建设。到2025年，专利授权量50件。', ['安源区域科技创新中心建设方案', '安源市', 'prefecture', 2021, 2025, null]],
    ['安源市总体规划（2018—2022年）\n以2016年为基准年。', ['安源市总体规划(2018-2022年)', '安源市', 'prefecture', 2018, 2022, 2016]],
    ['安源市“十四五”规划\n20xx年，专利授权量30件。', ['安源市“十四五”规划', '安源市', 'prefecture', 2021, 2025, null]],
    ['没有标题的文字。', [null, null, null, null, null, null]],
  ])('%s', (text, facts) => {
    const { title, place, level, periodStart, periodEnd, baseYear } = draftOf(text).plan;
    expect([title, place, level, periodStart, periodEnd, baseYear]).toEqual(facts);
  });

  it('the office that signs, with the date below it', () => {
    const { issuer, issued } = draftOf('安源市“十四五”科技规划\n正文。\n安源市科学技术局\n二〇二一年十一月').plan;
    expect([issuer, issued]).toEqual(['安源市科学技术局', '2021-11']);
  });
});
