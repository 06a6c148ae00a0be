import { conversion } from '../number/unit.js';
import type { Reading, ReadingKind, Spot } from './reading.js';

/** A verb of growth right before a number makes a claim of it. */
export const GROWS =
  /(?:增长|递增|增加|增速|增幅|增长率|增长速度|增长幅度|涨幅|上涨|下降|降低|减少|下滑|回落|提高|提升|上升|增长量)(?:了|率|速度|幅度)?(?:将|要|均|分别|保持|稳定|不|预期|力争|目标|年均|维持|再|超)*(?:达到了?|达|为|在|实现|约|近|到达)?$/u;
export const EACH_YEAR = /年均|年平均|平均每年|每年平均|(?<![上去今当同人\d])年增[长速]|年递增|年均递增|每年(?:增长|提高|递增|增加)|复合增长/u;
const RANKS = /(?:排名|排|位列|位居|名列|列|居|排在|排位|位次|跃居|跃升至?|进位至?|稳居|晋升|挺进|跻身)[^,;。]{0,8}$/u;
const REACHES_PLACE = /(?:升至|升到|进至|进入|保持|为|由|从|至|到|达到?|居)[^,;。]{0,8}$/u;

/** Whether a number is a figure or what kind of claim it makes, by its unit and the verb before it. */
export function kindOf({ text, quantity: { unit, place, digits, start }, lead, close }: Spot, previous: Reading | undefined): ReadingKind {
  const grows = GROWS.test(close) && !/[到至](?:了)?$/u.test(close);
  const joined = previous && /^(?:、|和|及|与|以及|,)?$/u.test(text.slice(previous.quantity.end, start));
  const top = place === '前' && /^[\d一二三四五六七八九十]{1,4}(?:[位名,;。)]|$)/u.test(text.slice(digits, digits + 6));
  if (top && /进入|排名|位居|位列|保持|跻身|达到|力争|居|列|进/u.test(text.slice(Math.max(0, start - 24), start))) return 'rank';
  const told = /^[\d一二两三四五六七八九十]{1,4}[位名]/u.test(text.slice(digits, digits + 6));
  const near = previous?.kind === 'rank' && text.slice(previous.quantity.end, start).length <= 14 && !/[;。]/u.test(text.slice(previous.quantity.end, start));
  if (place !== null && told && near) return 'rank';
  if (place !== null) return RANKS.test(lead) || (told && REACHES_PLACE.test(lead)) ? 'rank' : joined ? previous.kind : 'figure';
  if (unit === '位' || unit === '名') {
    if (/(?:位列|排名|名列|居|列|排)(?:全[国省市县])?第?$/u.test(lead)) return 'rank';
    if (unit === '位' && previous?.kind === 'rank' && /[到至]$/u.test(lead)) return 'rank';
  }
  // 由40.2%上升为48.7% reaches a level; 增速为10% is growth.
  if (
    previous?.step === 'from' &&
    previous.kind === 'figure' &&
    unit !== '倍' &&
    unit !== '个百分点' &&
    conversion(unit, previous.quantity.unit) !== null &&
    start - previous.quantity.end < 16 &&
    /[为至到]$/u.test(close)
  )
    return 'figure';
  if (
    joined &&
    close.length <= 2 &&
    ['growth', 'average-growth', 'multiple', 'share-change'].includes(previous.kind) &&
    conversion(unit, previous.quantity.unit) !== null
  )
    return previous.kind;
  if (unit === '倍') return /(?:增长|增加|提高|提升|扩大|翻)了?(?:近|约|超过)?$/u.test(close) ? 'growth' : 'multiple';
  if (unit === '个百分点') return 'share-change';
  if (unit === '%' || unit === '‰') {
    if (!grows) return 'figure';
    return EACH_YEAR.test(lead) || EACH_YEAR.test(text.slice(Math.max(0, start - 14), start)) ? 'average-growth' : 'growth';
  }
  return /(?:净增加?|增加了?|增长了|减少了?|扩大了)(?:近|约|超过)?$/u.test(close) && !close.includes('新增') ? 'increment' : 'figure';
}

/** The words of a claim: its verb and its number. */
export function claimSpan({ from, quantity, close }: Spot): { start: number; end: number } {
  const verb = /(?:年均|年平均|平均每年|每年)?(?:增长|递增|增加|增速|增幅|下降|降低|减少|提高|提升|上升|排名|位列|位居|居|新增|净增)[^,;。]{0,8}$/u.exec(close);
  return { start: verb ? Math.max(from, quantity.start - (close.length - verb.index)) : quantity.start, end: quantity.end };
}
