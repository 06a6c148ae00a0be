import type { Draft, DraftClaim, DraftFigure, DraftPlan, ReviewReason } from '../extract/draft.js';
import { parsePrinted } from '../number/parse-printed.js';
import { type CodedPlace, findByRoot, findPlaces, isWithin } from '../place/find-place.js';
import type { ClaimEntry, DraftEntry, DraftFacts, DraftRecord, DraftScope, FigureEntry } from './draft-record.js';

export interface DraftSource {
  document: string;
  sha256: string;
  /** The document's beginning, in simplified characters: it tells namesakes apart. */
  beginning: string;
  /** Where a locator stands among the document's. */
  orderOf(at: string): number;
}

/** A draft as a record in the making: its place coded, its scopes named, one entry a printing. */
export function recordFromDraft(draft: Draft, source: DraftSource, id?: string): DraftRecord {
  const { facts, doubts } = factsOf(draft.plan, source);
  const scopes = scopesOf([...draft.figures, ...draft.claims], facts);
  const slugs = new Map(scopes.map(({ zh, slug }) => [zh, slug]));
  // In the document's order, wherever the reader has gathered the printings of one figure.
  const printings = draft.figures
    .flatMap((figure, index) =>
      figure.locators.map((at, position) => ({ index, first: position === 0, review: reasonOf(figure), entry: figureEntry(figure, at, slugs) })),
    )
    .sort((a, b) => source.orderOf(a.entry.at) - source.orderOf(b.entry.at));
  const figures = printings.map(({ entry, review }, index): DraftEntry<FigureEntry> => ({ id: `f${index + 1}`, entry, review, remark: null }));
  const firstIds = new Map(printings.flatMap(({ first, index }, position) => (first ? [[index, `f${position + 1}`] as const] : [])));
  const claims = draft.claims.map((claim, index): DraftEntry<ClaimEntry> => ({
    id: `c${index + 1}`,
    entry: claimEntry(claim, slugs, firstIds),
    review: reasonOf(claim),
    remark: null,
  }));
  return { id: id ?? idOf(facts), facts, doubts, scopes, figures, claims, leftOut: draft.leftOut, proposals: draft.proposals };
}

const reasonOf = (item: DraftFigure | DraftClaim | undefined): ReviewReason | null =>
  item && !item.certain ? (item.reason ?? { code: 'draft.unsure', args: {} }) : null;

function factsOf(plan: DraftPlan, { document, sha256, beginning }: DraftSource): { facts: DraftFacts; doubts: DraftRecord['doubts'] } {
  const words = [plan.title, plan.issuer, beginning].join(' ');
  const ofName = plan.place === null ? [] : findPlaces(plan.place, { level: plan.level, words });
  const ofRoot = plan.place === null || ofName.length > 0 || uncoded(plan) ? [] : findByRoot(plan.place, words);
  const candidates = ofName.length > 0 ? ofName : ofRoot;
  const coded = candidates.length === 1 ? (candidates[0] ?? null) : null;
  const facts: DraftFacts = {
    ...{ title: plan.title, titleEn: null, place: coded?.name ?? plan.place, placeEn: null },
    level: (ofRoot.length > 0 ? coded?.level : null) ?? plan.level ?? coded?.level ?? null,
    ...{ code: coded?.code ?? null, parent: coded?.parent?.name ?? null, parentEn: null, parentCode: coded?.parent?.code ?? null },
    ...{ issuer: plan.issuer, issuerEn: null, issued: plan.issued, baseYear: plan.baseYear, firstYear: plan.periodStart, lastYear: plan.periodEnd },
    ...{ document, sha256, grade: 'third-party' },
  };
  const doubts: DraftRecord['doubts'] = [];
  const doubt = (fact: keyof DraftFacts, code: ReviewReason['code'], args: ReviewReason['args'] = {}): void =>
    void doubts.push({ fact, reason: { code, args } });
  for (const fact of ['title', 'place', 'level', 'firstYear', 'lastYear', 'baseYear', 'issuer'] as const)
    if (facts[fact] === null) doubt(fact, 'draft.not-found');
  if (candidates.length > 1) doubt('code', 'draft.namesakes', { places: candidates.map(describe).join('、') });
  else if (plan.place !== null && !coded && !uncoded(plan)) doubt('code', 'draft.no-code', { place: plan.place });
  if (ofRoot.length > 0 && coded && plan.place !== null) doubt('place', 'draft.place-read', { read: plan.place, place: coded.name });
  doubt('grade', 'draft.grade');
  return { facts, doubts };
}

