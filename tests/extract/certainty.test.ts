import { describe, expect, it } from 'vitest';
import { message } from '../../plan/messages/message.js';
import { draftOf, draftOfBlocks, GOALS, HEAD, STATE, TASKS } from './read.js';

const reasons = (text: string): (string | null)[] => draftOf(text).figures.map(({ reason }) => reason?.code ?? null);

describe('a figure is certain, or its reason to be reviewed is told', () => {
  it.each([
    [`${STATE}2020年，R&D经费支出34.94亿元。`, null],
    [`${GOALS}高新技术企业达到600家以上。`, null],
    [`${STATE}2020年，雏鹰企业30家。`, 'extract.unknown-indicator'],
    [`${STATE}高新技术企业312家。`, 'extract.assumed-year'],
    [`${TASKS}争取高新技术企业达到400家。`, 'extract.no-year'],
    [`${STATE}2020年，高新技术企业8亿元。`, 'extract.unit-differs'],
    [`${STATE}2020年，新型研发机构二十家。`, 'extract.numeral'],
    [`${STATE}2020年，研发投入强度达到3.6%。`, 'extract.bare-name'],
    [`${STATE}2020年，市级财政科技专项经费2700万。`, 'extract.unit-completed'],
    [`${STATE}2020年，瞪羚企业达到30家。`, null],
    [`${GOALS}培育瞪羚企业40家。`, 'extract.stock'],
    [`${GOALS}培育瞪羚企业达到40家。`, null],
    [`${STATE}“十三五”期间，累计培育瞪羚企业30家。`, 'extract.stock'],
  ])('%s', (text, reason) => {
    expect(reasons(text)).toEqual([reason]);
  });

  it('the verb of a list governs all of it', () => {
    expect(reasons(`${GOALS}培育瞪羚企业40家、独角兽企业2家。`)).toEqual(['extract.stock', 'extract.stock']);
  });

  it.each([
    ['安源市新材料产业发展规划（2021—2025年）', 'extract.field'],
    ['安源市高新技术产业发展规划（2021—2025年）', null],
  ])('a plan for one field counts what belongs to that field: %s', (title, reason) => {
    expect(reasons(`${title}\n一、发展基础\n2020年，高新技术企业312家。`)).toEqual([reason]);
  });

  it('a zone that the sentence names long before may be whose number it is', () => {
    const zone = '2020年，安源高新区实现总产值742亿元，比上年增长10.4%；实现增加值168亿元，占全市的26.9%；聚集上市公司6户。';
    expect(reasons(`${STATE}${zone}`).at(-1)).toBe('extract.scope');
  });

  it('two values for one figure make both doubtful', () => {
    expect(reasons(`${GOALS}高新技术企业达到600家。高新技术企业达到650家。`)).toEqual(['extract.two-values', 'extract.two-values']);
  });

  it('a table whose heading says target without a year is to be reviewed', () => {
    const rows = [
      ['指标', '单位', '现状值', '目标值'],
      ['高新技术企业', '家', '312', '600'],
    ];
    expect(draftOfBlocks({ kind: 'text', text: HEAD }, { kind: 'table', rows }).figures.map(({ certain }) => certain)).toEqual([false, false]);
  });

  it('the reason reads in both languages', () => {
    const reason = draftOf(`${STATE}2020年，雏鹰企业30家。`).figures[0]?.reason;
    expect(reason && message('zh', reason.code, reason.args)).toBe('指标目录中没有“雏鹰企业”');
    expect(reason && message('en', reason.code, reason.args)).toContain('“雏鹰企业”');
  });

  it('what the catalogue lacks is proposed once', () => {
    const { proposals } = draftOf(`${STATE}2020年，雏鹰企业30家。2019年，雏鹰企业20家。`);
    expect(proposals).toEqual([{ name: '雏鹰企业', unit: '家', kind: 'count', flow: false, better: 'higher' }]);
  });
});
