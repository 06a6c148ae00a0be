import type { Bilingual, Indicator, Plan } from '../plan.js';
import { parsePrinted, type PrintedNumber } from '../number/parse-printed.js';

/** A figure of a named yearbook beside the plan's own: GDP, population. Never the plan's word. */
export interface ContextFigure extends PrintedNumber {
  /** indicator||year, with #2 … where another source or vintage tells it again. */
  key: string;
  indicator: Indicator;
  year: number;
  printed: string;
  source: Bilingual;
  vintage: string | null;
}

/** The figures of context of a plan's record, taken apart. */
export function contextFigures({ record, indicators }: Plan): ContextFigure[] {
  const seen = new Map<string, number>();
  return record.context.flatMap(({ indicator: id, year, printed, unit, source, vintage }): ContextFigure[] => {
    const [indicator, number] = [indicators.get(id), parsePrinted(printed, unit)];
    if (!indicator || !number) return [];
    const times = (seen.get(`${id}||${year}`) ?? 0) + 1;
    seen.set(`${id}||${year}`, times);
    return [{ ...number, key: times === 1 ? `${id}||${year}` : `${id}||${year}#${times}`, indicator, year, printed, source, vintage: vintage ?? null }];
  });
}
