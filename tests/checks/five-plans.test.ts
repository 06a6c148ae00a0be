import { describe, expect, test } from 'vitest';
import { type Finding, findingsOf } from '../../plan/report/findings.js';
import { plan, plans } from '../seeds.js';

const findings = plans().flatMap((each) => findingsOf(each, 'zh', '0.0.0-test'));
const failing = findings.filter(({ outcome }) => outcome === 'fail');
const about = ({ plan: of, code, indicator, year }: Finding): string => `${of} ${code} ${indicator ?? ''} ${year ?? ''}`;

/** Every failing check of the five plans, worked out from the printed numbers. */
const FAILING = [
  // 1.5 % of GDP in 2025 against 0.8 % in 2020 with R&D doubled: GDP × 2 × 0.8/1.5 = 1.067, 1.30 % a year; even 0.85 % gives 2.53 of the 3 asked for.
  ['qingyuan-2021-2025 IMPLIED_WHOLE_GROWS rd-intensity 2025', 'info', 1.2991],
  // 9 / 5.45 = 1.6514 of 2; at most 9 / 5.445 = 1.6529
  ['xianju-2021-2025 DOUBLING_CLAIM rd-expenditure 2025', 'error', 1.6514],
  // 50 / 37.62 = 1.3291 of 2. A promise at constant prices against amounts at current ones.
  ['xianju-2021-2025 DOUBLING_CLAIM high-tech-value-added 2025', 'warning', 1.3291],
  // more than 90 / 48 = 1.875: it takes 96
  ['xianju-2021-2025 DOUBLING_CLAIM high-tech-enterprises 2025', 'warning', 1.875],
  // more than 450 / 281 = 1.6014: it takes 562
  ['xianju-2021-2025 DOUBLING_CLAIM provincial-sci-tech-smes 2025', 'warning', 1.6014],
  // 600 and more / 312 = 1.9231: it takes 624
  ['yiyang-2021-2025 DOUBLING_CLAIM high-tech-enterprises 2025', 'warning', 1.9231],
  // 429.11 / 1.85 = 231.95 of 12.78 / 0.94 % = 1359.57 is 17.06 %; 23.15 / 17.06 is 35.69 % more, not 6 %
  ['yiyang-2021-2025 SHARE_GROWTH_READING high-tech-va-share-gdp 2020', 'warning', 35.6929],
  // 34.94 × 1.12⁵ / 2.5 % = 2463.05 against 429.11 × 1.1⁵ / 26 % = 2658.02; 12 % may be exceeded
  ['yiyang-2021-2025 SHARES_IMPLY_ONE_WHOLE rd-intensity 2025', 'info', 2463.0487],
] as const;

test('what fails in the five plans, and nothing else', () => {
  expect(failing.map(about).sort()).toEqual(FAILING.map(([subject]) => subject).sort());
});

test.each(FAILING)('%s fails as %s: %d at face', (subject, level, face) => {
  const found = failing.find((finding) => about(finding) === subject);
  expect(found?.args.face).toBeCloseTo(face, 4);
  expect(found?.level).toBe(level);
});

/** By how much, from the nearest edges of the printed numbers. */
test.each([
  ['xianju-2021-2025 DOUBLING_CLAIM rd-expenditure 2025', 0.3471], // 2 − 9/5.445; 0.349 at face
  ['xianju-2021-2025 DOUBLING_CLAIM high-tech-value-added 2025', 0.6707], // 2 − 50/37.615
  ['xianju-2021-2025 DOUBLING_CLAIM high-tech-enterprises 2025', 0.125], // counts are exact
  ['xianju-2021-2025 DOUBLING_CLAIM provincial-sci-tech-smes 2025', 0.3986], // 2 − 450/281
  ['yiyang-2021-2025 DOUBLING_CLAIM high-tech-enterprises 2025', 0.0769], // 2 − 600/312
  // Least growth: 23.145 % over (429.115/1.845)/(12.775/0.945 %) = 17.2048 % is 34.527 % more; the claim reaches to 6.5 %.
  ['yiyang-2021-2025 SHARE_GROWTH_READING high-tech-va-share-gdp 2020', 28.0268],
  ['yiyang-2021-2025 SHARES_IMPLY_ONE_WHOLE rd-intensity 2025', 194.5907], // 429.105 × 1.61051/26 % − 34.945 × 1.76234/2.5 %
  // R&D stands in both wholes and is one quantity, whatever its edges: 3 − ((2 × 0.85/1.5)^(1/5) − 1) × 100
  ['qingyuan-2021-2025 IMPLIED_WHOLE_GROWS rd-intensity 2025', 0.4651],
] as const)('%s misses by %d', (subject, gap) => {
  expect(failing.find((finding) => about(finding) === subject)?.args.gap).toBeCloseTo(gap, 4);
});

