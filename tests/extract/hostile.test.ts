import { describe, expect, it } from 'vitest';
import { figuresOf, draftOf } from './read.js';

const LENGTH = 200_000;

describe('a text made to be hard', () => {
  it.each([
    '1',
    '一',
    '(',
    '（',
    '“',
    '《',
    '“1',
    '1,',
    '1.',
    '百分之',
    '第',
    '《1》',
    '翻一番',
    '一、',
    '(一)',
    '|',
    '|1|2|\n',
    '序号\n指标\n2020年\n',
    '2020年',
    '五年',
    '甲乙市，',
  ])('of %j alone is read to its end and has no figures', (piece) => {
    expect(figuresOf(draftOf(piece.repeat(LENGTH / piece.length)))).toEqual([]);
  });
});
