import { beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { describeWith } from '../readers/available.js';
import { recalculate } from '../readers/libre-office.js';
import { type Filling, filledIn, filledInFile } from './made-plan.js';
import { laidCells, type Look, readCells } from './shown.js';

const NOT_POSITIVE = '基期值不为正，不能按几何增速计算';
const [MET, ON_TRACK, BEHIND, FAR_BEHIND, AWAY] = ['已完成', '达到序时进度', '略滞后', '明显滞后', '逆向变动'];

type Cells = Record<string, string | number>;
/** A row's cells by column key, worked out by hand; where it takes more than a glance, the working follows. */
type Line = readonly [row: string, cells: Cells];

// B baseline, T target, A actual, n years. Numbers to nine decimals; "" is a blank cell.
// prettier-ignore
const INDICATORS: readonly Line[] = [
  ['level||2025', { used: 100, years: 5, change: 148.832, change_unit: '亿元', multiple: 2.48832, pace: 20, pace_unit: '%/年', reason: '', half: 0.5, bound: '等于' }], // 1.2⁵ = 2.48832
  ['level|east|2025', { used: 32, change: 211, multiple: 7.59375, pace: 50, scope: '东区' }], // 1.5⁵ = 7.59375
  ['per-capita||2025', { change: 3.55, multiple: 1.651376147, pace: 10.552661238, half: 0.005 }], // 9/5.45; ((9/5.45)^(1/5) − 1) × 100
  ['share||2025', { type: '比率', years: 5, change: 1, change_unit: '百分点', multiple: '', pace: 0.2, pace_unit: '百分点/年', half: 0.05 }], // (3.0 − 2.0)/5
  ['rank||2025', { type: '位次', change: 2, change_unit: '位', multiple: '', pace: 0.4, pace_unit: '位/年', history_pace: 0.4, ambition: 0 }], // 16 → 14 is up 2, 2/5 a year; 18 → 16 was 2/5
  ['cumulative||2021-2025', { type: '累计', used: '', years: 5, change: '', multiple: '', pace: 20, pace_unit: '项/年', reason: '' }], // 2025 − 2021 + 1 years; 100/5
  ['maintain||2025', { type: '每年保持', used: '', target: 2, bound: '不低于', years: '', change: '', pace: '', reason: '逐年考核，不计算增速' }],
  ['growth-alone||growth-2025', { type: '年均增速', used: '', target: 15, target_unit: '%/年', bound: '不低于', years: 5, change: '', multiple: 2.011357187, pace: 15, reason: '' }], // 1.15⁵ = 2.0113571875
  ['growth-with-baseline||growth-2025', { used: 8, target: 10, years: 5, change: '', multiple: 1.61051, pace: 10, history: 5, history_pace: 9.856054331, ambition: 0.143945669 }], // 1.1⁵; (8/5)^(1/5)
  ['at-least||2025', { target: 600, bound: '不低于', change: 300, multiple: 2, pace: 14.8698355, half: 0 }], // 2^(1/5)
  ['more-than||2025', { target: 500, bound: '超过', change: 100, multiple: 1.25, pace: 4.563955259 }], // 1.25^(1/5)
  ['range||2025', { target: 10, bound: '区间 10–12', change: 2, multiple: 1.25, pace: 4.563955259 }], // from its lower end: 10/8
  ['interim||2023', { years: 3, change: 50, multiple: 1.5, pace: 14.471424255 }], // 1.5^(1/3)
  ['interim||2025', { years: 5, change: 100, multiple: 2, pace: 14.8698355 }],
  ['interim||2035', { years: 15, change: 300, multiple: 4, pace: 9.682497969 }], // 4^(1/15)
  ['zero-baseline||2025', { used: 0, change: 5, multiple: '', pace: '', reason: NOT_POSITIVE }],
  ['unchanged||2025', { change: 0, multiple: 1, pace: 0, reason: '' }],
  ['fewer-to-none||2025', { used: 10, target: 0, change: -10, multiple: 0, pace: '' }], // no growth rate leads to nothing
  ['fewer||2025', { change: -100, multiple: 0.5, pace: -12.94494367 }], // 0.5^(1/5)
  ['wrong-way||2025', { change: -20, multiple: 0.8, pace: -4.364750021 }], // 0.8^(1/5)
  ['no-baseline||2025', { used: '', baseline_year: 2020, years: 5, change: '', multiple: '', pace: '', reason: '原文无基期值' }],
  ['no-target-year||target', { used: 20, target: 40, target_year: '', years: '', change: 20, multiple: 2, pace: '', reason: '目标年份不明' }],
  ['no-baseline-year||2025', { used: 25, baseline_year: '', years: '', change: 25, multiple: 2, pace: '', reason: '基期年份不明' }],
  ['other-base-year||2025', { baseline_year: 2019, years: 6, multiple: 11.390625, pace: 50 }], // 1.5⁶ = 11.390625
  ['units||2025', { unit: '亿元', used: 0.9, change: 0.3, change_unit: '亿元', multiple: 1.333333333, pace: 5.922384105, half: 0.00005 }], // 9000万 = 0.9亿, ± 0.5万 = 0.00005亿; (4/3)^(1/5)
  ['units-interim||2023', { unit: '万元', used: 9000, change: 1500, multiple: 1.166666667, pace: 5.272659961 }], // (7/6)^(1/3)
  ['units-interim||2025', { unit: '亿元', used: 0.9, change: 0.3, pace: 5.922384105 }],
  ['share-within-rounding||2025', { change: 0.05, pace: 0.01, half: 0.05 }],
  ['level-within-rounding||2025', { change: 0.04, multiple: 1.001146132, pace: 0.022912134, half: 0.05 }], // (34.94/34.9)^(1/5)
  ['stated||2025', { target: 20, pace: 14.8698355, stated: 15 }],
  ['history-level||2025', { history_year: 2010, history: 10, history_pace: 14.8698355, pace: 8.44717712, ambition: -6.42265838 }], // 4^(1/10); 1.5^(1/5)
  ['history-share||2025', { history: 1.5, history_pace: 0.1, pace: 0.16, ambition: 0.06 }], // 0.5/5; 0.8/5
  ['untargeted||2020', { type: '未设目标', history_pace: 14.8698355, pace: '', ambition: '', target: '', reason: '原文无目标值' }], // 2^(1/5)
];

// prettier-ignore
const PATHWAYS: readonly Line[] = [
  ['level||2025', { method: '等比', base: 100, goal: 248.832, y2021: 120, y2022: 144, y2023: 172.8, y2024: 207.36, y2025: 248.832 }],
  ['level|east|2025', { y2021: 48, y2022: 72, y2023: 108, y2024: 162, y2025: 243 }],
  ['per-capita||2025', { y2021: 6.025120037, y2022: 6.660930544, y2023: 7.36383598, y2024: 8.140916645, y2025: 9 }], // 5.45 × (9/5.45)^(k/5)
  ['share||2025', { method: '等差', y2021: 2.2, y2022: 2.4, y2023: 2.6, y2024: 2.8, y2025: 3 }],
  ['cumulative||2021-2025', { method: '累计均分', base: '', y2021: 20, y2022: 40, y2023: 60, y2024: 80, y2025: 100 }],
  ['maintain||2025', { method: '每年持平', y2021: 2, y2022: 2, y2023: 2, y2024: 2, y2025: 2 }],
  ['growth-alone||growth-2025', { method: '按规划增速', base: '', goal: '', y2021: '', y2025: '' }],
  ['growth-with-baseline||growth-2025', { base: 8, goal: 12.88408, y2021: 8.8, y2022: 9.68, y2023: 10.648, y2024: 11.7128, y2025: 12.88408 }], // 8 × 1.1^k
  ['at-least||2025', { y2021: 344.609506499, y2022: 395.852373232, y2023: 454.714969953, y2024: 522.330337978, y2025: 600 }], // 300 × 2^(k/5)
  ['more-than||2025', { y2021: 418.255821037, y2022: 437.344829577, y2023: 457.305051927, y2024: 478.176249895, y2025: 500 }], // 400 × 1.25^(k/5)
  ['range||2025', { y2021: 8.365116421, y2022: 8.746896592, y2023: 9.146101039, y2024: 9.563524998, y2025: 10 }],
  ['interim||2023', { y2021: 114.471424255, y2022: 131.03706971, y2023: 150, y2024: '', y2025: '' }], // 100 × 1.5^(k/3); nothing after the target
  ['interim||2025', { y2021: 114.471424255, y2022: 131.03706971, y2023: 150, y2024: 173.205080757, y2025: 200 }], // through 150; √(150 × 200)
  ['interim||2035', { y2021: 114.471424255, y2022: 131.03706971, y2023: 150, y2024: 173.205080757, y2025: 200, goal: 400, goal_year: 2035 }], // through 150 and 200
  ['zero-baseline||2025', { y2021: '', y2025: '' }],
  ['unchanged||2025', { y2021: 50, y2023: 50, y2025: 50 }],
  ['fewer||2025', { y2021: 174.110112659, y2022: 151.571656651, y2023: 131.950791077, y2024: 114.8698355, y2025: 100 }], // 200 × 0.5^(k/5)
  ['wrong-way||2025', { y2021: 95.635249979, y2022: 91.461010385, y2023: 87.468965915, y2024: 83.651164207, y2025: 80 }], // 100 × 0.8^(k/5)
  ['no-baseline||2025', { base: '', goal: 30, y2021: '', y2025: '' }],
  ['no-target-year||target', { base: 20, goal: 40, goal_year: '', y2021: '', y2025: '' }],
  ['no-baseline-year||2025', { base: 25, base_year: '', y2021: '', y2025: '' }],
  ['other-base-year||2025', { y2021: 144, y2022: 216, y2023: 324, y2024: 486, y2025: 729 }], // 64 × 1.5^(k from 2019)
  ['units||2025', { unit: '亿元', y2021: 0.953301457, y2022: 1.009759631, y2023: 1.069561475, y2024: 1.132905014, y2025: 1.2 }], // 0.9 × (4/3)^(k/5)
  ['units-interim||2023', { unit: '万元', base: 9000, y2021: 9474.539396485, y2022: 9974.099641726, y2023: 10500 }], // 9000 × (7/6)^(k/3)
];

// prettier-ignore
const INDEXES: readonly Line[] = [
  ['level||2025', { y2020: 100, y2021: 120, y2022: 144, y2023: 172.8, y2024: 207.36, y2025: 248.832 }],
  ['per-capita||2025', { y2020: 100, y2021: 110.552661238, y2022: 122.218909067, y2023: 135.11625651, y2024: 149.374617336, y2025: 165.137614679 }],
  ['share||2025', { y2020: 100, y2021: 110, y2022: 120, y2023: 130, y2024: 140, y2025: 150 }],
  ['growth-alone||growth-2025', { y2020: 100, y2021: 115, y2022: 132.25, y2023: 152.0875, y2024: 174.900625, y2025: 201.13571875 }], // needs no baseline: 100 × 1.15^k
  ['growth-with-baseline||growth-2025', { y2020: 100, y2021: 110, y2022: 121, y2023: 133.1, y2024: 146.41, y2025: 161.051 }],
  ['interim||2025', { y2020: 100, y2023: 150, y2024: 173.205080757, y2025: 200 }],
  ['interim||2035', { y2020: 100, y2023: 150, y2025: 200 }],
  ['fewer||2025', { y2020: 100, y2025: 50 }],
  ['unchanged||2025', { y2020: 100, y2023: 100, y2025: 100 }],
  ['zero-baseline||2025', { y2020: '', y2021: '', y2025: '' }],
  ['other-base-year||2025', { y2020: '', y2021: 225, y2025: 1139.0625 }], // the base, 2019, has no column: 144/64, 729/64
  ['units||2025', { y2020: 100, y2025: 133.333333333 }],
];

/** A monitoring row's actual, and what follows from it. */
type Reported = readonly [row: string, actual: number, cells: Cells];

// prettier-ignore
const REPORTED: readonly Reported[] = [
  // Required 20 % a year; T − B = 148.832. Exactly 95 % of it is 19 %, exactly 60 % is 12 % a year.
  ['level||2025@2021', 119, { expected: 120, attainment: 12.766071813, lead: -0.671898516, still: 20.251310277, progress: ON_TRACK }], // 19/T−B; −1/T−B; (248.832/119)^(1/4)
  ['level||2025@2022', 125.44, { expected: 144, attainment: 17.093098258, lead: -12.470436465, still: 25.64833219, progress: BEHIND }], // 1.12² = 1.2544
  ['level||2025@2023', 110, { expected: 172.8, attainment: 6.718985164, lead: -42.195226833, still: 50.403094746, progress: FAR_BEHIND }], // 1.1^(1/3) − 1 = 3.2 %
  ['level||2025@2024', 99, { expected: 207.36, attainment: -0.671898516, lead: -72.806923242, still: 151.345454545, progress: AWAY }], // (248.832/99)^1
  ['level||2025@2025', 248.832, { expected: 248.832, attainment: 100, lead: 0, still: '', progress: MET }],
  ['level|east|2025@2021', 48, { attainment: 7.582938389, lead: 0, still: 50, progress: ON_TRACK }], // 16/211; (243/48)^(1/4) = 1.5
  ['per-capita||2025@2021', 6.2, { attainment: 21.126760563, lead: 4.926196128, still: 9.764702585, progress: ON_TRACK }], // 0.75/3.55; 0.17488/3.55; (9/6.2)^(1/4)
  // Required 0.2 points a year; exactly 95 % of it is 0.19, exactly 60 % after two years 0.24.
  ['share||2025@2021', 2.19, { expected: 2.2, attainment: 19, lead: -1, still: 0.2025, still_unit: '百分点/年', progress: ON_TRACK }], // 0.81/4
  ['share||2025@2022', 2.24, { expected: 2.4, attainment: 24, lead: -16, still: 0.253333333, progress: BEHIND }], // 0.76/3
  ['share||2025@2023', 2, { attainment: 0, lead: -60, still: 0.5, progress: FAR_BEHIND }], // no change is not yet away
  ['share||2025@2024', 1.9, { attainment: -10, lead: -90, still: 1.1, progress: AWAY }],
  ['share||2025@2025', 3.1, { attainment: 110, lead: 10, still: '', progress: MET }], // beyond T
  ['rank||2025@2021', 15, { expected: '', attainment: 50, lead: '', still: 0.25, still_unit: '位/年', progress: '' }], // (15 − 16)/(14 − 16); (15 − 14)/4
  ['rank||2025@2022', 16, { attainment: 0, still: 0.666666667, progress: '' }],
  ['rank||2025@2023', 17, { attainment: -50, still: 1.5, progress: '' }],
  ['rank||2025@2024', 13, { attainment: 150, still: '', progress: '' }],
  // 20 are due a year; 19 is exactly 95 % of it, 24 of 40 exactly 60 %.
  ['cumulative||2021-2025@2021', 19, { expected: 20, attainment: 19, lead: -1, still: 20.25, still_unit: '项/年', progress: ON_TRACK }], // 81/4
  ['cumulative||2021-2025@2022', 5, { expected: 40, attainment: 24, lead: -16, still: 25.333333333, progress: BEHIND }], // 19 + 5; 76/3
  ['cumulative||2021-2025@2023', 10, { attainment: 34, lead: -26, still: 33, progress: FAR_BEHIND }], // 34/60 = 57 %
  ['cumulative||2021-2025@2024', 46, { attainment: 80, lead: 0, still: 20, progress: ON_TRACK }],
  ['cumulative||2021-2025@2025', 20, { attainment: 100, lead: 0, still: '', progress: MET }],
  ['maintain||2025@2021', 2, { expected: 2, attainment: 100, lead: '', still: '', progress: ON_TRACK }], // 以上 holds at 2 itself
  ['maintain||2025@2022', 3, { attainment: 100 }],
  ['maintain||2025@2023', 1, { attainment: 66.666666667 }], // 2 of 3
  ['maintain||2025@2025', 2, { attainment: 75 }], // 3 of 4: 2024 is not reported
  ['growth-alone||growth-2025@2021', 10, { expected: '', attainment: '', lead: '', still: '', progress: '' }], // nothing to grow from
  ['growth-with-baseline||growth-2025@2021', 8.8, { goal: 12.88408, expected: 8.8, attainment: 16.379748079, lead: 0, still: 10, progress: ON_TRACK }], // 0.8/4.88408
  ['growth-with-baseline||growth-2025@2022', 12.9, { attainment: 100.325956987, lead: 65.92848602, still: '', progress: MET }], // 4.9/4.88408; 3.22/4.88408
  ['at-least||2025@2021', 600, { attainment: 100, lead: 85.1301645, still: '', progress: MET }], // (600 − 344.61)/300
  ['at-least||2025@2022', 599, { attainment: 99.666666667, lead: 67.715875589, still: 0.055617364, progress: ON_TRACK }], // 299/300; (600/599)^(1/3)
  ['more-than||2025@2025', 501, { attainment: 101, lead: 1, still: '', progress: MET }],
  ['range||2025@2021', 11, { attainment: 150, lead: 131.744178963, still: '', progress: MET }], // within 10–12: 3/2; (11 − 8.3651)/2
  ['interim||2025@2021', 110, { expected: 114.471424255, attainment: 10, lead: -4.471424255, still: 16.120615092, progress: BEHIND }], // 10 %/14.87 % = 67 %; (200/110)^(1/4)
  ['interim||2035@2021', 110, { expected: 114.471424255, attainment: 3.333333333, lead: -1.490474752, still: 9.659854352, progress: ON_TRACK }], // 10 %/9.68 %; (400/110)^(1/14)
  ['zero-baseline||2025@2021', 1, { expected: '', attainment: 20, lead: '', still: 49.534878122, progress: '' }], // 5^(1/4)
  ['profit||2025@2021', -1, { attainment: -120, lead: -134.8698355, still: '', progress: '' }], // −6/5; (−1 − 5 × 2^(1/5))/5; no growth rate leads through zero
  ['unchanged||2025@2021', 40, { expected: 50, attainment: '', lead: '', still: 5.737126344, progress: '' }], // (50/40)^(1/4); T − B = 0
  ['fewer||2025@2021', 180, { attainment: 20, lead: -5.889887341, still: -13.665997863, progress: BEHIND }], // −20/−100; −10 %/−12.94 % = 77 %; (100/180)^(1/4)
  ['fewer||2025@2022', 95, { attainment: 105, lead: 56.571656651, still: '', progress: MET }], // beyond T, downwards
  ['fewer||2025@2023', 210, { attainment: -10, lead: -78.049208923, progress: AWAY }],
  ['wrong-way||2025@2021', 105, { attainment: -25, lead: -46.823750105, still: '', progress: MET }], // 105 ≥ 80 although the trend leads away from T
  ['no-baseline||2025@2021', 12, { expected: '', attainment: '', lead: '', still: 25.743342968, progress: '' }], // (30/12)^(1/4)
  ['no-target-year||target@2021', 30, { attainment: 50, lead: '', still: '', progress: '' }],
  ['no-baseline-year||2025@2021', 30, { attainment: 20, lead: '', still: 13.621936647, progress: '' }], // (50/30)^(1/4)
  ['other-base-year||2025@2021', 144, { expected: 144, attainment: 12.030075188, lead: 0, still: 50, progress: ON_TRACK }], // 80/665; two years after 2019
  ['other-base-year||2025@2022', 100, { attainment: 5.413533835, lead: -17.443609023, still: 93.899122103, progress: FAR_BEHIND }], // (100/64)^(1/3) = 16 %; 16/50
  ['units||2025@2021', 0.95, { unit: '亿元', attainment: 16.666666667, lead: -1.100485648, still: 6.014290258, progress: BEHIND }], // 0.05/0.3; 5.556 %/5.922 % = 94 %
  ['share-within-rounding||2025@2021', 2.52, { attainment: 40, still: 0.0075, progress: '' }], // 2.5 is up to 2.55
  ['level-within-rounding||2025@2021', 34.92, { attainment: 50, still: 0.014315368, progress: '' }], // 34.9 is up to 34.95
];

/** A second workbook: the same rows with other actuals, just short of each threshold. */
// prettier-ignore
const SHORT: readonly Reported[] = [
  ['level||2025@2021', 118.99, { attainment: 12.759352827, progress: BEHIND }], // 94.95 %
  ['level||2025@2022', 125.43, { attainment: 17.086379273, progress: FAR_BEHIND }], // 59.98 %
  ['level||2025@2023', 100, { attainment: 0, progress: FAR_BEHIND }], // 0 % is not away
  ['level||2025@2025', 248.831, { still: '', progress: ON_TRACK }], // its year has come
  ['share||2025@2021', 2.1899, { attainment: 18.99, progress: BEHIND }],
  ['share||2025@2022', 2.2399, { attainment: 23.99, progress: FAR_BEHIND }],
  ['cumulative||2021-2025@2021', 18.9, { attainment: 18.9, progress: BEHIND }],
  ['cumulative||2021-2025@2022', 5, { attainment: 23.9, progress: FAR_BEHIND }],
  ['cumulative||2021-2025@2023', 0, { attainment: 23.9 }], // a year in which nothing was added
];

const actuals = (reported: readonly Reported[]): Filling => Object.fromEntries(reported.map(([row, actual]) => [`mon/${row}/actual`, actual]));

/** Revised baselines: the printed one is replaced wherever it counts. */
const REVISED: Filling = { 'ind/profit||2025/revised': -5, 'ind/level||2025/revised': 7.776, 'ind/no-baseline||2025/revised': 30 };
// prettier-ignore
const AFTER_REVISION: readonly (readonly [block: string, ...line: Line])[] = [
  ['ind', 'profit||2025', { used: -5, change: 15, multiple: '', pace: '', reason: NOT_POSITIVE }],
  ['pth', 'profit||2025', { base: -5, y2021: '', y2025: '' }],
  ['ind', 'level||2025', { used: 7.776, change: 241.056, multiple: 32, pace: 100 }], // 248.832/7.776 = 32 = 2⁵
  ['ind', 'no-baseline||2025', { used: 30, change: 0, multiple: 1, pace: 0, reason: '' }],
];

const line =
  (workbook: number, block: string) =>
  ([row, cells]: Line): [number, string, string, Cells] => [workbook, block, row, cells];
const GOLDEN = [
  ...INDICATORS.map(line(0, 'ind')),
  ...PATHWAYS.map(line(0, 'pth')),
  ...INDEXES.map(line(0, 'idx')),
  ...REPORTED.map(([row, , cells]) => line(0, 'mon')([row, cells])),
  ...SHORT.map(([row, , cells]) => line(1, 'mon')([row, cells])),
  ...AFTER_REVISION.map(([block, ...each]) => line(2, block)(each)),
];

const fillings = [actuals(REPORTED), actuals(SHORT), REVISED];
const files = await Promise.all(fillings.map((filling) => filledInFile(filling)));

function checkGolden(workbooks: () => readonly Look[]): void {
  test.each(GOLDEN)('%i %s %s', (workbook, block, row, cells) => {
    const look = workbooks()[workbook];
    if (!look) throw new Error(`no workbook ${workbook}`);
    expect(Object.fromEntries(Object.keys(cells).map((column) => [column, look(block, row, column)]))).toEqual(cells);
  });
}

describe('as the code computes', () => {
  const workbooks = fillings.map((filling) => laidCells(filledIn(filling)));
  checkGolden(() => workbooks);
});

describe('as the written file holds', () => {
  const workbooks = files.map((file) => readCells(readWorkbook(file)));
  checkGolden(() => workbooks);
});

describeWith('LibreOffice', 'as LibreOffice computes', () => {
  let workbooks: Look[] = [];
  beforeAll(() => {
    workbooks = recalculate(files).map(readCells);
  });
  checkGolden(() => workbooks);
});

test('every row of the plan has golden results', () => {
  const rows = (block: string): string[] =>
    filledIn({}).sheets.flatMap((sheet) => sheet.rows.flatMap(({ key }) => (key?.startsWith(`${block}/`) ? [key.slice(block.length + 1)] : [])));
  const golden = (block: string): string[] => GOLDEN.filter((each) => each[1] === block).map(([, , row]) => row);
  expect(rows('ind').filter((row) => !golden('ind').includes(row))).toEqual([]);
});
