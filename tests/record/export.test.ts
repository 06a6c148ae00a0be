import { describe, expect, it } from 'vitest';
import { type ExportedClaim, type ExportedFigure, exportClaims, exportFigures } from '../../plan/export/figures.js';
import { plan, plans } from '../seeds.js';

// The interface that other programs rely on: fields are added, never changed.
const FIGURE_KEYS = 'plan place placeName indicator name scope year fromYear value high unit bound role estimated printed locators'.split(' ');
const CLAIM_KEYS = 'plan indicator name scope kind value fromYear toYear bound printed locators'.split(' ');

const NO_FIGURE = { scope: null, fromYear: null, high: null, estimated: false };

describe('figures', () => {
  it.each<ExportedFigure>([
    // Printed twice, with 以上 and without: one figure, told by its first printing.
    {
      ...NO_FIGURE,
      plan: 'yiyang-2021-2025',
      place: '430900',
      placeName: '益阳市',
      indicator: 'high-tech-enterprises',
      name: '高新技术企业数',
      year: 2025,
      value: 600,
      unit: '家',
      bound: 'ge',
      role: 'target',
      printed: '600家以上',
      locators: ['一/(四)/s6', '五/s3'],
    },
    {
      ...NO_FIGURE,
      plan: 'yichang-2021-2025',
      place: '420500',
      placeName: '宜昌市',
      indicator: 'rd-intensity',
      name: '研发经费支出占GDP比重',
      year: 2025,
      value: 3.2,
      unit: '%',
      bound: 'ge',
      role: 'target',
      printed: '3.2%以上',
      locators: ['一/(三)/s1'],
    },
    // 人/年 is printed, person-years are meant.
    {
      ...NO_FIGURE,
      plan: 'xianju-2021-2025',
      place: '331024',
      placeName: '仙居县',
      indicator: 'rd-personnel-per-10k',
      name: '每万名就业人员中研发人员数',
      year: 2025,
      value: 185,
      unit: '人年',
      bound: 'eq',
      role: 'target',
      printed: '185人/年',
      locators: ['一/(四)/s13'],
    },
    // A cluster has no code, a zone of it is a scope; the present state has no year.
    {
      ...NO_FIGURE,
      plan: 'changzhutan-2017-2019',
      place: null,
      placeName: '长株潭国家自主创新示范区',
      indicator: 'high-tech-zone-national-rank',
      name: '国家高新区全国排名',
      scope: '长沙高新区',
      year: null,
      value: 16,
      unit: '位',
      bound: 'eq',
      role: 'baseline',
      printed: '第16位',
      locators: ['一/(三)/s11'],
    },
    // Masked year, estimated at its first printing, printed again without 预计.
    {
      ...NO_FIGURE,
      plan: 'qingyuan-2021-2025',
      place: '441800',
      placeName: '清远市',
      indicator: 'rd-intensity',
      name: '研发经费支出占GDP比重',
      year: null,
      value: 0.8,
      unit: '%',
      bound: 'eq',
      role: 'baseline',
      estimated: true,
      printed: '0.8%',
      locators: ['一/(一)/s3', '一/(一)/s21'],
    },
  ])('$plan: $printed', (expected) => {
    const { indicator, year, scope } = expected;
    const found = exportFigures(plan(expected.plan)).filter((item) => item.indicator === indicator && item.year === year && item.scope === scope);
    expect(found).toEqual([expected]);
  });

  it('an accumulation keeps its first year, a range its upper end', () => {
    const [teams, parks] = [
      exportFigures(plan('changzhutan-2017-2019')).find(({ indicator, scope }) => indicator === 'innovation-teams-new' && scope === null),
      exportFigures(plan('yiyang-2021-2025')).find(({ indicator }) => indicator === 'parks-upgraded'),
    ];
    expect(teams).toMatchObject({ fromYear: 2017, year: 2019, value: 100, bound: 'ge', unit: '个', printed: '100個以上' });
    expect(parks).toMatchObject({ value: 1, high: 2, bound: 'range', unit: '个' });
  });
});

describe('claims', () => {
  it.each<ExportedClaim>([
    {
      plan: 'yiyang-2021-2025',
      indicator: 'municipal-sci-tech-fund',
      name: '市级财政科技专项经费',
      scope: null,
      kind: 'growth',
      value: 200,
      fromYear: 2016,
      toYear: 2020,
      bound: 'eq',
      printed: '增加了两倍',
      locators: ['一/(一)/s11'],
    },
    {
      plan: 'yichang-2021-2025',
      indicator: 'rd-expenditure',
      name: '全社会研发经费支出',
      scope: null,
      kind: 'average-growth',
      value: 14,
      fromYear: null,
      toYear: 2025,
      bound: 'gt',
      printed: '年均增速超过14%',
      locators: ['一/(三)/s1'],
    },
    {
      plan: 'xianju-2021-2025',
      indicator: 'high-tech-enterprises',
      name: '高新技术企业数',
      scope: null,
      kind: 'increment',
      value: 31,
      fromYear: 2015,
      toYear: 2020,
      bound: 'eq',
      printed: '31家',
      locators: ['一/(一)/s3'],
    },
    {
      plan: 'changzhutan-2017-2019',
      indicator: 'innovation-teams-new',
      name: '新引进高端创新团队数',
      scope: '株洲市',
      kind: 'sum',
      value: 35,
      fromYear: 2017,
      toYear: 2019,
      bound: 'eq',
      printed: '35個',
      locators: ['二/(二)/1/s5'],
    },
    {
      plan: 'qingyuan-2021-2025',
      indicator: 'rd-expenditure',
      name: '全社会研发经费支出',
      scope: null,
      kind: 'doubling',
      value: 2,
      fromYear: null,
      toYear: 2025,
      bound: 'eq',
      printed: '翻一番',
      locators: ['二/(三)/s3'],
    },
  ])('$plan: $printed', (expected) => {
    const { indicator, kind, scope } = expected;
    const found = exportClaims(plan(expected.plan)).filter((item) => item.indicator === indicator && item.kind === kind && item.scope === scope);
    expect(found).toEqual([expected]);
  });
});

describe.each(plans().map((each) => ({ id: each.record.id, each })))('$id', ({ each }) => {
  it('every item has exactly the fields of the interface, null where there is nothing to tell', () => {
    for (const item of exportFigures(each)) expect(Object.keys(item)).toEqual(FIGURE_KEYS);
    for (const item of exportClaims(each)) expect(Object.keys(item)).toEqual(CLAIM_KEYS);
    for (const item of [...exportFigures(each), ...exportClaims(each)]) expect(Object.entries(item).filter(([, told]) => told === undefined)).toEqual([]);
  });

  it('every printing and every claim of the record comes out', () => {
    const { record } = each;
    const places = new Set(exportFigures(each).flatMap(({ indicator, locators }) => locators.map((at) => `${indicator} ${at}`)));
    expect(record.figures.filter(({ indicator, at }) => !places.has(`${indicator} ${at}`))).toEqual([]);
    expect(exportClaims(each).map(({ kind, printed, locators }) => [kind, printed, locators])).toEqual(
      record.claims.map(({ kind, printed, at }) => [kind, printed, [at]]),
    );
  });
});
