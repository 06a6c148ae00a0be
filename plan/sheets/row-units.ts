import type { IndicatorRow } from '../indicators/indicator-rows.js';
import { unitName } from '../messages/unit-name.js';
import type { Figure, Printing } from '../plan.js';
import type { Content } from '../workbook/block.js';
import { type PlanDoc, say } from './plan-doc.js';

/** The first printing of a figure, which its row shows. */
export const firstPrinting = (figure: Figure | null): Printing | null => figure?.printings[0] ?? null;

/** The unit of baseline and target; a growth target's own is % a year. */
export const levelUnit = ({ target, baseline, indicator }: IndicatorRow): string =>
  firstPrinting(target)?.unit ?? firstPrinting(baseline)?.unit ?? indicator.unit;

/** That unit in the workbook's language. */
export const unitShown = ({ language }: PlanDoc, row: IndicatorRow): string => unitName(language, levelUnit(row));

/** In what a pace of the row is told: % or points or places a year; of an accumulation, its unit a year. */
export function paceUnit(doc: PlanDoc, row: IndicatorRow): Content {
  switch (row.type) {
    case 'level':
    case 'growth':
    case 'multiple':
      return say(doc, 'pace.level');
    case 'ratio':
      return say(doc, 'pace.ratio');
    case 'rank':
      return say(doc, 'pace.rank');
    case 'cumulative':
      return say(doc, 'pace.cumulative', { unit: unitShown(doc, row) });
    case 'maintain':
      return null;
    case 'none':
      if (!row.history) return null;
      return say(
        doc,
        row.indicator.kind === 'rank' ? 'pace.rank' : row.indicator.kind === 'ratio' || row.indicator.kind === 'rate' ? 'pace.ratio' : 'pace.level',
      );
  }
}
