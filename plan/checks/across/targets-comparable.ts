import { type Language, message } from '../../messages/message.js';
import type { Figure, Plan } from '../../plan.js';
import { type AcrossCheck, NO_NUMBERS, type PlansRule } from './plans-rule.js';
import { principalTarget, targetedIndicators } from './principal-target.js';

interface Entry {
  plan: Plan;
  target: Figure;
}

/** Targets of one indicator can be set side by side only for one year, one level of place and the whole place: what differs from most of them is said. */
export const targetsComparable: PlansRule = {
  code: 'TARGETS_COMPARABLE',
  find: (plans) =>
    targetedIndicators(plans).flatMap((indicator) => {
      const entries = plans.flatMap((plan): Entry[] => {
        const target = principalTarget(plan, indicator);
        return target ? [{ plan, target }] : [];
      });
      if (entries.length < 2) return [];
      const year = mostCommon(entries.map(({ target }) => target.year));
      const level = mostCommon(entries.map(({ plan }) => plan.record.place.level));
      return entries.map((entry) => check(entry, year, level));
    }),
};

function check({ plan, target }: Entry, year: number | null, level: Plan['record']['place']['level']): AcrossCheck {
  const own = plan.record.place.level;
  const reasons = (language: Language): string[] => [
    ...(target.year === year ? [] : [message(language, 'across.year', { own: target.year ?? '?', norm: year ?? '?' })]),
    ...(own === level ? [] : [message(language, 'across.level', { own: message(language, `level.${own}`), norm: message(language, `level.${level}`) })]),
    ...(target.scope === null ? [] : [message(language, 'across.scope', { own: plan.record.scopes[target.scope]?.[language] ?? target.scope })]),
  ];
  return {
    ...NO_NUMBERS,
    plan,
    outcome: reasons('zh').length > 0 ? 'fail' : 'pass',
    level: 'info',
    indicator: target.indicator.id,
    scope: target.scope,
    year: target.year,
    printed: target.printings[0].printed,
    explain: (language) => reasons(language).join(language === 'zh' ? '；' : '; ') || message(language, 'across.same'),
  };
}

/** What most have; of equals, what comes first. */
function mostCommon<T>(values: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] as T;
}
