import { indicatorRows } from '../../indicators/indicator-rows.js';
import type { Figure, Plan } from '../../plan.js';
import { distinctKeys } from '../../workbook/distinct-keys.js';
import type { Check, Missing, Rule } from '../check.js';
import { missingFigure, NOTHING } from '../quantity.js';
import { levelUnit } from './subject.js';

/** A check of what is there: undecided where something is not, with its name; it has no numbers to compare. */
const presence = (
  code: string,
  subject: string,
  about: Pick<Check, 'indicator' | 'scope' | 'year' | 'printed'>,
  missing: Missing[],
  figure: Figure | null,
): Check => ({
  code,
  key: `${code}|${subject}`,
  level: 'info',
  ...about,
  operands: figure ? [{ kind: 'figure', key: figure.key }] : [],
  computed: NOTHING,
  required: NOTHING,
  face: null,
  digits: 9,
  unit: '',
  missing,
});

/** A level, ratio or rank target has a baseline to be measured from. A count of what happens within a period (新增1家) starts from nothing: it needs none, and is asked for none. */
export const baselineGiven: Rule = {
  code: 'BASELINE_GIVEN',
  find: (plan) =>
    indicatorRows(plan)
      .filter(({ type }) => type === 'level' || type === 'ratio' || type === 'rank' || type === 'growth')
      .filter(({ indicator, baseline }) => baseline !== null || !(indicator.flow && indicator.kind === 'count'))
      .map(({ key, indicator, scope, target, baseline }) =>
        presence(
          'BASELINE_GIVEN',
          key,
          { indicator: indicator.id, scope, year: target?.year ?? null, printed: target?.printings[0].printed ?? null },
          baseline ? [] : [missingFigure(indicator, plan.record.baseYear)],
          baseline,
        ),
      ),
};

/** A plan names its base year, or dates the state it starts from. */
export const baseYearGiven: Rule = {
  code: 'BASE_YEAR_GIVEN',
  find: ({ record: { baseYear } }) => [
    presence('BASE_YEAR_GIVEN', '', { indicator: null, scope: null, year: baseYear, printed: null }, baseYear === null ? [{ what: 'base-year' }] : [], null),
  ],
};

/** A baseline says of which year it is. */
export const baselineDated: Rule = {
  code: 'BASELINE_DATED',
  find: (plan) => plan.figures.filter(({ role, scope }) => role === 'baseline' && isOwn(plan, scope)).map((figure) => dated('BASELINE_DATED', figure)),
};

/** A target says by when; one to be met each year (每年2次以上) has said so. */
export const targetDated: Rule = {
  code: 'TARGET_DATED',
  find: (plan) => plan.figures.filter(({ role, everyYear }) => role === 'target' && !everyYear).map((figure) => dated('TARGET_DATED', figure)),
};

/** A number is printed with its whole unit. */
export const unitPrinted: Rule = {
  code: 'UNIT_PRINTED',
  find: (plan) =>
    plan.figures.map((figure) => {
      const { unitCompleted, printed } = figure.printings[0];
      const missing: Missing[] = unitCompleted ? [{ what: 'unit', unit: levelUnit(figure) }] : [];
      return presence('UNIT_PRINTED', figure.key, { indicator: figure.indicator.id, scope: figure.scope, year: figure.year, printed }, missing, figure);
    }),
};

/** The annexes a document names are in it; one lost in copying is the copy's gap, not the plan's. */
export const annexesThere: Rule = {
  code: 'ANNEXES_THERE',
  find: ({ record }) => {
    const { missing } = record.source;
    const about = { indicator: null, scope: null, year: null, printed: null };
    if (missing.length === 0) return [presence('ANNEXES_THERE', '', about, [], null)];
    const keys = distinctKeys(missing, ({ at }) => at);
    return missing.map(({ what, at, lost }, index) => presence('ANNEXES_THERE', keys[index] ?? at, about, [{ what: 'annex', name: what, lost }], null));
  },
};

const isOwn = (plan: Plan, scope: string | null): boolean => scope === null || plan.record.scopes[scope]?.relation === 'part';

const dated = (code: string, figure: Figure): Check =>
  presence(
    code,
    figure.key,
    { indicator: figure.indicator.id, scope: figure.scope, year: figure.year, printed: figure.printings[0].printed },
    figure.year === null ? [{ what: 'year', guess: figure.guess }] : [],
    figure,
  );
