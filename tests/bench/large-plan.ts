import type { Figure, Plan } from '../../plan/plan.js';
import { madePlans } from './made-plans.js';

const YEARS = 30;
const FIRST_YEAR = 1991;

/** An invented plan of so many figures: thirty years of one indicator for as many parts of a place as it takes; the last year of each is its baseline. */
export function largePlan(count: number): Plan {
  const [template] = madePlans(1);
  const figure = template?.figures.find(({ indicator, year }) => indicator.id === 'rd-expenditure' && year === 2020);
  if (!template || !figure) throw new Error('the made-up plan has no R&D expenditure');
  const scopes: Plan['record']['scopes'] = {};
  const figures = Array.from({ length: count }, (_, index): Figure => {
    const part = Math.floor(index / YEARS);
    const year = FIRST_YEAR + (index % YEARS);
    const scope = `part-${String(part).padStart(5, '0')}`;
    scopes[scope] ??= { zh: `测试片区${part}`, en: `Test part ${part}`, relation: 'part' };
    return { ...figure, key: `${figure.indicator.id}|${scope}|${year}`, scope, year, role: year === FIRST_YEAR + YEARS - 1 ? 'baseline' : 'history' };
  });
  const printed = figures.map(({ indicator, scope, year, printings: [{ printed: as, at }] }) => ({
    indicator: indicator.id,
    scope: scope ?? '',
    year,
    printed: as,
    at,
  }));
  return { ...template, record: { ...template.record, id: `large-${count}-2021-2025`, scopes, figures: printed }, figures };
}
