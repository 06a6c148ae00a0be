import { describe, expect, it } from 'vitest';
import { conversion, isWhole } from '../../plan/number/unit.js';

describe('one unit told in another', () => {
  it.each([
    ['亿元', '万元', 1e4],
    ['万元', '亿元', 1e-4],
    ['万亿元', '亿元', 1e4],
    ['千万元', '亿元', 0.1],
    ['百万元', '元', 1e6],
    ['件', '万件', 1e-4],
    ['万件', '件', 1e4],
    ['%', '%', 1],
    ['‰', '%', 0.1],
    ['家', '个', 1],
    ['个', '所', 1],
    ['万家', '个', 1e4],
    ['人', '名', 1],
    ['人年', '人年', 1],
  ])('%s in %s: × %s', (from, to, factor) => {
    expect(conversion(from, to)).toBeCloseTo(factor, 15);
  });

  it.each([
    ['元', '人'],
    ['人', '人年'],
    ['%', '个百分点'],
    ['%', '倍'],
    ['件', '家'],
    ['级', '级'],
    ['家', ''],
    ['亿', '亿元'],
  ])('%s is never told in %s', (from, to) => {
    expect(conversion(from, to)).toBeNull();
  });
});

describe('counted in whole things', () => {
  it.each([
    ['家', true],
    ['项', true],
    ['件', true],
    ['位', true],
    ['万件', false],
    ['亿元', false],
    ['元', false],
    ['%', false],
    ['‰', false],
    ['倍', false],
    ['个百分点', false],
  ])('%s: %s', (unit, whole) => {
    expect(isWhole(unit)).toBe(whole);
  });
});
