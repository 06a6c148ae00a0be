import { describe, expect, it } from 'vitest';
import { draftOf, figuresOf, GOALS, HEAD, STATE, TASKS } from './read.js';

describe('figures of a state', () => {
  it.each([
    ['R&D经费支出从2015年的12.78亿元增长至2020年的34.94亿元。', ['12.78亿元 2015 history rd-expenditure', '34.94亿元 2020 baseline rd-expenditure']],
    ['2020年，R&D经费支出5.45亿元，占GDP的比重为2.09%。', ['5.45亿元 2020 baseline rd-expenditure', '2.09% 2020 baseline rd-intensity']],
    ['2020年研发投入28.63亿元，比2015年的13.15亿元增长117.7%。', ['28.63亿元 2020 baseline rd-expenditure', '13.15亿元 2015 history rd-expenditure']],
    ['2020年专利授权量、有效发明专利分别达3749件和1308件。', ['3749件 2020 baseline patents-granted', '1308件 2020 baseline valid-invention-patents']],
    ['2019年、2020年高新技术企业分别为200家、312家。', ['200家 2019 history high-tech-enterprises', '312家 2020 baseline high-tech-enterprises']],
    ['新增国家高新技术企业31家，总量增至48家。', ['48家 2020 baseline high-tech-enterprises']],
    ['“十三五”期间，获得国家级科学技术奖励3项。', ['3项 2016-2020 baseline awards-national']],
    ['20xx年，高新技术企业达到380家。', ['380家 null baseline high-tech-enterprises']],
    ['2020年，研发投入强度为0.8%，低于全省2.88%的平均水平。', ['0.8% 2020 baseline rd-intensity', '2.88% 2020 baseline rd-intensity@全省']],
    ['2020年拥有2家国家级众创空间和3家国家级“星创天地”。', ['2家 2020 baseline makerspaces-national', '3家 2020 baseline star-sparks-national']],
    ['2020年高新技术企业312家，其中上市企业达7家。', ['312家 2020 baseline high-tech-enterprises', '7家 2020 baseline listed-high-tech-enterprises']],
    ['2020年高新技术企业312家。上市企业达7家。', ['312家 2020 baseline high-tech-enterprises', '7家 2020 baseline listed-companies']],
    [
      '市级财政安排的科技专项经费由2016年的900万增长到2020年的2700万。',
      ['900万元 2016 history municipal-sci-tech-fund', '2700万元 2020 baseline municipal-sci-tech-fund'],
    ],
    [
      '2020年高新技术企业318家，其中东屏区、碧湾县分别为186家和132家。',
      ['318家 2020 baseline high-tech-enterprises', '186家 2020 baseline high-tech-enterprises@东屏区', '132家 2020 baseline high-tech-enterprises@碧湾县'],
    ],
    ['截至2020年底，每万人发明专利拥有量\n2.96件。', ['2.96件 2020 baseline invention-patents-per-10k']],
  ])('%s', (sentence, figures) => {
    expect(figuresOf(draftOf(`${STATE}${sentence}`))).toEqual(figures);
  });
});

describe('words of products and fields in the names of what is counted', () => {
  it.each([
    ['纳米材料企业达到20家。', ['20家 null target ?']],
    ['节本增收技术达到30项。', ['30项 null target ?']],
    ['规上工业亩均税收达到30万元。', ['30万元 null target ?']],
    ['主要农作物良种覆盖率达到98%。', ['98% null target improved-variety-coverage']],
  ])('%s', (sentence, figures) => {
    expect(figuresOf(draftOf(`${TASKS}${sentence}`))).toEqual(figures);
  });
});

describe('figures of an aim', () => {
  it.each([
    ['高新技术企业达到600家以上。', ['600家 2025 target high-tech-enterprises']],
    ['全社会研发投入年均增速超过12%，占生产总值比重达到2.5%。', ['2.5% 2025 target rd-intensity']],
    ['高新技术企业由2020年的312家增加到600家。', ['312家 2020 baseline high-tech-enterprises', '600家 2025 target high-tech-enterprises']],
    ['到2035年，研发投入强度达到4%。', ['4% 2035 vision rd-intensity']],
    ['到2023年，高新技术企业达到400家；到2025年，突破600家。', ['400家 2023 target high-tech-enterprises', '600家 2025 target high-tech-enterprises']],
    [
      '安源高新区全国综合排名由第16位提升至前14位。',
      ['16位 null baseline high-tech-zone-national-rank@安源高新区', '14位 2025 target high-tech-zone-national-rank@安源高新区'],
    ],
    ['形成1-2个具有较强竞争力的创新型产业集群。', ['1~2个 2025 target innovative-clusters']],
    [
      '“十四五”期间，新增省级工程中心25家，市级工程中心50家。',
      ['25家 2021-2025 target engineering-centres-provincial-new', '50家 2021-2025 target engineering-centres-municipal-new'],
    ],
  ])('%s', (sentence, figures) => {
    expect(figuresOf(draftOf(`${GOALS}${sentence}`))).toEqual(figures);
  });

  it.each([
    ['争取新增1家省级高新区。', ['1家 null target high-tech-zones-provincial-new']],
    ['每年举办人才交流活动2次以上。', ['2次 null target talent-events']],
    ['现有省级以上产业园区9个。', ['9个 null baseline provincial-parks']],
  ])('undated in a task: %s', (sentence, figures) => {
    expect(figuresOf(draftOf(`${TASKS}${sentence}`))).toEqual(figures);
  });
});

describe('the year of what a part leaves undated', () => {
  it('comes from the aim of the part beside it in the same chapter', () => {
    const text = `${HEAD}一、目标\n（一）总体目标\n到2025年，建成创新型城市。\n（二）具体指标\n高新技术企业达到600家。`;
    expect(figuresOf(draftOf(text))).toEqual(['600家 2025 target high-tech-enterprises']);
  });

  it('comes from a heading', () => {
    const text = `${HEAD}一、目标\n（一）2023年目标\n高新技术企业达到400家。\n（二）2025年目标\n高新技术企业达到600家。`;
    expect(figuresOf(draftOf(text))).toEqual(['400家 2023 target high-tech-enterprises', '600家 2025 target high-tech-enterprises']);
  });

  it('is the same for titles that have no label', () => {
    const text = '安源市“十四五”科技创新规划\n发展成就\n2020年，高新技术企业312家。\n专利授权量3749件。\n发展目标\n到2025年，高新技术企业达到600家。';
    expect(figuresOf(draftOf(text))).toEqual([
      '312家 2020 baseline high-tech-enterprises',
      '3749件 2020 baseline patents-granted',
      '600家 2025 target high-tech-enterprises',
    ]);
  });
});
