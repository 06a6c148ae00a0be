import { isWhole } from '../number/unit.js';
import type { Catalogue } from '../record/schema.js';
import { claimNumber, type Doubling, findDoublings } from './claims.js';
import { dateReading, isFlow } from './date-reading.js';
import { Clock, type Dated, type PlanYears } from './dating.js';
import type { Draft, DraftClaim, DraftFigure, DraftLeftOut, ProposedIndicator, SourceText } from './draft.js';
import { type IndicatorNames, namesOf } from './indicator-names.js';
import { judge } from './certainty.js';
import { type Passage, passagesOf } from './passages.js';
import { planFacts } from './plan-facts.js';
import { printedAt } from './plain-text.js';
import { type Reading, readSentence, type SentenceContext } from './read-sentence.js';
import { type Subject, subjectBefore } from './subjects.js';

/** A figure before it is judged: with what it was read from. */
export interface ReadFigure {
  figure: DraftFigure;
  reading: Reading;
  dated: Dated;
  passage: Passage;
}

/** Reads a plan document's text into a draft. Deterministic; time grows with the length of the text alone. */
export function extractDraft(source: SourceText, catalogue: Catalogue): Draft {
  const names = namesOf(catalogue);
  const taken = passagesOf(source);
  const document = source.blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('\n');
  const { masked, ...plan } = planFacts(document, taken);
  const years: PlanYears = { from: plan.periodStart, to: plan.periodEnd, base: plan.baseYear, masked };
  const clock = new Clock(years);
  const places = placesNamed(document, plan.place);
  const figures: ReadFigure[] = [];
  const claims: DraftClaim[] = [];
  const leftOut: DraftLeftOut[] = [];
  let last: Subject | null = null;
  let doubling: { subject: string; claim: Doubling; passage: Passage } | null = null;
  for (const passage of taken.passages) {
    const { plain, at } = passage;
    const context: SentenceContext = { names, place: plan.place, period: { from: years.from, to: years.to }, places, last };
    const { readings, times, names: named } = readSentence(plain.text, context);
    const setting = clock.at(passage);
    if (passage.heading) clock.pass(passage, times, setting);
    const places0 = new Map<number, number>();
    readings.forEach((reading, index) => {
      const printed = printedAt(plain, reading.quantity.start, reading.quantity.end);
      if (reading.why !== null) {
        leftOut.push({ printed, at, why: reading.why });
        return;
      }
      const dated = dateReading(reading, passage, setting, clock, years);
      if (isIncrement(reading, readings, index)) reading.kind = 'increment';
      if (reading.kind === 'figure' || (reading.kind === 'rank' && ranksItself(reading))) {
        places0.set(index, figures.length);
        figures.push({ figure: draftFigure(reading, dated, printed, at, names), reading, dated, passage });
      }
      if (reading.kind !== 'figure') {
        const words = printedAt(plain, reading.claim.start, reading.claim.end);
        const claim = draftClaim(reading, dated, words, at, years);
        if (claim) claims.push(claim);
      }
    });
    sums(readings, places0, figures, claims, at);
    for (const { start, end } of named) leftOut.push({ printed: printedAt(plain, start, end), at, why: 'name' });
    for (const found of findDoublings(plain.text)) {
      const lead = plain.text.slice(Math.max(0, found.start - 40), found.start);
      const clause = lead.slice(Math.max(...[',', ';', '。', ':', '\n'].map((stop) => lead.lastIndexOf(stop))) + 1);
      const subject = subjectBefore(clause, names, plan.place);
      const carried: Subject | null = subject && subject.name.length > 1 ? subject : (readings.filter(({ quantity }) => quantity.end <= found.start).at(-1)?.subject ?? null);
      if (carried?.indicator != null) claims.push(doublingClaim(carried, found, printedAt(plain, found.start, found.end), at, years));
      else if (carried && /^-{1,3}|^\(/u.test(plain.text) && plain.text.length < 40) doubling = { subject: carried.name, claim: found, passage };
    }
    if (!passage.heading) clock.pass(passage, times, setting);
    const lastSubject = readings.filter(({ why, subject, scope }) => why === null && subject && !scope).at(-1)?.subject ?? null;
    last = lastSubject;
    void doubling;
  }
  const merged = merge(figures);
  judge(merged, claims, names, years);
  return { plan, figures: merged.map(({ figure }) => figure), claims, leftOut, proposals: proposals(merged, claims, names) };
}

/** 新增31家，总量增至48家 tells a flow with its total; the flow is a claim then. */
function isIncrement(reading: Reading, readings: readonly Reading[], index: number): boolean {
  if (reading.kind !== 'figure' || !reading.subject?.added) return false;
  const next = readings[index + 1];
  return next?.kind === 'figure' && next.quantity.unit === reading.quantity.unit && /总量|总数|累计达?到?|增至|达到?$/u.test(next.lead) && next.subject?.name === reading.subject.name;
}

/** A rank is a figure only where the ranking is what is measured, not some other number's standing. */
const ranksItself = ({ subject, lead, quantity }: Reading): boolean =>
  subject !== null && quantity.unit === '位' && /(?:高新区|开发区|园区|综合|排名|创新能力|城市|指数|位次|水平)/u.test(subject.name + lead) && subject.indicator === null;

function draftFigure(reading: Reading, dated: Dated, printed: string, at: string, names: IndicatorNames): DraftFigure {
  const { subject, quantity, scope } = reading;
  const entry = subject?.indicator == null ? undefined : names.entries.get(subject.indicator);
  return {
    indicator: subject?.indicator ?? null,
    name: nameOfSubject(subject),
    scope: scope?.name ?? null,
    relation: scope?.relation ?? null,
    printed,
    locators: [at],
    certain: false,
    reason: null,
    year: dated.year,
    fromYear: isFlow(reading, entry?.flow ?? false) ? dated.from : null,
    value: quantity.value,
    high: quantity.high,
    unit: quantity.unit,
    decimals: quantity.decimals,
    bound: quantity.bound,
    role: dated.role,
    estimated: reading.estimated,
    everyYear: reading.everyYear,
    guess: dated.year === null ? dated.guess : null,
    cell: null,
  };
}

const nameOfSubject = (subject: Subject | null): string => (subject === null ? '' : subject.added && subject.indicator === null && !subject.name.startsWith('新') ? `新增${subject.name}` : subject.name);

function draftClaim(reading: Reading, dated: Dated, printed: string, at: string, years: PlanYears): DraftClaim | null {
  const number = claimNumber(reading, printed);
  if (!number || reading.kind === 'figure') return null;
  const { subject, scope, than, kind } = reading;
  const target = dated.role === 'target' || dated.role === 'vision';
  const from = kind === 'rank' ? null : (than?.year ?? dated.from ?? (target ? years.base : null));
  return {
    ...claimShell(subject, printed, at),
    kind,
    scope: scope?.name ?? null,
    relation: scope?.relation ?? null,
    value: number.value,
    unit: number.unit,
    bound: number.bound,
    fromYear: than?.year === undefined && dated.from !== null && !target ? dated.from - 1 : from,
    toYear: dated.year,
    among: reading.among,
  };
}

const claimShell = (subject: Subject | null, printed: string, at: string): Omit<DraftClaim, 'kind' | 'value' | 'unit' | 'bound' | 'fromYear' | 'toYear'> => ({
  indicator: subject?.indicator ?? null,
  name: nameOfSubject(subject),
  scope: null,
  relation: null,
  printed,
  locators: [at],
  certain: false,
  reason: null,
  among: null,
  whole: null,
  parts: [],
});

const doublingClaim = (subject: Subject, { value }: Doubling, printed: string, at: string, years: PlanYears): DraftClaim => ({
  ...claimShell(subject, printed, at),
  kind: 'doubling',
  value,
  unit: '倍',
  bound: 'eq',
  fromYear: years.base,
  toYear: years.to,
});

/** 其中: the number before it is the whole of those after it. */
function sums(readings: readonly Reading[], places: ReadonlyMap<number, number>, figures: readonly ReadFigure[], claims: DraftClaim[], at: string): void {
  const parts = new Map<number, number[]>();
  readings.forEach(({ whole, kind, why, step, quantity }, index) => {
    const of = whole === null ? undefined : readings[whole];
    if (whole === null || !of || kind !== 'figure' || why !== null || step === 'from' || of.quantity.unit !== quantity.unit || of.quantity.value < quantity.value) return;
    const place = places.get(index);
    if (place !== undefined) parts.set(whole, [...(parts.get(whole) ?? []), place]);
  });
  for (const [whole, list] of parts) {
    const place = places.get(whole);
    const figure = place === undefined ? undefined : figures[place]?.figure;
    const reading = readings[whole];
    if (!figure || !reading || place === undefined) continue;
    claims.push({
      ...claimShell(reading.subject, figure.printed, at),
      kind: 'sum',
      scope: figure.scope,
      relation: figure.relation,
      value: figure.value,
      unit: figure.unit,
      bound: figure.bound,
      fromYear: figure.fromYear,
      toYear: figure.year,
      whole: place,
      parts: list,
    });
  }
}

/** One figure for all its printings. */
function merge(figures: readonly ReadFigure[]): ReadFigure[] {
  const merged = new Map<string, ReadFigure>();
  for (const item of figures) {
    const { figure } = item;
    const key = [figure.indicator ?? figure.name, figure.scope, figure.year ?? figure.role, figure.fromYear, figure.value, figure.unit].join('|');
    const known = merged.get(key);
    if (known && figure.name !== '') known.figure.locators = [...new Set([...known.figure.locators, ...figure.locators])];
    else merged.set(known ? `${key}|${String(merged.size)}` : key, item);
  }
  return [...merged.values()];
}

function proposals(figures: readonly ReadFigure[], claims: readonly DraftClaim[], names: IndicatorNames): ProposedIndicator[] {
  const proposed = new Map<string, ProposedIndicator>();
  for (const { figure, reading } of figures) {
    const { indicator, name, unit } = figure;
    if (indicator !== null || name === '' || proposed.has(name)) continue;
    proposed.set(name, { name, unit, kind: kindOf(unit, name), flow: reading.subject?.added ?? false, better: unit === '位' || /能耗|排放|下降/u.test(name) ? 'lower' : 'higher' });
  }
  void claims;
  void names;
  return [...proposed.values()];
}

const kindOf = (unit: string, name: string): ProposedIndicator['kind'] =>
  unit === '%' || unit === '‰' ? 'ratio' : unit === '位' ? 'rank' : /每万|万人|人均/u.test(name) ? 'per-capita' : unit.endsWith('元') || !isWhole(unit) ? 'amount' : 'count';

/** Places that the document names as such (株洲高新区, 赫山区), by the name that clauses use. */
function placesNamed(document: string, own: string | null): string[] {
  const counts = new Map<string, number>();
  for (const [, root = ''] of document.matchAll(/(?<![\u4e00-\u9fa5])([\u4e00-\u9fa5]{2})(?:市|县|区|高新区)/gu)) counts.set(root, (counts.get(root) ?? 0) + 1);
  return [...counts.keys()].filter((root) => !/[全我本各省市县区国]/u.test(root) && !(own ?? '').startsWith(root));
}
