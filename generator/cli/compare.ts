import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type CheckedPlan, checkedPlan } from '../../plan/compare/checked-plan.js';
import type { Comparison, PlaceLevel } from '../../plan/compare/comparison.js';
import { compare } from '../../plan/compare/compare.js';
import { selectEntries, selectPlans } from '../../plan/compare/select.js';
import type { Language } from '../../plan/messages/message.js';
import type { Indicator, Plan } from '../../plan/plan.js';
import { VERSION } from '../version.js';
import { comparedHashes } from './compared-hashes.js';
import { comparisonTable } from './comparison-table.js';
import { comparisonInputs } from './inputs.js';
import { loadPlans } from './load-plans.js';
import { EXIT, type Output } from './output.js';
import type { Outcome } from './replace-workbook.js';
import { spareMemory } from './spare-memory.js';
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

/** `planbook compare`: plans side by side, as a workbook, in the terminal or as JSON. Reading goes on past what cannot be read; that is exit code 2. */
export async function comparePlans(inputs: readonly string[], options: CompareOptions, output: Output): Promise<number> {
  const targets = options.out === undefined ? [] : targetsOf(options.out, options.languages);
  const written = new Set(targets.map(({ file }) => path.resolve(file)));
  if (targets.length > 0 && !options.force && allStand(targets, inputs, written, options)) {
    print(
      targets.map(({ file }) => ({ file, state: 'unchanged' })),
      options,
      output,
    );
    return EXIT.fine;
  }
  spareMemory();
  const { plans: loaded, complaints, inputs: hashes } = loadPlans(inputs, options.catalogue, written);
  const plans = selectPlans(loaded, options);
  const { ids, unknown } = indicatorIds(plans, options.indicators);
  const complaint = complaintOn(loaded.length, plans, options);
  output.complain([...complaints, ...(complaint === null ? unknown : [complaint])]);
  if (complaint !== null || unknown.length > 0) return EXIT.unusable;
  const comparison = selectEntries(compare(plans), { indicators: ids, year: options.year });
  if (options.out !== undefined) {
    // What is complained of is to be told each time.
    const sealed = complaints.length > 0 ? null : hashes;
    const { standing, refused } = await writeAll(comparison, plans, targets, sealed, { ...options, out: options.out });
    output.complain(refused);
    print(standing, options, output);
    return complaints.length + refused.length > 0 ? EXIT.unusable : EXIT.fine;
  }
  output.print(options.json ? JSON.stringify(comparison, null, 2) : comparisonTable(comparison, options.languages[0] ?? 'zh', options.all || ids.length > 0));
  return complaints.length > 0 ? EXIT.unusable : EXIT.fine;
}

/** A workbook to be written. */
interface Target {
  language: Language;
  file: string;
}

function targetsOf(out: string, languages: readonly Language[]): Target[] {
  const isFile = out.toLowerCase().endsWith('.xlsx');
  const stem = isFile ? out.slice(0, -'.xlsx'.length) : path.join(out, COMPARISON);
  return languages.map((language) => ({ language, file: `${stem}${language === 'en' && (languages.length > 1 || !isFile) ? '.en' : ''}.xlsx` }));
}

/** What was chosen among the plans; null where nothing was, as when plans are generated. */
const chosenBy = ({ indicators, level, year, within }: CompareOptions): object | null =>
  indicators.length === 0 && level === undefined && year === undefined && within === undefined ? null : { indicators, level, year, within };

/** Whether all workbooks stand as they would be made of the same inputs. */
function allStand(targets: readonly Target[], inputs: readonly string[], written: ReadonlySet<string>, options: CompareOptions): boolean {
  if (!targets.every(({ file }) => existsSync(file))) return false;
  const hashes = comparedHashes(inputs, options.catalogue, written);
  return hashes !== null && targets.every(({ file, language }) => standsUnchanged(file, comparisonInputs(hashes, language, chosenBy(options))));
}

/** A workbook that is as it should be. */
interface Standing {
  file: string;
  state: Outcome['state'];
}

function print(standing: readonly Standing[], { json }: CompareOptions, output: Output): void {
  const files = standing.map(({ file }) => file);
  output.print(json ? JSON.stringify(files, null, 2) : standing.map(({ file, state }) => (state === 'unchanged' ? `${file}: unchanged` : file)).join('\n'));
}

async function writeAll(
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

/** The name of the comparison beside the plans' workbooks. */
export const COMPARISON = 'comparison';

function complaintOn(loaded: number, plans: readonly Plan[], { level, within }: CompareOptions): string | null {
  if (loaded === 0) return 'no plan could be read; name records or workbooks, or folders of them';
  if (plans.length > 0) return null;
  const asked = [level === undefined ? '' : `--level ${level}`, within === undefined ? '' : `--within ${within}`].filter((part) => part !== '').join(' ');
  return `none of the ${loaded} plans is ${asked}; leave it out, or name another`;
}

/** Ids of the indicators asked for, and a line for each that no plan has, with what comes nearest. */
function indicatorIds(plans: readonly Plan[], asked: readonly string[]): { ids: string[]; unknown: string[] } {
  const all = new Map<string, Indicator>(plans.flatMap(({ indicators }) => [...indicators]));
  const unknown: string[] = [];
  const ids = asked.flatMap((text) => {
    const found = [...all.values()].find((indicator) => namesOf(indicator).includes(text.toLowerCase()));
    if (found) return found.id;
    const near = [...all.values()]
      .filter((indicator) => namesOf(indicator).some((name) => name.includes(text.toLowerCase())))
      .sort((a, b) => a.zh.length - b.zh.length)
      .slice(0, 3);
    const hint = near.length > 0 ? `did you mean ${near.map(({ id, zh }) => `${id} (${zh})`).join(', ')}?` : 'planbook compare --all lists them';
    unknown.push(`${text}: none of these plans has an indicator of this id or name; ${hint}`);
    return [];
  });
  return { ids, unknown };
}

const namesOf = ({ id, zh, en, aliases }: Indicator): string[] => [id, zh, en, ...aliases].map((name) => name.toLowerCase());
