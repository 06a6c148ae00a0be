import { isMessageCode, type Language, message } from '../messages/message.js';
import type { Indicator } from '../plan.js';
import type { Comparison, Entry, PlaceLevel, Reason } from './comparison.js';
import { indicatorName } from './names.js';

/** Words for what the gate says, in one language; made once for a comparison. */
export interface ReasonWords {
  /** 可比, 仅列示, 参照, 不可比(原因:年份·层级). */
  verdict(entry: Entry): string;
  /** A sentence a reason. */
  explained(entry: Entry): string;
}

export function reasonWords({ indicators }: Comparison, language: Language): ReasonWords {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const separator = language === 'zh' ? '；' : '; ';
  return {
    verdict: (entry) => verdictText(entry, language),
    explained: (entry) =>
      [...entry.reasons.map((reason) => sentence(reason, entry, byId, language)), entry.note?.[language]].filter((part) => part !== undefined).join(separator),
  };
}

const ORDER = ['year', 'basis', 'level', 'data'] as const;

function verdictText({ verdict, reasons }: Entry, language: Language): string {
  if (verdict !== 'incomparable') return message(language, `verdict.${verdict}`);
  const heads = ORDER.filter((head) => reasons.some((reason) => reason.head === head)).map((head) => message(language, `head.${head}`));
  return message(language, 'verdict.incomparable', { heads: heads.join(language === 'zh' ? '·' : ', ') });
}

function sentence({ code, args }: Reason, entry: Entry, indicators: ReadonlyMap<string, Indicator>, language: Language): string {
  const say = (...of: [Parameters<typeof message>[1], Record<string, string | number>?]): string => message(language, ...of);
  switch (code) {
    case 'year-unknown':
      return 'guess' in args ? say('gate.year-guess', args) : say('gate.year-unknown');
    case 'level':
      return say('gate.level', { own: levelName(language, args['own']), other: levelName(language, args['other']) });
    case 'scope':
      return say('gate.scope', { scope: entry.place[language] });
    case 'look-alike': {
      const names = String(args['indicators'])
        .split(' ')
        .map((id) => indicatorName(language, indicators, id));
      return say('gate.look-alike', { names: names.join(language === 'zh' ? '、' : ', ') });
    }
    case 'circular':
      return say('gate.circular', { denominator: DENOMINATOR_NAMES[language][String(args['denominator'])] ?? '' });
    case 'no-pace': {
      const why = `reason.${String(args['why'])}`;
      return isMessageCode(why) ? say(why, args) : why;
    }
    default:
      return say(`gate.${code}`, args);
  }
}

const levelName = (language: Language, level: unknown): string => message(language, `level.${String(level) as PlaceLevel}`);

/** Their names stand in the catalogue, which a plan that only implies them need not have taken along. */
export const DENOMINATOR_NAMES: Record<Language, Record<string, string | undefined>> = {
  zh: { gdp: '地区生产总值', 'resident-population': '常住人口' },
  en: { gdp: 'GDP', 'resident-population': 'Resident population' },
};
