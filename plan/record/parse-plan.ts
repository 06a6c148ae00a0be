import { figureKey } from '../figure-key.js';
import { parseClaim } from '../number/parse-claim.js';
import { parsePrinted, showsUnit } from '../number/parse-printed.js';
import { conversion } from '../number/unit.js';
import type { Claim, Figure, Indicator, Plan, Printing, Role } from '../plan.js';
import { type Fault, firstFaults, formatPath } from './fault.js';
import { unknownIndicator } from './parse-catalogue.js';
import { type PlaceOf, readYaml } from './read-yaml.js';
import { type Catalogue, type Record, recordSchema } from './schema.js';

export type ParsedPlan = { plan: Plan; faults: [] } | { plan: null; faults: Fault[] };
type Report = (path: PropertyKey[], message: string) => void;

/** Reads a plan record: shape, numbers, references to the catalogue and between its own parts; every fault with its place. */
export function parsePlan(file: string, text: string, catalogue: Catalogue): ParsedPlan {
  const parsed = readYaml(file, text, recordSchema);
  if (parsed.value === null) return { plan: null, faults: parsed.faults };
  const faults = tooMany(file, parsed.value, parsed.placeOf);
  return faults.length > 0 ? { plan: null, faults } : planFromRecord(file, parsed.value, (id) => indicatorOf(catalogue, id), parsed.placeOf);
}

/** Figures, or claims, of which a workbook can be made that is read back within its limits (xlsx/limits); real plans have some dozens. */
const MOST = 10_000;

const tooMany = (file: string, record: Record, placeOf?: PlaceOf): Fault[] =>
  (['figures', 'claims', 'leftOut'] as const)
    .filter((part) => record[part].length > MOST)
    .map((part) => {
      const message = `${record[part].length} entries, of at most ${MOST}; more make a workbook too large to be read back; make a record of each part of the plan`;
      return { file, ...placeOf?.([part]), path: part, message };
    });

/** An indicator as plans hold it, or null where the catalogue has none of that id. */
export function indicatorOf({ indicators }: Catalogue, id: string): Indicator | null {
  const entry = Object.hasOwn(indicators, id) ? indicators[id] : undefined;
  if (!entry) return null;
  const lookAlikes = entry.lookAlikes.map((other) => {
    const { zh, en } = indicators[other.id] ?? { zh: other.id, en: other.id };
    return { ...other, name: { zh, en } };
  });
  return { ...entry, id, lookAlikes };
}

/** Turns a record of the right shape into a plan; `placeOf` tells where its parts stand, where it was read from a text. */
export function planFromRecord(file: string, record: Record, find: (id: string) => Indicator | null, placeOf?: PlaceOf): ParsedPlan {
  const faults: Fault[] = [];
  const report: Report = (path, message) => faults.push({ file, ...placeOf?.(path), path: formatPath(path), message });
  const indicators = new Map<string, Indicator>();
  const known = (id: string, path: PropertyKey[]): Indicator | null => {
    const indicator = indicators.get(id) ?? find(id);
    if (indicator) indicators.set(id, indicator);
    else report(path, unknownIndicator(id));
    return indicator;
  };
  const checkScope = (scope: string | undefined, path: PropertyKey[]): void => {
    if (scope !== undefined && !Object.hasOwn(record.scopes, scope)) report(path, `unknown scope ${scope}; declare it under scopes`);
  };

  checkYears(record, report);
  const figures = readFigures(record, known, checkScope, report);
  const keys = new Set(figures.map(({ key }) => key));
  const claims = readClaims(record, keys, known, checkScope, report);
  Object.keys(record.indicators).forEach((id) => known(id, ['indicators', id]));
  record.context.forEach((entry, index) => {
    known(entry.indicator, ['context', index, 'indicator']);
    if (!parsePrinted(entry.printed, entry.unit)) report(['context', index, 'printed'], cannotRead(entry.printed));
  });
  return faults.length > 0
    ? { plan: null, faults: firstFaults(file, faults, (fault) => fault) }
    : { plan: { record, indicators, figures, claims }, faults: [] };
}

const cannotRead = (printed: string): string =>
  `cannot read a number with a known unit in ${JSON.stringify(printed)}; give the fragment as printed, or its unit under unit`;

function checkYears({ firstYear, lastYear, baseYear }: Record, report: Report): void {
  if (lastYear < firstYear) report(['lastYear'], `the last year ${lastYear} lies before the first, ${firstYear}`);
  if (baseYear !== null && baseYear > lastYear) report(['baseYear'], `the base year ${baseYear} lies after the plan's last, ${lastYear}`);
}

