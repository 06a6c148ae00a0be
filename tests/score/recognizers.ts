import * as recognizers from '@microsoft/recognizers-text-suite';
import { parseUnit } from '../../plan/number/unit.js';
import { figureIdentity, type ScoredFigure } from './gold.js';
import { match } from './match.js';
import { quantityKey } from './quantity.js';

/** Of the numbers of a document's figures: found at all, found with their unit; and numbers with units reported that are none of them. */
export interface Found {
  figures: number;
  number: number;
  withUnit: number;
  beyond: number;
}

/** A number with the unit it was reported with, empty where none was. */
interface Told {
  value: number;
  high: number | null;
  unit: string;
}

/** A number in ones: 1.36亿元 is 136000000. Shares stay as printed. */
function inOnes({ value, unit }: Told): string {
  const known = parseUnit(unit);
  return String(Number((value * (known && known.base !== '%' ? known.factor : 1)).toPrecision(12)));
}
const withUnit = ({ value, high, unit }: Told): string => quantityKey(value, high, unit);

function found(figures: readonly ScoredFigure[], numbers: readonly Told[], withUnits: readonly Told[]): Found {
  const { right, extra, missed } = match(figures, withUnits, withUnit, withUnit, figureIdentity).tally;
  const bare = match(figures, numbers, inOnes, inOnes, figureIdentity).tally.right;
  return { figures: right + missed, number: Math.max(bare, right), withUnit: right, beyond: extra };
}

/** What an extraction found of a document's figures. */
export const foundByPlanbook = (figures: readonly ScoredFigure[], given: readonly ScoredFigure[]): Found => found(figures, given, given);

/** What Microsoft's recognizers found, reading sentence by sentence: numbers; and with units money, percentages and places in an order. They know no words such as 家 or 件. */
export function foundByRecognizers(figures: readonly ScoredFigure[], text: string): Found {
  const read = text.split(/[。；;\n]/u).map(told);
  return found(
    figures,
    read.flatMap(({ numbers }) => numbers),
    read.flatMap(({ withUnits }) => withUnits),
  );
}

interface Result {
  resolution?: { value?: string | null; unit?: string } | null;
}

function told(text: string): { numbers: Told[]; withUnits: Told[] } {
  const culture = recognizers.Culture.Chinese;
  const list = (results: object[], unitOf: (unit: string) => string): Told[] =>
    results
      .map(({ resolution }: Result) => ({ value: Number.parseFloat(resolution?.value ?? ''), high: null, unit: unitOf(resolution?.unit ?? '') }))
      .filter(({ value }) => !Number.isNaN(value));
  return {
    numbers: list(recognizers.recognizeNumber(text, culture), () => ''),
    withUnits: [
      ...list(recognizers.recognizePercentage(text, culture), () => '%'),
      ...list(recognizers.recognizeOrdinal(text, culture), () => '位'),
      ...list(recognizers.recognizeCurrency(text, culture), (unit) => (unit === 'Chinese yuan' ? '元' : unit)),
      ...list(recognizers.recognizeDimension(text, culture), (unit) => unit),
    ],
  };
}

export const NONE_FOUND: Found = { figures: 0, number: 0, withUnit: 0, beyond: 0 };
export const addFound = (one: Found, other: Found): Found => ({
  figures: one.figures + other.figures,
  number: one.number + other.number,
  withUnit: one.withUnit + other.withUnit,
  beyond: one.beyond + other.beyond,
});
