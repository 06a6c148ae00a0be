import type { Dated } from './dating.js';
import { isFlow } from './date-reading.js';
import type { DraftFigure } from './draft.js';
import type { IndicatorNames } from './indicator-names.js';
import type { Passage } from './passages.js';
import type { Reading } from './reading.js';
import { subjectName } from './subjects.js';

/** A figure before it is judged, with what it was read from; a table's has no reading. */
export interface ReadFigure {
  figure: DraftFigure;
  dated: Dated;
  reading: Reading | null;
  passage: Passage | null;
}

export function figureOf(reading: Reading, dated: Dated, printed: string, at: string, names: IndicatorNames): DraftFigure {
  const { subject, quantity, scope } = reading;
  const entry = subject?.indicator == null ? undefined : names.entries.get(subject.indicator);
  return {
    indicator: subject?.indicator ?? null,
    name: subjectName(subject),
    scope: scope?.name ?? null,
    relation: scope?.relation ?? null,
    printed,
    locators: [at],
    certain: false,
    reason: null,
    year: dated.year,
    fromYear: reading.step === null && isFlow(reading, entry?.flow ?? false) ? dated.from : null,
    value: quantity.value,
    high: quantity.high,
    unit: quantity.unit,
    decimals: quantity.decimals,
    bound: quantity.bound,
    role: dated.role,
    estimated: reading.estimated,
    everyYear: reading.everyYear,
    guess: dated.year === null ? dated.guess : null,
    cell: null,
  };
}

/** A rank is a figure only where the ranking is what is measured, not some other number's standing. */
export const ranksItself = ({ subject, lead, quantity, scope }: Reading, names: IndicatorNames): boolean =>
  quantity.unit === '位' &&
  (subject?.indicator == null
    ? subject !== null &&
      /(?:高新区|开发区|园区|综合|创新能力|指数)/u.test(subject.name + lead + (scope?.name ?? '')) &&
      !/(?:占|支出|投入|企业数|数量|量|率|比重)$/u.test(subject.name)
    : names.entries.get(subject.indicator)?.kind === 'rank');
