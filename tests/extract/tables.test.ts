import { describe, expect, it } from 'vitest';
import { claimsOf, draftOf, draftOfBlocks, figuresOf, HEAD, STATE } from './read.js';

const ROWS = [
  ['序号', '指标', '单位', '2020年', '2025年', '年均增长(%)', '属性'],
  ['1', '研发投入强度', '%', '1.76', '≥2.5', '—', '预期性'],
  ['2', '高新技术企业数', '家', '437', '1,000左右', '18', '预期性'],
  ['3', '研发经费支出年均增速', '%', '—', '12', '', '预期性'],
];
const FIGURES = [
  '1.76% 2020 baseline rd-intensity',
  '2.5% 2025 target rd-intensity',
  '437家 2020 baseline high-tech-enterprises',
  '1000家 2025 target high-tech-enterprises',
  '12% 2025 target ?',
];

describe('a table of indicators', () => {
  it.each([
    ['given as rows', draftOfBlocks({ kind: 'text', text: HEAD }, { kind: 'table', rows: ROWS })],
    ['drawn with pipes', draftOf(`${HEAD}${ROWS.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`)],
    ['drawn with tabs', draftOf(`${HEAD}${ROWS.map((row) => row.join('\t')).join('\n')}\n`)],
  ])('%s', (_, draft) => {
    expect(figuresOf(draft)).toEqual(FIGURES);
    expect(claimsOf(draft)).toEqual(['average-growth 18 2020-2025 high-tech-enterprises', 'average-growth 12 2020-2025 rd-expenditure']);
  });

  it('a cell a line', () => {
    const cells = ['指标名称', '单位', '2020年', '2025年', '研发投入强度', '%', '1.76', '2.5', '高新技术企业数', '家', '437', '1000'];
    expect(figuresOf(draftOf(`${HEAD}主要指标\n${cells.join('\n')}\n`))).toEqual(FIGURES.slice(0, 4));
  });

  it('a cell a line, a column a year, up to the next heading', () => {
    const cells = [
      '主要指标',
      '2018年',
      '2019年',
      '2020年',
      '高新技术企业（家）',
      '100',
      '200',
      '437',
      '研发投入强度（%）',
      '1.5',
      '1.6',
      '1.76',
      '二、任务',
      '第一项',
      '1',
    ];
    expect(figuresOf(draftOf(`${STATE}${cells.join('\n')}\n`))).toEqual([
      '100家 2018 history high-tech-enterprises',
      '200家 2019 history high-tech-enterprises',
      '437家 2020 baseline high-tech-enterprises',
      '1.5% 2018 history rd-intensity',
      '1.6% 2019 history rd-intensity',
      FIGURES[0],
    ]);
  });

  it('a cell a line, a row a year, another table below it', () => {
    const cells = ['年份', '研发投入强度（%）', '高新技术企业（家）', '2019', '1.6', '200', '2020', '1.76', '437'];
    const next = ['二、发展目标', '指标', '单位', '2025年', '研发投入强度', '%', '2.5', '高新技术企业数', '家', '1000'];
    expect(figuresOf(draftOf(`${STATE}${[...cells, ...next].join('\n')}\n`))).toEqual([
      '1.6% 2019 history rd-intensity',
      '200家 2019 history high-tech-enterprises',
      FIGURES[0],
      FIGURES[2],
      FIGURES[1],
      FIGURES[3],
    ]);
  });

  it('with a heading over headings, cells that span rows and units behind names', () => {
    const rows = [
      ['类别', '指标', '指标值', '属性'],
      ['2020年', '2025年'],
      ['投入', '研发投入强度（%）', '1.76', '2.5', '约束性'],
      ['高新技术企业（家）', '437', '1000', '预期性'],
    ];
    expect(figuresOf(draftOfBlocks({ kind: 'text', text: HEAD }, { kind: 'table', rows }))).toEqual(FIGURES.slice(0, 4));
  });

  it('with a year a row', () => {
    const rows = [
      ['年份', '研发投入强度（%）', '高新技术企业数（家）'],
      ['2020', '1.76', '437'],
      ['2025', '2.5', '1000'],
    ];
    expect(figuresOf(draftOfBlocks({ kind: 'text', text: HEAD }, { kind: 'table', rows }))).toEqual([FIGURES[0], FIGURES[2], FIGURES[1], FIGURES[3]]);
  });

  it('with a place a row, and the whole in the last', () => {
    const rows = [
      ['板块', '2020年（家）', '2025年（家）'],
      ['茗湖新城', '92', '190'],
      ['乡镇片区', '25', '60'],
      ['全市', '117', '250'],
    ];
    const draft = draftOfBlocks({ kind: 'text', text: `${HEAD}各板块高新技术企业目标如下：` }, { kind: 'table', rows });
    expect(figuresOf(draft)).toEqual([
      '92家 2020 baseline high-tech-enterprises@茗湖新城',
      '190家 2025 target high-tech-enterprises@茗湖新城',
      '25家 2020 baseline high-tech-enterprises@乡镇片区',
      '60家 2025 target high-tech-enterprises@乡镇片区',
      '117家 2020 baseline high-tech-enterprises',
      '250家 2025 target high-tech-enterprises',
    ]);
    expect(claimsOf(draft)).toEqual(['sum 117 null-2020 high-tech-enterprises', 'sum 250 null-2025 high-tech-enterprises']);
  });

  it('of projects and their investment is none', () => {
    const rows = [
      ['项目名称', '总投资（万元）', '2021年'],
      ['良种繁育基地', '12000', '2000'],
    ];
    expect(figuresOf(draftOfBlocks({ kind: 'text', text: HEAD }, { kind: 'table', rows }))).toEqual([]);
  });
});
