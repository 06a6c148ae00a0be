import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, type Result } from '../../plan/expression/evaluate.js';
import { type Edge, edgesOf, natureOf, type NumberNature } from '../../plan/number/edges.js';
import { parsePrinted, type PrintedNumber } from '../../plan/number/parse-printed.js';
import type { IndicatorKind, Role } from '../../plan/plan.js';

function read(printed: string): PrintedNumber {
  const number = parsePrinted(printed);
  if (!number) throw new Error(`${printed} is not read`);
  return number;
}

/** 左右, 约, 近 and 接近 are taken as 5 %, the parameter's declared value. */
const PARAMETERS: Record<string, Result[]> = { par_about: [0.05] };

/** The edge's value in a row that holds the number; infinite where the interval has no end. */
function ends(number: PrintedNumber, nature: NumberNature, better: 'higher' | 'lower' = 'higher', shown: Result = number.value) {
  const row: Record<string, Result> = { value: shown, high_value: number.high, decimals: number.decimals };
  const at = ({ at: end }: Edge, none: number): Result =>
    end ? evaluate(end, { cell: (column) => row[column] ?? null, name: (parameter) => PARAMETERS[parameter] ?? [] }) : none;
  const { low, high } = edgesOf(number, nature, better);
  return { low: at(low, -Infinity), high: at(high, Infinity), lowIn: low.included, highIn: high.included };
}

/** As in a textbook: [34.935, 34.945], (20, 30), (-Infinity, 14]. Twelve digits are enough to tell an edge. */
function interval(printed: string, nature: NumberNature, better?: 'higher' | 'lower'): string {
  const { low, high, lowIn, highIn } = ends(read(printed), nature, better);
  const show = (end: Result): string => String(Number(Number(end).toPrecision(12)));
  return `${lowIn ? '[' : '('}${show(low)}, ${show(high)}${highIn ? ']' : ')'}`;
}

describe('measured: half a unit of the last printed digit either side', () => {
  it.each([
    ['34.94亿元', '[34.935, 34.945]'],
    ['0.8%', '[0.75, 0.85]'],
    ['0.80%', '[0.795, 0.805]'],
    ['4万件', '[3.5, 4.5]'],
    ['15%-18%', '[14.5, 18.5]'],
    ['1-2.5%', '[0.95, 2.55]'],
    ['12%以上', '[12, Infinity)'],
    ['突破28亿元', '(28, Infinity)'],
    ['20多亿元', '(20, 30)'],
    ['不超过5%', '(-Infinity, 5]'],
    ['低于5%', '(-Infinity, 5)'],
    ['约30%', '[28.5, 31.5]'],
    ['近5000万元', '[4750, 5000)'],
  ])('%s is %s', (printed, expected) => {
    expect(interval(printed, 'measured')).toBe(expected);
  });
});

describe('counted: exactly that', () => {
  it.each([
    ['312家', '[312, 312]'],
    ['第16位', '[16, 16]'],
    ['1-2个', '[1, 2]'],
    ['60家以上', '[60, Infinity)'],
    ['超过250项', '(250, Infinity)'],
    ['20多家', '(20, 30)'],
    ['前3位', '(-Infinity, 3]'],
    ['不足50家', '(-Infinity, 50)'],
    ['约30家', '[28.5, 31.5]'],
    ['近50家', '[47.5, 50)'],
  ])('%s is %s', (printed, expected) => {
    expect(interval(printed, 'counted')).toBe(expected);
  });
});

