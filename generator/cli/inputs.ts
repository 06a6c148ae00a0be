import { createHash } from 'node:crypto';
import type { Language } from '../../plan/messages/message.js';
import { BUILD } from '../build.js';

const hashOf = (...parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** What a plan is read from: its record and its catalogue, by their hashes. */
export const planInputs = (record: string, catalogue: string): string => hashOf(record, catalogue);

/** What a plan's workbook is made from, but for what is entered in it: that is in the file itself. */
export const workbookInputs = (plan: string, language: Language): string => hashOf(BUILD, language, plan);

/** What a plan that came back in a workbook is read from: all of the file. */
export const workbookHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a comparison is made from: what its plans are read from, in whatever order, and what was chosen among them; null where that is all. */
export const comparisonInputs = (plans: Iterable<string>, language: Language, chosen: object | null = null): string =>
  hashOf(BUILD, language, 'comparison', [...plans].sort(), chosen);
