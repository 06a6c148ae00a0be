import type { ReviewReason } from '../extract/draft.js';
import { parseClaim } from '../number/parse-claim.js';
import { parsePrinted } from '../number/parse-printed.js';
import { conversion } from '../number/unit.js';
import type { Catalogue } from '../record/schema.js';
import type { ClaimEntry, FigureEntry } from './draft-record.js';

/** Why a figure cannot stand in a record yet, or null where it can. */
export function figureFault({ indicator, name, printed, unit }: FigureEntry, { indicators }: Catalogue): ReviewReason | null {
  const known = indicatorOf(indicator, indicators);
  if (!known) return { code: 'draft.no-indicator', args: { name: indicator ?? name } };
  const number = parsePrinted(printed, unit ?? undefined);
  if (!number) return { code: 'draft.no-number', args: { printed } };
  if (conversion(number.unit, known.unit) === null) return { code: 'draft.other-unit', args: { unit: number.unit, wanted: known.unit } };
  return null;
}

/** Why a claim cannot stand in a record yet, or null where it can; a sum needs its whole and its parts among the figures that can. */
export function claimFault(claim: ClaimEntry, { indicators }: Catalogue, figureIds: ReadonlyMap<string, unknown>): ReviewReason | null {
  if (!indicatorOf(claim.indicator, indicators)) return { code: 'draft.no-indicator', args: { name: claim.indicator ?? claim.name } };
  if (!parseClaim(claim.kind, claim.printed, claim.unit ?? undefined)) return { code: 'draft.no-claim', args: { printed: claim.printed } };
  if (claim.kind !== 'sum') return null;
  const named = claim.whole === null ? [] : [claim.whole, ...claim.parts];
  return named.length > 1 && named.every((id) => figureIds.has(id)) ? null : { code: 'draft.no-parts', args: {} };
}

const indicatorOf = (id: string | null, indicators: Catalogue['indicators']): Catalogue['indicators'][string] | undefined =>
  id !== null && Object.hasOwn(indicators, id) ? indicators[id] : undefined;
