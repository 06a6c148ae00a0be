import type { Change } from '../../contract/change.js';
import type { Contract } from '../../contract/read-contract.js';
import type { StandingValues } from '../../contract/standing-values.js';
import type { Language } from '../../messages/message.js';
import type { ReadWorkbook } from '../../xlsx/read-workbook.js';
import type { Level, Outcome } from '../check.js';

/** A returned workbook, read. */
export interface Reading {
  workbook: ReadWorkbook;
  contract: Contract;
  changes: readonly Change[];
  values: StandingValues;
  /** In which findings are worded. */
  language: Language;
}

/** One thing a rule has found in a workbook. */
export interface WorkbookFinding {
  outcome: Outcome;
  message: string;
  /** Addresses as they stand: '原文数据'!G7. */
  cells: string[];
  /** The changes it is about; empty where it is about something else. */
  changes: readonly Change[];
}

/** A rule states what a returned workbook must still be like; one rule, one file. */
export interface WorkbookRule {
  code: string;
  level: Level;
  /** What breaks it; where nothing does, one pass that says how much was looked at. */
  find(reading: Reading): WorkbookFinding[];
}

export const pass = (message: string): WorkbookFinding => ({ outcome: 'pass', message, cells: [], changes: [] });
