import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { python } from './programs.js';

/** What openpyxl, the strictest of the readers, makes of a file. */
export interface OpenpyxlBook {
  /** Its error or warnings; empty where it has no complaint. */
  problems: string[];
  sheets: string[];
  /** Workbook-wide defined names and their ranges. */
  names: Record<string, string>;
  /** Table ranges by table name. */
  tables: Record<string, string>;
  /** How many cells hold a formula. */
  formulas: number;
}

/** Opens all files in one Python process. */
export function openWithOpenpyxl(files: readonly string[]): OpenpyxlBook[] {
  if (python === null) throw new Error('openpyxl is not here');
  const answer = execFileSync(python, [path.resolve('tests/readers/open-with-openpyxl.py')], { input: JSON.stringify(files), maxBuffer: 64e6 });
  return JSON.parse(answer.toString('utf8')) as OpenpyxlBook[];
}
