import { type IndicatorRow, indicatorRows } from '../indicators/indicator-rows.js';
import { type Language, message, type MessageCode } from '../messages/message.js';
import { onceFor } from '../once-for.js';
import type { Figure, Plan } from '../plan.js';

/** What the sheets of a plan's workbook are about. */
export interface PlanDoc {
  plan: Plan;
  language: Language;
  /** Planbook's version, shown on the cover and kept in the contract. */
  version: string;
}

/** The rows of the indicator table, which several sheets ask for. */
export const rowsOf = onceFor(({ plan }: PlanDoc): readonly IndicatorRow[] => indicatorRows(plan));

/** The document's text for a code. */
export const say = (doc: Pick<PlanDoc, 'language'>, code: MessageCode, args?: Record<string, string | number>): string => message(doc.language, code, args);

/** Where a figure applies: the plan's whole place, or the scope's name. */
export function scopeName(doc: PlanDoc, scope: string | null): string {
  return scope === null ? say(doc, `scope.${doc.plan.record.place.level}`) : (doc.plan.record.scopes[scope]?.[doc.language] ?? scope);
}

/** 一/(四)/s6 → 一(四)第6句; 五/(二) → 五(二)标题. */
export function showLocator(doc: PlanDoc, at: string): string {
  const parts = at.split('/');
  const sentence = /^s(\d+)$/u.exec(parts.at(-1) ?? '')?.[1];
  const path = (sentence === undefined ? parts : parts.slice(0, -1)).join('');
  if (sentence === undefined) return say(doc, 'locator.heading', { path });
  return say(doc, 'locator.sentence', { path: path === '' ? say(doc, 'locator.start') : path, n: sentence });
}

/** The figure's year as the workbook's columns hold it: a number, or blank where the document gives none. */
export const yearOf = (figure: Figure | null): number | null => figure?.year ?? null;
