import type { ReadFigure } from './figures.js';
import type { Passage } from './passages.js';

/** The aims of a place's parts, undated where they stand, share the dating of the whole they are parts of. */
export function datePartsByWhole(figures: readonly ReadFigure[]): void {
  const wholes = new Map<string, ReadFigure>();
  for (const item of figures) {
    const { indicator, scope, year, role } = item.figure;
    if (indicator !== null && scope === null && year !== null && role === 'target' && !wholes.has(indicator)) wholes.set(indicator, item);
  }
  for (const item of figures) {
    const whole = isUndatedPart(item) ? wholes.get(item.figure.indicator ?? '') : undefined;
    if (whole) takeDate(item, whole);
  }
  // What stands in one sentence with them shares it too.
  const beside = new Map<Passage | null, ReadFigure>();
  for (const item of figures)
    if (item.figure.scope !== null && item.figure.year !== null && item.figure.role === 'target' && !beside.has(item.passage)) beside.set(item.passage, item);
  for (const item of figures) {
    const dated = isUndatedPart(item) ? beside.get(item.passage) : undefined;
    if (dated) takeDate(item, dated);
  }
}

const isUndatedPart = ({ figure }: ReadFigure): boolean => figure.scope !== null && figure.year === null && figure.role === 'target';

function takeDate(item: ReadFigure, { figure: { year, fromYear } }: ReadFigure): void {
  item.figure.year = year;
  item.figure.fromYear = fromYear;
  item.figure.guess = null;
  item.dated = { ...item.dated, by: 'assumed' };
}
