import { type Language, message } from '../../messages/message.js';
import type { Figure, Indicator, Plan } from '../../plan.js';
import type { Titled } from '../../sheets/intro-block.js';
import type { CheckedPlan } from '../checked-plan.js';
import type { Comparison, Entry } from '../comparison.js';
import { reasonWords, type ReasonWords } from '../reason-text.js';

/** What the sheets of a comparison workbook are about. */
export interface ComparisonDoc extends Titled {
  comparison: Comparison;
  plans: readonly Plan[];
  /** What the checks say of each plan, in the same order. */
  checked: readonly CheckedPlan[];
  language: Language;
  version: string;
  /** Values on the other sheets are looked up in Figures; beyond {@link MOST_LIVE} figures they are constants. */
  live: boolean;
  words: ReasonWords;
  indicators: ReadonlyMap<string, Indicator>;
  /** By plan, then key. */
  figures: ReadonlyMap<string, ReadonlyMap<string, Figure>>;
  /** By plan. */
  entriesOf: ReadonlyMap<string, readonly Entry[]>;
}

/** Each look-up runs over all figures: more of both would make a spreadsheet wait, quadratically. */
const MOST_LIVE = 5_000;

export function comparisonDoc(
  comparison: Comparison,
  plans: readonly Plan[],
  checked: readonly CheckedPlan[],
  language: Language,
  version: string,
): ComparisonDoc {
  const count = { count: plans.length };
  const figures = plans.reduce((sum, { figures: own }) => sum + own.length, 0);
  const entriesOf = new Map<string, Entry[]>();
  for (const entry of comparison.entries) {
    const list = entriesOf.get(entry.plan);
    if (list) list.push(entry);
    else entriesOf.set(entry.plan, [entry]);
  }
  return {
    plan: { record: { title: { zh: message('zh', 'compare.title', count), en: message('en', 'compare.title', count) } } },
    comparison,
    plans,
    checked,
    language,
    version,
    live: figures <= MOST_LIVE,
    words: reasonWords(comparison, language),
    indicators: new Map(comparison.indicators.map((indicator) => [indicator.id, indicator])),
    figures: new Map(plans.map(({ record, figures: own }) => [record.id, new Map(own.map((figure) => [figure.key, figure]))])),
    entriesOf,
  };
}

/** What a plan says of an indicator. */
export const entriesOf = (doc: ComparisonDoc, plan: string, indicator: string): readonly Entry[] =>
  (doc.entriesOf.get(plan) ?? []).filter((entry) => entry.indicator === indicator);

/** A figure of a plan by its key; none where it is no figure's. */
export const figureOf = ({ figures }: ComparisonDoc, plan: string, key: string | null | undefined): Figure | undefined =>
  key == null ? undefined : figures.get(plan)?.get(key);
