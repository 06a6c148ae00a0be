import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../plan/document/sentences.js';

/** One line a sentence or title: locator, then text. */
const split = (document: string): string[] => splitSentences(document).map(({ at, text }) => `${at} ${text}`);

describe('sentences', () => {
  it.each<[string, string, string[]]>([
    ['before any heading', '甲市规划。分为三步。', ['s1 甲市规划。', 's2 分为三步。']],
    ['end with 。！？!?', '好！真的？是!对?完。', ['s1 好！', 's2 真的？', 's3 是!', 's4 对?', 's5 完。']],
    ['keep their closing marks together', '什么？！继续。', ['s1 什么？！', 's2 继续。']],
    ['need no end', '还没有写完', ['s1 还没有写完']],
    ['go on over line breaks, which scraping puts anywhere', '研发投入\n  增长。', ['s1 研发投入 增长。']],
    ['are not ended by ; or ,', '一是投入；二是平台，三是人才。', ['s1 一是投入；二是平台，三是人才。']],
    ['are not ended by a decimal point', '达到2.5%。', ['s1 达到2.5%。']],
    ['are no stray marks', '完。 | 。 下一句。', ['s1 完。', 's2 下一句。']],
    ['of an empty document', '', []],
  ])('%s', (_, document, expected) => {
    expect(split(document)).toEqual(expected);
  });
});

describe('headings', () => {
  it.each<[string, string, string[]]>([
    [
      'of three depths, with titles on their own lines',
      '前言。\n一、总体要求\n坚持创新。\n(一)目标\n到2025年。\n1.投入\n增加。\n2.平台\n建设。\n(二)布局\n优化。\n二、保障\n加强。',
      [
        's1 前言。',
        '一 总体要求',
        '一/s1 坚持创新。',
        '一/(一) 目标',
        '一/(一)/s1 到2025年。',
        '一/(一)/1 投入',
        '一/(一)/1/s1 增加。',
        '一/(一)/2 平台',
        '一/(一)/2/s1 建设。',
        '一/(二) 布局',
        '一/(二)/s1 优化。',
        '二 保障',
        '二/s1 加强。',
      ],
    ],
    [
      'in a document of one line',
      '甲市规划。 一、总体要求 坚持创新。 （一）目标 到2025年。 二、保障 加强。',
      ['s1 甲市规划。', '一 总体要求', '一/s1 坚持创新。', '一/(一) 目标', '一/(一)/s1 到2025年。', '二 保障', '二/s1 加强。'],
    ],
    ['just below the one above', '一、总体要求(一)目标 到2025年。', ['一 总体要求', '一/(一) 目标', '一/(一)/s1 到2025年。']],
    ['just behind a full stop', '前言。一、要求 坚持。二、保障 加强。', ['s1 前言。', '一 要求', '一/s1 坚持。', '二 保障', '二/s1 加强。']],
    ['with full-width labels', '一、要求\n（一）目标\n1．投入\n增加。', ['一 要求', '一/(一) 目标', '一/(一)/1 投入', '一/(一)/1/s1 增加。']],
    ['straight below a chapter, without a section', '一、要求\n1.投入\n增加。', ['一 要求', '一/1 投入', '一/1/s1 增加。']],
    [
      'numbered anew in each chapter',
      '一、甲\n(一)子\n句。\n二、乙\n(一)丑\n句。',
      ['一 甲', '一/(一) 子', '一/(一)/s1 句。', '二 乙', '二/(一) 丑', '二/(一)/s1 句。'],
    ],
    ['that start again where an opening is printed twice', '一、要求 坚持\n一、要求 坚持到底。', ['一 要求', '一/s1 坚持', '一 要求', '一/s1 坚持到底。']],
    ['out of sequence are text', '一、要求\n三、四类企业。', ['一 要求', '一/s1 三、四类企业。']],
    ['below no chapter are text', '(一)目标。', ['s1 (一)目标。']],
    ['in mid-sentence are text', '一、要求\n支持一、二类企业。', ['一 要求', '一/s1 支持一、二类企业。']],
    ['are not made of decimals', '一、要求\n研发投入占\n1.5%以上。', ['一 要求', '一/s1 研发投入占 1.5%以上。']],
  ])('%s', (_, document, expected) => {
    expect(split(document)).toEqual(expected);
  });

  it('go beyond ten', () => {
    const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
    const document = numerals.map((numeral) => `${numeral}、标题\n句子。\n`).join('');
    expect(splitSentences(document).map(({ at }) => at)).toEqual(numerals.flatMap((numeral) => [numeral, `${numeral}/s1`]));
  });
});

