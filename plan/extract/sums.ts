import { conversion } from '../number/unit.js';
import { claimShell } from './claims.js';
import type { DraftClaim, DraftFigure } from './draft.js';
import type { ReadFigure } from './figures.js';
import type { Reading } from './reading.js';

/** 其中: the number before it is the whole of those after it. `places` tells which figure each reading became. */
export function sumsWithin(readings: readonly Reading[], places: ReadonlyMap<number, number>, figures: readonly ReadFigure[]): DraftClaim[] {
  const parts = new Map<number, number[]>();
  readings.forEach(({ whole, kind, why, step, quantity, scope }, index) => {
    const of = whole === null ? undefined : readings[whole];
    const place = places.get(index);
    if (whole === null || !of || place === undefined || kind !== 'figure' || why !== null || step === 'from') return;
    const factor = conversion(quantity.unit, of.quantity.unit);
    if (factor !== null && of.scope?.name === scope?.name && of.quantity.value >= quantity.value * factor) push(parts, whole, place);
  });
  return [...parts].flatMap(([whole, list]) => {
    const place = places.get(whole);
    const figure = place === undefined ? undefined : figures[place]?.figure;
    return place === undefined || !figure ? [] : [sumClaim(figure, place, list)];
  });
}

/** A sentence that begins with 其中 tells the parts of the figure before it. */
export function sumOfSentence(whole: number, first: number, figures: readonly ReadFigure[]): DraftClaim[] {
  const figure = figures[whole]?.figure;
  const parts = figures.flatMap((part, index) => (index >= first && part.figure.unit === figure?.unit && part.figure.value <= figure.value ? [index] : []));
  return figure && parts.length > 0 ? [sumClaim(figure, whole, parts)] : [];
}

/** The figures of a place's parts for one indicator and time that make up the place's own, or are told as parts of it (其中). */
export function sumsOfPlaces(read: readonly ReadFigure[]): DraftClaim[] {
  const figures = read.map(({ figure }) => figure);
  const parts = new Map<string, number[]>();
  const key = ({ indicator, name, year, unit }: DraftFigure): string => [indicator ?? name, year, unit].join('|');
  figures.forEach((figure, index) => {
    if (figure.relation === 'part' && figure.unit !== '位' && figure.unit !== '%') push(parts, key(figure), index);
  });
  const seen = new Set<string>();
  return figures.flatMap((figure, index) => {
    if (figure.scope !== null || seen.has(key(figure))) return [];
    seen.add(key(figure));
    const list = parts.get(key(figure)) ?? [];
    const places = new Set(list.map((part) => figures[part]?.scope));
    const total = list.reduce((sum, part) => sum + (figures[part]?.value ?? 0), 0);
    const told = list.some((part) => /其中|[^其]中,/u.test(read[part]?.reading?.before ?? ''));
    const wholly = Math.abs(total - figure.value) <= figure.value * 0.01;
    return places.size >= 2 && places.size === list.length && (wholly || (told && total <= figure.value)) ? [sumClaim(figure, index, list)] : [];
  });
}

function push<K>(lists: Map<K, number[]>, key: K, item: number): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

const sumClaim = (figure: DraftFigure, whole: number, parts: number[]): DraftClaim => ({
  ...claimShell(null, figure.printed, figure.locators[0] ?? ''),
  kind: 'sum',
  indicator: figure.indicator,
  name: figure.name,
  scope: figure.scope,
  relation: figure.relation,
  value: figure.value,
  unit: figure.unit,
  bound: figure.bound,
  fromYear: figure.fromYear,
  toYear: figure.year,
  whole,
  parts,
});
