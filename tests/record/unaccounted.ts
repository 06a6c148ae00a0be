import type { Plan } from '../../plan/plan.js';
import { entriesOf, plain, sentencesOf } from './documents.js';

const NUMERAL = String.raw`(?:\d+(?:[.,]\d+)*|[〇零一二两兩三四五六七八九十百千]+)`;
const MULTIPLIER = '(?:[多余餘]|[百千]?[万萬亿億])*';
const UNITS = [
  ...['元', '%', '‰', '倍', '番', '成', '个百分点', '個百分點'],
  ...[
    '家',
    '个',
    '個',
    '项',
    '項',
    '件',
    '位',
    '人',
    '名',
    '次',
    '篇',
    '所',
    '种',
    '種',
    '条',
    '條',
    '支',
    '批',
    '座',
    '处',
    '户',
    '场',
    '台',
    '套',
    '张',
    '張',
  ],
  ...['大', '级', '級', '类', '類', '强', '市', '县', '地', '方面', '版', '期', '轮'],
  ...['亩', '畝', '公里', '平方', '公顷', '吨', '年', '个月', '天', '岁'],
];
/** A number, or the range of two, with what it counts; an amount whose unit the print leaves out (900万); a place in an order. */
const NUMBER = new RegExp(String.raw`${NUMERAL}(?:%?[-~—–至到]${NUMERAL})?${MULTIPLIER}(?:${UNITS.join('|')})|\d+(?:\.\d+)?[万萬亿億]+|第${NUMERAL}`, 'gu');
/** A date and no duration: 2025年, 2021-2025年, 二〇三五年, and the masked 20xx年. */
const CALENDAR_YEAR = /^(?:(?:19|20)\d\d(?:[-~—–至到](?:19|20)\d\d)?|[二一][〇零九][〇零一二三四五六七八九]{2})年$/u;

/** Numerals that count nothing, being parts of names or set phrases, with the reason why no record lists them; matched with what stands around them. */
export const NAMES: [pattern: RegExp, reason: string][] = [
  [/一批|一大批|一支/u, 'some, told without a number'],
  [/新一轮/u, 'another, told without a number'],
  [/一县一策/u, 'a set phrase'],
  [/第十四个五年规划|第十四個五年規劃/u, 'the name of a plan'],
  [/三年行[动動][计計][划劃]/u, "the plan's own title"],
  [/十[八九]大|十[八九][届屆]|第十四届/u, 'a party congress'],
  [/"百人[计計][划劃]"/u, 'the name of a programme'],
  [/710所|海洋二所/u, 'the short name of an institute'],
  [/第一人民医院/u, 'the name of a hospital'],
  [/世界500强/u, "Fortune's list"],
  [/百强县/u, 'the name of a list'],
  [/第三方/u, 'a third party'],
  [/第一资源/u, 'a set phrase'],
];

/** A number of the document that its record says nothing about. */
export interface Unaccounted {
  at: string;
  number: string;
  /** The reason, where it belongs to a name; null where it should be in the record. */
  name: string | null;
}

/** Every number with a unit in the document that no figure, claim or left-out entry of the same sentence covers. */
export function unaccounted(plan: Plan): Unaccounted[] {
  const fragments = new Map<string, string[]>();
  for (const { at, printed } of entriesOf(plan)) fragments.set(at, [...(fragments.get(at) ?? []), plain(printed)]);
  return [...sentencesOf(plan)].flatMap(([at, sentences]) =>
    sentences.flatMap((sentence) => {
      const covered = spansOf(fragments.get(at) ?? [], sentence);
      return [...sentence.matchAll(NUMBER)].flatMap(({ 0: number, index }): Unaccounted[] => {
        const end = index + number.length;
        if (CALENDAR_YEAR.test(number) || covered.some((span) => span.start < end && index < span.end)) return [];
        return [{ at, number, name: nameAround(sentence, index, end) }];
      });
    }),
  );
}

function spansOf(fragments: readonly string[], sentence: string): { start: number; end: number }[] {
  return fragments.flatMap((fragment) => {
    const spans: { start: number; end: number }[] = [];
    for (let start = sentence.indexOf(fragment); start >= 0; start = sentence.indexOf(fragment, start + 1)) spans.push({ start, end: start + fragment.length });
    return spans;
  });
}

function nameAround(sentence: string, start: number, end: number): string | null {
  for (const [pattern, reason] of NAMES) {
    for (const match of sentence.matchAll(new RegExp(pattern.source, 'gu'))) {
      if (match.index <= start && end <= match.index + match[0].length) return reason;
    }
  }
  return null;
}
