import type { Figure } from '../../plan.js';
import { figureByKey, figuresOf } from '../../series.js';
import type { Check, Rule } from '../check.js';
import { quantity } from '../quantity.js';
import { levelUnit } from './subject.js';

/** A part (其中; national within provincial-and-above) cannot exceed its whole. */
export const partWithinWhole: Rule = {
  code: 'PART_WITHIN_WHOLE',
  find: (plan) => {
    const pairs = new Map<string, { part: Figure; whole: Figure }>();
    const add = (part: Figure | null, whole: Figure | null): void => {
      if (part && whole) pairs.set(`${part.key}<${whole.key}`, { part, whole });
    };
    for (const { kind, complete, whole, parts } of plan.claims) {
      if (kind === 'sum' && !complete) for (const part of parts) add(figureByKey(plan, part), figureByKey(plan, whole));
    }
    for (const part of plan.figures) {
      const { partOf } = part.indicator;
      if (partOf === undefined || part.year === null) continue;
      const wholes = figuresOf(plan, { indicator: { id: partOf }, scope: part.scope });
      add(part, wholes.find((whole) => whole.year === part.year && whole.fromYear === part.fromYear) ?? null);
    }
    return [...pairs.values()].map(({ part, whole }): Check => {
      const unit = levelUnit(whole);
      const [inner, outer] = [quantity(part, unit), quantity(whole, unit)];
      return {
        code: 'PART_WITHIN_WHOLE',
        key: `PART_WITHIN_WHOLE|${part.key}<${whole.key}`,
        level: 'error',
        levelIfOpen: 'warning',
        indicator: part.indicator.id,
        scope: part.scope,
        year: part.year,
        operands: [...inner.operands, ...outer.operands],
        computed: inner,
        required: { low: null, high: outer.high },
        face: inner.face,
        digits: 9,
        unit,
        printed: part.printings[0].printed,
        missing: [],
      };
    });
  },
};
