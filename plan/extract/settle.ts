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
