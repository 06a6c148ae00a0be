import { evaluate } from '../expression/evaluate.js';
import { edgesOf, natureOf } from '../number/edges.js';
import type { Bound, PrintedNumber } from '../number/parse-printed.js';
import { conversion } from '../number/unit.js';
import type { Figure, Indicator, Role } from '../plan.js';
import { parameterValue } from '../sheets/definitions-sheet.js';

/** A number with the ends it stands for; an end is null where there is none. */
export interface Interval {
  value: number;
  low: number | null;
  high: number | null;
}

/** Told in the indicator's own unit; null where the print holds no value or measures something else. */
export function intervalOf(figure: Figure): Interval | null {
  const { indicator, role, printings } = figure;
  return numberInterval(printings[0], role, indicator);
}

/** The same of any printed number of an indicator: a yearbook's, say. */
export function numberInterval(printing: Omit<PrintedNumber, 'value'> & { value: number | null }, role: Role, indicator: Indicator): Interval | null {
  const factor = conversion(printing.unit, indicator.unit);
  if (factor === null || printing.value === null) return null;
  const printed = { ...printing, value: printing.value };
  const cells: Record<string, number | null> = { value: printed.value, high_value: printed.high, decimals: printed.decimals };
  const scope = { cell: (column: string) => cells[column] ?? null, name: () => [parameterValue('par_about')] };
  const nature = natureOf(role, indicator.kind, printed.unit);
  const { low, high } = edgesOf(printed, nature, indicator.better);
  const end = ({ at }: typeof low): number | null => {
    const result = at === null ? null : evaluate(at, scope);
    return typeof result === 'number' ? clean(result * factor) : null;
  };
  const value = clean((nature === 'set' ? threshold(printed, indicator.better) : middle(printed)) * factor);
  return nature === 'set' ? { value, low: value, high: value } : { value, low: end(low), high: end(high) };
}

/** A target's face value; of a range, the end that is enough. */
const threshold = ({ value, high }: PrintedNumber, better: 'higher' | 'lower'): number => (high !== null && better === 'lower' ? high : value);
const middle = ({ value, high }: PrintedNumber): number => (high === null ? value : (value + high) / 2);

/** Converting 万元 into 亿元 must not make two equal prints differ in the sixteenth digit. */
export const clean = (value: number): number => Number(value.toPrecision(14));

/** A target that bounds the wrong side (不超过 of what should grow) is no threshold to rank by. */
export const isWrongWay = (bound: Bound, better: 'higher' | 'lower'): boolean =>
  better === 'higher' ? bound === 'le' || bound === 'lt' : bound === 'ge' || bound === 'gt';
