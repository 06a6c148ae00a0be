import { createHash } from 'node:crypto';
import type { Language } from '../../plan/messages/message.js';
import { BUILD } from '../build.js';

const hashOf = (...parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** What a plan is read from: its record and its catalogue, by their hashes. */
export const planInputs = (record: string, catalogue: string): string => hashOf(record, catalogue);

/** What a plan's workbook is made from, but for what is entered in it: that is in the file itself. */
export const workbookInputs = (plan: string, language: Language): string => hashOf(BUILD, language, plan);

/** What a comparison is made from, whatever the order of its plans. */
export const comparisonInputs = (plans: ReadonlyMap<string, string>, language: Language): string =>
  hashOf(
    BUILD,
    language,
    'comparison',
    [...plans].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
