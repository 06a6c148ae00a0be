import type { Bound } from '../number/parse-printed.js';
import type { ClaimKind } from '../number/parse-claim.js';
import type { Plan, Role } from '../plan.js';

/** One figure as `planbook export --json` prints it; a stable interface: fields are added, never changed. */
export interface ExportedFigure {
  plan: string;
  place: string | null;
  placeName: string;
  indicator: string;
  name: string;
  scope: string | null;
  year: number | null;
  fromYear: number | null;
  value: number | null;
  high: number | null;
  unit: string;
  bound: Bound;
  role: Role;
  estimated: boolean;
  printed: string;
  locators: string[];
}

/** A plan's figures, one each, with all locators; value and bound are those of the first printing. */
export const exportFigures = ({ record, figures }: Plan): ExportedFigure[] =>
  figures.map(({ indicator, scope, year, fromYear, role, printings }) => ({
    plan: record.id,
    place: record.place.code ?? null,
    placeName: record.place.zh,
    indicator: indicator.id,
    name: indicator.zh,
    scope: scope === null ? null : (record.scopes[scope]?.zh ?? scope),
    year,
    fromYear,
    value: printings[0].value,
    high: printings[0].high,
    unit: printings[0].unit,
    bound: printings[0].bound,
    role,
    estimated: printings.some(({ estimated }) => estimated),
    printed: printings[0].printed,
    locators: [...new Set(printings.map(({ at }) => at))],
  }));

/** One claim as `planbook export --claims --json` prints it; growth in %, average growth in % a year, multiples and doublings as ratios, share changes in points. */
export interface ExportedClaim {
  plan: string;
  indicator: string;
  name: string;
  scope: string | null;
  kind: ClaimKind;
  value: number | null;
  fromYear: number | null;
  toYear: number | null;
  bound: Bound;
  printed: string;
  locators: string[];
}

export const exportClaims = ({ record, claims }: Plan): ExportedClaim[] =>
  claims.map(({ indicator, scope, kind, value, fromYear, toYear, bound, printed, at }) => ({
    plan: record.id,
    indicator: indicator.id,
    name: indicator.zh,
    scope: scope === null ? null : (record.scopes[scope]?.zh ?? scope),
    kind,
    value,
    fromYear,
    toYear,
    bound,
    printed,
    locators: [at],
  }));