function readFigures(
  record: Record,
  indicatorOf: (id: string, path: PropertyKey[]) => Indicator | null,
  checkScope: (scope: string | undefined, path: PropertyKey[]) => void,
  report: Report,
): Figure[] {
  const figures = new Map<string, Figure>();
  record.figures.forEach((entry, index) => {
    const path = ['figures', index];
    const indicator = indicatorOf(entry.indicator, [...path, 'indicator']);
    checkScope(entry.scope, [...path, 'scope']);
    const number = parsePrinted(entry.printed, entry.unit);
    if (!number) report([...path, 'printed'], cannotRead(entry.printed));
    const role = entry.role ?? roleOf(entry.year, record);
    if (!role) report([...path, 'role'], 'missing; a figure needs its role where its year or the base year is null');
    if (entry.from !== undefined && entry.year !== null && entry.from > entry.year) report([...path, 'from'], "lies after the figure's year");
    if (!indicator || !number || !role) return;
    if (conversion(number.unit, indicator.unit) === null) {
      report([...path, 'printed'], `unit ${number.unit} does not measure ${indicator.id}, which is told in ${indicator.unit}`);
      return;
    }
    const printing: Printing = {
      ...number,
      printed: entry.printed,
      at: entry.at,
      order: index,
      estimated: entry.estimated ?? false,
      unitCompleted: entry.unit !== undefined && !showsUnit(entry.printed, entry.unit),
      note: entry.note ?? null,
    };
    const key = figureKey(entry.indicator, entry.scope, entry.year, entry.from, role);
    const known = figures.get(key);
    if (known) {
      if (known.role !== role) report([...path, 'role'], `${key} is told above as ${known.role}, here as ${role}`);
      known.printings.push(printing);
      return;
    }
    figures.set(key, {
      key,
      indicator,
      scope: entry.scope ?? null,
      year: entry.year,
      fromYear: entry.from ?? null,
      guess: entry.guess ?? null,
      role,
      everyYear: entry.every === 'year',
      printings: [printing],
    });
  });
  return [...figures.values()];
}

/** The role a year gives a figure; null where it gives none. */
export function roleOf(year: number | null, { baseYear, lastYear, firstYear }: Pick<Record, 'baseYear' | 'lastYear' | 'firstYear'>): Role | null {
  if (year === null) return null;
  if (year > lastYear) return 'vision';
  if (year >= firstYear && (baseYear === null || year > baseYear)) return 'target';
  if (baseYear === null) return null;
  return year === baseYear ? 'baseline' : year < baseYear ? 'history' : 'target';
}

function readClaims(
  record: Record,
  keys: Set<string>,
  indicatorOf: (id: string, path: PropertyKey[]) => Indicator | null,
  checkScope: (scope: string | undefined, path: PropertyKey[]) => void,
  report: Report,
): Claim[] {
  const keysSeen = new Map<string, number>();
  return record.claims.flatMap((entry, index): Claim[] => {
    const path = ['claims', index];
    const indicator = indicatorOf(entry.indicator, [...path, 'indicator']);
    checkScope(entry.scope, [...path, 'scope']);
    const number = parseClaim(entry.kind, entry.printed, entry.unit);
    if (entry.from != null && entry.to != null && entry.from > entry.to) report([...path, 'from'], "lies after the claim's last year");
    if (entry.unit !== undefined && entry.kind !== 'increment' && entry.kind !== 'sum')
      report([...path, 'unit'], `not used by a claim of kind ${entry.kind}; remove it`);
    if (!number) report([...path, 'printed'], `cannot read a claim of kind ${entry.kind} in ${JSON.stringify(entry.printed)}`);
    if (entry.kind === 'sum') {
      if (entry.whole === undefined) report([...path, 'whole'], 'missing; a sum names its whole by figure key');
      else if (!keys.has(entry.whole)) report([...path, 'whole'], unknownFigure(entry.whole));
      if (!entry.parts?.length) report([...path, 'parts'], 'missing; a sum names its parts by figure keys');
      entry.parts?.forEach((part, position) => {
        if (!keys.has(part)) report([...path, 'parts', position], unknownFigure(part));
      });
    }
    if (!indicator || !number) return [];
    return [
      {
        ...number,
        key: claimKey(entry, keysSeen),
        kind: entry.kind,
        indicator,
        scope: entry.scope ?? null,
        fromYear: entry.from ?? null,
        toYear: entry.to ?? null,
        printed: entry.printed,
        at: entry.at,
        among: entry.among ?? null,
        whole: entry.whole ?? null,
        parts: entry.parts ?? [],
        complete: entry.complete ?? false,
        note: entry.note ?? null,
      },
    ];
  });
}

/** See {@link Claim.key}. */
function claimKey({ kind, indicator, scope, from, to }: Record['claims'][number], seen: Map<string, number>): string {
  const key = `${kind}|${indicator}|${scope ?? ''}|${from ?? ''}-${to ?? ''}`;
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count === 1 ? key : `${key}#${count}`;
}

const unknownFigure = (key: string): string => `no figure of this record has the key ${key}; see figures for its indicator, scope and year`;
