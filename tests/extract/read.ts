import type { Draft, SourceBlock } from '../../plan/extract/draft.js';
import { extractDraft } from '../../plan/extract/extract-draft.js';
import { catalogue } from '../seeds.js';

/** What the head of a plan of Anyuan, made up, tells of it: period 2021 to 2025, base year 2020. */
export const HEAD = '安源市“十四五”科技创新规划\n规划基期为2020年。\n';
export const STATE = `${HEAD}一、发展基础\n`;
export const GOALS = `${HEAD}一、发展目标\n到2025年，创新能力明显增强。`;
export const TASKS = `${HEAD}一、重点任务\n`;

export const draftOf = (text: string): Draft => extractDraft({ blocks: [{ kind: 'text', text }] }, catalogue());
export const draftOfBlocks = (...blocks: SourceBlock[]): Draft => extractDraft({ blocks }, catalogue());

/** A figure in a line: 34.94亿元 2020 baseline rd-expenditure; its scope after @, its first year before its year, ? for an unknown indicator. */
export const figuresOf = ({ figures }: Draft): string[] =>
  figures.map(({ value, high, unit, fromYear, year, role, indicator, scope }) =>
    [
      `${String(value)}${high === null ? '' : `~${String(high)}`}${unit}`,
      `${fromYear === null ? '' : `${String(fromYear)}-`}${String(year)}`,
      role,
      `${indicator ?? '?'}${scope === null ? '' : `@${scope}`}`,
    ].join(' '),
  );

/** A claim in a line: growth 173 2015-2020 rd-expenditure. */
export const claimsOf = ({ claims }: Draft): string[] =>
  claims.map(({ kind, value, fromYear, toYear, indicator }) => `${kind} ${String(value)} ${String(fromYear)}-${String(toYear)} ${indicator ?? '?'}`);
