import type { Language } from './message.js';

const MULTIPLIERS: Record<string, string> = {
  百万: 'million',
  千万: '10 million',
  百亿: '10 billion',
  千亿: '100 billion',
  万亿: 'trillion',
  万: '10,000',
  亿: '100 million',
  '': '',
};

/** Measure words that English lacks keep the Chinese word beside them, so that each unit has a name of its own. */
const BASES: Record<string, string> = {
  元: 'yuan',
  人年: 'person-years',
  人次: 'visits (人次)',
  人: 'persons',
  名: 'persons (名)',
  家: 'number (家)',
  个: 'number (个)',
  所: 'number (所)',
  项: 'items (项)',
  件: 'items (件)',
  篇: 'papers',
  种: 'kinds',
  支: 'teams (支)',
  座: 'number (座)',
  处: 'number (处)',
  台: 'machines (台)',
  套: 'sets (套)',
  场: 'events (场)',
  户: 'households (户)',
  部: 'number (部)',
  只: 'number (只)',
  门: 'courses (门)',
  位: 'place',
  次: 'occasions',
  倍: 'times',
  番: 'doublings',
  个百分点: 'percentage points',
  '%': '%',
  '‰': '‰',
};

const ENGLISH = new Map(
  Object.entries(MULTIPLIERS).flatMap(([factor, many]) =>
    Object.entries(BASES).map(([base, one]): [string, string] => [`${factor}${base}`, `${many} ${one}`.trim()]),
  ),
);
const CHINESE = new Map([...ENGLISH].map(([unit, english]) => [english, unit]));

/** A printed unit in the workbook's language: 亿元, 100 million yuan. */
export const unitName = (language: Language, unit: string): string => (language === 'zh' ? unit : (ENGLISH.get(unit) ?? unit));

/** The unit a workbook of either language names. */
export const unitNamed = (name: string): string => CHINESE.get(name) ?? name;

/** A unit as it follows a number in a sentence: 10.89亿元; 10.89 (100 million yuan); 96, of what English does not count by measure words. */
export function unitAfter(language: Language, unit: string): string {
  if (language === 'zh' || unit === '%' || unit === '‰' || unit === '') return unit;
  const name = unitName(language, unit);
  if (/^(?:number|items|place|times)/u.test(name)) return name === 'times' ? ' times' : '';
  return unit === '个百分点' ? ' points' : ` (${name})`;
}
