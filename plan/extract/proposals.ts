import { isWhole } from '../number/unit.js';
import type { ProposedIndicator } from './draft.js';
import type { ReadFigure } from './figures.js';

/** An entry for the catalogue for each name that it lacks, from what the number's words tell. */
export function proposals(figures: readonly ReadFigure[]): ProposedIndicator[] {
  const proposed = new Map<string, ProposedIndicator>();
  for (const { figure, reading } of figures) {
    const { indicator, name, unit } = figure;
    if (indicator !== null || name === '' || proposed.has(name)) continue;
    const better = unit === '位' || /能耗|排放|下降|死亡|发生率/u.test(name) ? 'lower' : 'higher';
    proposed.set(name, { name, unit, kind: kindOf(unit, name), flow: reading?.subject?.added ?? figure.fromYear !== null, better });
  }
  return [...proposed.values()];
}

function kindOf(unit: string, name: string): ProposedIndicator['kind'] {
  if (unit === '%' || unit === '‰') return /增[长速]|增幅/u.test(name) ? 'rate' : 'ratio';
  if (unit === '位') return 'rank';
  if (/每万|万人|人均/u.test(name)) return 'per-capita';
  return unit.endsWith('元') || !isWhole(unit) ? 'amount' : 'count';
}
