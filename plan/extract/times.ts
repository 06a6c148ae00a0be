/** A year or a run of years that a sentence names. */
export interface Time {
  start: number;
  end: number;
  /** The last year; null where the document masks it (20xx年). */
  year: number | null;
  /** The first year of a run, else null. */
  from: number | null;
  /** `lead` dates what follows; `from` only the number it stands before (由2015年的…); `than` is compared with (较2015年); `since` opens a run that has no end in print. */
  use: 'lead' | 'from' | 'than' | 'since';
}

/** The years a plan is for, where known: what 规划期末 and 三年时间 count from. */
export interface Period {
  from: number | null;
  to: number | null;
}

const FIVE_YEAR_PLANS: Record<string, number> = { 十: 2001, 十一: 2006, 十二: 2011, 十三: 2016, 十四: 2021, 十五: 2026, 十六: 2031 };
const CHINESE_DIGITS: Record<string, string> = {
  〇: '0',
  零: '0',
  '○': '0',
  O: '0',
  o: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

const RUN = String.raw`(?<!\d)((?:19|20)\d\d)年?(?:-{1,2}|至|到)((?:19|20)?\d\d)年`;
const YEAR = String.raw`(?<!\d)((?:19|20)\d\d)年`;
const MASKED = String.raw`(?<!\d)(?:20|19)(?:[xX×*?□_○]{1,2}|[xX×*?□_○]\d|\d[xX×*?□_○])年|(?<![\dA-Za-z])[xX×*□]{2,4}年`;
const CHINESE = String.raw`([二一][〇零○Oo0九][〇零○Oo0一二三四五六七八九]{2})年`;
const FIVE = String.raw`["“]?(十[一二三四五六]?)五["”]?(期末|末期|末|期间|时期|期|以来|初期|初|阶段|这五年|五年(?!规划|计划)|(?=[,:、]))`;
const TERM = String.raw`(规划期末|规划期内|规划期|期末|(?<![第近前后每满百\d一二三四五六七八九十]|连续|不少于|不超过|有效期|任期|建设期|免租)(?:未来|今后|用|通过|经过|再用|力争)?([一二三四五六七八九十两]|[2-9]|10)年(?![级制龄期行规计初末中底底以轮一多\d])(?:左右)?(?:的)?(?:来|时间|努力|内|间|共|累计)?)`;
const TIME = new RegExp(`${RUN}|${YEAR}|(${MASKED})|${CHINESE}|${FIVE}|${TERM}`, 'gu');

/** Every time a plain sentence names, in order. */
export function findTimes(text: string, plan: Period): Time[] {
  const times: Time[] = [];
  for (const match of text.matchAll(TIME)) {
    const [whole, runFrom, runTo, year, masked, chinese, five, fiveEnd, term, count] = match;
    const start = match.index;
    const end = start + whole.length;
    const add = (from: number | null, to: number | null, use = useOf(text, start, end)): void => void times.push({ start, end, year: to, from, use });
    if (runFrom !== undefined && runTo !== undefined) {
      const to = Number(runTo.length === 2 ? `${runFrom.slice(0, 2)}${runTo}` : runTo);
      add(Number(runFrom), to, 'lead');
    } else if (year !== undefined) add(null, Number(year));
    else if (masked !== undefined) add(null, null);
    else if (chinese !== undefined) add(null, Number(chinese.replace(/./gu, (digit) => CHINESE_DIGITS[digit] ?? digit)));
    else if (five !== undefined) addFiveYears(five, fiveEnd ?? '', add);
    else if (term !== undefined) addTerm(term, count, plan, add);
  }
  return times;
}

/** The five years that a title names in whatever words (“十三五”科技创新成就), or null. */
export function planInTitle(title: string): Time | null {
  const match = /["“]?(十[一二三四五六]?)五["”]?/u.exec(title);
  const first = FIVE_YEAR_PLANS[match?.[1] ?? ''];
  return match && first !== undefined ? { start: match.index, end: match.index + match[0].length, year: first + 4, from: first, use: 'lead' } : null;
}

type Add = (from: number | null, to: number | null, use?: Time['use']) => void;

function addFiveYears(ordinal: string, end: string, add: Add): void {
  const first = FIVE_YEAR_PLANS[ordinal];
  if (first === undefined) return;
  if (end.includes('末')) add(null, first + 4);
  else if (end.includes('初')) add(null, first);
  else add(first, first + 4);
}

function addTerm(term: string, count: string | undefined, plan: Period, add: Add): void {
  if (plan.to === null) return;
  if (count === undefined) {
    add(term.includes('末') ? null : plan.from, plan.to);
    return;
  }
  const years = '一二三四五六七八九十'.indexOf(count.replace('两', '二')) + 1 || Number(count);
  if (plan.from !== null && plan.to - plan.from + 1 === years) add(plan.from, plan.to, 'lead');
}

function useOf(text: string, start: number, end: number): Time['use'] {
  const before = text.slice(Math.max(0, start - 5), start);
  const after = text.slice(end, end + 8);
  if (/(?:较|比|相比于?|相当于|高于|低于|对比|以|较之)(?:上年|上一年)?$/u.test(before) && !/^(?:以来|起)/u.test(after)) return 'than';
  if (/^(?:底|末)?(?:的)?基础上/u.test(after)) return 'than';
  if (/(?:是|为|与|同|和|达到?|达)$/u.test(before) && /^(?:底|末)?(?:的?(?:[\d.一二两三四五六七八九十]{1,6}多?余?倍)|相比|相较|比较|比,)/u.test(after))
    return 'than';
  if (/^(?:底|末)?(?:以来|起|开始|之后|以后)/u.test(after)) return 'since';
  if (/(?:从|由|自)$/u.test(before)) return 'from';
  return 'lead';
}
