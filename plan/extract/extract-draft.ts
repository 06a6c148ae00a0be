import type { Catalogue } from '../record/schema.js';
import { claimDoubt, confine, fieldOf, judgeFigures } from './certainty.js';
import { claimOf, doublingClaim } from './claims.js';
import { dateReading } from './date-reading.js';
import { Clock, type PlanYears } from './dating.js';
import { type Doubling, findDoublings, isTheme, subjectsUnder } from './doublings.js';
import type { Draft, DraftClaim, DraftLeftOut, ReviewReason, SourceText } from './draft.js';
import { figureOf, ranksItself, type ReadFigure } from './figures.js';
import { namesOf } from './indicator-names.js';
import { type Passage, passagesOf } from './passages.js';
import { placesNamed } from './places-named.js';
import { printedAt } from './plain-text.js';
import { planFacts } from './plan-facts.js';
import { proposals } from './proposals.js';
import { readSentence } from './read-sentence.js';
import type { Reading } from './reading.js';
import { datePartsByWhole } from './settle.js';
import type { Subject } from './subjects.js';
import { sumOfSentence, sumsOfPlaces, sumsWithin } from './sums.js';
import { readTable } from './tables.js';
import type { Period } from './times.js';
import type { PartKind } from './titles.js';

/** Reads a plan document's text into a draft. Deterministic; time grows with the length of the text alone. */
export function extractDraft(source: SourceText, catalogue: Catalogue): Draft {
  const names = namesOf(catalogue);
  const taken = passagesOf(source);
  const { document } = taken;
  const { masked, ...plan } = planFacts(document, taken);
  const years: PlanYears = { from: plan.periodStart, to: plan.periodEnd, base: plan.baseYear, masked };
  const clock = new Clock(years);
  const places = placesNamed(document, plan.place);
  const figures: ReadFigure[] = [];
  const claims: DraftClaim[] = [];
  const leftOut: DraftLeftOut[] = [];
  let last: Subject | null = null;
  let lastPlace: string | null = null;
  let theme: { doubling: Doubling; passage: Passage } | null = null;

  for (const passage of taken.passages) {
    const { plain, at } = passage;
    const { readings, times, named } = readSentence(plain.text, { names, place: plan.place, period: periodFor(passage.kind, years), places, last, lastPlace });
    const setting = clock.at(passage);
    if (passage.heading) clock.pass(passage, times, setting);
    const became = new Map<number, number>();
    const firstHere = figures.length;
    readings.forEach((reading, index) => {
      const printed = printedAt(plain, reading.quantity.start, reading.quantity.end);
      if (reading.why !== null) {
        leftOut.push({ printed, at, why: reading.why });
        return;
      }
      const dated = dateReading(reading, passage, setting, clock, years);
      if (isIncrement(reading, readings[index + 1])) {
        reading.kind = 'increment';
        reading.subject = readings[index + 1]?.subject ?? reading.subject;
      }
      if (reading.kind === 'figure' || (reading.kind === 'rank' && ranksItself(reading, names))) {
        became.set(index, figures.length);
        figures.push({ figure: figureOf(reading, dated, printed, at, names), reading, dated, passage });
      }
      const claim = claimOf(reading, dated, printedAt(plain, reading.claim.start, reading.claim.end), at, years);
      if (claim) claims.push(judged(claim, claimDoubt(claim, reading, dated)));
    });
    claims.push(...sumsWithin(readings, became, figures));
    if (plain.text.startsWith('其中')) claims.push(...sumOfSentence(firstHere - 1, firstHere, figures));
    leftOut.push(...named.map(({ start, end }): DraftLeftOut => ({ printed: printedAt(plain, start, end), at, why: 'name' })));

    if (theme?.passage.path.join('/') === passage.path.join('/')) {
      const { doubling, passage: above } = theme;
      const words = printedAt(above.plain, doubling.start, doubling.end);
      claims.push(...subjectsUnder(doubling.theme, readings, names).map((subject) => doublingClaim(subject, doubling, words, above.at, years)));
    }
    theme = null;
    for (const doubling of findDoublings(plain.text, readings, names, plan.place, passage.kind === 'goals')) {
      if (doubling.subject) claims.push(doublingClaim(doubling.subject, doubling, printedAt(plain, doubling.start, doubling.end), at, years));
      else if (isTheme(passage, doubling)) theme = { doubling, passage };
    }
    if (!passage.heading) clock.pass(passage, times, setting);
    lastPlace = places.find((name) => plain.text.startsWith(name)) ?? null;
    last = readings.filter(({ why, subject, scope }) => why === null && subject && !scope).at(-1)?.subject ?? null;
  }

  datePartsByWhole(figures);
  taken.tables.forEach((table, index) => {
    const found = readTable(table, index + 1, { names, place: plan.place, years, clock });
    figures.push(...found.figures);
    claims.push(...found.claims);
  });
  claims.push(...sumsOfPlaces(figures));
  judgeFigures(figures, names, years);
  for (const claim of claims) if (!claim.certain && claim.reason === null) judged(claim, claimDoubt(claim, null, null));
  const draft = { plan, figures: figures.map(({ figure }) => figure), claims, leftOut, proposals: proposals(figures) };
  const field = fieldOf(plan.title);
  if (field !== null) confine([...draft.figures, ...claims], field);
  return draft;
}

/** 五年 is the plan's own term where aims are told, and the one before it where results are. */
function periodFor(kind: PartKind, { from, to }: PlanYears): Period {
  return kind === 'state' && from !== null && to !== null ? { from: 2 * from - to - 1, to: from - 1 } : { from, to };
}

const judged = (claim: DraftClaim, doubt: ReviewReason | null): DraftClaim => Object.assign(claim, { certain: doubt === null, reason: doubt });

/** 新增31家，总量增至48家 tells a flow with its total; the flow is a claim then. */
const isIncrement = ({ kind, subject, quantity, time }: Reading, next: Reading | undefined): boolean =>
  kind === 'figure' &&
  subject?.added === true &&
  next?.kind === 'figure' &&
  next.quantity.unit === quantity.unit &&
  next.time === time &&
  /总量|总数|累计达?到?|增至|达到?$/u.test(next.lead) &&
  next.subject?.name === subject.name;
