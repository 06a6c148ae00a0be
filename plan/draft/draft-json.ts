import type { Draft, DraftClaim, DraftFigure, ReviewReason } from '../extract/draft.js';
import { type Language, message } from '../messages/message.js';
import type { DraftRecord } from './draft-record.js';

/** What `planbook extract --json` prints for a document; a stable interface: fields are added, never changed. */
export interface DraftJson {
  document: string;
  plan: object;
  figures: object[];
  claims: object[];
}

/** A draft for machines: items as in the exports of records, each with whether it is certain and, if not, why. */
export function draftJson({ plan, figures, claims }: Draft, { id, facts }: DraftRecord, language: Language): DraftJson {
  const about = { plan: id, place: facts.code, placeName: facts.place };
  const certainty = ({ certain, reason }: { certain: boolean; reason: ReviewReason | null }): object => ({
    certain,
    reason: reason === null ? null : { ...reason, text: message(language, reason.code, reason.args) },
  });
  return {
    document: facts.document,
    plan: {
      ...plan,
      ...{ place: facts.place, level: facts.level, code: facts.code, parent: facts.parent, parentCode: facts.parentCode },
    },
    figures: mergedFigures(figures).map((figure): object => ({ ...about, ...figureItem(figure), ...certainty(figure) })),
    claims: claims.map((claim): object => ({ plan: id, ...claimItem(claim), ...certainty(claim) })),
  };
}

/** One item a figure, as in the exports: the same number printed again adds a locator. It is certain only if each printing is. */
function mergedFigures(figures: readonly DraftFigure[]): DraftFigure[] {
  const groups = new Map<string, DraftFigure[]>();
  for (const figure of figures) {
    const { indicator, name, scope, year, fromYear, role, value, high, unit } = figure;
    const key = JSON.stringify([indicator ?? name, scope, year, fromYear, role, value, high, unit]);
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const reason = group.find((each) => each.reason !== null)?.reason ?? null;
    return [{ ...first, certain: group.every(({ certain }) => certain), reason, locators: [...new Set(group.flatMap(({ locators }) => locators))] }];
  });
}

const figureItem = ({ indicator, name, scope, year, fromYear, value, high, unit, bound, role, estimated, printed, locators }: DraftFigure): object => ({
  ...{ indicator, name, scope, year, fromYear, value, high, unit, bound, role, estimated, printed, locators },
});

const claimItem = ({ indicator, name, scope, kind, value, fromYear, toYear, bound, printed, locators }: DraftClaim): object => ({
  ...{ indicator, name, scope, kind, value, fromYear, toYear, bound, printed, locators },
});