describe('titles', () => {
  it.each<[string, string, string[]]>([
    ['set off by a full stop and space', '一、总体要求。 坚持创新。', ['一 总体要求', '一/s1 坚持创新。']],
    ['not set off are a sentence', '一、坚持创新驱动发展。加强领导。', ['一/s1 坚持创新驱动发展。', '一/s2 加强领导。']],
    ['with a comma, on a line of their own', '一、加大投入，夯实基础\n坚持。', ['一 加大投入，夯实基础', '一/s1 坚持。']],
    ['with a comma, in a document of one line, are a sentence', '一、加大投入，夯实基础 坚持。', ['一/s1 加大投入，夯实基础 坚持。']],
    [
      'with a comma and longer than thirty characters are a sentence',
      `一、${'加大投入'.repeat(7)}，夯实基础\n坚持。`,
      [`一/s1 ${'加大投入'.repeat(7)}，夯实基础 坚持。`],
    ],
    ['longer than forty characters are a sentence', `一、${'长'.repeat(41)}\n坚持。`, [`一/s1 ${'长'.repeat(41)} 坚持。`]],
    ['at the very end', '一、附则', ['一 附则']],
  ])('%s', (_, document, expected) => {
    expect(split(document)).toEqual(expected);
  });
});

const PIECES = ['一、', '二、', '三、', '十、', '（一）', '(一)', '(二)', '1.', '2、', '3.5%', '第一、'];
const WORDS = ['总体要求', '坚持创新,', '建设，平台', '高新技术企业600家', '一批', '“十四五”', '|', '；'];
const BREAKS = ['。', '！', ' ', '\n', '\n\n', ''];
const documents = fc.array(fc.oneof(...[PIECES, WORDS, BREAKS].map((words) => fc.constantFrom(...words))), { maxLength: 60 }).map((pieces) => pieces.join(''));

const letters = (text: string): string[] => text.match(/[\p{L}\p{N}]/gu) ?? [];

it('no letter of a document is lost but the numbers of its headings', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const kept = splitSentences(document).flatMap(({ text }) => letters(text));
      const lost: string[] = [];
      let next = 0;
      for (const letter of letters(document)) {
        if (letter === kept[next]) next += 1;
        else lost.push(letter);
      }
      expect(next).toBe(kept.length);
      expect(lost.join('')).toMatch(/^[一二三十\d]*$/u);
      // As many as the labels have, at most.
      expect(lost.length).toBeLessThanOrEqual(letters((document.match(/[一二三十]、|[(（][一二][)）]|\d+[.、]/gu) ?? []).join('')).length);
    }),
    { numRuns: 5000 },
  );
});

it('sentences are numbered from 1 below each heading, without gaps', () => {
  fc.assert(
    fc.property(documents, (document) => {
      let path = '';
      let last = 0;
      for (const { at } of splitSentences(document)) {
        const [, above = '', number] = /^(.*?)\/?(?:s(\d+))?$/u.exec(at) ?? [];
        if (number === undefined || above !== path || Number(number) === 1) [path, last] = [above, 0];
        if (number !== undefined) expect(Number(number)).toBe((last += 1));
      }
    }),
    { numRuns: 2000 },
  );
});

it('a document of two million characters is split at once', () => {
  const document = `前言。一、总则 ${'坚持创新，支持一、二类企业；1.5%。(三)'.repeat(80_000)}`;
  const started = performance.now();
  expect(splitSentences(document).length).toBe(80_003);
  expect(performance.now() - started).toBeLessThan(3000);
});
