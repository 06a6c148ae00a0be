import { intervalOf } from '../../compare/interval.js';
import { indicatorRows } from '../../indicators/indicator-rows.js';
import { message } from '../../messages/message.js';
import { significant } from '../../number/significant.js';
import type { Figure, Plan } from '../../plan.js';
import type { AcrossCheck, PlansRule } from './plans-rule.js';
import { spreadOfOthers } from './spread.js';

/** So many peers make a spread. */
const LEAST = 8;
/** Beyond so many times 1.4826 × MAD a value is far: Iglewicz and Hoaglin (1993) mark modified z-scores beyond 3.5. */
const FAR = 3.5;
const CONSISTENT = 1.4826;

interface Value {
  plan: Plan;
  figure: Figure;
  face: number;
  low: number;
  high: number;
  unit: string;
}

/** A share, a per-capita value or the pace a target demands, among places of one level in one year: far from the median of the others, it deserves a second look. */
export const farFromPeers: PlansRule = {
  code: 'FAR_FROM_PEERS',
  find: (plans) => {
    const groups = new Map<string, Value[]>();
    for (const plan of plans) {
      for (const [key, value] of [...levels(plan), ...paces(plan)]) {
        const group = groups.get(`${plan.record.place.level} ${key}`);
        if (group) group.push(value);
        else groups.set(`${plan.record.place.level} ${key}`, [value]);
      }
    }
    return [...groups.values()].filter((group) => group.length > 1).flatMap(judge);
  },
};

/** Too few peers are said once a group; otherwise each is held against all others. */
function judge(group: readonly Value[]): AcrossCheck[] {
  const [first] = group;
  if (first && group.length <= LEAST)
    return [{ ...about(first), outcome: 'undecided', explain: (language) => message(language, 'across.few', { count: group.length - 1, least: LEAST }) }];
  const spreads = spreadOfOthers(group.map(({ face }) => face));
  return group.map((own, index): AcrossCheck => {
    const { median, deviation } = spreads[index] ?? { median: 0, deviation: 0 };
    const spread = CONSISTENT * deviation;
    if (spread === 0) return { ...about(own), outcome: 'undecided', explain: (language) => message(language, 'across.no-spread') };
    const [requiredLow, requiredHigh] = [median - FAR * spread, median + FAR * spread];
    return {
      ...about(own),
      outcome: own.high < requiredLow || own.low > requiredHigh ? 'fail' : 'pass',
      requiredLow,
      requiredHigh,
      explain: (language) =>
        message(language, 'across.peers', {
          count: group.length - 1,
          median: significant(median, 3),
          times: significant(Math.abs(own.face - median) / spread, 3),
        }),
    };
  });
}

const about = ({ plan, figure, face, low, high, unit }: Value): Omit<AcrossCheck, 'outcome' | 'explain'> => ({
  plan,
  level: 'info',
  indicator: figure.indicator.id,
  scope: figure.scope,
  year: figure.year,
  printed: figure.printings[0].printed,
  face,
  low,
  high,
  requiredLow: null,
  requiredHigh: null,
  unit,
});

/** Values that do not grow with the place. */
const levels = (plan: Plan): [string, Value][] =>
  plan.figures.flatMap((figure): [string, Value][] => {
    const { indicator, scope, year } = figure;
    const interval = intervalOf(figure);
    if (!interval || scope !== null || year === null || !['ratio', 'per-capita', 'rate'].includes(indicator.kind)) return [];
    const { value: face, low, high } = interval;
    return [[`${indicator.id} ${year}`, { plan, figure, face, low: low ?? face, high: high ?? face, unit: indicator.unit }]];
  });

/** The pace a level target demands, in % a year, from its baseline's edges to its threshold. */
const paces = (plan: Plan): [string, Value][] =>
  indicatorRows(plan).flatMap(({ type, scope, indicator, baseline, target }): [string, Value][] => {
    if (type !== 'level' || scope !== null || !baseline || !target || baseline.year === null || target.year === null) return [];
    const years = target.year - baseline.year;
    const [from, to] = [intervalOf(baseline), intervalOf(target)];
    if (!from || !to || from.value <= 0 || years <= 0) return [];
    const pace = (a: number, b: number): number => ((b / a) ** (1 / years) - 1) * 100;
    const value = {
      plan,
      figure: target,
      face: pace(from.value, to.value),
      low: pace(from.high ?? from.value, to.value),
      high: pace(from.low ?? from.value, to.value),
      unit: '%',
    };
    return [[`pace ${indicator.id} ${baseline.year}-${target.year}`, value]];
  });
