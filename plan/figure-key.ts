import type { Role } from './plan.js';

/** What a figure's key tells: which indicator, and of which scope (null for the plan's own place). */
export interface FigureKeyParts {
  indicator: string;
  scope: string | null;
}

/** A figure's name in its plan: indicator|scope|year, with from-year for an accumulation and the role where the year is null. */
export function figureKey(indicator: string, scope: string | null | undefined, year: number | null, from: number | null | undefined, role: Role): string {
  const when = year === null ? role : from == null ? String(year) : `${from}-${year}`;
  return `${indicator}|${scope ?? ''}|${when}`;
}

/** Indicator and scope out of the key of a figure or of one of its printings. */
export function partsOfKey(key: string): FigureKeyParts {
  const [indicator = '', scope = ''] = key.split('|');
  return { indicator, scope: scope === '' ? null : scope };
}

/** The key of a figure's printing, counted from 0: the first has the figure's own, so that it alone is found by it; further ones end in #2, #3 … */
export const printingKey = (figure: string, index: number): string => (index === 0 ? figure : `${figure}#${index + 1}`);