describe('set: a threshold at face value, open toward the better', () => {
  it.each([
    ['2.5%', 'higher', '[2.5, Infinity)'],
    ['600家', 'higher', '[600, Infinity)'],
    ['600家以上', 'higher', '[600, Infinity)'],
    ['超20家', 'higher', '(20, Infinity)'],
    ['20多家', 'higher', '(20, 30)'],
    ['1-2个', 'higher', '[1, 2]'],
    ['15%～18%', 'higher', '[15, 18]'],
    ['30%左右', 'higher', '[28.5, 31.5]'],
    ['近50家', 'higher', '[47.5, 50)'],
    ['第14位', 'lower', '(-Infinity, 14]'],
    ['前3位', 'lower', '(-Infinity, 3]'],
    ['5%', 'lower', '(-Infinity, 5]'],
    ['低于5%', 'lower', '(-Infinity, 5)'],
    ['不低于5%', 'lower', '[5, Infinity)'],
  ] as const)('%s where %s is better is %s', (printed, better, expected) => {
    expect(interval(printed, 'set', better)).toBe(expected);
  });
});

describe('which of the three', () => {
  it.each<[Role, IndicatorKind, string, NumberNature]>([
    ['history', 'amount', '亿元', 'measured'],
    ['baseline', 'ratio', '%', 'measured'],
    ['baseline', 'per-capita', '件', 'measured'],
    ['baseline', 'rate', '%', 'measured'],
    ['baseline', 'count', '家', 'counted'],
    ['history', 'rank', '位', 'counted'],
    ['baseline', 'count', '万件', 'measured'],
    ['target', 'count', '家', 'set'],
    ['target', 'amount', '亿元', 'set'],
    ['vision', 'ratio', '%', 'set'],
  ])('a %s of a %s in %s is %s', (role, kind, unit, nature) => {
    expect(natureOf(role, kind, unit)).toBe(nature);
  });
});

const printedNumbers = fc.record({
  whole: fc.integer({ min: 1, max: 99_999 }),
  fraction: fc.integer({ min: 0, max: 999 }),
  decimals: fc.integer({ min: 0, max: 3 }),
  form: fc.constantFrom('#', '#以上', '超过#', '不超过#', '低于#', '约#', '近#', '#-*'),
});
const NATURES = fc.constantFrom<NumberNature>('measured', 'counted', 'set');
const BETTER = fc.constantFrom<'higher' | 'lower'>('higher', 'lower');

it('a printed value lies in its own interval, or is the end that is left out', () => {
  fc.assert(
    fc.property(printedNumbers, NATURES, BETTER, ({ whole, fraction, decimals, form }, nature, better) => {
      const digits = decimals === 0 ? `${whole}` : `${whole}.${String(fraction).padStart(3, '0').slice(0, decimals)}`;
      const number = read(form.replace('#', `${digits}%`).replace('*', `${(Number(digits) + 1).toFixed(decimals)}%`));
      const { low, high, lowIn, highIn } = ends(number, nature, better);
      const { value } = number;
      expect(Number(low)).toBeLessThanOrEqual(value);
      expect(Number(high)).toBeGreaterThanOrEqual(number.high ?? value);
      if (low === value && high === value) expect([lowIn, highIn]).toEqual([true, true]);
    }),
    { numRuns: 2000 },
  );
});

it('one more printed digit gives an interval within the last one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: -4, max: 4 }), (mantissa, decimals, next) => {
      // 34.9 and then any of 34.86 to 34.94, which it may have been rounded from.
      const outer = ends({ ...read('1%'), value: Number(`${mantissa}e${-decimals}`), decimals }, 'measured');
      const inner = ends({ ...read('1%'), value: Number(`${mantissa * 10 + next}e${-decimals - 1}`), decimals: decimals + 1 }, 'measured');
      const slack = 1e-9;
      expect(Number(inner.low)).toBeGreaterThanOrEqual(Number(outer.low) - slack);
      expect(Number(inner.high)).toBeLessThanOrEqual(Number(outer.high) + slack);
    }),
    { numRuns: 2000 },
  );
});

it('a blank value has no interval: blank is not 0', () => {
  for (const nature of ['measured', 'counted'] as const) expect(ends(read('5%'), nature, 'higher', null)).toMatchObject({ low: '', high: '' });
  expect(ends(read('5%'), 'set', 'higher', null)).toMatchObject({ low: '' });
});
