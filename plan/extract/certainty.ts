import { conversion } from '../number/unit.js';
import type { MessageCode } from '../messages/message.js';
import type { Dated, PlanYears } from './dating.js';
import type { DraftClaim, DraftFigure, ReviewReason } from './draft.js';
import type { ReadFigure } from './figures.js';
import type { IndicatorNames } from './indicator-names.js';
import type { Reading } from './reading.js';

const reason = (code: MessageCode, args: ReviewReason['args'] = {}): ReviewReason => ({ code, args });

/** Marks each figure certain, or to be reviewed with the first reason that holds. A wrong figure marked certain is the worst fault, so doubt decides. */
export function judgeFigures(figures: readonly ReadFigure[], names: IndicatorNames, years: PlanYears): void {
  // Of each figure the first printing of each value: documents print the same value over and over.
  const values = new Map<string, Map<string, DraftFigure>>();
  for (const { figure } of figures) {
    const known = values.get(keyOf(figure)) ?? new Map<string, DraftFigure>();
    values.set(keyOf(figure), known);
    const value = [figure.value, figure.high, figure.unit].join('|');
    if (!known.has(value)) known.set(value, figure);
  }
  for (const item of figures) {
    const { figure, reading, dated } = item;
    figure.reason =
      subjectDoubt(figure, reading) ??
      valueDoubt(figure, reading, names) ??
      stockDoubt(figure, reading, names) ??
      yearDoubt(figure, dated, years) ??
      rivalDoubt(figure, values.get(keyOf(figure))?.values() ?? []);
    figure.certain = figure.reason === null;
  }
}

const keyOf = ({ indicator, scope, year, role, fromYear }: DraftFigure): string => [indicator, scope, year ?? role, fromYear].join('|');

function subjectDoubt({ name, indicator, scope }: Pick<DraftFigure, 'name' | 'indicator' | 'scope'>, reading: Reading | null): ReviewReason | null {
  if (name === '') return reason('extract.no-subject');
  if (indicator === null) return reason('extract.unknown-indicator', { name });
  // An intensity without its area may be that of some firms or of a zone.
  if (reading !== null && name.includes('强度') && !/全社会|全[省市县区]|GDP|生产总值/u.test(reading.lead)) return reason('extract.bare-name', { name });
  const zone = reading?.zone ?? null;
  if (zone !== null && scope === null && !name.includes(zone)) return reason('extract.scope', { scope: zone });
  if (reading?.subjectFrom === 'carried' && reading.step !== 'to') return reason('extract.carried-subject', { name });
  if (reading?.subjectFrom === 'before') return reason('extract.joined-subject', { name });
  return scope === null ? null : reason('extract.scope', { scope });
}

function valueDoubt({ indicator, unit, value, high }: DraftFigure, reading: Reading | null, names: IndicatorNames): ReviewReason | null {
  const entry = indicator === null ? undefined : names.entries.get(indicator);
  if (entry && conversion(unit, entry.unit) === null) return reason('extract.unit-differs', { unit, expected: entry.unit });
  if (reading?.quantity.bare) return reason('extract.unit-completed', { unit });
  if (reading?.quantity.chinese) return reason('extract.numeral');
  if (entry?.kind === 'ratio' && (value < 0 || (high ?? value) > 100)) return reason('extract.out-of-bounds');
  return reading !== null && /[\ufffd□]/u.test(reading.before) ? reason('extract.damaged') : null;
}

/** 培育瞪羚企业40户, 五年新建30家: what comes over some years is not what there is at their end. */
function stockDoubt({ indicator, fromYear, name }: DraftFigure, reading: Reading | null, { entries }: IndicatorNames): ReviewReason | null {
  const entry = indicator === null ? undefined : entries.get(indicator);
  if (entry?.flow !== false) return null;
  const clause = /[^,;。]*$/u.exec(reading?.before ?? '')?.[0] ?? '';
  const comes = fromYear !== null || /(?:培育|培养|引育|引进|新建|新设)(?!.*(?:达|超|突破|增|总|拥有))/u.test(clause);
  return comes ? reason('extract.stock', { name }) : null;
}

function yearDoubt({ year, role }: DraftFigure, dated: Dated, { base }: PlanYears): ReviewReason | null {
  if (year === null) return reason('extract.no-year');
  if (dated.by === 'assumed' || dated.by === 'none') return reason('extract.assumed-year');
  if (dated.open) return reason('extract.open-period');
  if (dated.by === 'carried' && role !== 'target') return reason('extract.carried-year');
  return (role === 'target' || role === 'vision') && base !== null && year <= base ? reason('extract.past-aim') : null;
}

function rivalDoubt(figure: DraftFigure, all: Iterable<DraftFigure>): ReviewReason | null {
  for (const other of all) {
    const factor = conversion(other.unit, figure.unit);
    const same = factor !== null && Math.abs(other.value * factor - figure.value) <= Math.abs(figure.value) * 1e-9 && other.high === figure.high;
    if (!same) return reason('extract.two-values', { other: other.printed });
  }
  return null;
}

/** The doubt about a claim, by the same rules. */
export function claimDoubt(claim: DraftClaim, reading: Reading | null, dated: Dated | null): ReviewReason | null {
  const doubt = subjectDoubt(claim, reading);
  if (doubt) return doubt;
  if (claim.kind === 'sum') return reason('extract.parts');
  if (claim.toYear === null || (claim.kind !== 'rank' && claim.fromYear === null)) return reason('extract.no-year');
  if (dated === null || dated.by === 'assumed' || dated.by === 'none' || dated.open) return reason('extract.assumed-year');
  return reading?.quantity.chinese && claim.kind !== 'rank' ? reason('extract.numeral') : null;
}

/** The field that a plan's title confines it to (新材料产业): what it counts may be that field's alone. Null for a plan of science and technology as a whole. */
export const fieldOf = (title: string | null): string | null =>
  /[\u4e00-\u9fa5]{2,6}(?<!高新技术|科技)(?:产业|领域|行业)/u.exec((title ?? '').replace(/^.*?[省市县区旗州]/u, ''))?.[0] ?? null;

/** In a plan confined to a field nothing is certain to be told of its whole place. */
export function confine(items: readonly { certain: boolean; reason: ReviewReason | null }[], field: string): void {
  for (const item of items) if (item.certain) Object.assign(item, { certain: false, reason: reason('extract.field', { field }) });
}
