import { describe, expect, it } from 'vitest';
import { claimsOf, draftOf, figuresOf, HEAD, STATE, TASKS } from './read.js';

const TITLE = '安源市“十四五”科技创新规划\n';
const ENTERPRISES = '高新技术企业达到312家。';

describe('what a part of a document dates', () => {
  it.each([
    ['a chapter on a finished plan, in its title', `${TITLE}一、“十三五”发展成就\n${ENTERPRISES}`, '2020 baseline'],
    ['the same, below a heading of its own', `${TITLE}一、“十三五”发展成就\n（一）创新主体\n${ENTERPRISES}`, '2020 baseline'],
    ['the same, told as what a period brought', `${TITLE}一、发展基础\n五年来，科技实力增强。\n${ENTERPRISES}`, '2020 baseline'],
    ['the plan before that', `安源市“十三五”科技创新规划\n一、“十二五”科技成就\n${ENTERPRISES}`, '2015 baseline'],
    ['no title, no period: nothing is made up', `${TITLE}一、发展基础\n${ENTERPRISES}`, 'null baseline'],
    ['masked years stay undated', `${TITLE}一、“十三五”发展成就\n20xx年成绩突出。\n${ENTERPRISES}`, 'null baseline'],
    ['a thing that happened once dates nothing', `${STATE}2018年获批国家创新型城市。${ENTERPRISES}`, '2020 baseline'],
    ['a sentence that says otherwise', `${HEAD}一、“十三五”发展成就\n2019年，${ENTERPRISES}`, '2019 history'],
  ])('%s', (_, text, dated) => {
    expect(figuresOf(draftOf(text))).toEqual([`312家 ${dated} high-tech-enterprises`]);
  });

  it('the end of a finished plan gives the base year, though no digits print it', () => {
    const draft = draftOf(`${TITLE}一、发展基础\n2019年，研发投入强度1.9%。\n到“十三五”末，${ENTERPRISES}`);
    expect(draft.plan.baseYear).toBe(2020);
    expect(figuresOf(draft)).toEqual(['1.9% 2019 history rd-intensity', '312家 2020 baseline high-tech-enterprises']);
  });

  it.each([
    ['到2025年：', '2025'],
    ['主要指标：到2025年，', '2025'],
    ['大力推进创新：', 'null'],
  ])('items under %s', (opening, year) => {
    expect(figuresOf(draftOf(`${TASKS}${opening}\n（1）高新技术企业600家。\n（2）研发投入强度达到2.8%。\n二、保障措施\n众创空间达到9家。`))).toEqual([
      `600家 ${year} target high-tech-enterprises`,
      `2.8% ${year} target rd-intensity`,
      '9家 null target makerspaces',
    ]);
  });

  it('aims of a goals part stay aims whatever verb gets there', () => {
    expect(figuresOf(draftOf(`${HEAD}一、发展目标\n到2025年，创新能力增强。\n依托安源大学，高新技术企业达到600家。`))).toEqual([
      '600家 2025 target high-tech-enterprises',
    ]);
  });
});

describe('numbers of other places keep them', () => {
  it.each([
    ['研发投入强度2.1%，全省平均为1.8%。', ['2.1% 2020 baseline rd-intensity', '1.8% 2020 baseline rd-intensity@全省']],
    ['研发投入强度2.1%。全省研发投入强度1.8%。', ['2.1% 2020 baseline rd-intensity', '1.8% 2020 baseline rd-intensity@全省']],
    ['研发投入强度2.1%，比全省（2.6%）低0.5个百分点。', ['2.1% 2020 baseline rd-intensity', '2.6% 2020 baseline rd-intensity@全省']],
    [
      '研发投入强度2.1%，全省为1.8%，全国为2.4%。',
      ['2.1% 2020 baseline rd-intensity', '1.8% 2020 baseline rd-intensity@全省', '2.4% 2020 baseline rd-intensity@全国'],
    ],
  ])('%s', (sentence, figures) => {
    const draft = draftOf(`${STATE}${sentence}`);
    expect(figuresOf(draft)).toEqual(figures);
    expect(claimsOf(draft)).toEqual([]);
  });
});
