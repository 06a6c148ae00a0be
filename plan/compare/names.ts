import { type Language, message, type MessageCode } from '../messages/message.js';
import { unitName } from '../messages/unit-name.js';
import { significant } from '../number/significant.js';
import type { Bilingual, Indicator } from '../plan.js';
import type { Entry, Group } from './comparison.js';
import { whenOf } from './gate.js';
import { clean } from './interval.js';

/** 研发经费支出占GDP比重 · 目标值 2025 · 地市级; unique among the groups of a comparison but for paces in two units. */
export const groupName = (language: Language, group: Group, indicator: Bilingual): string =>
  [
    indicator[language],
    group.basis === 'pace' || group.year === null ? message(language, `basis.${group.basis}`) : `${message(language, `basis.${group.basis}`)} ${whenOf(group)}`,
    message(language, `level.${group.level}`),
  ].join(' · ');

/** A unit of a comparison: a catalogue's own, or one of those for size per unit and pace. */
export function unitShown(language: Language, unit: string): string {
  const code = PACES[unit];
  if (code) return message(language, code);
  const slash = unit.indexOf('/');
  if (language === 'zh' || slash < 0) return unitName(language, unit);
  return `${unitName(language, unit.slice(0, slash))} per ${PER[unit.slice(slash + 1)] ?? unit.slice(slash + 1)}`;
}

const PACES: Record<string, MessageCode | undefined> = { '%/年': 'pace.level', '百分点/年': 'pace.ratio', '位/年': 'pace.rank' };
const PER: Record<string, string | undefined> = { 人: 'person', 万人: '10,000 persons' };

export const indicatorName = (language: Language, indicators: ReadonlyMap<string, Indicator>, id: string): string => indicators.get(id)?.[language] ?? id;

/** 2020–2025 for a pace, 2016–2020 for an accumulation, else the year; empty where the document gives none. */
export const yearsShown = ({ fromYear, year }: Pick<Entry, 'fromYear' | 'year'>): string =>
  fromYear === null ? String(year ?? '') : `${fromYear}–${String(year ?? '')}`;

/** A value as it is told: what a plan prints to its last digit, what is reckoned to six, more than any plan prints of a ratio. */
export const toldValue = ({ basis }: Pick<Entry, 'basis'>, value: number): number =>
  basis === 'target' || basis === 'measured' ? clean(value) : significant(value, 6);
