import type { Language } from '../../messages/message.js';
import type { Plan } from '../../plan.js';
import type { Level, Outcome } from '../check.js';

/** What several plans together say of one of them. There is no workbook to compute it in: its numbers are told as they are. */
export interface AcrossCheck {
  plan: Plan;
  outcome: Outcome;
  level: Level;
  indicator: string | null;
  scope: string | null;
  year: number | null;
  printed: string | null;
  /** What the plan's figure gives, and between which ends it is asked to lie; null where an end is open or nothing is compared. */
  face: number | null;
  low: number | null;
  high: number | null;
  requiredLow: number | null;
  requiredHigh: number | null;
  unit: string;
  /** Why, in the reader's language. */
  explain(language: Language): string;
}

/** A rule over several plans; one plan alone gives it nothing to say. */
export interface PlansRule {
  code: string;
  find(plans: readonly Plan[]): AcrossCheck[];
}

/** No numbers are compared: only what kind of figures stand side by side. */
export const NO_NUMBERS = { face: null, low: null, high: null, requiredLow: null, requiredHigh: null, unit: '' } as const;
