import { describe, expect, it } from 'vitest';
import { message } from '../../plan/messages/message.js';
import { draftOf, draftOfBlocks, GOALS, HEAD, STATE, TASKS } from './read.js';

const reasons = (text: string): (string | null)[] => draftOf(text).figures.map(({ reason }) => reason?.code ?? null);

describe('a figure is certain, or its reason to be reviewed is told', () => {
  it.each([
    [`${STATE}2020年，R&D经费支出34.94亿元。`, null],
    [`${GOALS}高新技术企业达到600家以上。`, null],
    [`${STATE}2020年，瞪羚企业30家。`, 'extract.unknown-indicator'],
    [`${STATE}高新技术企业312家。`, 'extract.assumed-year'],
    [`${TASKS}争取高新技术企业达到400家。`, 'extract.no-year'],
    [`${STATE}2020年，高新技术企业8亿元。`, 'extract.unit-differs'],
    [`${STATE}2020年，新型研发机构二十家。`, 'extract.numeral'],
    [`${STATE}2020年，研发投入强度达到3.6%。`, 'extract.bare-name'],
    [`${STATE}2020年，市级财政科技专项经费2700万。`, 'extract.unit-completed'],
  ])('%s', (text, reason) => {
    expect(reasons(text)).toEqual([reason]);
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
    const reason = draftOf(`${STATE}2020年，瞪羚企业30家。`).figures[0]?.reason;
    expect(reason && message('zh', reason.code, reason.args)).toBe('指标目录中没有“瞪羚企业”');
    expect(reason && message('en', reason.code, reason.args)).toContain('“瞪羚企业”');
  });

  it('what the catalogue lacks is proposed once', () => {
    const { proposals } = draftOf(`${STATE}2020年，瞪羚企业30家。2019年，瞪羚企业20家。`);
    expect(proposals).toEqual([{ name: '瞪羚企业', unit: '家', kind: 'count', flow: false, better: 'higher' }]);
  });
});
