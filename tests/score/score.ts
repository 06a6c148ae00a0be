import { type Answer, figureIdentity, type PlanFacts, type ScoredClaim, type ScoredFigure } from './gold.js';
import { match } from './match.js';
import { quantityKey } from './quantity.js';
import { add, NOTHING, type Tally } from './tally.js';

/** An item of an extraction says whether it may be relied on without a look at the document. */
interface Sure {
  certain: boolean;
}

/** What `planbook extract --json` gave for a document. */
export interface Extraction {
  plan: Partial<PlanFacts>;
  figures: (ScoredFigure & Sure)[];
  claims: (ScoredClaim & Sure)[];
}

/** How well a document was read. */
export interface Score {
  /** Value, unit, year and role are right. */
  strict: Tally;
  /** Indicator and scope are right besides: a number said of the wrong thing is wrong. */
  whole: Tally;
  /** Value and unit are right. */
  loose: Tally;
  /** Kind and value are right. */
  claims: Tally;
  /** Items marked certain, and how many of them are right: figures strictly. */
  certain: { figures: Marked; claims: Marked };
  /** Facts of the plan that are right, and which are wrong or not told. */
  facts: { right: number; wrong: (keyof PlanFacts)[] };
}

/** Of `all` items, `marked` are marked certain; of these `right` are right, and `whole` are right in indicator and scope too. */
export interface Marked {
  all: number;
  marked: number;
  right: number;
  whole: number;
}

const quantity = ({ value, high, unit }: ScoredFigure): string => quantityKey(value, high, unit);
const dated = (figure: ScoredFigure): string => [quantity(figure), figure.year, figure.role].join('|');
/** The indicator by its id, so that names may differ; the scope by whether there is one, as one place has many names. */
const whole = (figure: ScoredFigure): string => [dated(figure), figure.indicator, figure.scope === null ? 'own' : 'scope'].join('|');
const stated = ({ kind, value }: ScoredClaim): string => `${kind}|${value === null ? '' : Number(value.toPrecision(12))}`;

const FACTS = ['title', 'place', 'level', 'periodStart', 'periodEnd', 'baseYear'] as const;
/** Titles and names without what prints differ in: width, spaces, quotation marks, dashes and brackets. */
const spelt = (fact: string | number | null | undefined): string =>
  String(fact ?? '')
    .normalize('NFKC')
    .replace(/[\s“”"'‘’()]+/gu, '')
    .replace(/[—–~]/gu, '-');

/** The matches a score counts; for looking into what went wrong. */
export const compare = (gold: Answer, { figures, claims }: Extraction) => ({
  strict: match(gold.figures, figures, dated, dated, figureIdentity),
  whole: match(gold.figures, figures, whole, whole, figureIdentity),
  loose: match(gold.figures, figures, quantity, quantity, figureIdentity),
  claims: match(gold.claims, claims, stated, stated, ({ indicator, name, scope, fromYear, toYear }) => [indicator ?? name, scope, fromYear, toYear].join('|')),
});

const marked = (items: readonly Sure[], isRight: readonly boolean[], isWhole: readonly boolean[]): Marked => ({
  all: items.length,
  marked: items.filter(({ certain }) => certain).length,
  right: items.filter(({ certain }, index) => certain && isRight[index]).length,
  whole: items.filter(({ certain }, index) => certain && isWhole[index]).length,
});

/** Scores an extraction against the gold answer of its document. */
export function score(gold: Answer, given: Extraction): Score {
  const { strict, whole, loose, claims } = compare(gold, given);
  const wrong = FACTS.filter((fact) => given.plan[fact] === undefined || spelt(gold.plan[fact]) !== spelt(given.plan[fact]));
  return {
    strict: strict.tally,
    whole: whole.tally,
    loose: loose.tally,
    claims: claims.tally,
    certain: { figures: marked(given.figures, strict.isRight, whole.isRight), claims: marked(given.claims, claims.isRight, claims.isRight) },
    facts: { right: FACTS.length - wrong.length, wrong },
  };
}

const addMarked = (one: Marked, other: Marked): Marked => ({
  all: one.all + other.all,
  marked: one.marked + other.marked,
  right: one.right + other.right,
  whole: one.whole + other.whole,
});

/** Many documents as one: every item weighs the same, so that a document counts by what it holds. */
export const total = (scores: readonly Score[]): Score =>
  scores.reduce<Score>(
    (sum, one) => ({
      strict: add(sum.strict, one.strict),
      whole: add(sum.whole, one.whole),
      loose: add(sum.loose, one.loose),
      claims: add(sum.claims, one.claims),
      certain: { figures: addMarked(sum.certain.figures, one.certain.figures), claims: addMarked(sum.certain.claims, one.certain.claims) },
      facts: { right: sum.facts.right + one.facts.right, wrong: [...sum.facts.wrong, ...one.facts.wrong] },
    }),
    {
      strict: NOTHING,
      whole: NOTHING,
      loose: NOTHING,
      claims: NOTHING,
      certain: { figures: NONE_MARKED, claims: NONE_MARKED },
      facts: { right: 0, wrong: [] },
    },
  );

const NONE_MARKED: Marked = { all: 0, marked: 0, right: 0, whole: 0 };
