import type { Claim, Figure, Indicator, Plan } from '../plan.js';

/** A figure or claim with its indicator's id in place of the indicator. */
type Named<T> = Omit<T, 'indicator'> & { indicator: string };

/** What of a plan is told anew, through JSON. */
interface Told {
  record: Plan['record'];
  figures: Named<Figure>[];
  claims: Named<Claim>[];
}

/**
 * Plans with no more than comparing and checking them takes: a third of the memory, which matters where there are thousands. What was
 * read from one text keeps all of that text alive, objects spread together keep a hidden class each, and each plan brings its own
 * copy of the catalogue's indicators: told anew through JSON, and with indicators and keys shared among plans, none of it stays. The
 * record is left without its lists, which stand taken apart in the plan, and without what it leaves out.
 */
export function sparePlans(): (plan: Plan) => Plan {
  const indicators = new Map<string, Indicator>();
  const keys = new Map<string, string>();
  const share = <T>(known: Map<string, T>, key: string, value: T): T => {
    const first = known.get(key);
    if (first !== undefined) return first;
    known.set(key, value);
    return value;
  };
  return (plan) => {
    const own = new Map<string, Indicator>();
    for (const [id, indicator] of plan.indicators) {
      const text = JSON.stringify(indicator);
      own.set(id, indicators.get(text) ?? share(indicators, text, JSON.parse(text) as Indicator));
    }
    const { record, figures, claims } = retold(plan);
    const withIndicator = <T extends { indicator: Indicator; key: string }>(named: Named<T>): T => {
      const indicator = own.get(named.indicator);
      if (!indicator) throw new Error(`the plan ${record.id} has no indicator ${named.indicator}`);
      return Object.assign(named, { indicator, key: share(keys, named.key, named.key) }) as unknown as T;
    };
    return { record, indicators: own, figures: figures.map(withIndicator<Figure>), claims: claims.map(withIndicator<Claim>) };
  };
}

function retold({ record, figures, claims }: Plan): Told {
  const named = <T extends { indicator: Indicator }>(each: T): Named<T> => ({ ...each, indicator: each.indicator.id });
  const told: Told = { record: { ...record, figures: [], claims: [], leftOut: [] }, figures: figures.map(named), claims: claims.map(named) };
  return JSON.parse(JSON.stringify(told)) as Told;
}
