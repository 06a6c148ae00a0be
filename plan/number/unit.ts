const MULTIPLIERS = { 百万: 1e6, 千万: 1e7, 万亿: 1e12, 百亿: 1e10, 千亿: 1e11, 万: 1e4, 亿: 1e8, '': 1 } as const;
const BASES = [
  '元',
  '人年',
  '人次',
  '人',
  '家',
  '个',
  '项',
  '件',
  '位',
  '次',
  '名',
  '篇',
  '所',
  '种',
  '支',
  '座',
  '处',
  '台',
  '套',
  '场',
  '户',
  '部',
  '只',
  '门',
  '倍',
  '番',
  '个百分点',
  '%',
  '‰',
] as const;

/** 个百分点 before 个. */
const LONGEST_FIRST = [...BASES].sort((a, b) => b.length - a.length);

/** A printed unit taken apart: 亿元 is 元 × 10⁸. */
export interface Unit {
  /** What is counted or measured, such as 元, 件, %. */
  base: string;
  /** How many of the base one printed unit is. */
  factor: number;
}

/** Takes a unit apart, or answers null where Planbook does not know it. */
export function parseUnit(text: string): Unit | null {
  for (const base of LONGEST_FIRST) {
    if (!text.endsWith(base)) continue;
    const factor = MULTIPLIERS[text.slice(0, text.length - base.length) as keyof typeof MULTIPLIERS] as number | undefined;
    if (factor !== undefined) return base === '‰' ? { base: '%', factor: 0.1 } : { base, factor };
  }
  return null;
}

/** Measure words of one kind: a zone is counted in 家 here and in 个 there, a team in 个 or 支, a firm in 家 or 户, a person in 人 or 名. */
const alike = (base: string): string => ('个所座处支户'.includes(base) ? '家' : base === '名' ? '人' : base);

/** The number one unit must be multiplied by to be told in another, or null where the two measure different things. */
export function conversion(from: string, to: string): number | null {
  const source = parseUnit(from);
  const goal = parseUnit(to);
  if (!source || !goal || alike(source.base) !== alike(goal.base)) return null;
  return source.factor / goal.factor;
}

/** Whether a count in this unit is told in whole things (312家), not in rounded multiples (4万件). */
export const isWhole = (unit: string): boolean => parseUnit(unit)?.factor === 1 && !/[%‰]|倍|百分点|元$/u.test(unit);
