import { describe, expect, test } from 'vitest';
import { compare } from '../../plan/compare/compare.js';
import { sparePlans } from '../../plan/compare/spare-plan.js';
import { findingsAcross } from '../../plan/report/findings-across.js';
import { findingsOf } from '../../plan/report/findings.js';
import { plans } from '../seeds.js';

describe('plans kept for comparing alone', () => {
  const whole = plans();
  const spare = whole.map(sparePlans());

  test('hold no list twice', () => {
    expect(spare.map(({ record }) => [record.figures, record.claims, record.leftOut])).toEqual(whole.map(() => [[], [], []]));
  });

  test('are compared as the whole plans are', () => {
    expect(compare(spare)).toEqual(compare(whole));
  });

  test.each(['zh', 'en'] as const)('are checked as the whole plans are: %s', (language) => {
    expect(spare.map((plan) => findingsOf(plan, language, 'test'))).toEqual(whole.map((plan) => findingsOf(plan, language, 'test')));
    expect(findingsAcross(spare, language)).toEqual(findingsAcross(whole, language));
  });

  test('share indicators of one meaning, and keep those of another catalogue', () => {
    const [first] = whole;
    const indicator = first?.figures[0]?.indicator;
    if (!first || !indicator) throw new Error('no figure');
    const { id } = indicator;
    const other = { ...first, indicators: new Map([...first.indicators, [id, { ...indicator, unit: '另' }]]) };
    const keep = sparePlans();
    const [a, b, c] = [keep(first), keep({ ...first }), keep(other)];
    expect(a.indicators.get(id)).toBe(b.indicators.get(id));
    expect(c.indicators.get(id)?.unit).toBe('另');
    expect(c.figures[0]?.indicator.unit).toBe('另');
    expect(a.figures[0]?.indicator.unit).toBe(indicator.unit);
  });
});
