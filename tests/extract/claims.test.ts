import { describe, expect, it } from 'vitest';
import { claimsOf, draftOf, GOALS, HEAD, STATE } from './read.js';

describe('claims of a state', () => {
  it.each([
    ['R&D经费支出从2015年的12.78亿元增长至2020年的34.94亿元，五年间增幅达173%。', ['growth 173 2015-2020 rd-expenditure']],
    ['2020年高新技术企业312家，较2015年增长85%。', ['growth 85 2015-2020 high-tech-enterprises']],
    [
      '2020年，专利授权量、有效发明专利分别达3749件和1308件，是2015年的2.5倍、3倍。',
      ['multiple 2.5 2015-2020 patents-granted', 'multiple 3 2015-2020 valid-invention-patents'],
    ],
    ['2020年高新技术企业312家，比2015年增加了两倍。', ['growth 200 2015-2020 high-tech-enterprises']],
    ['2020年研发投入强度1.76%，比2015年提高0.64个百分点，位居全省第五位。', ['share-change 0.64 2015-2020 rd-intensity', 'rank 5 null-2020 rd-intensity']],
    ['新增国家高新技术企业31家，总量增至48家。', ['increment 31 null-2020 high-tech-enterprises']],
    ['2020年新型研发机构20家，其中省级10家。', ['sum 20 null-2020 new-rd-institutions']],
    ['2020年研发投入强度高于全国平均水平0.3个百分点。', []],
    ['坚持把创新作为第一动力。', []],
  ])('%s', (sentence, claims) => {
    expect(claimsOf(draftOf(`${STATE}${sentence}`))).toEqual(claims);
  });
});

describe('claims of an aim', () => {
  it.each([
    ['全社会研发投入年均增长12%以上。', ['average-growth 12 2020-2025 rd-expenditure']],
    ['高新技术企业达到600家，翻一番。', ['doubling 2 2020-2025 high-tech-enterprises']],
    ['专利授权量实现翻两番。', ['doubling 4 2020-2025 patents-granted']],
    ['实施高新技术企业倍增工程。', []],
    ['单位能耗下降15%。', ['growth -15 2020-2025 ?']],
  ])('%s', (sentence, claims) => {
    expect(claimsOf(draftOf(`${GOALS}${sentence}`))).toEqual(claims);
  });

  it('a heading that says a theme doubles speaks of the sizes under it, not of the shares', () => {
    const text = `${HEAD}一、发展目标\n——科技投入翻番。全社会研发经费支出达9亿元，占GDP比重达2.6%。`;
    expect(claimsOf(draftOf(text))).toEqual(['doubling 2 2020-2025 rd-expenditure']);
  });
});
