import { intervalOf, type Interval } from '../../compare/interval.js';
import { message } from '../../messages/message.js';
import type { Figure, Plan } from '../../plan.js';
import { figuresOf } from '../../series.js';
import { isSet } from '../quantity.js';
import type { AcrossCheck, PlansRule } from './plans-rule.js';

/** A cluster's members, where their own plans are here, add up to no more than the cluster; all of them, to no less. */
export const membersAgainstCluster: PlansRule = {
  code: 'MEMBERS_AGAINST_CLUSTER',
  find: (plans) => {
    const byCode = plansByCode(plans);
    return plans.flatMap((cluster) => {
      const members = cluster.record.place.members ?? [];
      const own = [...new Set(members.flatMap(({ code }) => byCode(code)))];
      if (own.length === 0) return [];
      return additive(cluster).flatMap((whole) => {
        const parts = own.flatMap((plan) => sameFigure(plan, whole) ?? []);
        const absent = members.filter(({ code }) => !own.some((plan) => plan.record.place.code === code && sameFigure(plan, whole)));
        return parts.length > 0 ? memberCheck(cluster, whole, parts, absent) : [];
      });
    });
  },
};

function memberCheck(cluster: Plan, whole: Figure, parts: readonly Figure[], absent: readonly { zh: string; en: string }[]): AcrossCheck[] {
  const [limit, sum] = [intervalOf(whole), total(parts.map(intervalOf))];
  if (!limit || !sum) return [];
  const [over, under] = [exceeds(sum, limit), absent.length === 0 && exceeds(limit, sum)];
  return [
    {
      ...about(cluster, whole, sum),
      outcome: over || under ? 'fail' : absent.length > 0 ? 'undecided' : 'pass',
      level: isOpen(whole) || parts.some(isOpen) ? 'info' : 'warning',
      requiredLow: absent.length === 0 ? limit.low : null,
      requiredHigh: limit.high,
      explain: (language) =>
        absent.length > 0
          ? message(language, 'across.absent', { names: absent.map((each) => each[language]).join(language === 'zh' ? '、' : ', ') })
          : message(language, 'across.members', { count: parts.length }),
    },
  ];
}

/** A county, or a city, has no more of anything than the place it lies in, where that has a plan here. */
export const countyWithinCity: PlansRule = {
  code: 'COUNTY_WITHIN_CITY',
  find: (plans) => {
    const byCode = plansByCode(plans);
    return plans.flatMap((county) => {
      const [city] = byCode(county.record.place.parent?.code);
      if (!city) return [];
      return additive(county).flatMap((part): AcrossCheck[] => {
        const whole = sameFigure(city, part);
        const [own, limit] = [intervalOf(part), whole && intervalOf(whole)];
        if (!own || !whole || !limit) return [];
        return [
          {
            ...about(county, part, own),
            outcome: exceeds(own, limit) ? 'fail' : 'pass',
            level: isOpen(whole) ? 'info' : 'warning',
            requiredLow: null,
            requiredHigh: limit.high,
            explain: (language) => message(language, 'across.city', { plan: city.record.place[language], printed: whole.printings[0].printed }),
          },
        ];
      });
    });
  },
};

function plansByCode(plans: readonly Plan[]): (code: string | undefined) => readonly Plan[] {
  const found = new Map<string, Plan[]>();
  for (const plan of plans) {
    const { code } = plan.record.place;
    if (code !== undefined) found.set(code, [...(found.get(code) ?? []), plan]);
  }
  return (code) => (code === undefined ? [] : (found.get(code) ?? []));
}

/** Counts and amounts of the whole place: what adds up. */
const additive = ({ figures }: Plan): Figure[] =>
  figures.filter(({ indicator: { kind }, scope, year, everyYear }) => (kind === 'count' || kind === 'amount') && scope === null && year !== null && !everyYear);

const sameFigure = (plan: Plan, { indicator, year, fromYear }: Figure): Figure | null =>
  figuresOf(plan, { indicator, scope: null }).find((each) => each.year === year && each.fromYear === fromYear) ?? null;

const isOpen = (figure: Figure): boolean => isSet(figure) && ['ge', 'gt'].includes(figure.printings[0].bound);

const exceeds = (a: Interval, b: Interval): boolean => a.low !== null && b.high !== null && a.low > b.high;

/** End by end; open where one of them is. */
function total(intervals: readonly (Interval | null)[]): Interval | null {
  const add = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
  return intervals.reduce(
    (sum, each) => (sum && each ? { value: sum.value + each.value, low: add(sum.low, each.low), high: add(sum.high, each.high) } : null),
    {
      value: 0,
      low: 0,
      high: 0,
    },
  );
}

const about = (
  plan: Plan,
  { indicator, scope, year, printings }: Figure,
  { value, low, high }: Interval,
): Omit<AcrossCheck, 'outcome' | 'level' | 'requiredLow' | 'requiredHigh' | 'explain'> => ({
  plan,
  indicator: indicator.id,
  scope,
  year,
  printed: printings[0].printed,
  face: value,
  low,
  high,
  unit: indicator.unit,
});
