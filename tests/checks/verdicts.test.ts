import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Finding, findingsOf } from '../../plan/report/findings.js';
import { findingsAcross } from '../../plan/report/findings-across.js';
import { plans } from '../seeds.js';

/** What a statistician who read the document makes of a finding: true; trivial, of no use to anyone; misleading. */
interface Verdict {
  outcome: Finding['outcome'];
  verdict: 'true' | 'trivial' | 'misleading';
  why: string;
}

const VERDICTS = JSON.parse(readFileSync('tests/fixtures/checks/verdicts.json', 'utf8')) as Record<string, Verdict>;

const seen = new Map<string, number>();
/** plan CODE indicator|scope|year, with #2 … where a rule says it of one subject again. */
function keyOf({ plan, code, indicator, scope, year }: Finding): string {
  const key = `${plan} ${code} ${indicator ?? ''}|${scope ?? ''}|${year ?? ''}`;
  const times = (seen.get(key) ?? 0) + 1;
  seen.set(key, times);
  return times === 1 ? key : `${key}#${times}`;
}

const read = plans().flatMap((plan) => findingsOf(plan, 'zh', '0.0.0-test'));
const found = [...read, ...findingsAcross(plans(), 'zh')].filter(({ outcome }) => outcome !== 'pass').map((finding) => [keyOf(finding), finding.outcome]);

describe('a reading of all findings on the five plans', () => {
  test('every fail and every undecided has its verdict, and no verdict is about nothing', () => {
    expect(Object.entries(VERDICTS).map(([key, { outcome }]) => [key, outcome])).toEqual(expect.arrayContaining(found));
    expect(Object.keys(VERDICTS).sort()).toEqual(found.map(([key]) => key).sort());
  });
  test('none is misleading', () => {
    expect(Object.entries(VERDICTS).filter(([, { verdict }]) => verdict !== 'true' && verdict !== 'trivial')).toEqual([]);
  });
  test('each says why', () => {
    expect(Object.entries(VERDICTS).filter(([, { why }]) => why.length < 15)).toEqual([]);
  });
  test('no failure is trivial', () => {
    expect(Object.entries(VERDICTS).filter(([, { outcome, verdict }]) => outcome === 'fail' && verdict !== 'true')).toEqual([]);
  });
});
