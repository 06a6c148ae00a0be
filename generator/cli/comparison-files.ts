import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type CheckedPlan, checkedPlan } from '../../plan/compare/checked-plan.js';
import type { Comparison, PlaceLevel } from '../../plan/compare/comparison.js';
import type { Language } from '../../plan/messages/message.js';
import type { Plan } from '../../plan/plan.js';
import { VERSION } from '../version.js';
import { comparedHashes } from './compared-hashes.js';
import { comparisonInputs } from './inputs.js';
import type { Outcome } from './replace-workbook.js';
import { standsUnchanged } from './stands-unchanged.js';
import { writeComparison } from './write-comparison.js';
import { reasonOf } from './write-file.js';

export interface CompareOptions {
  languages: readonly Language[];
  /** By id or name, in either language. */
  indicators: readonly string[];
  level?: PlaceLevel | undefined;
  year?: number | undefined;
  within?: string | undefined;
  all: boolean;
  /** A workbook, or a folder for it; none for the terminal. */
  out?: string | undefined;
  force: boolean;
  json: boolean;
  catalogue?: string | undefined;
}

/** The name of the comparison beside the plans' workbooks. */
export const COMPARISON = 'comparison';

/** A workbook to be written. */
export interface Target {
  language: Language;
  file: string;
}

/** In each language one: beside another in its own file, in a folder by the name that `generate` gives it. */
export function targetsOf(out: string, languages: readonly Language[]): Target[] {
  const isFile = out.toLowerCase().endsWith('.xlsx');
  const stem = isFile ? out.slice(0, -'.xlsx'.length) : path.join(out, COMPARISON);
  return languages.map((language) => ({ language, file: `${stem}${language === 'en' && (languages.length > 1 || !isFile) ? '.en' : ''}.xlsx` }));
}

/** What was chosen among the plans; null where nothing was, as when plans are generated. */
const chosenBy = ({ indicators, level, year, within }: CompareOptions): object | null =>
  indicators.length === 0 && level === undefined && year === undefined && within === undefined ? null : { indicators, level, year, within };

/** Whether all workbooks stand as they would be made of the same inputs. */
export function allStand(targets: readonly Target[], inputs: readonly string[], written: ReadonlySet<string>, options: CompareOptions): boolean {
  if (!targets.every(({ file }) => existsSync(file))) return false;
  const hashes = comparedHashes(inputs, options.catalogue, written);
  return hashes !== null && targets.every(({ file, language }) => standsUnchanged(file, comparisonInputs(hashes, language, chosenBy(options))));
}

/** A workbook that is as it should be. */
export interface Standing {
  file: string;
  state: Outcome['state'];
}

/** Writes the comparison in each language; sealed with the hashes of what was compared, where they are told. */
export async function writeAll(
  comparison: Comparison,
  plans: readonly Plan[],
  targets: readonly Target[],
  hashes: readonly string[] | null,
  options: CompareOptions & { out: string },
): Promise<{ standing: Standing[]; refused: string[] }> {
  const standing: Standing[] = [];
  const refused: string[] = [];
  const { out, force } = options;
  try {
    mkdirSync(out.toLowerCase().endsWith('.xlsx') ? path.dirname(out) : out, { recursive: true });
  } catch (error) {
    return { standing, refused: [`${out}: cannot be made a folder (${reasonOf(error)}); name another with --out`] };
  }
  for (const { file, language } of targets) {
    const inputs = hashes && comparisonInputs(hashes, language, chosenBy(options));
    const check = (): CheckedPlan[] => plans.map((plan) => checkedPlan(plan, language, VERSION));
    const { state, complaint, folderFault } = await writeComparison(comparison, check, language, file, { force, inputs });
    if (complaint === null) standing.push({ file, state });
    else refused.push(folderFault ?? complaint);
  }
  return { standing, refused };
}
