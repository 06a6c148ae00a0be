import type { DraftClaim } from './draft.js';
import type { PlanYears } from './dating.js';
import type { ReadFigure } from './figures.js';
import type { IndicatorNames } from './indicator-names.js';
export function judge(_f: ReadFigure[], _c: DraftClaim[], _n: IndicatorNames, _y: PlanYears): void {}