/** Zones and clusters have no codes. */
const uncoded = ({ level }: DraftPlan): boolean => level === 'zone' || level === 'cluster';

const describe = ({ code, name, parent }: CodedPlace): string => `${parent?.name ?? ''}${name} ${code}`;

function scopesOf(items: readonly Pick<DraftFigure, 'scope' | 'relation'>[], { code, parent, parentCode }: DraftFacts): DraftScope[] {
  const scopes = new Map<string, DraftScope>();
  for (const { scope, relation } of items) {
    if (scope === null || scopes.has(scope)) continue;
    const above = parentCode !== null && scope === aboveWord(parentCode) ? parentCode : null;
    const found = above === null ? findPlaces(scope, { level: null, words: parent ?? '' }) : [];
    const near = found.filter((place) => code !== null && (isWithin(place.code, code) || isWithin(code, place.code)));
    const known = above ?? (near.length === 1 ? near[0]?.code : found.length === 1 ? found[0]?.code : undefined) ?? null;
    scopes.set(scope, { slug: known ?? `scope-${scopes.size + 1}`, zh: scope, relation: relation ?? relationOf(known, code), code: known });
  }
  // Two spellings of one place (全省, 湖南省) are two scopes to the document: each keeps its name.
  const taken = new Set<string>();
  return [...scopes.values()].map((scope, index) => {
    const slug = taken.has(scope.slug) ? `${scope.slug}-${index + 1}` : scope.slug;
    taken.add(slug);
    return { ...scope, slug };
  });
}

const aboveWord = (code: string): string => (code.endsWith('0000') ? '全省' : '全市');

function relationOf(scope: string | null, own: string | null): DraftScope['relation'] {
  if (scope === null || own === null) return 'other';
  return isWithin(scope, own) ? 'part' : isWithin(own, scope) ? 'above' : 'other';
}

const figureEntry = (figure: DraftFigure, at: string, slugs: ReadonlyMap<string, string>): FigureEntry => ({
  ...{ indicator: figure.indicator, name: figure.name, scope: slugOf(figure.scope, slugs), printed: figure.printed },
  ...{ unit: unitToState(figure), at, year: figure.year, fromYear: figure.fromYear, role: figure.role },
  ...{ estimated: figure.estimated, everyYear: figure.everyYear, guess: figure.guess },
});

const slugOf = (scope: string | null, slugs: ReadonlyMap<string, string>): string | null => (scope === null ? null : (slugs.get(scope) ?? null));

/** The unit goes into the record only where the printed fragment does not tell it. */
function unitToState({ printed, unit, value }: DraftFigure): string | null {
  const read = parsePrinted(printed);
  return read?.unit === unit && read.value === value ? null : unit;
}

const claimEntry = (claim: DraftClaim, slugs: ReadonlyMap<string, string>, figureIds: ReadonlyMap<number, string>): ClaimEntry => ({
  ...{ indicator: claim.indicator, name: claim.name, scope: slugOf(claim.scope, slugs), printed: claim.printed },
  ...{ unit: (claim.kind === 'increment' || claim.kind === 'sum') && parsePrinted(claim.printed)?.unit !== claim.unit ? claim.unit || null : null },
  ...{ at: claim.locators[0] ?? '', kind: claim.kind, fromYear: claim.fromYear, toYear: claim.toYear, among: claim.among },
  ...{ whole: claim.whole === null ? null : (figureIds.get(claim.whole) ?? null), parts: claim.parts.flatMap((part) => figureIds.get(part) ?? []) },
});

/** 430900-2021-2025; a place without a code, or a plan without years, goes by the document's digest. */
function idOf({ code, firstYear, lastYear, sha256 }: Pick<DraftFacts, 'code' | 'firstYear' | 'lastYear' | 'sha256'>): string {
  const years = firstYear !== null && lastYear !== null ? [firstYear, lastYear] : [];
  return [code ?? `plan-${sha256.slice(0, 8)}`, ...years].join('-');
}
