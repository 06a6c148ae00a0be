import type { Plan } from '../../plan/plan.js';
import { documentFile } from '../record/documents.js';
import type { GoldDocument } from './gold.js';

/** A plan's record as the gold answer for its document: an item for each printing. */
export function goldOfRecord({ record, figures, claims }: Plan): GoldDocument {
  const nameOf = (scope: string | null): string | null => (scope === null ? null : (record.scopes[scope]?.zh ?? scope));
  return {
    name: record.id,
    file: documentFile(record.source.document),
    gold: {
      plan: {
        title: record.title.zh,
        place: record.place.zh,
        level: record.place.level,
        periodStart: record.firstYear,
        periodEnd: record.lastYear,
        baseYear: record.baseYear,
      },
      figures: figures.flatMap(({ indicator, scope, year, fromYear, role, printings }) =>
        printings.flatMap(({ value, high, unit, bound, printed }) =>
          value === null
            ? []
            : [
                {
                  name: indicator.zh,
                  indicator: indicator.id,
                  scope: nameOf(scope),
                  year,
                  fromYear,
                  value,
                  high,
                  unit,
                  bound,
                  role,
                  printed,
                },
              ],
        ),
      ),
      claims: claims.map(({ indicator, scope, kind, value, fromYear, toYear, printed }) => ({
        name: indicator.zh,
        indicator: indicator.id,
        scope: nameOf(scope),
        kind,
        value,
        fromYear,
        toYear,
        printed,
      })),
    },
  };
}
