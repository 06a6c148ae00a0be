import { describe, expect, it } from 'vitest';
import { en } from '../plan/messages/en.js';
import { message } from '../plan/messages/message.js';
import { zh } from '../plan/messages/zh.js';

const ZH: Record<string, string> = zh;
const EN: Record<string, string> = en;
const codes = Object.keys(ZH);
const placeholders = (text: string | undefined): string[] => [...new Set(text?.match(/\{\w+\}/gu))].sort();
const CHINESE = /[\p{Script=Han}，。；：、（）“”《》]/u;
const faulty = (texts: Record<string, string>, wrong: (text: string, code: string) => boolean): [string, string][] =>
  Object.entries(texts).filter(([code, text]) => wrong(text, code));

describe('the messages of both languages', () => {
  it('have the same codes, in the same order', () => {
    expect(Object.keys(EN)).toEqual(codes);
  });

  it('have the same placeholders', () => {
    expect(faulty(ZH, (text, code) => String(placeholders(text)) !== String(placeholders(EN[code])))).toEqual([]);
  });

  it('are never empty, nor begin or end with white space', () => {
    for (const texts of [ZH, EN]) expect(faulty(texts, (text) => text === '' || text !== text.trim())).toEqual([]);
  });

  it('have no bracket that looks like a placeholder but is none', () => {
    for (const texts of [ZH, EN]) expect(faulty(texts, (text) => /[{}]/u.test(text.replace(/\{\w+\}/gu, '')))).toEqual([]);
  });
});

describe('Chinese', () => {
  it('has Chinese commas, semicolons and full stops between Chinese characters', () => {
    expect(faulty(ZH, (text) => /\p{Script=Han}[,;:.]\s*\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('has no white space between Chinese characters', () => {
    expect(faulty(ZH, (text) => /\p{Script=Han} +\p{Script=Han}/u.test(text.replace(/&[PN]/gu, '1')))).toEqual([]);
  });
});

describe('English', () => {
  it('has no Chinese', () => {
    expect(faulty(EN, (text, code) => CHINESE.test(text.replace(/[“”]/gu, '')) && !code.startsWith('font'))).toEqual([]);
  });
});

describe('a placeholder', () => {
  it.each([
    ['zh', '原文未给出年份（推测为2020年）'],
    ['en', en['note.year-guess'].replace('{year}', '2020')],
  ] as const)('is filled in (%s)', (language, expected) => {
    expect(message(language, 'note.year-guess', { year: 2020 })).toBe(expected);
    expect(message(language, 'note.year-guess', { year: 2020 })).not.toContain('{');
  });

  it('takes a value with dollar signs and brackets as it is', () => {
    expect(message('en', 'note.unit', { unit: '$&{unit}' })).toContain('$&{unit}');
  });
});
