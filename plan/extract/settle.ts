import type { DraftClaim } from './draft.js';
import type { ReadFigure } from './figures.js';

/** The aims of a place's parts, undated where they stand, share the dating of the whole they are parts of. */
export function datePartsByWhole(figures: readonly ReadFigure[]): void {
  const undated = ({ figure }: ReadFigure): boolean => figure.scope !== null && figure.year === null && figure.role === 'target';
  for (const item of figures) {
    if (!undated(item)) continue;
    const whole = figures.find(
      ({ figure }) =>
        figure.scope === null && figure.year !== null && figure.role === 'target' && figure.indicator !== null && figure.indicator === item.figure.indicator,
    );
    if (whole) takeDate(item, whole);
  }
  // What stands in one sentence with them shares it too.
  for (const item of figures.filter(undated)) {
    const beside = figures.find(({ figure, passage }) => passage === item.passage && figure.scope !== null && figure.year !== null && figure.role === 'target');
    if (beside) takeDate(item, beside);
  }
}

function takeDate(item: ReadFigure, { figure: { year, fromYear } }: ReadFigure): void {
  item.figure.year = year;
  item.figure.fromYear = fromYear;
  item.figure.guess = null;
  item.dated = { ...item.dated, by: 'assumed' };
}

/** One figure for all its printings, and the places of figures in sums with it. */
export function mergePrintings(figures: readonly ReadFigure[], claims: readonly DraftClaim[]): ReadFigure[] {
  const merged: ReadFigure[] = [];
  const known = new Map<string, number>();
  const places = figures.map((item) => {
    const { figure } = item;
    const key = [figure.indicator ?? figure.name, figure.scope, figure.year ?? figure.role, figure.fromYear, figure.value, figure.unit].join('|');
    const place = figure.name === '' ? undefined : known.get(key);
    const first = place === undefined ? undefined : merged[place];
    if (place !== undefined && first) {
      first.figure.locators = [...new Set([...first.figure.locators, ...figure.locators])];
      return place;
    }
    known.set(key, merged.length);
    merged.push(item);
    return merged.length - 1;
  });
  for (const claim of claims) {
    if (claim.whole !== null) claim.whole = places[claim.whole] ?? null;
    claim.parts = [...new Set(claim.parts.map((part) => places[part] ?? part))];
  }
  return merged;
}