test('the share of Yiyang that grew 6 % grew 6 points', () => {
  expect(failing.find(({ code }) => code === 'SHARE_GROWTH_READING')?.message).toContain('按百分点读则成立');
});

/** Claims about the past that hold: R&D 34.94/12.78 = 2.7340; the fund 2700/900 = 3. */
test.each([
  ['yiyang-2021-2025 GROWTH_CLAIM rd-expenditure 2020', 173.3959],
  ['yiyang-2021-2025 GROWTH_CLAIM municipal-sci-tech-fund 2020', 200],
  ['yiyang-2021-2025 SUM_OF_PARTS sci-tech-projects 2020', 706], // 1 + 329 + 376
  // 34.94 / 1.89 % is 1843.5 to 1853.8, 429.11 / 23.15 % is 1853.2 to 1854.0: one GDP, just
  ['yiyang-2021-2025 SHARES_IMPLY_ONE_WHOLE rd-intensity 2020', 1848.6772],
])('%s holds: %d', (subject, face) => {
  const found = findings.find((finding) => about(finding) === subject);
  expect(found?.outcome).toBe('pass');
  expect(found?.args.face).toBeCloseTo(face, 4);
});

// Yichang prints four targets for 2025, two of them shares, no baseline, and one average growth without a level.
describe('Yichang, counted by hand', () => {
  const own = findingsOf(plan('yichang-2021-2025'), 'zh', '0.0.0-test');
  test.each([
    ['AVERAGE_GROWTH_CLAIM', 0, 1],
    ['SHARE_WITHIN_BOUNDS', 2, 0],
    ['BASELINE_GIVEN', 0, 5], // four targets and the growth
    ['TARGET_DATED', 4, 0],
    ['UNIT_PRINTED', 4, 0],
    ['BASE_YEAR_GIVEN', 0, 1],
    ['ANNEXES_THERE', 1, 0], // none is named
  ])('%s: %i pass, %i undecided', (code, pass, undecided) => {
    const of = own.filter((finding) => finding.code === code).map(({ outcome }) => outcome);
    expect(of.sort()).toEqual([...Array<string>(pass).fill('pass'), ...Array<string>(undecided).fill('undecided')]);
  });
  test('nothing else', () => {
    expect(own).toHaveLength(18);
  });
});

test.each(plans().map(({ record: { id } }) => id))('%s: what is undecided says what is missing', (id) => {
  const silent = findings.filter(
    ({ plan: of, outcome, message }) => of === id && outcome === 'undecided' && !/缺：|原文未给出年份|所据文本未给出基年|单位未印全/u.test(message),
  );
  expect(silent.map(({ message }) => message)).toEqual([]);
});

test.each(plans().map((each) => [each.record.id, each] as const))('%s: Chinese and English say the same', (_, each) => {
  const verdict = ({ code, outcome, level, indicator, scope, year, args }: Finding): unknown => [code, outcome, level, indicator, scope, year, args];
  expect(findingsOf(each, 'en', '0.0.0-test').map(verdict)).toEqual(findingsOf(each, 'zh', '0.0.0-test').map(verdict));
});
